// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace papersearch::cli {

// Writes `text` to the file `path`, whole or not at all: what is there stays until all of
// it is on the disk. False, after a complaint, when that fails. What is no regular file,
// such as /dev/stdout, is written to.
[[nodiscard]] bool write_file(const std::string& path, std::string_view text);

}  // namespace papersearch::cli
