// SPDX-License-Identifier: GPL-2.0-or-later
// How hits are scored; every number of it stands here. docs/design.md says how the
// numbers were chosen.
#pragma once

#include <xapian.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace papersearch {

// BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and
// Beyond") with a floor for every term that a document holds, however long it is: BM25+ (Lv
// and Zhai 2011, "Lower-Bounding Term Frequency Normalization"), as Xapian::BM25PlusWeight
// computes it with k3 = 1 and k2 = 0. Over digests_ko, nDCG@10 of the graded topics, MRR@10
// of short Korean questions, of English sentences and of Korean sentences over English
// abstracts:
//   BM25, k1 1.8              .775  .748  .635  .529
//   PL2, c 1 (3)              .784  .741  .614  .526  (.782 .760 .620 .555)
//   DPH                       .777  .753  .613  .546
//   DLH                       .774  .745  .617  .528
//   InL2, c 1 (3)             .777  .775  .650  .559  (.778 .785 .653 .555)
//   IfB2, c 1                 .742  .689  .588  .458
//   language model, 400       .748  .541  .495  .370
//   BM25+, k1 1.8, floor .5   .779  .768  .652  .559
//                  floor 1    .780  .776  .653  .563
//                  floor 1.5  .779  .782  .654  .566
//                  floor 3    .774  .789  .652  .552
//          k1 2.5, floor 1.5  .781  .780  .652  .562  (with votes .788 for .786)
//          k1 3.5, floor 2    .784  .783  .650  .562
// There b of .5, .6 and .7 gives .782, .781 and .782.
inline constexpr double kBm25K1 = 2.5;
inline constexpr double kBm25B = 0.6;
inline constexpr double kBm25Floor = 1.5;
inline constexpr double kBm25MinNormLength = 0.5;

// A word of the title counts as so many of the text: 3, 4 and 6 give .769, .774 and .777 on
// the topics, short Korean questions .745, .737 and .732, English sentences .637, .631,
// .613.
inline constexpr std::uint32_t kTitleWeight = 4;
// What a whole ("gpt4o") counts beside its parts, and a pair of syllables of a word that
// the lexicon does not know. A whole of Hangul counts nothing: it would only prefer one
// spelling to the other (graded topics, Korean: .3 gives .630, 0 gives .643; short
// questions +.007).
inline constexpr double kWholeWeight = 0.3;
inline constexpr double kBigramWeight = 0.3;
// 멀티 모달 for 멀티모달, as one name where it is one, else each word beside the other. No
// set holds enough of them.
inline constexpr double kApartWeight = 0.5;
// Words that any English abstract holds (stopwords.h): English sentences at 1, .5, .3 and
// .15 give .596, .610, .611 and .609; topics do not change.
inline constexpr double kGeneralWeight = 0.3;
// Other names of the query's words, see name_query.h: their share of the weight for a
// Korean word, of which a paper about it has the English name too, in the title or a
// gloss; and for an English one, which need not be said in Korean. And how many are tried.
// Korean topics have .755 at a share of .35, .759 at .4, .762 at .45, .755 at .55; short
// Korean questions .753, .742, .737 and .719, those whose paper is told in English alone
// .434, .445, .453 and .462. Topics in both languages have .779 at .2, .774 at .35 and .768
// at .5 of English words. But English sentences, asked of Korean digests, .611, .623, .631
// and .639 at .35, .5, .6 and .7; titles lose no places.
inline constexpr double kNamesShareOfKorean = 0.45;
inline constexpr double kNamesShareOfEnglish = 0.25;
inline constexpr double kNamesShareOfLongEnglish = 0.6;  // of more than kMaxClosenessWords
inline constexpr std::size_t kMaxQueryNames = 8;
// A name of an author among the words of a query.
inline constexpr double kAuthorWeight = 1.0;

// So many of the best hits by their terms are put in order by their votes, closeness and
// meaning too. Of 20 the first ten are a little worse, .784 for .785 on topics; from 40 on
// they are the same. What follows keeps the order of its terms, and no score of it is above
// one of these, for nothing of this takes from a score. Closeness is for queries of at most
// so many words. kDefaultClosenessWeight in query.h: at 0, .2, .3,
// .4 and .6 topics have .772, .773, .774, .772 and .768, with votes .768, .783, .783, .779
// and .773; short questions .719, .732, .737, .741 and .748.
inline constexpr std::size_t kRerankDepth = 40;
inline constexpr std::size_t kMaxClosenessWords = 6;

// In the latent space the other names of a word count together so much where the word
// counts
// 1. Papers brought in that hold no word of the query make hits no better. Over digests_ko,
// nDCG@10 of the graded topics at a weight of .4, with plain BM25: names counting 0 give
// .768, .5 gives .774. With names at .5, a weight of 0, .3, .4, .5 and .6 gives .768, .786,
// .783, .781 and .782, with votes .768, .780, .785, .788 and .788; MRR@10 of English
// sentences .654, .657, .654, .652 and .647; of short questions in the words of the paper
// itself .784, .785, .783, .780 and .776. kDefaultLatentWeight in query.h is chosen by
// these.
inline constexpr double kLatentNames = 0.5;
// For papers like a given one, nearness in meaning counts so many times as much: with
// papers of grade 3 as questions and those of the same topic as answers, nDCG@10 is .430 at
// a weight of 0, .441 at .4, .447 at 1, .440 at 4.
inline constexpr double kLatentOfSimilar = 2.5;

Xapian::BM25PlusWeight bm25();

// How long a document is beside the average, as bm25() has it.
inline double bm25_norm(double length, double average) {
  return average > 0 ? std::max(length / average, kBm25MinNormLength) : kBm25MinNormLength;
}
// What a frequency counts in a document of such a norm; below kBm25K1 + 1.
inline double bm25_saturation(double wdf, double norm) {
  return (kBm25K1 + 1) * wdf / (kBm25K1 * (norm * kBm25B + (1 - kBm25B)) + wdf);
}

// What bm25() gives one term.
class TermWeight {
 public:
  // Of a term that `frequency` of `papers` hold, whose lengths are `average` in the mean.
  TermWeight(double papers, double average, double frequency, double factor);

  // To a paper that holds it `wdf` times among `length` words.
  double of(double wdf, double length) const {
    return scale_ * (bm25_saturation(wdf, bm25_norm(length, average_)) + kBm25Floor);
  }
  // At most, however few words there are.
  double most(double wdf) const { return of(wdf, 0); }
  // At most, however often it stands there.
  double most() const { return scale_ * (kBm25K1 + 1 + kBm25Floor); }
  // What the sum of bm25_saturation() and kBm25Floor is multiplied by.
  double scale() const { return scale_; }

 private:
  double scale_;
  double average_;
};

// How rare a term is: the inverse document frequency of BM25, never below zero.
double inverse_document_frequency(double papers, double document_frequency);

// Votes as popularity between 0 and 1: v / (v + kVotesHalf), a saturating function
// (Craswell et al. 2005, "Relevance weighting for query independent evidence"). The
// median paper, and one whose votes are not known, has one half.
inline constexpr double kVotesHalf = 10;
double popularity(std::optional<std::int64_t> votes);

}  // namespace papersearch
