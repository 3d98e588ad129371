// SPDX-License-Identifier: GPL-2.0-or-later
// What IndexWriter::add() does not take.
#include <gtest/gtest.h>

#include <functional>
#include <ostream>

#include "row_name.h"
#include "small_index.h"

namespace papersearch {
namespace {

using testing::make_paper;
using testing::require;
using testing::TempDir;

struct BadEntry {
  const char* name;
  std::function<void(Paper&)> spoil;
  const char* named;  // stands in the message
};
void PrintTo(const BadEntry& entry, std::ostream* out) { *out << entry.name; }

class BadEntryTest : public ::testing::TestWithParam<BadEntry> {};

// A bad entry costs only itself.
TEST_P(BadEntryTest, IsRefusedAndTheWriterGoesOn) {
  const TempDir folder;
  IndexWriter writer = require(IndexWriter::open(folder / "index"));
  Paper bad = make_paper("2504.00001", "Title", "Text");
  GetParam().spoil(bad);
  const Result<void> added = writer.add(bad);
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().code(), ErrorCode::kInvalidArgument);
  EXPECT_NE(added.error().message().find(GetParam().named), std::string::npos)
      << added.error().message();
  EXPECT_EQ(writer.size(), 0U);
  require(writer.add(make_paper("2504.00002", "Title")));
  EXPECT_EQ(require(writer.commit()).papers, 1U);
}

INSTANTIATE_TEST_SUITE_P(
    Entries, BadEntryTest,
    ::testing::Values(
        BadEntry{"NoId", [](Paper& p) { p.id = ""; }, "arXiv id"},
        BadEntry{"IdWord", [](Paper& p) { p.id = "attention"; }, "attention"},
        BadEntry{"IdWithVersion", [](Paper& p) { p.id = "2504.00001v2"; }, "2504.00001v2"},
        BadEntry{"IdAddress", [](Paper& p) { p.id = "https://arxiv.org/abs/2504.00001"; },
                 "arXiv id"},
        BadEntry{"LongId", [](Paper& p) { p.id = std::string(100, '7'); }, "64"},
        BadEntry{"UrlWithSpace", [](Paper& p) { p.url = "https://a b"; }, "url"},
        BadEntry{"UrlWithControl", [](Paper& p) { p.url = "https://a\x1b]8"; }, "url"},
        BadEntry{"LongUrl", [](Paper& p) { p.url = std::string(2'001, 'u'); }, "url"},
        BadEntry{"NoTitle", [](Paper& p) { p.title = ""; }, "title"},
        BadEntry{"BlankTitle", [](Paper& p) { p.title = " \t\n"; }, "title"},
        BadEntry{"DateWord", [](Paper& p) { p.date = "spring"; }, "spring"},
        BadEntry{"LongDate",
                 [](Paper& p) {
                   p.date = std::string(99, 'x');
                   for (int i = 0; i < 1'000; ++i) p.date += "강";
                 },
                 "xxx\" is no date"},
        BadEntry{"DateThatIsNot", [](Paper& p) { p.date = "2025-02-30"; }, "2025-02-30"},
        BadEntry{"MonthAlone", [](Paper& p) { p.date = "2025-02"; }, "2025-02"},
        BadEntry{"NegativeVotes", [](Paper& p) { p.votes = -1; }, "votes"},
        BadEntry{"TitleNoUtf8", [](Paper& p) { p.title = "a\xFF"; }, "UTF-8"},
        BadEntry{"AuthorNoUtf8",
                 [](Paper& p) {
                   p.authors = {"a", "\xEA\xB0"};
                 },
                 "UTF-8"},
        BadEntry{"SectionNameNoUtf8", [](Paper& p) { p.sections[0].name = "\x80"; },
                 "UTF-8"},
        BadEntry{"TextNoUtf8", [](Paper& p) { p.sections[0].text = "\xED\xA0\x80"; },
                 "UTF-8"}),
    testing::row_name<BadEntry>);

}  // namespace
}  // namespace papersearch
