// SPDX-License-Identifier: GPL-2.0-or-later
#include "record.h"

#include <gtest/gtest.h>

#include <limits>
#include <random>

#include "paper_print.h"

namespace papersearch {
namespace {

Paper whole_paper() {
  Paper paper;
  paper.id = "2504.16084";
  paper.title = "TTRL: Test-Time Reinforcement Learning";
  paper.date = "2025-04-23";
  paper.authors = {"Yuxin Zuo", "김철수", ""};
  paper.votes = 57;
  paper.sections = {{"What's New", "라벨 없이 강화 학습을 한다.\n두 번째 줄."},
                    {"", std::string("a\0b", 3)}};
  return paper;
}

void expect_round_trip(const Paper& paper) {
  const std::optional<Paper> back = decode_record(encode_record(paper));
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(testing::print(*back), testing::print(paper));
}

TEST(RecordTest, GivesBackAWholePaper) { expect_round_trip(whole_paper()); }
TEST(RecordTest, GivesBackAnEmptyPaper) { expect_round_trip({}); }

// Unknown votes are not zero.
TEST(RecordTest, KeepsVotesApart) {
  for (const std::optional<std::int64_t> votes :
       {std::optional<std::int64_t>(), std::optional<std::int64_t>(0),
        std::optional<std::int64_t>(1), std::optional<std::int64_t>(127),
        std::optional<std::int64_t>(128),
        std::optional<std::int64_t>(std::numeric_limits<std::int64_t>::max())}) {
    Paper paper = whole_paper();
    paper.votes = votes;
    const std::optional<Paper> back = decode_record(encode_record(paper));
    ASSERT_TRUE(back.has_value());
    EXPECT_EQ(back->votes, votes);
  }
}

TEST(RecordTest, GivesBackLongLists) {
  Paper paper = whole_paper();
  for (int i = 0; i < 10'000; ++i) paper.authors.push_back("Author " + std::to_string(i));
  for (int i = 0; i < 1'000; ++i)
    paper.sections.push_back({std::to_string(i), std::string(i, 'x')});
  expect_round_trip(paper);
}

// Equal papers are told by equal bytes: that is how an unchanged one is known.
TEST(RecordTest, SamePaperSameBytes) {
  EXPECT_EQ(encode_record(whole_paper()), encode_record(whole_paper()));
}

TEST(RecordTest, EveryPartMakesADifference) {
  const std::string before = encode_record(whole_paper());
  const auto changed = [&](auto change) {
    Paper paper = whole_paper();
    change(paper);
    return encode_record(paper) != before;
  };
  EXPECT_TRUE(changed([](Paper& p) { p.id = "2504.16085"; }));
  EXPECT_TRUE(changed([](Paper& p) { p.title += "!"; }));
  EXPECT_TRUE(changed([](Paper& p) { p.date = ""; }));
  EXPECT_TRUE(changed([](Paper& p) { p.authors.pop_back(); }));
  EXPECT_TRUE(changed([](Paper& p) { std::swap(p.authors[0], p.authors[1]); }));
  EXPECT_TRUE(changed([](Paper& p) { p.votes.reset(); }));
  EXPECT_TRUE(changed([](Paper& p) { p.url = "https://example.org"; }));
  EXPECT_TRUE(changed([](Paper& p) { p.sections[0].name = ""; }));
  EXPECT_TRUE(changed([](Paper& p) { p.sections[1].text = "a"; }));
}

// Xapian's files carry no checksums; this one must see what a disk does to a bit.
TEST(RecordTest, NoticesEverySingleFlippedBit) {
  const std::string record = encode_record(whole_paper());
  for (std::size_t i = 0; i < record.size() * 8; ++i) {
    std::string damaged = record;
    damaged[i / 8] = static_cast<char>(damaged[i / 8] ^ (1 << (i % 8)));
    ASSERT_FALSE(decode_record(damaged).has_value()) << "bit " << i;
  }
}

TEST(RecordTest, NoticesEveryTruncationAndAddition) {
  const std::string record = encode_record(whole_paper());
  for (std::size_t n = 0; n < record.size(); ++n) {
    ASSERT_FALSE(decode_record(record.substr(0, n)).has_value()) << n << " bytes";
  }
  EXPECT_FALSE(decode_record(record + '\0').has_value());
  EXPECT_FALSE(decode_record("").has_value());
}

TEST(RecordTest, NoticesRandomBytes) {
  std::mt19937 random(5);
  for (int round = 0; round < 10'000; ++round) {
    std::string data(random() % 100, '\0');
    for (char& c : data) c = static_cast<char>(random());
    ASSERT_FALSE(decode_record(data).has_value());
  }
}

}  // namespace
}  // namespace papersearch
