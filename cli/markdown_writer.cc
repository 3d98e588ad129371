// SPDX-License-Identifier: GPL-2.0-or-later
#include "markdown_writer.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "papersearch/text.h"

namespace papersearch::cli {
namespace {

// The reader takes no longer bold text for a name.
constexpr std::size_t kMostNameBytes = 120;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Whether `c` means something inside of a line, between these.
bool is_special(char before, char c, char after) {
  constexpr std::string_view kAlways = "\\`*[]$";
  if (kAlways.find(c) != std::string_view::npos) return true;
  if (c == '_') {
    const auto is_inside = [](char at) { return is_alpha(at) || is_digit(at); };
    return !is_inside(before) || !is_inside(after);
  }
  if (c == '#') return before == ' ';  // may end a heading
  if (c == '<') return is_alpha(after) || after == '/' || after == '!' || after == '?';
  return c == '&' && (is_alpha(after) || after == '#');
}

// Code points that are no plain text become entities, which the reader takes back.
std::string with_entities(std::string_view text) {
  std::string out;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  for (std::int64_t i = 0; i < size;) {
    const auto begin = static_cast<std::size_t>(i);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    const std::string_view of_c = text.substr(begin, static_cast<std::size_t>(i) - begin);
    if (printable(of_c) == of_c) {
      out += of_c;
    } else {
      out += "&#" + std::to_string(c) + ";";
    }
  }
  return out;
}

// Text that goes on in a line that has begun.
std::string inline_text(std::string_view text) {
  std::string escaped;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char before = i == 0 ? ' ' : text[i - 1];
    const char after = i + 1 == text.size() ? ' ' : text[i + 1];
    if (is_special(before, text[i], after)) escaped += '\\';
    escaped += text[i];
  }
  return printable(escaped) == escaped ? escaped : with_entities(escaped);
}

// Text that begins a line, where headings, lists, quotations and rules begin too.
std::string block_text(std::string_view text) {
  const std::size_t digits =
      std::min(static_cast<std::size_t>(
                   std::find_if_not(text.begin(), text.end(), is_digit) - text.begin()),
               text.size());
  constexpr std::string_view kMarkers = "#+->~=|";
  std::size_t at = std::string_view::npos;
  if (!text.empty() && kMarkers.find(text[0]) != std::string_view::npos) at = 0;
  if (digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')'))
    at = digits;
  if (at == std::string_view::npos) return inline_text(text);
  return std::string(text.substr(0, at)) + "\\" + text[at] +
         inline_text(text.substr(at + 1));
}

// "- ***What's New***:" where the reader understands that, else a heading.
std::string section_start(const std::string& name) {
  if (name.empty()) return "#### &nbsp;\n\n";
  const bool fits = name.size() <= kMostNameBytes && name.front() != '*' &&
                    name.front() != ' ' && name.back() != ' ';
  if (fits) return "- ***" + inline_text(name) + "***:";
  return "#### " + block_text(name) + "\n\n";
}

// Its bullets, the first of them behind the name. Bullets that come first need none.
std::string section_markdown(const Section& section, bool is_first_section) {
  const bool needs_start =
      !is_first_section || !section.name.empty() || section.text.empty();
  std::string out = needs_start ? section_start(section.name) : "";
  const bool is_named_bullet = out.starts_with('-');
  std::string_view rest = section.text;
  for (bool is_first = true; !rest.empty(); is_first = false) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (is_named_bullet && is_first) {
      out += " " + inline_text(line) + "\n";
    } else if (!line.empty()) {
      out += std::string(is_named_bullet ? "  - " : "- ") + block_text(line) + "\n";
    }
  }
  if (!out.ends_with('\n')) out += '\n';
  return out;
}

// "A, B", or "['A', 'B']" where a name would be taken for two.
std::string authors_markdown(const std::vector<std::string>& authors) {
  const bool is_list = std::any_of(authors.begin(), authors.end(), [](const auto& name) {
    return name.find(',') != std::string::npos || name.starts_with('[');
  });
  std::string out;
  for (const std::string& name : authors) {
    const char quote = name.find('\'') == std::string::npos ? '\'' : '"';
    out += out.empty() ? "" : ", ";
    out += is_list ? quote + name + quote : name;
  }
  return inline_text(is_list ? "[" + out + "]" : out);
}

}  // namespace

std::string MarkdownWriter::next(const Paper& paper) {
  std::string out;
  if (date_ != paper.date) {
    if (date_) out += "\n";
    date_ = paper.date;
    out += "## Daily Papers (" + (paper.date.empty() ? "date unknown" : paper.date) + ")\n";
  }
  out += "\n### [" + printable(paper.title) + "](" + paper_url(paper) + ")\n";
  out += "\nVote: " + (paper.votes ? std::to_string(*paper.votes) : "-") + "\n";
  if (!paper.authors.empty()) out += "\nAuthors: " + authors_markdown(paper.authors) + "\n";
  for (const Section& section : paper.sections) {
    const bool is_first = &section == paper.sections.data();
    const std::string text = section_markdown(section, is_first);
    if (is_first || text.starts_with('#')) out += '\n';
    out += text;
  }
  return out;
}

}  // namespace papersearch::cli
