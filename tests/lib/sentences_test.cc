// SPDX-License-Identifier: GPL-2.0-or-later
#include "sentences.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "row_name.h"

namespace papersearch {
namespace {

struct Text {
  const char* name;
  const char* text;
  std::vector<std::string> sentences;
};
void PrintTo(const Text& text, std::ostream* out) { *out << text.text; }

class SentencesTest : public ::testing::TestWithParam<Text> {};

// Snippets are whole sentences: one that is cut in the wrong place tells half of it.
TEST_P(SentencesTest, AreCutAtTheirEnds) {
  const std::string text = GetParam().text;
  std::vector<std::string> found;
  for (const ByteRange range : sentences(text)) {
    found.push_back(text.substr(range.begin, range.end - range.begin));
  }
  EXPECT_EQ(found, GetParam().sentences);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, SentencesTest,
    ::testing::Values(Text{"Empty", "", {}}, Text{"Blank", " \n\t\r\n ", {}},
                      Text{"One", "모델이다", {"모델이다"}},
                      Text{"Stops", "하나다. 둘인가? 셋!", {"하나다.", "둘인가?", "셋!"}},
                      Text{"Lines", "하나\n둘\r\n셋", {"하나", "둘", "셋"}},
                      Text{"StopInANumber", "2.5배 빠르다", {"2.5배 빠르다"}},
                      Text{"StopInAName", "GPT-3.5와 arxiv.org", {"GPT-3.5와 arxiv.org"}},
                      Text{"SpaceAround", "  하나다.   둘이다.  ", {"하나다.", "둘이다."}}),
    testing::row_name<Text>);

}  // namespace
}  // namespace papersearch
