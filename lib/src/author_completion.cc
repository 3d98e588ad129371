// SPDX-License-Identifier: GPL-2.0-or-later
#include "author_completion.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "analyzer.h"
#include "document_builder.h"
#include "schema.h"

namespace papersearch {
namespace {

// Names looked at, and papers of one of them, at most.
constexpr std::size_t kMaxNames = 5'000;
constexpr std::size_t kMaxFamilyNames = 4;
constexpr std::size_t kMaxPapers = 10;
// One letter begins too many names to be of help, two begin too many family names: of those
// only Li and Wu themselves.
constexpr std::size_t kMinPrefix = 2;
constexpr std::size_t kMinFamilyPrefix = 3;

using Counted = std::pair<std::string, Xapian::doccount>;

void keep_best(std::vector<Counted>& counted, std::size_t limit) {
  limit = std::min(limit, counted.size());
  std::partial_sort(counted.begin(), counted.begin() + static_cast<std::ptrdiff_t>(limit),
                    counted.end(), [](const Counted& a, const Counted& b) {
                      return a.second != b.second ? a.second > b.second : a.first < b.first;
                    });
  counted.resize(limit);
}

std::vector<Counted> terms_with(const Xapian::Database& database,
                                const std::string& beginning) {
  std::vector<Counted> out;
  for (auto it = database.allterms_begin(beginning);
       it != database.allterms_end(beginning) && out.size() < kMaxNames; ++it) {
    out.emplace_back(*it, it.get_termfreq());
  }
  return out;
}

// True when the words of a folded name are those that were typed, the last one begun.
bool fits(std::string_view folded, const std::vector<std::string>& words,
          const std::string& prefix) {
  std::vector<std::string> rest = Analyzer::fold_words(folded);
  for (const std::string& word : words) {
    const auto at = std::find(rest.begin(), rest.end(), word);
    if (at == rest.end()) return false;
    rest.erase(at);
  }
  return prefix.empty() ||
         std::any_of(rest.begin(), rest.end(), [&](const std::string& word) {
           return word.compare(0, prefix.size(), prefix) == 0;
         });
}

// False for most names that do not hold the folded word: a quick look before the names of
// a paper by hundreds are folded.
bool may_hold(std::string_view name, std::string_view word) {
  const auto same = [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 0x20) : a) == b;
  };
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x80;
  });
  return !plain || std::search(name.begin(), name.end(), word.begin(), word.end(), same) !=
                       name.end();
}

std::vector<std::string> authors_of(const Xapian::Database& database, Xapian::docid did) {
  return decode_authors(database.get_document(did).get_value(kAuthorsSlot));
}

class Completer {
 public:
  Completer(const Xapian::Database& database, const std::vector<std::string>& words,
            const std::string& prefix)
      : database_(database), words_(words), prefix_(prefix) {}

  std::vector<AuthorCompletion> run(std::size_t limit) {
    std::string in_order;
    for (const std::string& word : words_) in_order += word + " ";
    if (in_order.size() + prefix_.size() < kMinPrefix) return {};
    std::vector<Counted> names =
        terms_with(database_, std::string(kAuthorNamePrefix) + in_order + prefix_);
    keep_best(names, limit);
    for (Counted& name : names) found_.insert(std::move(name));
    for (const std::string& term : other_words()) add_bearers(term);
    names.assign(found_.begin(), found_.end());
    keep_best(names, limit);
    std::vector<AuthorCompletion> out;
    for (const auto& [term, papers] : names) out.push_back({spelling(term), papers});
    return out;
  }

 private:
  // The words whose bearers may fit although what was typed is not how their name begins.
  std::vector<std::string> other_words() const {
    if (!words_.empty()) {
      return {author_term(*std::max_element(
          words_.begin(), words_.end(), [&](const auto& a, const auto& b) {
            return database_.get_termfreq(author_term(a)) >
                   database_.get_termfreq(author_term(b));
          }))};
    }
    if (prefix_.size() < kMinFamilyPrefix) return {author_term(prefix_)};
    std::vector<Counted> names = terms_with(database_, author_term(prefix_));
    keep_best(names, kMaxFamilyNames);
    std::vector<std::string> out;
    for (Counted& name : names) out.push_back(std::move(name.first));
    return out;
  }

  void add_bearers(const std::string& term) {
    const std::string_view word = std::string_view(term).substr(kAuthorPrefix.size());
    std::size_t papers = 0;
    for (auto it = database_.postlist_begin(term);
         it != database_.postlist_end(term) && papers < kMaxPapers; ++it, ++papers) {
      for (const std::string& name : authors_of(database_, *it)) {
        if (!may_hold(name, word)) continue;
        const std::string name_term = author_name_term(name);
        if (found_.count(name_term) > 0) continue;
        if (fits(std::string_view(name_term).substr(kAuthorNamePrefix.size()), words_,
                 prefix_)) {
          found_.emplace(name_term, database_.get_termfreq(name_term));
        }
      }
    }
  }

  // How the first paper spells the name.
  std::string spelling(const std::string& name_term) const {
    const auto it = database_.postlist_begin(name_term);
    if (it == database_.postlist_end(name_term)) return {};
    for (std::string& name : authors_of(database_, *it)) {
      if (author_name_term(name) == name_term) return std::move(name);
    }
    return {};
  }

  const Xapian::Database& database_;
  const std::vector<std::string>& words_;
  const std::string& prefix_;
  std::unordered_map<std::string, Xapian::doccount> found_;  // by term
};

}  // namespace

std::vector<AuthorCompletion> complete_author(const Xapian::Database& database,
                                              const std::vector<std::string>& words,
                                              const std::string& prefix,
                                              std::size_t limit) {
  if (words.empty() && prefix.empty()) return {};
  return Completer(database, words, prefix).run(limit);
}

}  // namespace papersearch
