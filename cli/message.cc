// SPDX-License-Identifier: GPL-2.0-or-later
#include "message.h"

#include <unistd.h>

#include <algorithm>

#include "layout.h"
#include "output.h"
#include "papersearch/text.h"
#include "terminal.h"

namespace papersearch::cli {
namespace {

constexpr std::string_view kIndent = "  ";
constexpr std::string_view kEllipsis = "…";

// As much of the end of `text` as fits into `columns`.
std::string_view fitting_end(std::string_view text, std::size_t columns) {
  std::size_t width = display_width(text);
  for (const std::string_view grapheme : graphemes(text)) {
    if (width <= columns) break;
    width -= display_width(grapheme);
    text.remove_prefix(grapheme.size());
  }
  return text;
}

// As a shell reads it back.
std::string shell_word(const std::string& text) {
  constexpr std::string_view kSafe =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-+,:@%=";
  const bool is_safe = std::all_of(text.begin(), text.end(), [&](char c) {
    return static_cast<signed char>(c) < 0 || kSafe.find(c) != std::string_view::npos;
  });
  if (is_safe && !text.empty()) return text;
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

// What to do about an error; empty where the message says it.
std::string remedy(ErrorCode code, const std::string& db) {
  const std::string where = "--db " + shell_word(db) + " FOLDER";
  switch (code) {
    case ErrorCode::kIndexMissing:
      return "make one with: papersearch-index " + where + ", or name another with --db";
    case ErrorCode::kIndexCorrupt:
      return "make it anew with: papersearch-index --rebuild " + where;
    case ErrorCode::kIndexLocked:
      return "try again later";
    case ErrorCode::kNoSpace:
      return "make room and try again";
    case ErrorCode::kIo:
      return "see that you may read it, and that the disk is well";
    case ErrorCode::kUnavailable:
      return "start its server, or try --partial";
    case ErrorCode::kInternal:
      return "please report this";
    case ErrorCode::kInvalidArgument:
    case ErrorCode::kQuerySyntax:
    case ErrorCode::kNotFound:
    case ErrorCode::kIndexVersion:
    case ErrorCode::kCancelled:
      return {};
  }
  return {};
}

}  // namespace

std::string complaint(std::string_view text) {
  return "papersearch: " + printable(text) + "\n";
}

std::string complaint(const Error& error, const std::string& db) {
  std::string text = error.message();
  if (error.code() == ErrorCode::kQuerySyntax) text = "query: " + text;
  if (const std::string what = remedy(error.code(), db); !what.empty()) text += "; " + what;
  return complaint(text);
}

void complain(std::string_view text) {
  const std::string line = complaint(text);
  // Where even this cannot be written there is nobody to tell.
  static_cast<void>(write_all(STDERR_FILENO, line));
}

std::string point_at(std::string_view query, ByteRange range, std::size_t columns) {
  range.end = std::min(range.end, query.size());
  range.begin = std::min(range.begin, range.end);
  std::string before = printable(query.substr(0, range.begin));
  std::string wrong = printable(query.substr(range.begin, range.end - range.begin));
  std::string after = printable(query.substr(range.end));
  const std::size_t room = columns - std::min(columns, kIndent.size() + 2);
  if (columns > 0 && display_width(before + wrong + after) > room) {
    wrong = fitting_start(wrong, room);
    const std::size_t beside = (room - display_width(wrong)) / 2;
    const std::string_view end = fitting_end(before, beside);
    before = (end.size() < before.size() ? std::string(kEllipsis) : "") + std::string(end);
    const std::string_view start = fitting_start(after, beside);
    after =
        std::string(start) + (start.size() < after.size() ? std::string(kEllipsis) : "");
  }
  std::string out(kIndent);
  out += before + wrong + after + "\n";
  out.append(kIndent.size() + display_width(before), ' ');
  out.append(std::max<std::size_t>(1, display_width(wrong)), '^');
  return out + "\n";
}

ExitStatus report(const Error& error, const std::string& db, std::string_view query) {
  static_cast<void>(write_all(STDERR_FILENO, complaint(error, db)));
  switch (error.code()) {
    case ErrorCode::kQuerySyntax:
      if (error.range()) {
        const std::size_t columns = terminal_at(STDERR_FILENO, ColorMode::kNever).columns;
        static_cast<void>(
            write_all(STDERR_FILENO, point_at(query, *error.range(), columns)));
      }
      return ExitStatus::kUsage;
    case ErrorCode::kInvalidArgument:
      return ExitStatus::kUsage;
    case ErrorCode::kNotFound:
      return ExitStatus::kNothingFound;
    default:
      return ExitStatus::kTrouble;
  }
}

}  // namespace papersearch::cli
