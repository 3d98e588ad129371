// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace papersearch {

// To be called before Xapian commits what takes up to `bytes`: it writes values in a
// destructor, where a full disk ends the program (Xapian 1.4.22). Throws
// Xapian::DatabaseError as for a full disk where the file system of `path`, which exists,
// has less room; where it does not tell, nothing happens.
void require_space(const std::string& path, std::uintmax_t bytes);

}  // namespace papersearch
