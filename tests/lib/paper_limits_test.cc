// SPDX-License-Identifier: GPL-2.0-or-later
// The boundaries of what a paper may be: each is indexed and found.
#include <gtest/gtest.h>

#include "small_index.h"

namespace papersearch {
namespace {

using testing::make_paper;
using testing::require;
using testing::TempDir;
using testing::write_index;

TEST(PaperLimitsTest, TakesAMegabyteSection) {
  const TempDir folder;
  std::string text;
  while (text.size() < (1 << 20)) text += "강화학습으로 word ";
  write_index(folder / "index", {make_paper("2504.00001", "One", text + "unicorn")});
  Searcher searcher = require(Searcher::open(folder / "index"));
  EXPECT_EQ(require(searcher.search("unicorn")).total, 1U);
  EXPECT_EQ(require(searcher.find("2504.00001")).sections[0].text, text + "unicorn");
}

TEST(PaperLimitsTest, TakesATenMegabyteWord) {
  const TempDir folder;
  const std::string word(10'000'000, 'x');
  write_index(folder / "index", {make_paper("2504.00001", "One", word + " unicorn")});
  Searcher searcher = require(Searcher::open(folder / "index"));
  EXPECT_EQ(require(searcher.search("unicorn")).total, 1U);
}

TEST(PaperLimitsTest, TakesAFloodOfCombiningMarks) {
  const TempDir folder;
  std::string text = "agent";
  for (int i = 0; i < 100'000; ++i) text += "\xCC\x81";
  write_index(folder / "index", {make_paper("2504.00001", text, text)});
  EXPECT_EQ(require(require(Searcher::open(folder / "index")).search("agent")).total, 1U);
}

TEST(PaperLimitsTest, TakesTenThousandAuthors) {
  const TempDir folder;
  Paper paper = make_paper("2504.00001", "One");
  for (int i = 0; i < 10'000; ++i)
    paper.authors.push_back("Given" + std::to_string(i) + " Family");
  write_index(folder / "index", {paper});
  Searcher searcher = require(Searcher::open(folder / "index"));
  EXPECT_EQ(require(searcher.search("author:Given0")).total, 1U);
  EXPECT_EQ(require(searcher.search("author:Given9999")).total, 1U);
  EXPECT_EQ(require(searcher.search("author:\"Given3000 Family\"")).total, 1U);
  EXPECT_EQ(require(searcher.find("2504.00001")).authors.size(), 10'000U);
}

TEST(PaperLimitsTest, TakesEmptySectionsAndLongTerms) {
  const TempDir folder;
  Paper paper = make_paper("2504.00001", std::string(3'000, 't'));
  paper.authors = {"", std::string(3'000, 'a')};
  paper.sections = {{"", ""}, {"What's New", ""}, {std::string(3'000, 'n'), "😀"}};
  write_index(folder / "index", {paper});
  Searcher searcher = require(Searcher::open(folder / "index"));
  EXPECT_EQ(require(searcher.find("2504.00001")).sections.size(), 3U);
  EXPECT_EQ(require(searcher.search(std::string(3'000, 't'))).total, 1U);
  EXPECT_EQ(require(searcher.search("author:" + std::string(3'000, 'a'))).total, 1U);
}

}  // namespace
}  // namespace papersearch
