// SPDX-License-Identifier: GPL-2.0-or-later
#include "line_index.h"

#include <gtest/gtest.h>

#include <string>

namespace papersearch {
namespace {

TEST(LineIndexTest, CountsFromOne) {
  const LineIndex lines("a\nbc\n\nd");
  EXPECT_EQ(lines.line_at(0), 1);
  EXPECT_EQ(lines.line_at(1), 1);  // a line's end belongs to it
  EXPECT_EQ(lines.line_at(2), 2);
  EXPECT_EQ(lines.line_at(5), 3);
  EXPECT_EQ(lines.line_at(6), 4);
}

TEST(LineIndexTest, BehindTheEndIsTheLastLine) {
  EXPECT_EQ(LineIndex("a\nb").line_at(100), 2);
  EXPECT_EQ(LineIndex("a\nb\n").line_at(4), 2);
  EXPECT_EQ(LineIndex("a\nb\n").line_around(4), "b");
  EXPECT_EQ(LineIndex("").line_at(0), 1);
  EXPECT_EQ(LineIndex("").line_around(5), "");
}

TEST(LineIndexTest, GivesTheLineWithoutItsEnd) {
  const std::string text = "first\r\nsecond\nthird\rfourth";
  const LineIndex lines(text);
  for (const char* line : {"first", "second", "third", "fourth"}) {
    const std::size_t at = text.find(line);
    EXPECT_EQ(lines.line_around(at), line);
    EXPECT_EQ(lines.line_around(at + 3), line);
  }
}

TEST(LineIndexTest, KnowsEveryKindOfLineEnd) {
  EXPECT_EQ(LineIndex("a\nb\nc").line_at(4), 3);
  EXPECT_EQ(LineIndex("a\r\nb\r\nc").line_at(6), 3);
  EXPECT_EQ(LineIndex("a\rb\rc").line_at(4), 3);
  EXPECT_EQ(LineIndex("a\n\rb").line_at(3), 3);
  EXPECT_EQ(LineIndex("a\r").line_at(1), 1);
}

// Lines are counted by blocks of the text: no byte may be counted twice or left out.
TEST(LineIndexTest, IsRightInLongTexts) {
  std::string text;
  std::size_t line = 1;
  for (; text.size() < 5000; ++line) {
    text += std::string(line % 97, 'x');
    text += line % 3 == 0 ? "\r\n" : line % 3 == 1 ? "\n" : "\r";
    if (line % 3 == 2 && (line + 1) % 97 == 0) text += 'x';  // no "\n" right behind it
  }
  const LineIndex lines(text);
  std::size_t expected = 1;
  for (std::size_t i = 0; i < text.size(); ++i) {
    ASSERT_EQ(lines.line_at(i), expected) << "at byte " << i;
    const bool ends = text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n");
    if (ends) ++expected;
  }
  EXPECT_EQ(expected, line);
}

}  // namespace
}  // namespace papersearch
