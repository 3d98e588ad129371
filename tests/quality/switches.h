// SPDX-License-Identifier: GPL-2.0-or-later
// What can be switched in a search, by name, to compare configurations. A feature that
// can be switched off or weighed gets its row in the table of switches.cc.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "papersearch/error.h"
#include "papersearch/query.h"

namespace papersearch::quality {

struct Switch {
  const char* name;  // on the command line: --NAME VALUE
  const char* help;
  // False when `value` is none for this switch.
  bool (*set)(SearchOptions& options, const std::string& value);
};

const std::vector<Switch>& switches();

// Options from words "NAME=VALUE" with spaces between; an empty text changes nothing.
// Fails with kInvalidArgument, naming the word.
Result<SearchOptions> options_from(std::string_view words);

}  // namespace papersearch::quality
