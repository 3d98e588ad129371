// SPDX-License-Identifier: GPL-2.0-or-later
#include "typed_text.h"

#include "papersearch/error.h"
#include "query_parser.h"
#include "query_words.h"

namespace papersearch {
namespace {

constexpr std::string_view kAuthorField = "author:";

// The name that is being typed at the end, when the last field of the text is one.
bool read_author(std::string_view text, TypedText& out) {
  const std::size_t field = text.rfind(kAuthorField);
  if (field == std::string_view::npos) return false;
  if (field > 0 && std::string_view(" (+-").find(text[field - 1]) == std::string_view::npos)
    return false;
  std::string_view name = text.substr(field + kAuthorField.size());
  const bool quoted = name.substr(0, 1) == "\"";
  if (quoted) name.remove_prefix(1);
  if (name.find_first_of(quoted ? "\"" : " ()") != std::string_view::npos) return false;
  out.before = text.substr(0, field);
  out.author = std::string(name);
  return true;
}

// True when what stands between two words may fall away when they become one.
bool may_join(std::string_view gap) {
  return gap.empty() || gap == " " || gap == "-" || gap == "_";
}

}  // namespace

std::optional<TypedText> read_typed(std::string_view text) {
  TypedText out;
  out.text = text;
  if (read_author(text, out)) return out;
  const Result<QueryNode> query = parse_query(text);
  if (!query) return std::nullopt;
  std::vector<QueryWord> words = words_of(text, *query).words;
  out.before = text;
  std::size_t end = text.size();
  if (!words.empty() && words.back().range.end == text.size()) {
    out.prefix = std::move(words.back().text);
    end = words.back().range.begin;
    out.before.resize(end);
    out.written_prefix = text.substr(end);
    words.pop_back();
  }
  if (!words.empty()) {
    const QueryWord& last = words.back();
    const std::string_view gap = text.substr(last.range.end, end - last.range.end);
    if (may_join(gap)) {
      out.joined = last.text;
      out.before_joined = text.substr(0, last.range.begin);
      out.gap = gap;
    }
  }
  for (QueryWord& word : words) {
    out.words.push_back(std::move(word.text));
    out.word_begins.push_back(word.range.begin);
  }
  return out;
}

}  // namespace papersearch
