// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace papersearch::cli {

// Writes all of `text` to a file descriptor; 0, or the errno of what went wrong.
[[nodiscard]] int write_all(int fd, std::string_view text);

// Prints `text` to standard output. False, after a complaint, when it cannot be written;
// a reader that has left ("| head") is no trouble.
[[nodiscard]] bool print(std::string_view text);

}  // namespace papersearch::cli
