// SPDX-License-Identifier: GPL-2.0-or-later
#include "suggest.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "author_completion.h"
#include "completion.h"
#include "document_builder.h"
#include "hangul.h"
#include "jamo.h"
#include "keyboard.h"
#include "lexicon.h"
#include "normalize.h"
#include "record.h"
#include "schema.h"
#include "stopwords.h"
#include "typed_text.h"

namespace papersearch {
namespace {

using Xapian::Query;

// Of the completions of a word so many are looked for in titles.
constexpr std::size_t kMaxTitleWords = 30;
// Titles with the word before that say which completions go with it.
constexpr std::size_t kMaxContextTitles = 100;

// How many characters stand for what was typed: a lone cluster is two consonants.
std::size_t typed_length(std::u16string_view typed) {
  std::size_t length = 0;
  for (const char16_t c : typed) length += is_syllable(c) ? 1 : to_letters({&c, 1}).size();
  return length;
}

void remove_repeated(std::vector<Suggestion>& suggestions, std::size_t limit) {
  std::unordered_set<std::string> seen;
  std::erase_if(suggestions,
                [&](const Suggestion& s) { return !seen.insert(s.text).second; });
  if (suggestions.size() > limit) suggestions.resize(limit);
}

class Suggester {
 public:
  Suggester(const Xapian::Database& database, Analyzer& analyzer, TypedText typed)
      : database_(database), analyzer_(analyzer), typed_(std::move(typed)) {}

  std::vector<Suggestion> run(std::size_t limit) {
    if (typed_.author) return only_authors(limit);
    if (!typed_.prefix.empty()) {
      completions_ =
          complete_word(database_, typed_.prefix, std::max(limit, kMaxTitleWords));
    }
    std::vector<Suggestion> found_authors = authors(limit);
    std::vector<Suggestion> found_titles = titles(limit);
    // Each kind leaves room for the others, as far as they need it.
    const std::size_t for_titles = std::min(found_titles.size(), limit / 3);
    const std::size_t for_authors = std::min(found_authors.size(), limit / 4);
    const bool only_names = !found_authors.empty() && !follows_term();
    std::vector<Suggestion> out =
        only_names ? std::vector<Suggestion>{} : terms(limit - for_titles - for_authors);
    found_authors.resize(std::min(found_authors.size(), limit - out.size() - for_titles));
    std::move(found_authors.begin(), found_authors.end(), std::back_inserter(out));
    std::move(found_titles.begin(), found_titles.end(), std::back_inserter(out));
    remove_repeated(out, limit);
    return out;
  }

 private:
  // Terms, from the surest source to the least sure; the later ones only where there is
  // nothing before.
  std::vector<Suggestion> terms(std::size_t limit) {
    std::vector<Suggestion> out = joined_words();
    if (!typed_.prefix.empty() && follows_term()) {
      sort_by_context();
      add(typed_.before, completions_, out);
      if (out.empty()) add_without_tail(out);
      if (out.empty()) add_rest_of_compound(out);
      if (out.empty()) add_other_keyboard(out);
    }
    remove_repeated(out, limit);
    return out;
  }

  // False after a word that no text holds, and initials: no term goes on from them.
  bool follows_term() {
    if (typed_.words.empty()) return true;
    return database_.term_exists(term_of(to_utf8(typed_.words.back())));
  }

  static void add(const std::string& before, const std::vector<Completion>& words,
                  std::vector<Suggestion>& out) {
    for (const Completion& word : words) {
      out.push_back({Suggestion::Kind::kTerm, before + word.word, word.frequency});
    }
  }

  bool is_word(std::u16string_view word) const {
    const std::string text = to_utf8(word);
    return find_word(word) != nullptr || database_.get_termfreq(text) > 0 ||
           database_.term_exists(std::string(kWordPrefix) + text);
  }

  // What the last word and the one that is being typed are parts of: 강화 ㅎ gives 강화
  // 학습 where papers write 강화학습, gpt-4 gives gpt-4o.
  std::vector<Suggestion> joined_words() const {
    std::vector<Suggestion> out;
    if (typed_.joined.empty()) return out;
    const std::size_t length = typed_length(typed_.joined);
    for (const Completion& whole :
         complete_word(database_, typed_.joined + typed_.prefix, kMaxTitleWords)) {
      const std::u16string word = to_utf16(whole.word);
      const std::u16string head = word.substr(0, length);
      const std::u16string rest = word.size() > length ? word.substr(length) : u"";
      if (rest.empty() || !is_word(head) || !is_word(rest)) continue;
      out.push_back({Suggestion::Kind::kTerm,
                     typed_.before_joined + to_utf8(head) + typed_.gap + to_utf8(rest),
                     whole.frequency});
    }
    return out;
  }

  // Completions that stand in titles together with the word before come first.
  void sort_by_context() {
    if (typed_.words.empty() || completions_.empty()) return;
    const std::string before = term_of(to_utf8(typed_.words.back()));
    if (before.empty() || is_stopword(before)) return;
    std::vector<Xapian::docid> papers;
    const std::string title = field_term(Field::kTitle, before);
    for (auto it = database_.postlist_begin(title);
         it != database_.postlist_end(title) && papers.size() < kMaxContextTitles; ++it) {
      papers.push_back(*it);
    }
    std::vector<std::pair<std::size_t, Completion>> counted;
    std::erase_if(completions_,
                  [&](const Completion& word) { return term_of(word.word) == before; });
    for (Completion& word : completions_) {
      counted.emplace_back(
          papers_with(papers, field_term(Field::kTitle, term_of(word.word))),
          std::move(word));
    }
    std::stable_sort(counted.begin(), counted.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    completions_.clear();
    for (auto& [count, word] : counted) completions_.push_back(std::move(word));
  }

  std::size_t papers_with(const std::vector<Xapian::docid>& papers,
                          const std::string& term) const {
    std::size_t count = 0;
    auto it = database_.postlist_begin(term);
    const auto end = database_.postlist_end(term);
    for (const Xapian::docid did : papers) {
      if (it == end) break;
      it.skip_to(did);
      if (it != end && *it == did) ++count;
    }
    return count;
  }

  // 강활 may be 강화 and the ㄹ of an ending, or of another word.
  void add_without_tail(std::vector<Suggestion>& out) const {
    std::u16string word = typed_.prefix;
    const auto moved = is_syllable(word.back()) ? move_tail(word.back()) : std::nullopt;
    if (!moved) return;
    word.back() = moved->syllable;
    if (const Xapian::doccount frequency = database_.get_termfreq(to_utf8(word))) {
      add(typed_.before, {{to_utf8(word), frequency}}, out);
    }
    add(typed_.before, complete_word(database_, word, kMaxTitleWords), out);
  }

  // Words run together that no paper writes so: the last of them is completed.
  void add_rest_of_compound(std::vector<Suggestion>& out) const {
    const std::u16string_view typed = typed_.prefix;
    if (!is_syllable(typed[0])) return;
    for (std::size_t i = typed.size() - 1; i > 1 && out.empty(); --i) {
      const HangulWord head = segment_hangul(typed.substr(0, i));
      const bool known = head.stem_end == i &&
                         std::all_of(head.parts.begin(), head.parts.end(),
                                     [](const HangulPart& part) { return part.known; });
      if (!known) continue;
      add(typed_.before + to_utf8(typed.substr(0, i)),
          complete_word(database_, typed.substr(i), kMaxTitleWords), out);
    }
  }

  void add_other_keyboard(std::vector<Suggestion>& out) const {
    std::u16string other = typed_in_korean(typed_.written_prefix);
    if (other.empty()) other = to_utf16(typed_in_english(typed_.prefix));
    if (other.size() < 2) return;
    if (const Xapian::doccount frequency = database_.get_termfreq(to_utf8(other))) {
      add(typed_.before, {{to_utf8(other), frequency}}, out);
    }
    add(typed_.before, complete_word(database_, other, kMaxTitleWords), out);
  }

  std::vector<Suggestion> authors(std::size_t limit) const {
    std::vector<std::string> words;
    for (const std::u16string& word : typed_.words) {
      for (std::string& part : Analyzer::fold_words(to_utf8(word)))
        words.push_back(std::move(part));
    }
    // The o'h of O'Hara is two words of a name.
    std::string prefix;
    for (std::string& part : Analyzer::fold_words(to_utf8(typed_.prefix))) {
      if (!prefix.empty()) words.push_back(std::move(prefix));
      prefix = std::move(part);
    }
    std::vector<Suggestion> out;
    for (AuthorCompletion& author : complete_author(database_, words, prefix, limit)) {
      out.push_back({Suggestion::Kind::kAuthor, std::move(author.name), author.papers});
    }
    return out;
  }

  std::vector<Suggestion> only_authors(std::size_t limit) const {
    std::vector<std::string> words = Analyzer::fold_words(*typed_.author);
    std::string prefix;
    if (!words.empty() && typed_.author->back() != ' ') {
      prefix = words.back();
      words.pop_back();
    }
    std::vector<Suggestion> out;
    for (const AuthorCompletion& author :
         complete_author(database_, words, prefix, limit)) {
      out.push_back({Suggestion::Kind::kAuthor,
                     typed_.before + "author:\"" + author.name + "\"", author.papers});
    }
    return out;
  }

  // The most voted papers whose title holds every whole word, and a completion of the last.
  std::vector<Suggestion> titles(std::size_t limit) {
    std::vector<Query> all;
    for (const std::u16string& word : typed_.words) {
      analyzer_.analyze(to_utf8(word), tokens_);
      for (const Token& token : tokens_) {
        if (token.kind == TokenKind::kWord)
          all.push_back(Query(field_term(Field::kTitle, token.term)));
      }
    }
    std::vector<Query> either;
    if (!typed_.prefix.empty()) {
      either.push_back(Query(field_term(Field::kTitle, term_of(to_utf8(typed_.prefix)))));
      for (const Completion& word : completions_) {
        either.push_back(Query(field_term(Field::kTitle, term_of(word.word))));
      }
      all.push_back(Query(Query::OP_OR, either.begin(), either.end()));
    }
    if (all.empty()) return {};
    Xapian::Enquire enquire(database_);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(kVotesSlot, true);
    enquire.set_query(Query(Query::OP_AND, all.begin(), all.end()));
    std::vector<Suggestion> out;
    const Xapian::MSet mset = enquire.get_mset(0, static_cast<Xapian::doccount>(limit));
    for (auto it = mset.begin(); it != mset.end(); ++it) {
      auto paper = decode_record(it.get_document().get_data());
      if (!paper) throw Xapian::DatabaseCorruptError("the record of a paper is damaged");
      out.push_back({Suggestion::Kind::kTitle, std::move(paper->title), 1});
    }
    return out;
  }

  // The term of a single word: the whole of gpt4o, the stem of learning.
  std::string term_of(const std::string& word) {
    analyzer_.analyze(word, tokens_);
    return tokens_.empty() ? "" : tokens_.back().term;
  }

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  TypedText typed_;
  std::vector<Completion> completions_;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Suggestion> suggest(const Xapian::Database& database, Analyzer& analyzer,
                                std::string_view text, std::size_t limit) {
  auto typed = read_typed(text);
  if (!typed) return {};
  return Suggester(database, analyzer, std::move(*typed)).run(limit);
}

}  // namespace papersearch
