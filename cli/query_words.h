// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace papersearch::cli {

// Of author:"Yoav Artzi" and -"large model" the shell takes the quotes away. Puts them
// back into a word of the command line where it must have had them: behind a field or a
// minus, when it holds spaces and nothing else that means something in a query.
void restore_quotes(std::string& word);

}  // namespace papersearch::cli
