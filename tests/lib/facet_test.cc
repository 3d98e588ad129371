// SPDX-License-Identifier: GPL-2.0-or-later
#include "facet.h"

#include <gtest/gtest.h>

#include "small_index.h"

namespace papersearch {
namespace {

// "2025-04=2 2025-03=1"
std::string text(const std::vector<FacetCount>& counts) {
  std::string out;
  for (const FacetCount& count : counts) {
    out += (out.empty() ? "" : " ") + count.value + "=" + std::to_string(count.count);
  }
  return out;
}

// The counts over `papers`; a spy cannot be copied.
struct Counts {
  explicit Counts(const std::vector<Paper>& papers,
                  const std::vector<WordPattern>& patterns = {})
      : spy(patterns) {
    DocumentBuilder builder;
    for (const Paper& paper : papers) spy(builder.build(paper), 0);
  }
  FacetSpy spy;
};

Paper listed(std::string date, std::vector<std::string> authors) {
  Paper paper = testing::make_paper("2504.00001", "Title");
  paper.date = std::move(date);
  paper.authors = std::move(authors);
  return paper;
}

TEST(MostFrequentTest, LargestFirstTiesByValue) {
  EXPECT_EQ(text(most_frequent({{"b", 2}, {"a", 2}, {"c", 3}, {"d", 1}}, 10)),
            "c=3 a=2 b=2 d=1");
  EXPECT_EQ(text(most_frequent({{"b", 2}, {"a", 2}, {"c", 3}}, 2)), "c=3 a=2");
  EXPECT_EQ(text(most_frequent({{"b", 2}}, 0)), "");
  EXPECT_EQ(text(most_frequent({}, 10)), "");
}

TEST(FacetSpyTest, CountsMonthsNewestFirst) {
  const Counts counts({listed("2025-03-01", {}), listed("2025-04-23", {}),
                       listed("2025-04-01", {}), listed("", {}), listed("2024-12-31", {})});
  EXPECT_EQ(text(counts.spy.months(10)), "2025-04=2 2025-03=1 2024-12=1");
}

// The limit takes the most frequent, not the newest.
TEST(FacetSpyTest, KeepsTheMostFrequentMonths) {
  const Counts counts({listed("2025-05-01", {}), listed("2025-03-01", {}),
                       listed("2025-03-02", {}), listed("2025-04-01", {}),
                       listed("2025-04-02", {})});
  EXPECT_EQ(text(counts.spy.months(2)), "2025-04=2 2025-03=2");
}

TEST(FacetSpyTest, CountsAuthorsAsTheyAreWritten) {
  const Counts counts(
      {listed("", {"György Buzsáki", "김철수"}), listed("", {"김철수"}), listed("", {})});
  EXPECT_EQ(text(counts.spy.authors(10)), "김철수=2 György Buzsáki=1");
  EXPECT_EQ(text(counts.spy.authors(1)), "김철수=2");
}

// A count is one of papers: a name that a paper lists twice counts once.
TEST(FacetSpyTest, CountsAnAuthorOnceAPaper) {
  const Counts counts({listed("", {"Wei Li", "Ann", "Wei Li"}), listed("", {"Wei Li"})});
  EXPECT_EQ(text(counts.spy.authors(10)), "Wei Li=2 Ann=1");
}

Paper with_sections(std::string title, std::vector<Section> sections) {
  Paper paper = testing::make_paper("2504.00001", std::move(title));
  paper.sections = std::move(sections);
  return paper;
}

// Without patterns a section counts where it has words; with some where they stand in it.
TEST(FacetSpyTest, CountsSections) {
  const std::vector<Paper> papers = {
      with_sections("Reward model", {{"What's New", "A model of rewards."}, {"", ""}}),
      with_sections("Model", {{"What's New", "Reward model"}, {"Notes", "model"}})};
  EXPECT_EQ(text(Counts(papers).spy.sections(10)), "Title=2 What's New=2 Other=1");
  EXPECT_EQ(text(Counts(papers).spy.sections(1)), "Title=2");
  const std::vector<WordPattern> phrase = {phrase_pattern({"reward", "model"}, kAllFields)};
  EXPECT_EQ(text(Counts(papers, phrase).spy.sections(10)), "Title=1 What's New=1");
  const std::vector<WordPattern> word = {any_word_pattern({"model"}, kAllFields)};
  EXPECT_EQ(text(Counts(papers, word).spy.sections(10)), "Title=2 What's New=2 Other=1");
}

TEST(FacetSpyTest, CountsNothingOfNothing) {
  EXPECT_EQ(text(Counts({}).spy.sections(10)), "");
  EXPECT_EQ(text(Counts({}).spy.months(10)), "");
  EXPECT_EQ(text(Counts({}).spy.authors(10)), "");
}

}  // namespace
}  // namespace papersearch
