// SPDX-License-Identifier: GPL-2.0-or-later
#include "suggest.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "author_completion.h"
#include "completion.h"
#include "document_builder.h"
#include "glossary_completion.h"
#include "hangul.h"
#include "jamo.h"
#include "keyboard.h"
#include "lexicon.h"
#include "normalize.h"
#include "schema.h"
#include "stopwords.h"
#include "surface_forms.h"
#include "titles.h"
#include "typed_text.h"

namespace papersearch {
namespace {

constexpr std::size_t kMaxCompletions = 30;  // of a word, before the best are picked
constexpr std::size_t kMaxNames = 3;         // of the glossary, in one language

// How many characters stand for what was typed: a lone cluster is two consonants.
std::size_t typed_length(std::u16string_view typed) {
  std::size_t length = 0;
  for (const char16_t c : typed) length += is_syllable(c) ? 1 : to_letters({&c, 1}).size();
  return length;
}

// Keeps the first of those with the same text, and no more than `limit`. Of terms spaces,
// hyphens and capitals make no other text: 강화 학습 and 강화학습 are the same to a search.
void keep_first(std::vector<Suggestion>& suggestions, std::size_t limit, bool are_terms) {
  std::unordered_set<std::string> seen;
  std::erase_if(suggestions, [&](const Suggestion& suggestion) {
    if (!are_terms) return !seen.insert(suggestion.text).second;
    std::string key;
    for (const std::string& word : Analyzer::fold_words(suggestion.text)) key += word;
    return !seen.insert(std::move(key)).second;
  });
  if (suggestions.size() > limit) suggestions.resize(limit);
}

class Suggester {
 public:
  Suggester(const Xapian::Database& database, Analyzer& analyzer, const Glossary& glossary,
            TypedText typed)
      : database_(database),
        analyzer_(analyzer),
        glossary_(glossary),
        typed_(std::move(typed)) {}

  std::vector<Suggestion> run(std::size_t limit) {
    if (typed_.author) return authors(limit);
    complete_last_word(limit);
    std::vector<Suggestion> found_authors = authors(limit);
    std::vector<Suggestion> found_titles = titles(limit);
    // Each kind leaves room for the others, as far as they need it.
    const std::size_t for_titles = std::min(found_titles.size(), limit / 3);
    const std::size_t for_authors = std::min(found_authors.size(), limit / 4);
    const bool only_names = !found_authors.empty() && !follows_term();
    std::vector<Suggestion> out;
    if (!only_names) out = terms(limit - for_titles - for_authors);
    found_authors.resize(std::min(found_authors.size(), limit - out.size() - for_titles));
    std::move(found_authors.begin(), found_authors.end(), std::back_inserter(out));
    std::move(found_titles.begin(), found_titles.end(), std::back_inserter(out));
    keep_first(out, limit, false);
    return out;
  }

 private:
  // Terms, from the surest source to the least sure; the later ones only where there is
  // nothing before.
  std::vector<Suggestion> terms(std::size_t limit) {
    std::vector<Suggestion> out = joined_words();
    if (!typed_.prefix.empty() && follows_term()) {
      add(typed_.before, completions_, out);
      insert_names(out);
      if (out.empty()) add_without_tail(out);
      if (out.empty()) add_rest_of_compound(out);
      if (out.empty()) add_other_keyboard(out);
    }
    keep_first(out, limit, true);
    return out;
  }

  // Names of things by the glossary that the typed words begin, each followed by its name
  // in the other language: before completions that fewer papers hold.
  void insert_names(std::vector<Suggestion>& out) {
    const TypedNames typed =
        complete_typed_name(database_, analyzer_, glossary_, typed_, kMaxNames);
    const bool one_word = typed.words == 1;
    std::size_t at = 0;
    for (const NameCompletion& name : typed.names) {
      // What goes on from several words goes first.
      while (one_word && at < out.size() && out[at].documents >= name.name.papers) ++at;
      if (!name.whole) insert(name.name, typed.begin, one_word, at++, out);
      // What is complete and has words before it is rather a title than half a name.
      if (name.whole && typed.begin > 0) continue;
      for (const CountedName& other : name.others) {
        insert(other, typed.begin, false, at++, out);
      }
    }
  }

  // Puts a name in place of what was typed from byte `begin` on; without gaps when
  // `compact` and papers write it so, too.
  void insert(const CountedName& name, std::size_t begin, bool compact, std::size_t at,
              std::vector<Suggestion>& out) const {
    const std::string before = typed_.text.substr(0, begin);
    const bool bare =
        begin == 0 || before.back() == ' ' || name.text.find(' ') == std::string::npos;
    Suggestion made{Suggestion::Kind::kTerm,
                    bare ? before + name.text : before + '"' + name.text + '"',
                    name.papers};
    const auto same = std::find_if(out.begin(), out.end(), [&](const Suggestion& other) {
      return other.text == before + without_gaps(name.text);
    });
    if (compact && same != out.end()) made.text = same->text;
    out.insert(out.begin() + static_cast<std::ptrdiff_t>(at), std::move(made));
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
           SurfaceForms(database_).frequency(text) > 0;
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
    const bool says_much = !before.empty() && !is_stopword(before);
    const TitleContext context(database_, says_much ? title_term(before) : "");
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
      std::string in_title = title_term(term);
      const std::size_t count = context.papers_with(in_title);
      counted.push_back({count, std::move(word), std::move(in_title)});
    }
    std::stable_sort(counted.begin(), counted.end(),
                     [](const Counted& a, const Counted& b) { return a.count > b.count; });
    title_terms_.push_back(title_term(term_of(to_utf8(typed_.prefix))));
    for (Counted& one : counted) {
      completions_.push_back(std::move(one.word));
      title_terms_.push_back(std::move(one.title_term));
    }
  }

  // The word itself, where the index has it, and what it goes on to.
  void add_word_and_completions(const std::u16string& word,
                                std::vector<Suggestion>& out) const {
    const std::string text = to_utf8(word);
    const bool latin = word[0] < 0x80;
    const Xapian::doccount frequency =
        latin ? SurfaceForms(database_).frequency(text) : database_.get_termfreq(text);
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

  // Of papers whose title holds every whole word, and a completion of the last.
  std::vector<Suggestion> titles(std::size_t limit) {
    std::vector<std::string> all;
    for (const std::u16string& word : typed_.words) {
      for (const std::string& term : name_terms(to_utf8(word), analyzer_))
        all.push_back(title_term(term));
    }
    std::vector<Suggestion> out;
    for (std::string& title : voted_titles(database_, all, title_terms_, limit)) {
      out.push_back({Suggestion::Kind::kTitle, std::move(title), 1});
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
  const Glossary& glossary_;
  TypedText typed_;
  std::vector<Completion> completions_;   // of the last word, best first
  std::vector<std::string> title_terms_;  // the last word and its completions in titles
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Suggestion> suggest(const Xapian::Database& database, Analyzer& analyzer,
                                const Glossary& glossary, std::string_view text,
                                std::size_t limit) {
  auto typed = read_typed(text);
  if (!typed) return {};
  return Suggester(database, analyzer, glossary, std::move(*typed)).run(limit);
}

}  // namespace papersearch
