// SPDX-License-Identifier: GPL-2.0-or-later
#include "digest_parts.h"

#include <algorithm>

#include "papersearch/paper.h"
#include "source.h"

namespace papersearch {
namespace {

// Lists and quotations within each other. md4c's time grows with lines times depth.
constexpr std::size_t kMaxNesting = 100;
// md4c copies a link's target for every use of its definition: bytes times brackets.
constexpr std::size_t kMaxLinkWork = std::size_t{1} << 28;

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Calls `f` with each line, without its end, and where it begins, until it gives false.
template <class F>
void for_each_line(std::string_view text, std::size_t begin, F f) {
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    if (!f(text.substr(begin, end - begin), begin)) return;
    begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
}

bool begins_part(std::string_view line) {
  const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
  if (indent > 3) return false;
  line.remove_prefix(indent);
  const std::size_t level = std::min(line.find_first_not_of('#'), line.size());
  if (level == 0 || level > 3 || level == line.size() || !is_blank(line[level]))
    return false;
  return level == 3 ? line.find("](") != std::string_view::npos : !date_in(line).empty();
}

// What stands before the text of a line.
struct LineStart {
  std::size_t columns = 0;  // of white space
  std::size_t markers = 0;  // ">", "-", "1." and the like: each opens a level
  bool has_text = false;
};

LineStart start_of(std::string_view line) {
  LineStart out;
  std::size_t i = 0;
  const auto gap_at = [&](std::size_t at) {
    return at >= line.size() || is_blank(line[at]);
  };
  while (i < line.size()) {
    std::size_t digits = 0;
    while (i + digits < line.size() && is_digit(line[i + digits])) ++digits;
    const char c = i + digits < line.size() ? line[i + digits] : '\0';
    if (digits == 0 && is_blank(c)) {
      out.columns += c == '\t' ? 4 : 1;
      ++i;
    } else if (digits == 0
                   ? c == '>' || ((c == '-' || c == '+' || c == '*') && gap_at(i + 1))
                   : (c == '.' || c == ')') && gap_at(i + digits + 1)) {
      ++out.markers;
      i += digits + 1;
    } else {
      out.has_text = true;
      break;
    }
  }
  // "- - -" and "* * *" are lines across the page.
  const auto only = [&](const char* chars) {
    return line.find_first_not_of(chars) == line.npos;
  };
  if (out.markers > 2 && (only("- \t") || only("* \t"))) out.markers = 0;
  return out;
}

// No smaller than the depth to which lists and quotations nest in `part`.
std::size_t nesting_of(std::string_view part) {
  std::size_t deepest = 0;
  std::size_t open = 0;
  bool after_blank = true;
  for_each_line(part, 0, [&](std::string_view line, std::size_t) {
    const LineStart start = start_of(line);
    const bool blank = start.markers == 0 && !start.has_text;
    if (!blank) {
      // A level stays open by two columns of indentation, or because a line of a
      // paragraph may leave out the markers of the line before it.
      const std::size_t here = start.markers + std::min(open, start.columns / 2);
      open = after_blank ? here : std::max(open, here);
    }
    after_blank = blank;
    deepest = std::max(deepest, open);
    return deepest <= kMaxNesting;
  });
  return deepest;
}

}  // namespace

std::size_t end_of_part(std::string_view text, std::size_t begin) {
  std::size_t end = text.size();
  for_each_line(text, begin, [&](std::string_view line, std::size_t at) {
    if (at == begin || !begins_part(line)) return true;
    end = at;
    return false;
  });
  return end;
}

std::string refusal_of(std::string_view part) {
  if (part.size() > kMaxEntryBytes) return std::string(kEntryTooLong);
  if (nesting_of(part) > kMaxNesting) {
    return "lists or quotations nest more than " + std::to_string(kMaxNesting) + " deep";
  }
  const auto brackets = static_cast<std::size_t>(std::count(part.begin(), part.end(), ']'));
  const bool defines_links = part.find("]:") != std::string_view::npos;
  if (defines_links && brackets > kMaxLinkWork / part.size()) return "too many links";
  return {};
}

std::string date_in(std::string_view text) {
  for (std::size_t i = 0; i + 10 <= text.size(); ++i) {
    if (is_calendar_date(text.substr(i, 10))) return std::string(text.substr(i, 10));
  }
  return {};
}

}  // namespace papersearch
