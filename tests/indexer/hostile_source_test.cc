// SPDX-License-Identifier: GPL-2.0-or-later
// Sources that are made to keep a reader busy: reading them ends, and costs no other paper.
#include <gmock/gmock.h>

#include <functional>
#include <ostream>
#include <string>

#include "lib/row_name.h"
#include "sample_sources.h"
#include "source.h"

namespace papersearch::testing {
namespace {

constexpr std::size_t kMillion = 1'000'000;

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

struct HostileCase {
  const char* name;
  // Stands between two papers.
  std::function<std::string()> text;
};
void PrintTo(const HostileCase& row, std::ostream* out) { *out << row.name; }

class HostileMarkdownTest : public ::testing::TestWithParam<HostileCase> {};

TEST_P(HostileMarkdownTest, CostsNoOtherPaper) {
  const Content content = read_markdown(
      heading("Before", "2504.00001") + "\n- text\n\n" + heading("Between", "2504.00005") +
          "\n" + GetParam().text() + "\n\n" + heading("After", "2504.00009") + "\n- text\n",
      "2025-04-23");
  ASSERT_THAT(content.entries, ::testing::SizeIs(::testing::Ge(2)));
  EXPECT_EQ(content.entries.front().paper.id, "2504.00001");
  EXPECT_EQ(content.entries.back().paper.id, "2504.00009");
  EXPECT_THAT(content.entries.back().paper.sections,
              ::testing::ElementsAre(Section{"", "text"}));
  EXPECT_LE(content.complaints.size(), kMaxComplaints);
  for (const Complaint& complaint : content.complaints)
    EXPECT_LT(complaint.reason.size(), 1'000U);
}

INSTANTIATE_TEST_SUITE_P(
    Sources, HostileMarkdownTest,
    ::testing::Values(
        HostileCase{"MillionPapers",
                    [] { return repeated(heading("T", "2504.00003"), kMillion); }},
        HostileCase{"MillionHeadings", [] { return repeated("# a\n", kMillion); }},
        HostileCase{"MillionBadHeadings",
                    [] { return repeated("### [a](b)\n", kMillion); }},
        HostileCase{"MillionDays", [] { return repeated("## 2025-04-23\n", kMillion); }},
        HostileCase{"NestedLists", [] { return repeated("- ", 500'000); }},
        HostileCase{"NestedQuotations", [] { return repeated("> ", 500'000); }},
        HostileCase{"TenMegabyteWord", [] { return std::string(10 * kMillion, 'a'); }},
        HostileCase{"TenMegabyteLink",
                    [] { return "[a](" + std::string(10 * kMillion, 'a') + ")"; }},
        HostileCase{"LongBadAddress",
                    [] { return "### [a](" + std::string(kMillion, 'a') + ")"; }},
        HostileCase{"CombiningMarks",
                    [] { return "a" + repeated("\xCC\x81\xCC\xA7", 250'000); }},
        HostileCase{"BidirectionalMarks",
                    [] { return repeated("\xE2\x80\xAE\xE2\x81\xA6", 170'000); }},
        HostileCase{"ControlCharacters",
                    [] { return repeated("\x1B[2J\x07\x7F\x01", kMillion / 8); }},
        HostileCase{"OpenTags", [] { return repeated("<a ", 340'000); }},
        HostileCase{"OpenComments", [] { return repeated("<!-- ", 200'000); }},
        HostileCase{"Entities", [] { return repeated("&#x10FFFF;&", 95'000); }},
        HostileCase{"OpenBrackets", [] { return repeated("![", 500'000); }},
        HostileCase{"OpenEmphasis", [] { return repeated("*a_ ", 260'000); }},
        HostileCase{"Backticks", [] { return repeated("`a``", 260'000); }},
        HostileCase{
            "TableOfManyColumns",
            [] { return repeated("|a", 250'000) + "\n" + repeated("|-", 250'000); }},
        HostileCase{"Authors", [] { return "Authors: [" + repeated("'a', ", 200'000); }}),
    row_name<HostileCase>);

}  // namespace
}  // namespace papersearch::testing
