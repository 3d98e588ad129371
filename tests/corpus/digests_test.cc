// SPDX-License-Identifier: GPL-2.0-or-later
// digests_ko alone: nothing is lost and nothing is made up.
#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "archive_index.h"
#include "support/process.h"

namespace papersearch::testing {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::IsEmpty;

using DigestsTest = ArchiveTest;

TEST_F(DigestsTest, AllEntriesAreTaken) {
  EXPECT_EQ(digests_index().status(), 0);
  const nlohmann::json& summary = digests_index().summary();
  EXPECT_EQ(summary["files"], 357);
  EXPECT_EQ(summary["entries"], 5488);
  EXPECT_EQ(summary["papers"], 5487);
  EXPECT_EQ(summary["added"], 5487);
  EXPECT_THAT(summary["skipped"], IsEmpty());
  EXPECT_EQ(digests_index().statistics().papers, 5487);
  EXPECT_EQ(digests_index().statistics().first_date, "2023-11-20");
  EXPECT_EQ(digests_index().statistics().last_date, "2025-05-09");
}

TEST_F(DigestsTest, TitlesAreThoseOfTheHeadings) {
  ASSERT_EQ(raw_entries().size(), 5488);
  for (const RawEntry& entry : raw_entries()) {
    const Paper paper = digests_index().find(entry.id);
    // A paper of two days has the title of the first.
    if (paper.date == entry.date) {
      EXPECT_EQ(paper.title, entry.title) << entry.file;
    }
  }
}

TEST_F(DigestsTest, DatesAreThoseOfTheFirstListing) {
  std::map<std::string, std::string> first;
  for (const RawEntry& entry : raw_entries()) first.emplace(entry.id, entry.date);
  for (const auto& [id, date] : first) EXPECT_EQ(digests_index().find(id).date, date) << id;
}

TEST_F(DigestsTest, APaperOfTwoDaysIsOne) {
  const Paper paper = digests_index().find("2410.09342");
  EXPECT_EQ(paper.votes, 34);
  EXPECT_EQ(paper.date, "2024-10-16");
}

TEST_F(DigestsTest, VotesAreThoseOfTheLines) {
  std::map<std::string, std::optional<std::int64_t>> largest;
  std::size_t dashes = 0;
  std::size_t missing = 0;
  for (const RawEntry& entry : raw_entries()) {
    auto& votes = largest[entry.id];
    dashes += entry.votes == "-" ? 1 : 0;
    missing += entry.votes.empty() ? 1 : 0;
    if (entry.votes.empty() || entry.votes == "-") continue;
    votes = std::max<std::int64_t>(votes.value_or(0), std::stoll(entry.votes));
  }
  EXPECT_EQ(dashes, 32);
  EXPECT_EQ(missing, 85);
  for (const auto& [id, votes] : largest)
    EXPECT_EQ(digests_index().find(id).votes, votes) << id;
  EXPECT_EQ(digests_index().statistics().votes_known, 5487 - 32 - 85);
}

// The names in "['A B', "C D'E"]", by the simplest reading there is.
std::vector<std::string> bracketed_names(std::string list) {
  std::vector<std::string> out;
  list = list.substr(1, list.rfind(']') - 1);
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(list[begin], begin + 1), list.size());
    out.push_back(list.substr(begin + 1, end - begin - 1));
    begin = list.find_first_of("'\"", end + 1);
  }
  return out;
}

TEST_F(DigestsTest, BracketedAuthorsAreNames) {
  std::size_t lists = 0;
  std::size_t on_the_day = 0;
  for (const RawEntry& entry : raw_entries()) {
    if (entry.authors.substr(0, 1) != "[") continue;
    ++lists;
    on_the_day += entry.date == "2024-10-18" ? 1 : 0;
    const Paper paper = digests_index().find(entry.id);
    if (paper.date == entry.date) {
      EXPECT_EQ(paper.authors, bracketed_names(entry.authors)) << entry.id;
    }
    for (const std::string& author : paper.authors) {
      EXPECT_EQ(author.find_first_of("[]\""), author.npos) << author;
      EXPECT_NE(author.front(), '\'') << author;
      EXPECT_NE(author.back(), '\'') << author;
    }
  }
  EXPECT_EQ(lists, 137U);
  EXPECT_EQ(on_the_day, 9U);
}

TEST_F(DigestsTest, PlainAuthorsAreNames) {
  for (const RawEntry& entry : raw_entries()) {
    if (entry.authors.substr(0, 1) == "[") continue;
    const Paper paper = digests_index().find(entry.id);
    if (paper.date != entry.date) continue;
    std::string joined;
    for (const std::string& author : paper.authors)
      joined += (joined.empty() ? "" : ", ") + author;
    // A "+" stands where names were left out.
    std::string names = entry.authors;
    if (names.rfind("+, ", 0) == 0) names.erase(0, 3);
    for (std::size_t at; (at = names.find(", +")) != names.npos;) names.erase(at, 3);
    EXPECT_EQ(joined, names) << entry.id;
  }
}

// "Name" of a line "- **Name**: text" or "- ***Name***: text"; empty for any other.
std::string name_of(const std::string& line) {
  if (line.rfind("- **", 0) != 0) return {};
  const std::size_t begin = line.find_first_not_of('*', 2);
  const std::size_t end = std::min(line.find('*', begin), line.size());
  const std::size_t behind = std::min(line.find_first_not_of('*', end), line.size());
  const bool named = behind < line.size() && behind >= end + 2 && line[behind] == ':';
  return named ? line.substr(begin, end - begin) : std::string();
}

TEST_F(DigestsTest, SectionsKeepTheirNames) {
  std::size_t usual = 0;
  std::size_t others = 0;
  for (const RawEntry& entry : raw_entries()) {
    const Paper paper = digests_index().find(entry.id);
    for (const std::string& line : entry.lines) {
      const std::string name = name_of(line);
      if (name.empty()) continue;
      const bool is_usual = name == "What's New" || name == "Technical Details" ||
                            name == "Performance Highlights";
      ++(is_usual ? usual : others);
      EXPECT_THAT(paper.sections, Contains(Field(&Section::name, name))) << entry.id;
    }
  }
  EXPECT_GT(usual, 12000);
  EXPECT_GT(others, 30);
}

TEST_F(DigestsTest, NamesAreNames) {
  for (const RawEntry& entry : raw_entries()) {
    for (const Section& section : digests_index().find(entry.id).sections) {
      EXPECT_LT(section.name.size(), 60) << entry.id;
      EXPECT_FALSE(section.text.empty()) << entry.id << ' ' << section.name;
    }
  }
}

// A line of a summary without what no reader sees: tags of videos, targets of links.
std::string seen(std::string line) {
  for (std::size_t at; (at = line.find("](")) != line.npos;) {
    line.erase(at, std::min(line.find(')', at), line.size() - 1) + 1 - at);
  }
  for (const std::string tag : {"<video", "</video", "<div", "</div"}) {
    for (std::size_t at; (at = line.find(tag)) != line.npos;) {
      line.replace(at, std::min(line.find('>', at), line.size() - 1) + 1 - at, " ");
    }
  }
  return line;
}

TEST_F(DigestsTest, NoWordOfASummaryIsLost) {
  std::size_t words = 0;
  for (const RawEntry& entry : raw_entries()) {
    std::string source;
    for (const std::string& line : entry.lines) {
      const bool is_media =
          line.rfind("![](", 0) == 0 || line.rfind("[Watch Video]", 0) == 0;
      if (!is_media) source += seen(line) + "\n";
    }
    std::string indexed;
    for (const Section& section : digests_index().find(entry.id).sections) {
      indexed += section.name + "\n" + section.text + "\n";
    }
    std::map<std::string, int> have = words_of(indexed);
    for (const auto& [word, count] : words_of(source)) {
      words += static_cast<std::size_t>(count);
      EXPECT_GE(have[word], count) << entry.file << ' ' << entry.id << ": " << word;
    }
  }
  EXPECT_GT(words, 500'000);
}

// ---- known papers

struct KnownPaper {
  std::string id;
  std::string title;
  std::string question;
};

std::vector<KnownPaper> known_papers() {
  std::ifstream in(source_dir() + "/tests/corpus/known_papers.tsv");
  std::vector<KnownPaper> out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    out.push_back({line.substr(0, first), line.substr(first + 1, second - first - 1),
                   line.substr(second + 1)});
  }
  return out;
}

// The rank of the paper for the query; 0 when it is not among the first hundred.
std::size_t rank_of(const std::string& id, const std::string& query) {
  SearchOptions options;
  options.limit = 100;
  const Result<SearchResult> result = digests_index().searcher().search(query, options);
  if (!result) return 0;
  for (const Hit& hit : result->hits) {
    if (hit.paper.id == id) return hit.rank;
  }
  return 0;
}

TEST_F(DigestsTest, KnownPapersComeFirstForTheirTitles) {
  ASSERT_EQ(known_papers().size(), 22);
  for (const KnownPaper& paper : known_papers()) {
    EXPECT_EQ(rank_of(paper.id, paper.title), 1) << paper.id << ' ' << paper.title;
  }
}

TEST_F(DigestsTest, KnownPapersComeFirstOrSecondForAKoreanQuestion) {
  for (const KnownPaper& paper : known_papers()) {
    EXPECT_THAT(rank_of(paper.id, paper.question), ::testing::AnyOf(1, 2))
        << paper.id << ' ' << paper.question;
  }
}

}  // namespace
}  // namespace papersearch::testing
