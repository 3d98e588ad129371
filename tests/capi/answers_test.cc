// SPDX-License-Identifier: GPL-2.0-or-later
// Completions, other names, statistics, the check of an index, and texts.
#include <filesystem>
#include <fstream>

#include "c_index.h"
#include "papersearch/index_check.h"
#include "papersearch/searcher.h"
#include "papersearch/text.h"
#include "papersearch/version.h"

namespace papersearch::testing {
namespace {

using AnswersCTest = CApiTest;

TEST_F(AnswersCTest, SuggestsWhatTheSearcherSuggests) {
  const auto list =
      made<SuggestionsHandle>(papersearch_searcher_suggest, searcher(), "la", size_t{10});
  Result<Searcher> cpp = Searcher::open(db());
  const std::vector<Suggestion> expected = cpp.value().suggest("la", 10).value();
  ASSERT_FALSE(expected.empty());
  ASSERT_EQ(papersearch_suggestions_count(list.get()), expected.size());
  for (size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(papersearch_suggestions_kind(list.get(), i),
              static_cast<int>(expected[i].kind));
    EXPECT_EQ(papersearch_suggestions_text(list.get(), i), expected[i].text);
    EXPECT_EQ(papersearch_suggestions_documents(list.get(), i), expected[i].documents);
  }
}

TEST_F(AnswersCTest, SuggestionsKnowAnAuthorFromATitle) {
  const auto authors = made<SuggestionsHandle>(papersearch_searcher_suggest, searcher(),
                                               "author:zuo", size_t{1});
  ASSERT_EQ(papersearch_suggestions_count(authors.get()), 1U);
  EXPECT_EQ(papersearch_suggestions_kind(authors.get(), 0), PAPERSEARCH_SUGGESTION_AUTHOR);
  EXPECT_EQ(papersearch_suggestions_documents(authors.get(), 0), 1U);
}

TEST_F(AnswersCTest, GlossaryGivesOtherNamesAndWhoSaysSo) {
  const std::string text = "새 강화학습";
  const auto list =
      made<GlossaryHandle>(papersearch_searcher_glossary, searcher(), text.c_str());
  ASSERT_EQ(papersearch_glossary_entry_count(list.get()), 1U);
  const papersearch_range range = papersearch_glossary_entry_range(list.get(), 0);
  EXPECT_EQ(text.substr(range.begin, range.end - range.begin), "강화학습");
  ASSERT_GE(papersearch_glossary_name_count(list.get(), 0), 2U);
  EXPECT_STREQ(papersearch_glossary_name(list.get(), 0, 0), "reinforcement learning");
  EXPECT_EQ(papersearch_glossary_name_source(list.get(), 0, 0), PAPERSEARCH_NAME_REVIEWED);
  Result<Searcher> cpp = Searcher::open(db());
  EXPECT_EQ(papersearch_glossary_name_support(list.get(), 0, 0),
            cpp.value().glossary(text).value()[0].names[0].support);
}

TEST_F(AnswersCTest, SynonymsOfAFileAreTakenAndItsBadLinesToldOf) {
  const TempDir dir;
  const std::string file = dir.write("names.tsv", "ttrl\tself-voting rewards\nalone\n");
  const auto complaints =
      made<TextsHandle>(papersearch_searcher_add_synonyms, searcher(), file.c_str());
  ASSERT_EQ(papersearch_texts_count(complaints.get()), 1U);
  EXPECT_NE(std::string(papersearch_texts_at(complaints.get(), 0)).find(":2:"),
            std::string::npos);
  const auto list = made<GlossaryHandle>(papersearch_searcher_glossary, searcher(), "ttrl");
  ASSERT_GE(papersearch_glossary_name_count(list.get(), 0), 1U);
  EXPECT_EQ(papersearch_glossary_name_source(list.get(), 0, 0), PAPERSEARCH_NAME_USER);
  EXPECT_STREQ(papersearch_glossary_name(list.get(), 0, 0), "self-voting rewards");
}

TEST_F(AnswersCTest, StatisticsAreThoseOfTheIndex) {
  const auto statistics =
      made<StatisticsHandle>(papersearch_searcher_statistics, searcher());
  Result<Searcher> cpp = Searcher::open(db());
  const IndexStatistics expected = cpp.value().statistics().value();
  const papersearch_statistics* s = statistics.get();
  EXPECT_EQ(papersearch_statistics_papers(s), expected.papers);
  EXPECT_EQ(papersearch_statistics_sections(s), expected.sections);
  EXPECT_EQ(papersearch_statistics_votes_known(s), expected.votes_known);
  EXPECT_EQ(papersearch_statistics_first_date(s), expected.first_date);
  EXPECT_EQ(papersearch_statistics_last_date(s), expected.last_date);
  EXPECT_EQ(papersearch_statistics_last_indexed(s), expected.last_indexed);
  EXPECT_EQ(papersearch_statistics_indexed_by(s), expected.indexed_by);
  EXPECT_EQ(papersearch_statistics_files(s), expected.files);
  EXPECT_EQ(papersearch_statistics_complaints(s), expected.complaints);
  EXPECT_EQ(papersearch_statistics_schema_version(s), expected.schema_version);
  EXPECT_EQ(papersearch_statistics_analyzer_version(s), expected.analyzer_version);
  EXPECT_EQ(papersearch_statistics_bytes(s), expected.bytes);
}

TEST_F(AnswersCTest, CheckTellsASoundIndexFromADamagedOne) {
  const auto sound = made<CheckHandle>(papersearch_check_index, db());
  EXPECT_EQ(papersearch_check_problem_count(sound.get()), 0U);
  EXPECT_EQ(papersearch_check_problem(sound.get(), 0), nullptr);
  EXPECT_STREQ(papersearch_check_generation(sound.get()), "generation.1");
  const auto statistics =
      made<StatisticsHandle>(papersearch_searcher_statistics, searcher());
  EXPECT_EQ(papersearch_check_papers(sound.get()),
            papersearch_statistics_papers(statistics.get()));

  const TempDir dir;
  const std::string copy = dir / "index";
  std::filesystem::copy(db(), copy, std::filesystem::copy_options::recursive);
  std::filesystem::resize_file(copy + "/generation.1/postlist.glass", 0);
  const auto damaged = made<CheckHandle>(papersearch_check_index, copy.c_str());
  EXPECT_GT(papersearch_check_problem_count(damaged.get()), 0U);
  EXPECT_NE(papersearch_check_problem(damaged.get(), 0), nullptr);

  papersearch_check* none = nullptr;
  EXPECT_EQ(papersearch_check_index((dir / "none").c_str(), &none),
            PAPERSEARCH_INDEX_MISSING);
}

TEST_F(AnswersCTest, TextsFromOutsideAreMadeSafe) {
  const auto safe = made<TextHandle>(papersearch_printable, "a\x1b[31m\nb\xff");
  EXPECT_STREQ(safe.get(), "a[31m b\xef\xbf\xbd");
  size_t bad = 99;
  EXPECT_EQ(papersearch_is_valid_utf8("강", 3, &bad), 1);
  EXPECT_EQ(papersearch_is_valid_utf8("a\xff", 2, &bad), 0);
  EXPECT_EQ(bad, 1U);
  EXPECT_EQ(papersearch_is_calendar_date("2024-02-29"), 1);
  EXPECT_EQ(papersearch_is_calendar_date("2025-02-29"), 0);
}

TEST_F(AnswersCTest, IdsAreReadFromAnySpelling) {
  const auto id = made<TextHandle>(papersearch_parse_id, "arXiv:2504.16084v2");
  EXPECT_STREQ(id.get(), "2504.16084");
  char* none = nullptr;
  EXPECT_EQ(papersearch_parse_id("no id", &none), PAPERSEARCH_OK);
  EXPECT_EQ(none, nullptr);
}

TEST_F(AnswersCTest, SaysWhereTheIndexIsAndWhichVersionRuns) {
  setenv("PAPERSEARCH_DB", "/somewhere/index", 1);
  const auto path = made<TextHandle>(papersearch_default_index_path);
  unsetenv("PAPERSEARCH_DB");
  EXPECT_STREQ(path.get(), "/somewhere/index");
  EXPECT_STREQ(papersearch_version(), version());
}

}  // namespace
}  // namespace papersearch::testing
