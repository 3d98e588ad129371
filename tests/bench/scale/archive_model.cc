// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive_model.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace papersearch::bench {
namespace {

constexpr std::size_t kTitle = static_cast<std::size_t>(-1);

// Of a hundred words so many begin at another place where the word before them stands, and
// of these so many in the topic's papers, where they have the word.
constexpr unsigned kJumps = 40;
constexpr unsigned kJumpsInTopic = 85;
// A topic's papers share a word with the paper that is drawn, which this many have at most.
constexpr std::size_t kTopicWords = 3;
constexpr std::size_t kCommonWord = 200;
constexpr std::size_t kMaxTopicPapers = 8;
constexpr std::size_t kShortestName = 4;
// Of a hundred authors so many never wrote before.
constexpr unsigned kNewAuthors = 35;

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The Latin letters that a word begins with, where they are enough for a name.
std::string_view name_in(std::string_view word) {
  if (word.find('/') != std::string_view::npos) return {};  // an address
  const auto end = std::find_if_not(word.begin(), word.end(), is_letter);
  const auto size = static_cast<std::size_t>(end - word.begin());
  return size < kShortestName ? std::string_view() : word.substr(0, size);
}

}  // namespace

ArchiveModel::ArchiveModel(const std::vector<Paper>& papers) {
  for (const Paper& paper : papers) {
    Original original{
        .lines = {}, .names = {}, .authors = paper.authors, .votes = paper.votes};
    add_line(original, paper.title, kTitle);
    if (original.lines.empty()) continue;
    for (const Section& section : paper.sections) {
      original.names.push_back(section.name);
      for (const std::string_view line : split(section.text, "\n"))
        add_line(original, line, original.names.size() - 1);
    }
    authors_.insert(authors_.end(), paper.authors.begin(), paper.authors.end());
    originals_.push_back(std::move(original));
  }
  if (originals_.empty()) throw std::invalid_argument("no paper to learn from");
  find_places();
}

ArchiveModel::Word ArchiveModel::add_word(std::string_view text) {
  const auto [found, is_new] = numbers_.emplace(text, static_cast<Word>(spellings_.size()));
  if (is_new) spellings_.emplace_back(text);
  return found->second;
}

void ArchiveModel::add_line(Original& original, std::string_view text,
                            std::size_t section) {
  const std::vector<std::string_view> words = split(text, " \t\r\n");
  if (words.empty()) return;
  original.lines.push_back({words_.size(), words.size(), section});
  for (const std::string_view word : words) {
    words_.push_back(add_word(word));
    paper_of_.push_back(static_cast<std::uint32_t>(originals_.size()));
  }
}

void ArchiveModel::find_places() {
  first_.assign(spellings_.size() + 1, 0);
  for (const Word word : words_) ++first_[word + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
  places_.resize(words_.size());
  for (std::size_t i = 0; i < words_.size(); ++i) places_[next[words_[i]]++] = i;

  document_frequency_.assign(spellings_.size(), 0);
  for (Word word = 0; word < spellings_.size(); ++word) {
    std::uint32_t last = static_cast<std::uint32_t>(originals_.size());
    for (std::size_t i = first_[word]; i < first_[word + 1]; ++i) {
      const std::uint32_t paper = paper_of_[places_[i]];
      document_frequency_[word] += paper != last;
      last = paper;
    }
    const std::string_view name = name_in(spellings_[word]);
    if (document_frequency_[word] == 1 && !name.empty()) names_.emplace_back(name);
  }
}

Paper ArchiveModel::make(Random& random) const {
  const std::size_t drawn = random.below(originals_.size());
  const Original& original = originals_[drawn];
  const std::vector<std::size_t> topic = draw_topic(drawn, random);

  Paper paper;
  paper.votes = originals_[random.below(originals_.size())].votes;
  for (const std::string& name : original.names) paper.sections.push_back({name, ""});
  for (const Line& line : original.lines) {
    std::string text = make_line(line.size, line.section == kTitle, topic, random);
    if (line.section == kTitle) {
      paper.title = std::move(text);
      continue;
    }
    std::string& section = paper.sections[line.section].text;
    if (!section.empty()) section += '\n';
    section += text;
  }
  std::set<std::string> authors;
  for (std::size_t i = 0; i < original.authors.size(); ++i) {
    std::string author = draw_author(random);
    if (authors.insert(author).second) paper.authors.push_back(std::move(author));
  }
  return paper;
}

std::vector<std::size_t> ArchiveModel::draw_topic(std::size_t original,
                                                  Random& random) const {
  std::vector<std::size_t> topic = {original};
  const std::vector<Line>& lines = originals_[original].lines;
  const std::size_t begin = lines.front().begin;
  const std::size_t end = lines.back().begin + lines.back().size;
  std::size_t shared = 0;
  for (std::size_t tries = 0; tries < 20 && shared < kTopicWords; ++tries) {
    const Word word = words_[begin + random.below(end - begin)];
    if (document_frequency_[word] < 2 || document_frequency_[word] > kCommonWord) continue;
    ++shared;
    const std::size_t count = first_[word + 1] - first_[word];
    for (int i = 0; i < 2; ++i)
      topic.push_back(paper_of_[places_[first_[word] + random.below(count)]]);
  }
  std::sort(topic.begin(), topic.end());
  topic.erase(std::unique(topic.begin(), topic.end()), topic.end());
  if (topic.size() > kMaxTopicPapers) topic.resize(kMaxTopicPapers);
  return topic;
}

// Where `word` stands: in one of the topic's papers, if one has it, mostly.
std::size_t ArchiveModel::draw_place(Word word, const std::vector<std::size_t>& topic,
                                     Random& random) const {
  const auto begin = places_.begin() + static_cast<std::ptrdiff_t>(first_[word]);
  const auto end = places_.begin() + static_cast<std::ptrdiff_t>(first_[word + 1]);
  if (random.chance(kJumpsInTopic)) {
    const std::size_t skipped = random.below(topic.size());
    for (std::size_t i = 0; i < topic.size(); ++i) {
      const std::size_t paper = topic[(i + skipped) % topic.size()];
      const std::vector<Line>& lines = originals_[paper].lines;
      const auto low = std::lower_bound(begin, end, lines.front().begin);
      const auto high = std::lower_bound(low, end, lines.back().begin + lines.back().size);
      if (low != high)
        return low[static_cast<std::ptrdiff_t>(
            random.below(static_cast<std::size_t>(high - low)))];
    }
  }
  return begin[static_cast<std::ptrdiff_t>(
      random.below(static_cast<std::size_t>(end - begin)))];
}

std::string ArchiveModel::make_line(std::size_t size, bool is_title,
                                    const std::vector<std::size_t>& topic,
                                    Random& random) const {
  const std::vector<Line>& lines = originals_[random.one_of(topic)].lines;
  const std::size_t line = is_title ? 0 : random.below(lines.size());
  std::size_t place = lines[line].begin;
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    const Word word = words_[place];
    if (!text.empty()) text += ' ';
    text +=
        document_frequency_[word] == 1 ? coin(spellings_[word], random) : spellings_[word];
    if (random.chance(kJumps)) place = draw_place(word, topic, random);
    // Where the last paper ends the first begins.
    place = (place + 1) % words_.size();
  }
  return text;
}

// Another word of the same kind: its name, or another, goes on with another's end. What has
// no name in it, such as a number, stays.
std::string ArchiveModel::coin(const std::string& word, Random& random) const {
  const std::string name(name_in(word));
  if (name.empty()) return word;
  const std::string& front = random.chance(50) ? name : random.one_of(names_);
  const std::string& back = random.one_of(names_);
  return front.substr(0, 2 + random.below(front.size() - 2)) +
         back.substr(back.size() - 2 - random.below(back.size() - 2)) +
         word.substr(name.size());
}

// One of the archive, as often as there, or a name of two of them.
std::string ArchiveModel::draw_author(Random& random) const {
  const std::string& author = random.one_of(authors_);
  if (!random.chance(kNewAuthors)) return author;
  const std::string& other = random.one_of(authors_);
  return author.substr(0, author.find(' ')) +
         (other.rfind(' ') == std::string::npos ? "" : other.substr(other.rfind(' ')));
}

}  // namespace papersearch::bench
