// SPDX-License-Identifier: GPL-2.0-or-later
// Papers that were never written, with the statistics of an archive that was.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "papersearch/paper.h"
#include "random.h"

namespace papersearch::bench {

// The sentences of one language as a chain of words: a word is followed by what followed it
// in a paper of the same topic, more rarely in any paper. A topic is a few papers that
// share words. Words that one paper alone has, which mostly are names, become other such
// words, so that the vocabulary grows with the archive. Lengths, sections and votes are
// those of a paper that is drawn for the purpose, and authors write as often as they do
// there.
//
// Of an archive of n papers it takes about as much memory as its text, whatever is made.
class ArchiveModel {
 public:
  // `papers` has at least one paper with words; throws std::invalid_argument else.
  explicit ArchiveModel(const std::vector<Paper>& papers);

  // A paper without an id and a date; the same for the same state of `random`.
  Paper make(Random& random) const;

 private:
  using Word = std::uint32_t;

  // A stretch of words that becomes one of the same length: a title or a line of a section.
  struct Line {
    std::size_t begin;  // in words_
    std::size_t size;
    std::size_t section;  // in Original::names; kTitle: the title
  };
  struct Original {
    std::vector<Line> lines;
    std::vector<std::string> names;  // of its sections
    std::vector<std::string> authors;
    std::optional<std::int64_t> votes;
  };

  Word add_word(std::string_view text);
  void add_line(Original& original, std::string_view text, std::size_t section);
  void find_places();

  std::vector<std::size_t> draw_topic(std::size_t original, Random& random) const;
  std::size_t draw_place(Word word, const std::vector<std::size_t>& topic,
                         Random& random) const;
  std::string make_line(std::size_t size, bool is_title,
                        const std::vector<std::size_t>& topic, Random& random) const;
  std::string coin(const std::string& word, Random& random) const;
  std::string draw_author(Random& random) const;

  std::unordered_map<std::string, Word> numbers_;  // of words_' spellings
  std::vector<std::string> spellings_;
  std::vector<Word> words_;              // of all lines, paper by paper
  std::vector<std::uint32_t> paper_of_;  // of each of words_
  std::vector<Original> originals_;
  // The places of each word in words_, in their order: those of word w begin at first_[w].
  std::vector<std::size_t> first_;
  std::vector<std::size_t> places_;
  std::vector<std::size_t> document_frequency_;
  std::vector<std::string> names_;    // that begin words of one paper alone
  std::vector<std::string> authors_;  // each as often as it stands below a title
};

}  // namespace papersearch::bench
