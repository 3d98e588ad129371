// SPDX-License-Identifier: GPL-2.0-or-later
// What a search makes of the other names of its words.
#include "papersearch/glossary.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "row_name.h"
#include "small_index.h"

namespace papersearch {
namespace {

using testing::exact;
using testing::make_paper;
using testing::require;
using testing::SmallIndex;
using Names = std::vector<std::string>;

// Papers on one thing that share no word, and one on something else.
std::vector<Paper> papers() {
  return {
      make_paper("2501.00001", "Walking Robots",
                 "이 연구는 강화 학습으로 로봇을 걷게 한다."),
      make_paper("2501.00002", "Games by Reinforcement Learning", "Learning to play well."),
      make_paper("2501.00003", "Faster Sorting",
                 "An agent trained with RL finds a program."),
      make_paper("2501.00004", "Drawing Cats", "그림을 그리는 프로그램을 만든다.")};
}

SmallIndex& index() {
  static SmallIndex all(papers());
  return all;
}

// And so many others that every word is rare, as in a real archive.
std::vector<Paper> among_others(std::vector<Paper> papers) {
  for (int i = 0; i < 50; ++i) {
    papers.push_back(make_paper("2502.0" + std::to_string(1'000 + i), "Other", "그림"));
  }
  return papers;
}

Names sorted(Names ids) {
  std::sort(ids.begin(), ids.end());
  return ids;
}

struct Query {
  const char* name;
  const char* text;
  Names ids;
};
void PrintTo(const Query& query, std::ostream* out) { *out << query.text; }

const Names kAll = {"2501.00001", "2501.00002", "2501.00003"};

class OtherNamesTest : public ::testing::TestWithParam<Query> {};

TEST_P(OtherNamesTest, FindPapers) {
  EXPECT_EQ(sorted(index().ids(GetParam().text)), GetParam().ids);
}

INSTANTIATE_TEST_SUITE_P(
    Queries, OtherNamesTest,
    ::testing::Values(
        Query{"Words", "reinforcement learning", kAll}, Query{"Abbreviation", "RL", kAll},
        Query{"Korean", "강화 학습", kAll}, Query{"KoreanSolid", "강화학습을", kAll},
        // The longest name counts: what deep reinforcement learning is called.
        Query{"InACompound", "로봇강화학습", kAll},
        Query{"OfALongerName", "심층강화학습", {"2501.00001"}},
        Query{"Must", "+강화학습", kAll},
        Query{"And", "강화학습 AND (robots OR sorting OR games)", kAll},
        Query{"MustAll", "+강화학습 +sorting", {"2501.00003"}},
        Query{"Title", "title:강화학습", {"2501.00002"}},
        // What stands in quotes is meant to the letter; so is what is not wanted.
        Query{"Phrase", "\"강화 학습\"", {"2501.00001"}},
        Query{"EnglishPhrase", "\"reinforcement learning\"", {"2501.00002"}},
        Query{"Not", "프로그램 sorting -강화학습", {"2501.00003", "2501.00004"}},
        Query{"Prefix", "강화*", {"2501.00001"}}),
    testing::row_name<Query>);

TEST(OtherNamesTest, AreNotTriedWhenExact) {
  EXPECT_EQ(index().ids("강화 학습", exact()), Names{"2501.00001"});
  EXPECT_EQ(index().ids("RL", exact()), Names{"2501.00003"});
}

TEST(OtherNamesTest, WeighLessThanTheWordItself) {
  SmallIndex small(among_others({make_paper("2501.00001", "One", "강화 학습"),
                                 make_paper("2501.00002", "Two", "RL")}));
  EXPECT_EQ(small.ids("강화 학습"), (Names{"2501.00001", "2501.00002"}));
  EXPECT_EQ(small.ids("RL"), (Names{"2501.00002", "2501.00001"}));
}

TEST(OtherNamesTest, AreNoEvidenceBesideTheWord) {
  // The second query asks for nothing new.
  const SearchResult one = index().search("RL");
  const SearchResult two = index().search("RL 강화학습 reinforcement learning");
  ASSERT_EQ(one.total, 3U);
  EXPECT_EQ(two.total, 3U);
  SmallIndex both(among_others({make_paper("2501.00001", "One", "RL RL"),
                                make_paper("2501.00002", "Two", "RL 강화학습"),
                                make_paper("2501.00003", "Three", "강화학습 강화학습")}));
  SearchOptions options;
  options.votes_weight = 0;
  for (const char* query : {"RL", "강화학습"}) {
    const SearchResult plain = both.search(query, options);
    ASSERT_EQ(plain.hits.size(), 3U) << query;
    // Both names are no twice as good as one.
    EXPECT_LT(plain.hits[0].relevance, 2 * plain.hits[1].relevance + 1e-9) << query;
  }
}

TEST(OtherNamesTest, ALongerNameIsNoneOfItsParts) {
  SmallIndex small({make_paper("2501.00001", "Supervised Learning of Shapes"),
                    make_paper("2501.00002", "Unsupervised Learning of Shapes")});
  EXPECT_EQ(small.ids("비지도 학습"), Names{"2501.00002"});
  EXPECT_EQ(small.ids("비지도학습"), Names{"2501.00002"});
  EXPECT_EQ(small.ids("지도 학습"), Names{"2501.00001"});
}

// 공장 stands nowhere, and 공정 everywhere; but 공장 is a word that the glossary knows.
TEST(OtherNamesTest, AreNoSlips) {
  SmallIndex small({make_paper("2501.00001", "One", "공정 공정을 공정한"),
                    make_paper("2501.00002", "Two", "공정 공정은"),
                    make_paper("2501.00003", "Three", "공정 공정의"),
                    make_paper("2501.00004", "Planning for Manufacturing")});
  const SearchResult result = small.search("공장");
  EXPECT_FALSE(result.corrected);
  EXPECT_EQ(result.suggestion, std::nullopt);
  ASSERT_EQ(result.hits.size(), 1U);
  EXPECT_EQ(result.hits[0].paper.id, "2501.00004");
}

TEST(OtherNamesTest, ShowInHighlights) {
  const SearchResult result = index().search("강화학습");
  for (const Hit& hit : result.hits) {
    if (hit.paper.id != "2501.00002") continue;
    ASSERT_EQ(hit.title_highlights.size(), 2U);
    EXPECT_EQ(hit.title_highlights[0], (ByteRange{9, 22}));
    EXPECT_EQ(hit.title_highlights[1], (ByteRange{23, 31}));
    // A word of a name alone is not the name.
    ASSERT_EQ(hit.snippets.size(), 1U);
    EXPECT_TRUE(hit.snippets[0].highlights.empty());
  }
}

TEST(OtherNamesTest, ShowInExplanations) {
  SearchOptions options;
  options.explain = true;
  const SearchResult result = index().search("강화학습 walking", options);
  for (const Hit& hit : result.hits) {
    const auto& terms = hit.explanation->terms;
    const auto named = std::find_if(terms.begin(), terms.end(), [](const TermScore& term) {
      return term.term.find("\u2192") != std::string::npos;
    });
    if (hit.paper.id == "2501.00001") {
      EXPECT_EQ(named, terms.end());
      continue;
    }
    ASSERT_NE(named, terms.end()) << hit.paper.id;
    EXPECT_EQ(named->term, hit.paper.id == "2501.00002"
                               ? "강화학습 → reinforcement learning"
                               : "강화학습 → RL");
    double sum = hit.explanation->closeness;
    for (const TermScore& term : terms) sum += term.weight;
    EXPECT_NEAR(sum, hit.relevance, 1e-9);
  }
}

// Three papers that gloss a term which nobody has reviewed, and one in English alone.
std::vector<Paper> glossed(const std::string& gloss, const std::string& title) {
  return {make_paper("2501.00001", "One", "새로운 " + gloss),
          make_paper("2501.00002", "Two", gloss),
          make_paper("2501.00003", "Three", "이 논문은 " + gloss),
          make_paper("2501.00004", title)};
}

TEST(LearnedNamesTest, FindPapersInTheOtherLanguage) {
  SmallIndex small(glossed("곡률 사상(curvature mapping)을 쓴다", "On Curvature Mappings"));
  EXPECT_EQ(sorted(small.ids("곡률 사상")).back(), "2501.00004");
  EXPECT_EQ(small.ids("곡률 사상", exact()).size(), 3U);
}

TEST(LearnedNamesTest, LoseToReviewedOnes) {
  SmallIndex small(glossed("강화 학습(rabbit hole)", "Down the Rabbit Hole"));
  const auto entries = require(small.searcher().glossary("강화 학습"));
  ASSERT_EQ(entries.size(), 1U);
  for (const OtherName& name : entries[0].names) {
    EXPECT_EQ(name.source, NameSource::kReviewed) << name.text;
  }
  EXPECT_EQ(small.ids("강화 학습").size(), 3U);
}

TEST(LearnedNamesTest, CanBeForbidden) {
  // data/glossary.tsv says that these are two things.
  SmallIndex small(glossed("회귀 모델(autoregressive model)", "Autoregressive Models"));
  for (const auto& entry : require(small.searcher().glossary("회귀 모델"))) {
    for (const OtherName& name : entry.names) EXPECT_NE(name.text, "autoregressive model");
  }
}

TEST(GlossaryOfASearcherTest, TellsNamesSourcesAndSupport) {
  SmallIndex small(
      glossed("곡률 사상(curvature mapping)과 강화 학습(reinforcement learning)", "Four"));
  const std::string text = "빠른 곡률 사상과 강화학습";
  const auto entries = require(small.searcher().glossary(text));
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(
      text.substr(entries[0].range.begin, entries[0].range.end - entries[0].range.begin),
      "곡률 사상");
  ASSERT_EQ(entries[0].names.size(), 1U);
  EXPECT_EQ(entries[0].names[0].text, "curvature mapping");
  EXPECT_EQ(entries[0].names[0].source, NameSource::kLearned);
  EXPECT_EQ(entries[0].names[0].support, 3U);
  const auto english = std::find_if(
      entries[1].names.begin(), entries[1].names.end(),
      [](const OtherName& name) { return name.text == "reinforcement learning"; });
  ASSERT_NE(english, entries[1].names.end());
  EXPECT_EQ(english->source, NameSource::kReviewed);
  EXPECT_EQ(english->support, 3U);
}

TEST(GlossaryOfASearcherTest, KnowsNothingOfOtherWords) {
  EXPECT_TRUE(require(index().searcher().glossary("")).empty());
  EXPECT_TRUE(require(index().searcher().glossary("뷁쀍 zyzzyva the 12")).empty());
  EXPECT_FALSE(index().searcher().glossary(std::string(1 << 20, 'x')));
}

class SynonymsTest : public ::testing::Test {
 protected:
  Names add(const std::string& content) {
    return require(index_.searcher().add_synonyms(folder_.write("my.tsv", content)));
  }

  testing::TempDir folder_;
  SmallIndex index_{papers()};
};

TEST_F(SynonymsTest, ComeOnTop) {
  EXPECT_TRUE(add("고양이\tcats\n걷기\t강화 학습\n").empty());
  EXPECT_EQ(index_.ids("고양이"), Names{"2501.00004"});
  const auto entries = require(index_.searcher().glossary("강화학습"));
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].names.front().text, "걷기");
  EXPECT_EQ(entries[0].names.front().source, NameSource::kUser);
  EXPECT_GT(entries[0].names.size(), 1U);
}

TEST_F(SynonymsTest, CanForbidWhatIsReviewed) {
  add("! RL\t강화 학습\treinforcement learning\n");
  EXPECT_EQ(index_.ids("RL"), Names{"2501.00003"});
}

TEST_F(SynonymsTest, ComplainOfBadLines) {
  EXPECT_EQ(
      add("고양이\tcats\n혼자\n"),
      Names{folder_ / "my.tsv" + ":2: one name alone; write two or more, with tabs or "
                                 "semicolons between"});
  EXPECT_EQ(index_.ids("고양이"), Names{"2501.00004"});
}

TEST_F(SynonymsTest, OfSeveralFilesAddUp) {
  add("고양이\tcats\n");
  add("야옹이\tcats\n");
  EXPECT_EQ(index_.ids("고양이"), Names{"2501.00004"});
  EXPECT_EQ(index_.ids("야옹이"), Names{"2501.00004"});
}

TEST_F(SynonymsTest, NeedAFile) {
  const auto missing = index_.searcher().add_synonyms(folder_ / "none");
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code(), ErrorCode::kIo);
  const auto folder = index_.searcher().add_synonyms(folder_.path().string());
  ASSERT_FALSE(folder);
  EXPECT_EQ(folder.error().code(), ErrorCode::kIo);
}

}  // namespace
}  // namespace papersearch
