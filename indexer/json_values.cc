// SPDX-License-Identifier: GPL-2.0-or-later
#include "json_values.h"

#include <algorithm>

namespace papersearch {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Where the string or the single character at `begin` ends. A line's end stands in no
// string: it ends one that was not closed.
std::size_t end_of_token(std::string_view text, std::size_t begin) {
  if (text[begin] != '"') return begin + 1;
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (text[i] == '"') return i + 1;
    if (text[i] == '\n') return i;
    if (text[i] == '\\') ++i;
  }
  return text.size();
}

// The end of the first line of a value, when an object begins the next line; else npos.
// In an object that is whole a key follows its first line, or the end.
std::size_t cut_of(std::string_view text, std::size_t begin) {
  const std::size_t end = text.find('\n', begin);
  const std::size_t next = text.find_first_not_of(" \t\r\n", std::min(end, text.size()));
  return next != text.npos && text[next] == '{' ? end : text.npos;
}

}  // namespace

JsonValues::JsonValues(std::string_view text) : text_(text) {
  at_ = skip(0, false);
  is_list_ = at_ < text.size() && text[at_] == '[';
  if (is_list_) at_ = skip(at_ + 1, true);
}

std::size_t JsonValues::skip(std::size_t at, bool commas) const {
  while (at < text_.size() && (is_space(text_[at]) || (commas && text_[at] == ','))) ++at;
  return at;
}

std::optional<JsonValue> JsonValues::next() {
  if (at_ >= text_.size() || (is_list_ && text_[at_] == ']')) return std::nullopt;
  const JsonValue value = value_at(at_);
  at_ = skip(value.end, is_list_);
  return value;
}

JsonValue JsonValues::value_at(std::size_t begin) {
  JsonValue out = {begin, text_.size(), 0};
  const std::size_t cut = one_a_line_ ? cut_of(text_, begin) : text_.npos;
  int depth = 0;
  last_is_closed_ = true;
  for (std::size_t i = begin; i < text_.size();) {
    const char c = text_[i];
    const bool separates = c == ',' || c == ']' || is_space(c);
    if ((depth == 0 && i > begin && separates) || i == cut) {
      out.end = i;
      return out;
    }
    if (c == '{' || c == '[') out.depth = std::max(out.depth, ++depth);
    if (c == '}' || c == ']') --depth;
    i = end_of_token(text_, i);
    if (depth < 0 || (depth == 0 && (c == '}' || c == ']' || c == '"'))) {
      out.end = i;
      return out;
    }
  }
  last_is_closed_ = depth == 0;
  return out;
}

std::optional<JsonValue> JsonValues::cut(const JsonValue& value) {
  const std::size_t end = one_a_line_ ? text_.npos : cut_of(text_, value.begin);
  if (end >= value.end) return std::nullopt;
  one_a_line_ = true;
  const JsonValue out = value_at(value.begin);
  at_ = skip(out.end, is_list_);
  return out;
}

std::optional<std::size_t> JsonValues::text_behind() const {
  if (!is_list_ || at_ >= text_.size()) return std::nullopt;
  const std::size_t behind = skip(at_ + 1, false);
  return behind < text_.size() ? std::optional(behind) : std::nullopt;
}

}  // namespace papersearch
