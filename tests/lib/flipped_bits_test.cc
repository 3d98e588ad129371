// SPDX-License-Identifier: GPL-2.0-or-later
// Damage to the files of an index, as disks do it: check_index() sees it, or it changes
// nothing that a search, or a look at a paper, gives. Xapian's files carry no checksums.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "index_files.h"
#include "latent_corpus.h"
#include "papersearch/index_check.h"
#include "sample_papers.h"
#include "small_index.h"

namespace papersearch {
namespace {

namespace fs = std::filesystem;
using testing::content_of;
using testing::generation;

std::vector<Paper> papers() {
  std::vector<Paper> out = testing::sample_papers();
  for (Paper& paper : testing::two_language_archive()) out.push_back(std::move(paper));
  return out;
}

std::string text_of(const SearchResult& result) {
  std::string out = std::to_string(result.total) + '\n';
  for (const Hit& hit : result.hits) {
    out += hit.paper.id + ' ' + hit.paper.title + ' ' + std::to_string(hit.score);
    for (const Snippet& snippet : hit.snippets) out += ' ' + snippet.text;
    out += '\n';
  }
  return out + result.suggestion.value_or("") + '\n';
}

template <class T, class F>
std::string text_of(const Result<T>& result, F&& f) {
  return result ? f(*result) : "error: " + result.error().message() + '\n';
}

// All that a user gets to see of the index.
std::string answers(const std::string& index) {
  Result<Searcher> searcher = Searcher::open(index);
  if (!searcher) return "error: " + searcher.error().message();
  std::string out;
  SearchOptions options;
  options.limit = 100;
  options.facets = true;
  const auto search_text = [](const SearchResult& result) { return text_of(result); };
  for (const char* query :
       {"robot gripper", "강화 학습", "\"reward model\"", "\"in this and how\"", "tit*",
        "author:\"Wei Li\"", "title:paper -robot", "storm humidity +wind", "protien",
        "votes:20..", "date:2025-01..2025-03", "abstract:language", "단백질", "paper"}) {
    out += text_of(searcher->search(query, options), search_text);
  }
  options.sort = SortOrder::kDate;
  out += text_of(searcher->search("paper OR models", options), search_text);
  out += text_of(searcher->similar("2504.10000", options), search_text);
  for (const char* typed : {"rob", "강화", "author:We", "reinf"}) {
    out += text_of(searcher->suggest(typed, 10), [](const auto& suggestions) {
      std::string text;
      for (const Suggestion& suggestion : suggestions) text += suggestion.text + '\n';
      return text;
    });
  }
  for (const Paper& paper : papers()) {
    out += text_of(searcher->find(paper.id), [](const Paper& found) {
      std::string text = found.id + found.title + found.date;
      for (const std::string& author : found.authors) text += author;
      for (const Section& section : found.sections) text += section.name + section.text;
      return text + std::to_string(found.votes.value_or(-1)) + '\n';
    });
  }
  return out;
}

class DamagedFilesTest : public ::testing::Test {
 protected:
  DamagedFilesTest() { testing::write_index(index_, papers()); }

  std::vector<std::string> files() const {
    std::vector<std::string> out = {index_ + "/XAPIANDB"};
    for (const auto& entry : fs::directory_iterator(generation(index_)))
      if (entry.file_size() > 0) out.push_back(entry.path().string());
    std::sort(out.begin(), out.end());
    return out;
  }

  // Whether the check sees damage. Where it sees none nothing else may. Where it does,
  // nothing is asked: over damaged postings Xapian may search for ever.
  bool is_seen(const std::string& sound_answers) {
    const Result<IndexCheck> check = check_index(index_);
    if (!check || !check->is_sound()) return true;
    EXPECT_EQ(answers(index_), sound_answers);
    return false;
  }

  testing::TempDir folder_;
  std::string index_ = folder_ / "index";
};

void flip(const std::string& path, std::size_t offset, int bit) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekg(static_cast<std::streamoff>(offset));
  const int byte = file.get();
  file.seekp(static_cast<std::streamoff>(offset));
  file.put(static_cast<char>(byte ^ (1 << bit)));
}

TEST_F(DamagedFilesTest, AFlippedBitIsSeenOrHarmless) {
  constexpr std::size_t kFlipsAFile = 60;
  const std::string before = answers(index_);
  std::mt19937 random(20250423);
  std::size_t flips = 0;
  std::size_t seen = 0;
  for (const std::string& file : files()) {
    const std::size_t size = fs::file_size(file);
    for (std::size_t i = 0; i < kFlipsAFile; ++i, ++flips) {
      const std::size_t offset = random() % size;
      const int bit = static_cast<int>(random() % 8);
      SCOPED_TRACE(file + ", byte " + std::to_string(offset) + ", bit " +
                   std::to_string(bit));
      flip(file, offset, bit);
      seen += is_seen(before) ? 1 : 0;
      flip(file, offset, bit);
    }
  }
  EXPECT_GE(flips, 200U);
  EXPECT_GE(seen, flips / 4);
  EXPECT_FALSE(is_seen(before));
}

TEST_F(DamagedFilesTest, ACutFileIsSeen) {
  const std::string before = answers(index_);
  for (const std::string& file : files()) {
    const std::string whole = content_of(file);
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, whole.size() / 2}) {
      SCOPED_TRACE(file + " of " + std::to_string(size) + " bytes");
      fs::resize_file(file, size);
      EXPECT_TRUE(is_seen(before));
      std::ofstream(file, std::ios::binary) << whole;
    }
  }
  EXPECT_FALSE(is_seen(before));
}

TEST_F(DamagedFilesTest, AMissingFileIsSeen) {
  const std::string before = answers(index_);
  for (const std::string& file : files()) {
    SCOPED_TRACE(file);
    const std::string whole = content_of(file);
    fs::remove(file);
    EXPECT_TRUE(is_seen(before));
    std::ofstream(file, std::ios::binary) << whole;
  }
  EXPECT_FALSE(is_seen(before));
}

}  // namespace
}  // namespace papersearch
