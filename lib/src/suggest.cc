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

// Completions of a word that are looked at, before the best are picked.
constexpr std::size_t kMaxCompletions = 30;
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
    if (typed_.author) return authors(limit);
    complete_last_word(limit);
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

  // What the last word and the one that is being typed are parts of: gpt-4 gives gpt-4o,
  // and 강화 ㅎ what papers write as 강화학습.
  std::vector<Suggestion> joined_words() const {
    std::vector<Suggestion> out;
    if (typed_.joined.empty()) return out;
    const std::size_t length = typed_length(typed_.joined);
    for (const Completion& whole :
         complete_word(database_, typed_.joined + typed_.prefix, kMaxCompletions)) {
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
  void complete_last_word(std::size_t limit) {
    if (typed_.prefix.empty()) return;
    const std::string before =
        typed_.words.empty() ? "" : term_of(to_utf8(typed_.words.back()));
    std::vector<Xapian::docid> papers;
    if (!before.empty() && !is_stopword(before)) papers = some_with_title(before);
    struct Counted {
      std::size_t count;
      Completion word;
      std::string title_term;
    };
    std::vector<Counted> counted;
    for (Completion& word :
         complete_word(database_, typed_.prefix, std::max(limit, kMaxCompletions))) {
      const std::string term = term_of(word.word);
      if (term == before) continue;
      std::string title_term = field_term(Field::kTitle, term);
      const std::size_t count = papers.empty() ? 0 : papers_with(papers, title_term);
      counted.push_back({count, std::move(word), std::move(title_term)});
    }
    std::stable_sort(counted.begin(), counted.end(),
                     [](const Counted& a, const Counted& b) { return a.count > b.count; });
    title_terms_.push_back(field_term(Field::kTitle, term_of(to_utf8(typed_.prefix))));
    for (Counted& one : counted) {
      completions_.push_back(std::move(one.word));
      title_terms_.push_back(std::move(one.title_term));
    }
  }

  std::vector<Xapian::docid> some_with_title(const std::string& term) const {
    std::vector<Xapian::docid> papers;
    const std::string title = field_term(Field::kTitle, term);
    for (auto it = database_.postlist_begin(title);
         it != database_.postlist_end(title) && papers.size() < kMaxContextTitles; ++it) {
      papers.push_back(*it);
    }
    return papers;
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

  // The word itself, where the index has it, and what it goes on to.
  void add_word_and_completions(const std::u16string& word,
                                std::vector<Suggestion>& out) const {
    const std::string text = to_utf8(word);
    const bool latin = word[0] < 0x80;
    const Xapian::doccount frequency =
        database_.get_termfreq(latin ? std::string(kWordPrefix) + text : text);
    if (frequency > 0) add(typed_.before, {{text, frequency}}, out);
    add(typed_.before, complete_word(database_, word, kMaxCompletions), out);
  }

  // 강활 may be 강화 and the ㄹ of an ending, or of another word.
  void add_without_tail(std::vector<Suggestion>& out) const {
    std::u16string word = typed_.prefix;
    const auto moved = is_syllable(word.back()) ? move_tail(word.back()) : std::nullopt;
    if (!moved) return;
    word.back() = moved->syllable;
    add_word_and_completions(word, out);
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
          complete_word(database_, typed.substr(i), kMaxCompletions), out);
    }
  }

  void add_other_keyboard(std::vector<Suggestion>& out) const {
    std::u16string other = typed_in_korean(typed_.written_prefix);
    if (other.empty()) other = to_utf16(typed_in_english(typed_.prefix));
    if (other.size() > 1) add_word_and_completions(other, out);
  }

  std::vector<Suggestion> authors(std::size_t limit) const {
    std::string typed = typed_.author.value_or("");
    for (const std::u16string& word : typed_.words) typed += to_utf8(word) + " ";
    typed += to_utf8(typed_.prefix);
    std::vector<std::string> words = Analyzer::fold_words(typed);
    std::string prefix;
    if (!words.empty() && typed.back() != ' ') {
      prefix = std::move(words.back());
      words.pop_back();
    }
    const std::string before = typed_.author ? typed_.before + "author:\"" : "";
    const std::string after = typed_.author ? "\"" : "";
    std::vector<Suggestion> out;
    for (const AuthorCompletion& author :
         complete_author(database_, words, prefix, limit)) {
      out.push_back(
          {Suggestion::Kind::kAuthor, before + author.name + after, author.papers});
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
    if (!title_terms_.empty()) {
      all.push_back(Query(Query::OP_OR, title_terms_.begin(), title_terms_.end()));
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
  std::vector<Completion> completions_;   // of the last word, best first
  std::vector<std::string> title_terms_;  // the last word and its completions in titles
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
