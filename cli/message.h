// SPDX-License-Identifier: GPL-2.0-or-later
// What goes to standard error, and how the program ends.
#pragma once

#include <string>
#include <string_view>

#include "papersearch/error.h"

namespace papersearch::cli {

enum class ExitStatus { kFound = 0, kNothingFound = 1, kUsage = 2, kTrouble = 3 };

// "papersearch: " and `text`, made printable(), as one line. `text` reads
// "PLACE: what is wrong; what to do".
std::string complaint(std::string_view text);

// The same of an error of the index at `db`, with what to do about it.
std::string complaint(const Error& error, const std::string& db);

// Prints the complaint.
void complain(std::string_view text);

// Complains about `error` of the index at `db`, adding what to do about it, and gives
// the exit status for it. An error of a query points into `query`.
ExitStatus report(const Error& error, const std::string& db, std::string_view query = {});

// The line of `query`, made printable() and cut to `columns` (0: not cut), and under it
// carets below the bytes of `range`.
std::string point_at(std::string_view query, ByteRange range, std::size_t columns);

}  // namespace papersearch::cli
