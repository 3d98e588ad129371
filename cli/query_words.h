// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace papersearch::cli {

// Of author:"Yoav Artzi" and -"large model" the shell takes the quotes away. Puts them
// back into the first `count` words of the command line where there must have been some:
// behind a field, or behind a minus that is not the first word's, when the word holds
// spaces and nothing else that means something in a query.
void restore_quotes(std::vector<std::string>& words, std::size_t count);

struct MisspeltField {
  std::string typed;
  std::string field;  // what was probably meant
};
// The first word before a colon in `words` that is no field of queries, but nearly one.
std::optional<MisspeltField> misspelt_field(const std::vector<std::string>& words);

}  // namespace papersearch::cli
