// SPDX-License-Identifier: GPL-2.0-or-later
#include "spelling.h"

#include <algorithm>
#include <vector>

#include "author_names.h"
#include "hangul.h"
#include "hangul_spelling.h"
#include "jamo.h"
#include "keyboard.h"
#include "latin_spelling.h"
#include "match.h"
#include "normalize.h"
#include "query_filters.h"
#include "query_words.h"

namespace papersearch {
namespace {

using Script = QueryWord::Script;

// Of a query with more words that are not fine the first ones are mended: it is no query
// but a text, and time is short.
constexpr std::size_t kMaxMended = 6;
// Pieces that one word may have been torn into.
constexpr std::size_t kMaxPieces = 4;

// `word` with the capitals of what was `written` in its place. Letters that are the same
// in both, counted from either end, keep theirs; the rest is in capitals where that was.
std::u16string with_capitals_of(std::string_view written, std::u16string word) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto capital = [](char16_t& c) {
    if (c >= u'a' && c <= u'z') c = static_cast<char16_t>(c - 0x20);
  };
  const auto same = [](char c, char16_t d) { return static_cast<char16_t>(c | 0x20) == d; };
  std::size_t begin = 0;
  while (begin < std::min(written.size(), word.size()) && same(written[begin], word[begin]))
    ++begin;
  std::size_t end = 0;
  const std::size_t rest = std::min(written.size(), word.size()) - begin;
  while (end < rest && same(written[written.size() - 1 - end], word[word.size() - 1 - end]))
    ++end;
  const bool all =
      written.size() > 1 && std::all_of(written.begin(), written.end(), is_capital);
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool at_end = i + end >= word.size();
    const std::size_t from = at_end ? i + written.size() - word.size() : i;
    const bool kept = i < begin || at_end;
    if (all || (kept && is_capital(written[from])) ||
        (i == 0 && !written.empty() && is_capital(written[0])))
      capital(word[i]);
  }
  return word;
}

class Speller {
 public:
  Speller(const Xapian::Database& database, Analyzer& analyzer, const Glossary& glossary,
          std::string_view text, KeptReads* kept)
      : database_(database),
        analyzer_(analyzer),
        glossary_(glossary),
        latin_(database, analyzer, kept),
        hangul_(database, analyzer, kept),
        text_(text) {}

  std::optional<Correction> correct(const QueryNode& query, bool found_nothing) {
    QueryWords query_words = words_of(text_, query);
    words_ = std::move(query_words.words);
    for (const QueryWord& word : words_) standings_.push_back(standing(word));
    std::size_t mended = 0;
    for (std::size_t i = 0; i < words_.size() && mended < kMaxMended; ++i) {
      if (standings_[i].fine || is_name(words_[i])) continue;
      ++mended;
      if (const std::size_t end = join(i)) {
        i = end - 1;
      } else {
        mend(i);
      }
    }
    if (found_nothing) {
      for (const QueryAuthor& author : query_words.authors) mend(author);
    }
    if (edits_.empty()) return std::nullopt;
    return Correction{rewritten(), nothing_known()};
  }

 private:
  // In place of the bytes `range` of the query; nothing is replaced where it is empty.
  struct Edit {
    ByteRange range;
    std::string text;
  };

  Standing standing(const QueryWord& word) {
    switch (word.script) {
      case Script::kLatin:
        return latin_.standing(word.text);
      case Script::kHangul:
        // The 는 of TTRL는 is no word.
        if (word.glued && is_hangul_ending(word.text)) return {true, 0, false};
        return hangul_.standing(word.text);
      case Script::kOther:
        break;
    }
    return {true, database_.get_termfreq(to_utf8(word.text)), false};
  }

  // True for a word that the glossary has as the name of something.
  bool is_name(const QueryWord& word) {
    std::vector<GlossaryWord> terms;
    for (std::string& term : name_terms(to_utf8(word.text), analyzer_)) {
      terms.push_back({std::move(term), terms.empty(), false});
    }
    if (terms.empty()) return false;
    terms.back().ends_word = true;
    const std::vector<Meaning> meanings = glossary_.meanings(terms, analyzer_);
    return meanings.size() == 1 && meanings[0].end - meanings[0].begin == terms.size();
  }

  bool nothing_known() const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (!words_[i].negated && standings_[i].frequency > 0) return false;
    }
    return true;
  }

  // Words around word `at`, itself among them, that are one word torn apart: puts them
  // together and returns the end of what has been seen to; else 0.
  std::size_t join(std::size_t at) {
    const Script script = words_[at].script;
    for (std::size_t count = kMaxPieces; count > 1; --count) {
      for (std::size_t begin = at + 1 > count ? at + 1 - count : 0;
           begin <= at && begin + count <= words_.size(); ++begin) {
        if (begin < joined_) continue;
        std::u16string whole = words_[begin].text;
        bool together = words_[begin].script == script;
        for (std::size_t i = begin + 1; i < begin + count; ++i) {
          together &= words_[i].follows && words_[i].script == script;
          whole += words_[i].text;
        }
        if (!together || !is_word(script, whole)) continue;
        replace({words_[begin].range.begin, words_[begin + count - 1].range.end},
                std::move(whole));
        return joined_ = begin + count;
      }
    }
    return 0;
  }

  bool is_word(Script script, std::u16string_view word) {
    return script == Script::kLatin ? latin_.is_word(word) : hangul_.is_word(word);
  }

  void mend(std::size_t at) {
    const QueryWord& word = words_[at];
    std::optional<std::u16string> better = other_keyboard(word);
    if (!better && word.script == Script::kLatin) {
      better = latin_.mend(word.text, standings_[at]);
      if (!better) better = latin_.split(word.text);
    } else if (!better) {
      better = hangul_.mend(word.text, standings_[at]);
    }
    if (!better || *better == word.text) return;
    const bool is_two = better->find(u' ') != std::u16string::npos;
    replace(word.range, *better);
    if (is_two && word.needs_quotes) {
      edits_.push_back({{word.node.begin, word.node.begin}, "\""});
      edits_.push_back({{word.node.end, word.node.end}, "\""});
    }
  }

  // The word with the keyboard set to the other language, where the index knows that.
  std::optional<std::u16string> other_keyboard(const QueryWord& word) {
    if (word.script == Script::kHangul) {
      const std::u16string latin = to_utf16(typed_in_english(word.text));
      const Xapian::doccount frequency =
          latin.size() > 1 ? latin_.standing(latin).frequency : 0;
      // A single syllable may be any word: 헷 is gpt, but only because gpt is so frequent.
      const bool known =
          word.text.size() > 1
              ? frequency >= kEnoughPapers
              : latin.size() > 2 && frequency >= papers_for_short_word(database_);
      return known ? std::optional(latin) : std::nullopt;
    }
    // Capitals are the shift key of ㄲ, or those of a sentence.
    for (const std::string& keys : {std::string(written(word.range)), to_utf8(word.text)}) {
      const std::u16string hangul = typed_in_korean(keys);
      if (hangul.size() < 2 || !std::all_of(hangul.begin(), hangul.end(), is_syllable))
        continue;
      const Standing standing = hangul_.standing(hangul);
      const bool known = hangul_.is_word(hangul) || (hangul.size() > 2 && standing.fine &&
                                                     standing.frequency >= kEnoughPapers);
      if (known) return hangul;
    }
    return std::nullopt;
  }

  void mend(const QueryAuthor& author) {
    if (has_match(database_, author_query(author.name))) return;
    auto name = mend_author(database_, author.name);
    if (!name) return;
    std::erase(*name, '"');
    const bool quoted = written(author.range).find('"') != std::string_view::npos ||
                        name->find_first_of(" ()") != std::string::npos;
    edits_.push_back({author.range, quoted ? "\"" + *name + "\"" : *name});
  }

  std::string_view written(ByteRange range) const {
    return text_.substr(range.begin, range.end - range.begin);
  }

  void replace(ByteRange range, std::u16string word) {
    edits_.push_back({range, to_utf8(with_capitals_of(written(range), std::move(word)))});
  }

  std::string rewritten() {
    std::stable_sort(edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) {
      return a.range.begin != b.range.begin ? a.range.begin < b.range.begin
                                            : a.range.end < b.range.end;
    });
    std::string out;
    std::size_t done = 0;
    for (const Edit& edit : edits_) {
      out += text_.substr(done, edit.range.begin - done);
      out += edit.text;
      done = edit.range.end;
    }
    return out += text_.substr(done);
  }

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  const Glossary& glossary_;
  LatinSpelling latin_;
  HangulSpelling hangul_;
  std::string_view text_;
  std::vector<QueryWord> words_;
  std::vector<Standing> standings_;
  std::size_t joined_ = 0;  // words before this one are part of a joined one
  std::vector<Edit> edits_;
};

}  // namespace

std::optional<Correction> correct_spelling(const Xapian::Database& database,
                                           Analyzer& analyzer, const Glossary& glossary,
                                           std::string_view text, const QueryNode& query,
                                           bool found_nothing, KeptReads* kept) {
  return Speller(database, analyzer, glossary, text, kept).correct(query, found_nothing);
}

}  // namespace papersearch
