// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace papersearch {

// Writes `text` to standard output. False where that cannot be done, which is told on
// standard error, `what` ("the summary") naming the text; a reader that has seen enough and
// closed its pipe is no trouble.
bool print(const std::string& text, const char* what);

}  // namespace papersearch
