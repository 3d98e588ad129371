// SPDX-License-Identifier: GPL-2.0-or-later
#include "glossary_file.h"

#include <algorithm>
#include <optional>

#include "papersearch/text.h"

namespace papersearch {
namespace {

// Of one name, in bytes; of one line, in names. No name of the field comes near them.
constexpr std::size_t kMaxNameBytes = 120;
constexpr std::size_t kMaxNames = 32;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
  });
}

// The line without its comment sign, or what is wrong with it.
std::string read_line(std::string_view text, GlossaryLine& line) {
  if (!is_valid_utf8(text)) return "no valid UTF-8";
  if (text.front() == '!' && text.size() > 1 && is_blank(text[1])) {
    line.forbidden = true;
    text.remove_prefix(1);
  }
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\t;"), text.size());
    const std::string_view name = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (name.empty()) continue;
    if (name.size() > kMaxNameBytes)
      return "a name of more than " + std::to_string(kMaxNameBytes) + " bytes";
    if (!has_letters(name)) return "\"" + printable(name) + "\" has no letters";
    line.names.emplace_back(name);
  }
  if (line.names.size() < 2)
    return "one name alone; write two or more, with tabs or semicolons between";
  if (line.names.size() > kMaxNames)
    return "more than " + std::to_string(kMaxNames) + " names";
  return {};
}

}  // namespace

GlossaryFile read_glossary(std::string_view text, std::string_view file) {
  GlossaryFile out;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view content = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (content.empty() || content.front() == '#') continue;
    GlossaryLine line;
    const std::string problem = read_line(content, line);
    if (problem.empty()) {
      out.lines.push_back(std::move(line));
    } else {
      out.complaints.push_back(std::string(file) + ":" + std::to_string(number) + ": " +
                               problem);
    }
  }
  return out;
}

}  // namespace papersearch
