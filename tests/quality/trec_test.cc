// SPDX-License-Identifier: GPL-2.0-or-later
#include "trec.h"

#include <gmock/gmock.h>

#include <sstream>

#include "support/temp_dir.h"
#include "switches.h"

namespace papersearch::quality {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::TempDir;

TEST(ReadTopics, TakesTheTextBehindTheSecondTabAsItIs) {
  const TempDir folder;
  const auto topics = read_topics(
      folder.write("t", "# comment\n1\ten\ta \"b\"\tc\n\n2\tko\t환각 탐지\r\n"));
  ASSERT_TRUE(topics);
  ASSERT_EQ(topics->size(), 2U);
  EXPECT_EQ((*topics)[0].text, "a \"b\"\tc");
  EXPECT_EQ((*topics)[1].language, "ko");
  EXPECT_EQ((*topics)[1].text, "환각 탐지");
}

TEST(ReadTopics, NamesTheLineThatIsWrong) {
  const TempDir folder;
  const auto missing_text = read_topics(folder.write("t", "1\ten\ta\n2\ten\n"));
  ASSERT_FALSE(missing_text);
  EXPECT_THAT(missing_text.error().message(), HasSubstr("t:2: "));
  const auto twice = read_topics(folder.write("u", "1\ten\ta\n1\ten\tb\n"));
  ASSERT_FALSE(twice);
  EXPECT_THAT(twice.error().message(), HasSubstr("u:2: the query 1 comes twice"));
}

TEST(ReadTopics, FailsWithoutAFile) {
  const TempDir folder;
  const auto topics = read_topics(folder / "none");
  ASSERT_FALSE(topics);
  EXPECT_EQ(topics.error().code(), ErrorCode::kIo);
}

TEST(ReadJudgments, CollectsGradesByQuery) {
  const TempDir folder;
  const auto judgments =
      read_judgments(folder.write("q", "1 0 2504.16084 3\n1 0 2401.08967 0\n2 0 x 1\n"));
  ASSERT_TRUE(judgments);
  EXPECT_EQ(judgments->at("1").at("2504.16084"), 3);
  EXPECT_EQ(judgments->at("1").at("2401.08967"), 0);
  EXPECT_EQ(judgments->at("2").size(), 1U);
  EXPECT_FALSE(read_judgments(folder.write("bad", "1 0 2504.16084 good\n")));
}

TEST(ReadRanking, KeepsTheOrderAndRefusesAPaperTwice) {
  const TempDir folder;
  const auto ranking =
      read_ranking(folder.write("r", "1 Q0 b 1 9 n\n1 Q0 a 2 8 n\n2 Q0 b 1 9 n\n"));
  ASSERT_TRUE(ranking);
  ASSERT_EQ(ranking->at("1").size(), 2U);
  EXPECT_EQ(ranking->at("1")[0].id, "b");
  const auto twice = read_ranking(folder.write("s", "1 Q0 b 1 9 n\n1 Q0 b 2 8 n\n"));
  ASSERT_FALSE(twice);
  EXPECT_THAT(twice.error().message(), HasSubstr("the paper b comes twice for 1"));
}

TEST(WriteRanking, IsReadBackAsItWas) {
  const TempDir folder;
  std::ostringstream out;
  write_ranking({{"1", {{"b", 3}, {"a", std::nullopt}}}, {"2", {}}}, "name", out);
  EXPECT_EQ(out.str(), "1 Q0 b 1 2 name\n1 Q0 a 2 1 name\n");
  const auto ranking = read_ranking(folder.write("r", out.str()));
  ASSERT_TRUE(ranking);
  EXPECT_EQ(ranking->at("1")[1].id, "a");
}

TEST(OptionsFrom, SetsWhatTheWordsName) {
  const auto options =
      options_from("votes-weight=0.25  section=title section=abstract snippets=0");
  ASSERT_TRUE(options);
  EXPECT_EQ(options->votes_weight, 0.25);
  EXPECT_THAT(options->sections, ElementsAre("title", "abstract"));
  EXPECT_EQ(options->snippets, 0U);
}

TEST(OptionsFrom, NothingIsAsShipped) {
  const auto options = options_from("");
  ASSERT_TRUE(options);
  EXPECT_EQ(options->votes_weight, kDefaultVotesWeight);
}

TEST(OptionsFrom, RefusesUnknownWordsAndBadValues) {
  for (const char* words :
       {"vote-weight=1", "votes-weight", "votes-weight=much", "votes-weight=1x", "=1"}) {
    const auto options = options_from(words);
    ASSERT_FALSE(options) << words;
    EXPECT_THAT(options.error().message(), HasSubstr(words));
  }
}

}  // namespace
}  // namespace papersearch::quality
