// SPDX-License-Identifier: GPL-2.0-or-later
#include "section.h"

#include <gtest/gtest.h>

#include <ostream>

#include "row_name.h"

namespace papersearch {
namespace {

struct Name {
  const char* name;
  const char* section;
  Field field;
};
void PrintTo(const Name& name, std::ostream* out) { *out << name.section; }

class SectionTest : public ::testing::TestWithParam<Name> {};

// Digests spell the usual names in many ways; all are the same section.
TEST_P(SectionTest, KnowsTheField) {
  EXPECT_EQ(section_field(GetParam().section), GetParam().field);
}

INSTANTIATE_TEST_SUITE_P(
    Names, SectionTest,
    ::testing::Values(
        Name{"New", "What's New", Field::kNew}, Name{"NewCurly", "What’s New", Field::kNew},
        Name{"NewCapitals", "WHAT'S NEW", Field::kNew},
        Name{"NewNoApostrophe", "Whats new", Field::kNew},
        Name{"NewBold", "***What's New***:", Field::kNew},
        Name{"Technical", "Technical Details", Field::kTechnical},
        Name{"TechnicalLower", "technical details", Field::kTechnical},
        Name{"Performance", "Performance Highlights", Field::kPerformance},
        Name{"PerformanceSpaces", "  Performance   Highlights ", Field::kPerformance},
        Name{"Abstract", "Abstract", Field::kAbstract},
        Name{"Other", "Limitations", Field::kOther},
        Name{"Korean", "한계점", Field::kOther}, Name{"Empty", "", Field::kOther},
        Name{"OnlyAPart", "Performance", Field::kOther},
        Name{"More", "Technical Details and Results", Field::kOther},
        // Names of fields in queries, and no section that a digest has.
        Name{"Title", "title", Field::kOther}, Name{"Author", "author", Field::kOther}),
    testing::row_name<Name>);

}  // namespace
}  // namespace papersearch
