// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_words.h"

#include <algorithm>

#include "char_class.h"
#include "jamo.h"
#include "normalize.h"

namespace papersearch {
namespace {

using Script = QueryWord::Script;

bool is_hangul(char16_t c) { return is_syllable(c) || is_lone_jamo(c); }
bool is_latin(char16_t c) { return c >= u'a' && c <= u'z'; }
bool is_other(char16_t c) { return char_class(c) != CharClass::kOther && !is_hangul(c); }

class Collector {
 public:
  explicit Collector(std::string_view text) : text_(text) {}

  QueryWords collect(const QueryNode& root) {
    sequence(root, false);
    return std::move(out_);
  }

 private:
  void sequence(const QueryNode& node, bool negated) {
    const QueryNode* before = nullptr;
    for (const QueryNode& child : node.children) {
      const bool plain =
          child.kind == NodeKind::kWord && child.occur == Occur::kShould && !child.field;
      visit(child, negated, !plain, plain && before != nullptr);
      before = plain ? &child : nullptr;
    }
  }

  void visit(const QueryNode& node, bool negated, bool needs_quotes, bool follows) {
    negated = negated != (node.occur == Occur::kMustNot);
    switch (node.kind) {
      case NodeKind::kWord:
        add_words(node, negated, needs_quotes, follows);
        break;
      case NodeKind::kPhrase:
        add_words(node, negated, false, false);
        break;
      case NodeKind::kAuthor:
        out_.authors.push_back({node.text, author_range(node)});
        break;
      case NodeKind::kSequence:
        sequence(node, negated);
        break;
      case NodeKind::kAnd:
      case NodeKind::kOr:
        for (const QueryNode& child : node.children) visit(child, negated, true, false);
        break;
      default:
        break;
    }
  }

  // Where the text of a word or phrase stands: at the end of its node, but for a quote.
  ByteRange text_range(const QueryNode& node) const {
    const std::size_t end = std::min(node.range.end, text_.size());
    for (const std::size_t quote : {0, 1, 3}) {
      if (end < node.text.size() + quote) break;
      const std::size_t begin = end - quote - node.text.size();
      const bool quoted = quote == 0 || text_[end - quote] == '"' || quote == 3;
      if (quoted && text_.substr(begin, node.text.size()) == node.text) {
        return {begin, begin + node.text.size()};
      }
    }
    return {end, end};
  }

  ByteRange author_range(const QueryNode& node) const {
    const std::string_view written = text_.substr(0, text_range(node).begin);
    const std::size_t colon = written.rfind(':');
    const std::size_t begin = colon != std::string_view::npos && colon >= node.range.begin
                                  ? colon + 1
                                  : node.range.begin;
    return {begin, node.range.end};
  }

  void add_words(const QueryNode& node, bool negated, bool needs_quotes, bool follows) {
    const ByteRange at = text_range(node);
    normalize(text_.substr(at.begin, at.end - at.begin), normalized_);
    const std::u16string& text = normalized_.text;
    bool is_first = true;
    for (std::size_t i = 0; i < text.size();) {
      QueryWord word;
      const std::size_t begin = i;
      word.script = take_run(i);
      if (i == begin) {
        ++i;
        continue;
      }
      const ByteRange source = normalized_.source(begin, i);
      word.text = text.substr(begin, i - begin);
      word.range = {at.begin + source.begin, at.begin + source.end};
      word.node = at;
      word.needs_quotes = needs_quotes;
      word.negated = negated;
      word.follows = is_first ? follows : is_space_before(word);
      word.glued = !is_first && out_.words.back().range.end == word.range.begin;
      out_.words.push_back(std::move(word));
      is_first = false;
    }
  }

  // Moves `i` over the word that begins there, if any.
  Script take_run(std::size_t& i) const {
    const std::u16string& text = normalized_.text;
    const std::size_t begin = i;
    while (i < text.size() && is_hangul(text[i])) ++i;
    if (i > begin) return Script::kHangul;
    while (i < text.size() &&
           (is_latin(text[i]) || (i > begin && is_apostrophe(text[i]) &&
                                  i + 1 < text.size() && is_latin(text[i + 1])))) {
      ++i;
    }
    const bool goes_on = i < text.size() && is_other(text[i]);
    if (i > begin && (!goes_on || char_class(text[i]) == CharClass::kDigit))
      return Script::kLatin;
    while (i < text.size() && is_other(text[i])) ++i;
    return Script::kOther;
  }

  bool is_space_before(const QueryWord& word) const {
    const std::size_t end = out_.words.back().range.end;
    const std::string_view gap = text_.substr(end, word.range.begin - end);
    return !gap.empty() && gap.find_first_not_of(" \t") == std::string_view::npos;
  }

  std::string_view text_;
  NormalizedText normalized_;
  QueryWords out_;
};

}  // namespace

QueryWords words_of(std::string_view text, const QueryNode& root) {
  return Collector(text).collect(root);
}

}  // namespace papersearch
