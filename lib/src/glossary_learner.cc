// SPDX-License-Identifier: GPL-2.0-or-later
#include "glossary_learner.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

#include "gloss.h"
#include "glossary_limits.h"
#include "glossary_table.h"
#include "korean_name.h"
#include "stopwords.h"

namespace papersearch {
namespace {

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t space = std::min(text.find(' '), text.size());
    out.push_back(text.substr(0, space));
    text.remove_prefix(std::min(space + 1, text.size()));
  }
  return out;
}

template <class Text>
std::string most_frequent(const std::map<Text, std::uint32_t>& counts) {
  // Of equals the first in order.
  const auto best =
      std::max_element(counts.begin(), counts.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == counts.end() ? std::string() : std::string(best->first);
}

}  // namespace

// One pass of learning over what a GlossaryLearner collected.
class GlossaryLearner::Selection {
 public:
  Selection(const GlossaryLearner& learner, const DocumentFrequency& frequency)
      : records_(learner.records_), frequency_(frequency), texts_(learner.texts_) {}

  LearnedGlossary run() {
    read_abbreviations();
    find_concepts();
    read_english();
    read_korean();
    drop_vague_names();
    return glossary();
  }

 private:
  // A thing with names. Its key: the terms of its English name; where it has none, of its
  // abbreviation, with an @ before them.
  struct Concept {
    std::map<std::string_view, std::uint32_t> english;  // as written
    std::vector<LearnedName> abbreviations;
    std::vector<KoreanContext> contexts;
    std::vector<KoreanName> korean;
  };

  // The terms of a text, separated by spaces.
  const std::string& key(Id text) {
    std::string& terms = keys_[text];
    if (terms.empty()) terms = terms_of(texts_.text(text));
    return terms;
  }

  std::string terms_of(std::string_view text) {
    std::string out;
    for (const std::string_view word : split(text)) {
      const auto [at, is_new] = terms_of_word_.try_emplace(word);
      if (is_new) at->second = analyzed(word);
      out += (out.empty() ? "" : " ") + at->second;
    }
    return out;
  }

  std::string analyzed(std::string_view text) {
    analyzer_.analyze(text, tokens_);
    std::string out;
    for (const Token& token : tokens_) {
      if (token.kind == TokenKind::kWord) out += (out.empty() ? "" : " ") + token.term;
    }
    return out;
  }

  // Of most things a single gloss tells, from which nothing is learned.
  void find_concepts() {
    TextPool keys;
    std::vector<std::uint32_t> glosses;
    for (const Record& record : records_) {
      const Id id = keys.add(concept_of(record));
      if (id == glosses.size()) glosses.push_back(0);
      if (++glosses[id] == kMinSupport) concepts_[std::string(keys.text(id))];
    }
  }

  void read_english() {
    for (const Record& record : records_) {
      if (record.english == 0) continue;
      const auto found = concepts_.find(key(record.english));
      if (found != concepts_.end()) ++found->second.english[texts_.text(record.english)];
    }
  }

  // Of each abbreviation the reading that prevails, if one does.
  void read_abbreviations() {
    struct Use {
      std::map<std::string, std::uint32_t> readings;  // papers by concept
      std::map<std::string_view, std::uint32_t> written;
    };
    std::map<std::string, Use> uses;
    std::set<std::pair<std::string, std::string>> seen;  // in the paper at hand
    Id paper = 0;
    for (const Record& record : records_) {
      if (record.abbreviation == 0) continue;
      if (std::exchange(paper, record.paper) != record.paper) seen.clear();
      Use& use = uses[key(record.abbreviation)];
      ++use.written[texts_.text(record.abbreviation)];
      if (record.english == 0) continue;
      if (seen.emplace(key(record.abbreviation), key(record.english)).second) {
        ++use.readings[key(record.english)];
      }
    }
    for (const auto& [terms, use] : uses) {
      written_[terms] = most_frequent(use.written);
      const std::string best = most_frequent(use.readings);
      if (best.empty()) continue;
      std::uint32_t total = 0;
      for (const auto& [reading, papers] : use.readings) total += papers;
      const std::uint32_t support = use.readings.at(best);
      if (support < kMinReadingShare * total) continue;
      reading_[terms] = best;
      if (support < kFirmSupport || is_rather_a_word(terms, support)) continue;
      concepts_[best].abbreviations.push_back({written_[terms], support});
    }
  }

  bool is_rather_a_word(const std::string& terms, std::uint32_t support) const {
    if (terms.find(' ') != std::string::npos) return false;
    return is_stopword(terms) || support < kMinReadingOfWordShare * frequency_(terms);
  }

  // What stands in Korean before the glosses of each concept, and the names in it.
  void read_korean() {
    for (const Record& record : records_) {
      if (record.korean == 0) continue;
      const auto found = concepts_.find(concept_of(record));
      if (found == concepts_.end()) continue;
      found->second.contexts.push_back(
          {record.paper, texts_.text(record.korean), record.korean_is_whole});
    }
    for (auto& [key, found] : concepts_) {
      if (found.contexts.size() < kMinSupport) continue;
      const bool has_english = key[0] != '@';
      found.korean = korean_names(found.contexts, has_english ? split(key).size() : 0);
      const double least =
          has_english ? 0 : kMinKoreanShareOfAbbreviation * papers_in(found.contexts);
      std::erase_if(found.korean, [&](const KoreanName& name) {
        // A name is looked up by its analysis.
        return name.support < least || analyzed(name.terms) != name.terms;
      });
    }
  }

  static double papers_in(const std::vector<KoreanContext>& contexts) {
    std::uint32_t papers = 0;
    Id last = 0;
    for (const KoreanContext& context : contexts) {
      if (std::exchange(last, context.paper) != context.paper) ++papers;
    }
    return papers;
  }

  std::string concept_of(const Record& record) {
    if (record.english != 0) return key(record.english);
    const auto reading = reading_.find(key(record.abbreviation));
    return reading != reading_.end() ? reading->second : "@" + key(record.abbreviation);
  }

  // A Korean name that is glossed with many things (모델, 생성) says nothing of any.
  void drop_vague_names() {
    struct Count {
      std::uint32_t papers = 0;
      Id last_paper = 0;
    };
    std::unordered_map<std::string_view, Count> glossed;
    for (const auto& [key, found] : concepts_) {
      for (const KoreanName& name : found.korean) glossed.try_emplace(name.terms);
    }
    for (const Record& record : records_) {
      std::string_view end = texts_.text(record.korean);
      while (!end.empty()) {
        const auto at = glossed.find(end);
        if (at != glossed.end() &&
            std::exchange(at->second.last_paper, record.paper) != record.paper) {
          ++at->second.papers;
        }
        const std::size_t space = end.find(' ');
        end.remove_prefix(space == std::string_view::npos ? end.size() : space + 1);
      }
    }
    for (auto& [key, found] : concepts_) {
      for (KoreanName& name : found.korean) {
        const double share =
            name.support < kFirmSupport ? kMinShareOfFew : kMinEnglishShare;
        if (name.support < share * glossed.at(name.terms).papers) name.support = 0;
      }
    }
    // Not before: `glossed` points into the names.
    for (auto& [key, found] : concepts_) {
      std::erase_if(found.korean, [](const KoreanName& name) { return name.support == 0; });
    }
  }

  LearnedGlossary glossary() {
    LearnedGlossary out;
    for (const auto& [key, found] : concepts_) {
      std::vector<LearnedName> names = found.abbreviations;
      for (const KoreanName& name : found.korean)
        names.push_back({name.terms, name.support});
      if (names.empty()) continue;
      const bool has_english = key[0] != '@';
      std::uint32_t most = 0;
      for (const LearnedName& name : names) most = std::max(most, name.support);
      names.push_back(
          {has_english ? most_frequent(found.english) : written_.at(key.substr(1)), most});
      add_names(names, out);
    }
    for (auto& [name, others] : out) keep_best(others);
    return out;
  }

  // Each of `names` is a name for all others.
  void add_names(const std::vector<LearnedName>& names, LearnedGlossary& out) {
    for (const LearnedName& name : names) {
      const std::vector<std::string> terms = name_terms(name.text, analyzer_);
      if (terms.empty() || terms.size() > kMaxNameTerms) continue;
      std::vector<LearnedName>& others = out[name_key(terms)];
      for (const LearnedName& other : names) {
        if (&other != &name)
          others.push_back({other.text, std::min(name.support, other.support)});
      }
    }
  }

  // Each text once, the best supported first, at most kMaxLearnedNames.
  static void keep_best(std::vector<LearnedName>& names) {
    const auto better = [](const LearnedName& a, const LearnedName& b) {
      return a.support != b.support ? a.support > b.support : a.text < b.text;
    };
    std::sort(names.begin(), names.end(), better);
    std::set<std::string> seen;
    std::erase_if(names,
                  [&](const LearnedName& name) { return !seen.insert(name.text).second; });
    if (names.size() > kMaxLearnedNames) names.resize(kMaxLearnedNames);
  }

  const std::deque<Record>& records_;
  const DocumentFrequency& frequency_;
  const TextPool& texts_;
  std::unordered_map<Id, std::string> keys_;  // of the text, where needed
  std::unordered_map<std::string_view, std::string> terms_of_word_;
  std::map<std::string, Concept> concepts_;
  std::map<std::string, std::string> reading_;  // concept, by the terms of an abbreviation
  std::map<std::string, std::string> written_;  // the abbreviation, by its terms
  Analyzer analyzer_;
  std::vector<Token> tokens_;
};

void GlossaryLearner::add_paper(std::string_view encoded_glosses) {
  ++papers_;
  for (const Gloss& gloss : decode_glosses(encoded_glosses)) {
    records_.push_back({papers_, texts_.add(gloss.korean), texts_.add(gloss.english),
                        texts_.add(gloss.abbreviation), gloss.korean_is_whole});
  }
}

LearnedGlossary GlossaryLearner::learn(const DocumentFrequency& document_frequency) const {
  return Selection(*this, document_frequency).run();
}

}  // namespace papersearch
