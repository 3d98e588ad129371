// SPDX-License-Identifier: GPL-2.0-or-later
#include "latent_learning.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "latent_basis.h"
#include "latent_space.h"
#include "schema.h"
#include "stopwords.h"

namespace papersearch {
namespace {

constexpr std::size_t kDimensions = 200;
static_assert(kDimensions <= kMaxLatentDimensions);
// Few papers have few directions to tell, the rest is chance: of 422 papers 105 dimensions
// do better than 400 (translated titles .556 for .520, MRR@10).
constexpr std::size_t kPapersADimension = 4;
// By which share the archive grows or shrinks before the space is learned anew.
constexpr double kGrowth = 0.25;
// The most papers to learn from, so that time and memory stay bounded: of more, every
// second or third is taken.
constexpr std::size_t kMaxPapers = 20'000;
// Words in more than this share of the papers tell nothing.
constexpr double kCommonShare = 0.3;
// A paper that is told in English as well as in Korean has so many different ones at
// least. Digests in Korean quote English names and titles, but not the words that
// English sentences are built with: at most six or seven.
constexpr unsigned kEnglishStopwords = 10;
constexpr unsigned kKoreanWords = 16;
// So many of these papers are enough to learn from; in a small archive the half of it.
constexpr std::size_t kEnoughBilingual = 500;

using Ids = std::vector<Xapian::docid>;

struct WordCounts {
  unsigned english_stopwords = 0;
  unsigned korean_words = 0;
};

// The words of an index and their vectors-to-be.
struct Vocabulary {
  std::vector<std::string> words;
  std::vector<float> weights;  // inverse document frequencies
};

bool is_hangul(std::string_view word) {
  return static_cast<unsigned char>(word[0]) >= 0xEA;
}

// Calls f(word, document frequency) for every word, in the order of their bytes.
template <class F>
void for_each_word(const Xapian::Database& database, F&& f) {
  const auto end = database.allterms_end();
  for (auto it = database.allterms_begin(); it != end; ++it) {
    if (!is_latent_word(*it)) {
      it.skip_to(std::string(1, 'Z' + 1));
      if (it == end) break;
    }
    f(*it, it.get_termfreq());
  }
}

Ids all_papers(const Xapian::Database& database) {
  const std::string all(kAllPapers);
  return {database.postlist_begin(all), database.postlist_end(all)};
}

Ids bilingual_papers(const Xapian::Database& database, const Ids& papers) {
  std::vector<WordCounts> counts(database.get_lastdocid() + 1);
  for_each_word(database, [&](const std::string& word, Xapian::doccount) {
    const bool korean = is_hangul(word);
    if (!korean && !is_stopword(word)) return;
    for (auto it = database.postlist_begin(word); it != database.postlist_end(word); ++it) {
      ++(korean ? counts[*it].korean_words : counts[*it].english_stopwords);
    }
  });
  Ids out;
  std::copy_if(papers.begin(), papers.end(), std::back_inserter(out),
               [&](Xapian::docid did) {
                 return counts[did].english_stopwords >= kEnglishStopwords &&
                        counts[did].korean_words >= kKoreanWords;
               });
  return out;
}

// The papers to learn from.
Ids chosen_papers(const Xapian::Database& database) {
  Ids papers = all_papers(database);
  Ids bilingual = bilingual_papers(database, papers);
  if (bilingual.size() >= std::min(kEnoughBilingual, (papers.size() + 1) / 2)) {
    papers = std::move(bilingual);
  }
  const std::size_t step = papers.size() / kMaxPapers + 1;
  Ids out;
  for (std::size_t i = 0; i < papers.size(); i += step) out.push_back(papers[i]);
  return out;
}

// Rows of length 1: a long paper counts as much as a short one.
void normalize_rows(SparseMatrix& matrix) {
  std::vector<double> squares(matrix.rows);
  for (std::size_t i = 0; i < matrix.value.size(); ++i) {
    squares[matrix.row[i]] += static_cast<double>(matrix.value[i]) * matrix.value[i];
  }
  for (std::size_t i = 0; i < matrix.value.size(); ++i) {
    matrix.value[i] =
        static_cast<float>(matrix.value[i] / std::sqrt(squares[matrix.row[i]]));
  }
}

// What the words weigh in the papers `chosen`: (1 + ln frequency) x ln(papers / papers
// that have the word).
SparseMatrix word_matrix(const Xapian::Database& database, const Ids& chosen,
                         Vocabulary& vocabulary) {
  constexpr std::uint32_t kNone = ~std::uint32_t{0};
  std::vector<std::uint32_t> row_of(database.get_lastdocid() + 1, kNone);
  for (std::size_t i = 0; i < chosen.size(); ++i)
    row_of[chosen[i]] = static_cast<std::uint32_t>(i);

  // A vector learned from few papers of thousands says less than it takes room: of
  // digests_ko seven at least for four saves half a megabyte; topics have .786 for .785,
  // short questions .817 for .816.
  const std::size_t least = std::clamp<std::size_t>(chosen.size() / 700, 2, 7);
  const double papers = database.get_doccount();
  SparseMatrix out;
  out.rows = chosen.size();
  for_each_word(database, [&](const std::string& word, Xapian::doccount frequency) {
    if (frequency < least || frequency > kCommonShare * papers) return;
    const double rarity = std::log(papers / frequency);
    const std::size_t before = out.row.size();
    for (auto it = database.postlist_begin(word); it != database.postlist_end(word); ++it) {
      if (row_of[*it] == kNone || it.get_wdf() == 0) continue;
      out.row.push_back(row_of[*it]);
      out.value.push_back(static_cast<float>(latent_frequency(it.get_wdf()) * rarity));
    }
    if (out.row.size() - before < least) {
      out.row.resize(before);
      out.value.resize(before);
      return;
    }
    out.column_ends.push_back(out.row.size());
    vocabulary.words.push_back(word);
    vocabulary.weights.push_back(static_cast<float>(rarity));
  });
  normalize_rows(out);
  return out;
}

void store_directions(Xapian::WritableDatabase& database, LatentBasis basis) {
  for (const Xapian::docid did : all_papers(database)) {
    Xapian::Document document = database.get_document(did);
    const std::string direction =
        basis.direction_of(database.termlist_begin(did), database.termlist_end(did));
    if (direction == document.get_value(kLatentSlot)) continue;
    document.add_value(kLatentSlot, direction);
    database.replace_document(did, document);
  }
}

}  // namespace

bool needs_latent_learning(const Xapian::Database& database) {
  const LatentBasis basis(database);
  const double change = std::abs(static_cast<double>(database.get_doccount()) -
                                 static_cast<double>(basis.papers()));
  return basis.dimensions() == 0 || change >= kGrowth * static_cast<double>(basis.papers());
}

void learn_latent_basis(Xapian::WritableDatabase& database) {
  Vocabulary vocabulary;
  const Ids papers = chosen_papers(database);
  const SparseMatrix matrix = word_matrix(database, papers, vocabulary);
  const LatentSpace space = find_latent_space(
      matrix, std::min(kDimensions, papers.size() / kPapersADimension + 1));
  store_directions(database,
                   store_latent_basis(database, space, vocabulary.words, vocabulary.weights,
                                      database.get_doccount()));
}

void fold_in(LatentBasis& basis, Xapian::Document& document) {
  document.add_value(
      kLatentSlot, basis.direction_of(document.termlist_begin(), document.termlist_end()));
}

}  // namespace papersearch
