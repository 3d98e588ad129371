// SPDX-License-Identifier: GPL-2.0-or-later
// Which sentences of a paper say most of a query, by its words as the index has them: no
// text is analyzed for it.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "word_sequence.h"

namespace papersearch {

class SentenceChoice {
 public:
  // Any of `terms` counts, each as much as `weight` says when first asked for it; and so do
  // those of `names` where they stand side by side, in order.
  SentenceChoice(const std::vector<std::string>& terms,
                 const std::vector<std::vector<std::string>>& names,
                 std::function<double(const std::string&)> weight);

  // Whether a word of the query stands in one of `fields`.
  bool stands_in(const WordSequence& words, FieldMask fields);

  // The numbers of the best sentences in `fields`, each adding something, ascending; at
  // most `count`.
  std::vector<std::size_t> best(const WordSequence& words, FieldMask fields,
                                std::size_t count);

 private:
  struct Wanted {
    WordCode code;
    std::string term;
    bool alone;  // not only in a name
    std::optional<double> weight;
  };
  using Wants = std::vector<Wanted>;
  // A sentence and what it holds of the query.
  struct Sentence {
    std::size_t number;
    std::vector<Wanted*> wanted;
  };

  Wanted* find(WordCode code);
  double weight(Wanted& wanted);
  std::vector<bool> in_names(const WordSequence& words) const;
  std::vector<Sentence> sentences(const WordSequence& words, FieldMask fields);
  double worth(const Sentence& sentence, const std::vector<Wanted*>& seen);

  Wants wanted_;  // by code
  std::vector<std::vector<WordCode>> names_;
  std::function<double(const std::string&)> weight_;
};

}  // namespace papersearch
