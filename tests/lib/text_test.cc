// SPDX-License-Identifier: GPL-2.0-or-later
#include "papersearch/text.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <optional>
#include <ostream>
#include <random>

#include "random_text.h"
#include "row_name.h"

namespace papersearch {
namespace {

struct Utf8Case {
  const char* name;
  std::string_view text;
  int bad_offset;  // -1: valid
};
void PrintTo(const Utf8Case& utf8, std::ostream* out) { *out << utf8.name; }

class Utf8Test : public ::testing::TestWithParam<Utf8Case> {};

// Bytes that are no UTF-8 are noticed, and where.
TEST_P(Utf8Test, ChecksUtf8) {
  std::size_t offset = 12345;
  EXPECT_EQ(is_valid_utf8(GetParam().text, &offset), GetParam().bad_offset < 0);
  EXPECT_EQ(is_valid_utf8(GetParam().text), GetParam().bad_offset < 0);
  EXPECT_EQ(offset, GetParam().bad_offset < 0
                        ? 12345U
                        : static_cast<std::size_t>(GetParam().bad_offset));
}

INSTANTIATE_TEST_SUITE_P(
    Bytes, Utf8Test,
    ::testing::Values(Utf8Case{"Empty", "", -1}, Utf8Case{"Ascii", "abc", -1},
                      Utf8Case{"Korean", "강화", -1}, Utf8Case{"Emoji", "😀", -1},
                      Utf8Case{"Highest", "\xF4\x8F\xBF\xBF", -1},
                      Utf8Case{"LoneContinuation", "ab\x80", 2},
                      Utf8Case{"Overlong", "\xC0\xAF", 0},
                      Utf8Case{"OverlongNul", "x\xE0\x80\x80", 1},
                      Utf8Case{"Surrogate", "강\xED\xA0\x80", 3},
                      Utf8Case{"BeyondUnicode", "\xF4\x90\x80\x80", 0},
                      Utf8Case{"CutInACharacter", "강\xEA\xB0", 3},
                      Utf8Case{"Latin1", "na\xEFve", 2}, Utf8Case{"ByteFf", "\xFF", 0}),
    testing::row_name<Utf8Case>);

struct Printed {
  const char* name;
  std::string_view text;
  const char* printed;
};
void PrintTo(const Printed& row, std::ostream* out) { *out << row.name; }

class PrintableTest : public ::testing::TestWithParam<Printed> {};

// Nothing that a digest holds can move a cursor, colour a screen or turn a line around.
TEST_P(PrintableTest, LeavesOutWhatATerminalObeys) {
  EXPECT_EQ(printable(GetParam().text), GetParam().printed);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, PrintableTest,
    ::testing::Values(Printed{"Empty", "", ""},
                      Printed{"Plain", "강화 학습, naïve 😀", "강화 학습, naïve 😀"},
                      Printed{"LineEnds", "a\nb\r\nc\td", "a b  c d"},
                      Printed{"LineSeparator",
                              "a\xE2\x80\xA8"
                              "b\xE2\x80\xA9"
                              "c",
                              "a b c"},
                      Printed{"Escape", "\x1B[31mred\x1B[0m", "[31mred[0m"},
                      Printed{"Bell", "a\x07\x08\x7F", "a"},
                      Printed{"Nul", std::string_view("a\0b", 3), "ab"},
                      Printed{"EightBitControls",
                              "a\xC2\x9B"
                              "31m\xC2\x85",
                              "a31m"},
                      Printed{"RightToLeftOverride",
                              "a\xE2\x80\xAE"
                              "b",
                              "ab"},
                      Printed{"Isolates",
                              "a\xE2\x81\xA6"
                              "b\xE2\x81\xA9",
                              "ab"},
                      Printed{"Marks",
                              "a\xE2\x80\x8E\xE2\x80\x8F\xD8\x9C"
                              "b",
                              "ab"},
                      Printed{"Tags",
                              "a\xF3\xA0\x81\xA1"
                              "b",
                              "ab"},
                      Printed{"ByteOrderMark",
                              "\xEF\xBB\xBF"
                              "a",
                              "a"},
                      Printed{"BadByte",
                              "a\xFF"
                              "b",
                              "a\xEF\xBF\xBD"
                              "b"},
                      Printed{"HebrewStays", "שלום", "שלום"}),
    testing::row_name<Printed>);

TEST(PrintableTest, IsSoundForRandomTexts) {
  std::mt19937 random(20250423);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = printable(testing::random_text(random, true));
    ASSERT_TRUE(is_valid_utf8(text));
    ASSERT_EQ(text.find_first_of("\x01\x1B\x7F\n\t"), std::string::npos);
    ASSERT_EQ(printable(text), text);
  }
}

// Sets a variable of the environment and puts it back.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    set(value);
  }
  ~Variable() { set(before_ ? before_->c_str() : nullptr); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  void set(const char* value) const {
    if (value != nullptr) {
      ::setenv(name_, value, 1);
    } else {
      ::unsetenv(name_);
    }
  }
  const char* name_;
  std::optional<std::string> before_;
};

TEST(DefaultIndexPathTest, TakesTheFirstVariableThatIsSet) {
  const Variable home("HOME", "/home/me");
  const Variable data("XDG_DATA_HOME", nullptr);
  const Variable index("PAPERSEARCH_DB", nullptr);
  EXPECT_EQ(default_index_path(), "/home/me/.local/share/papersearch/index");
  const Variable other("XDG_DATA_HOME", "/data");
  EXPECT_EQ(default_index_path(), "/data/papersearch/index");
  const Variable mine("PAPERSEARCH_DB", "/mine");
  EXPECT_EQ(default_index_path(), "/mine");
}

TEST(DefaultIndexPathTest, AnEmptyVariableIsNone) {
  const Variable home("HOME", "");
  const Variable data("XDG_DATA_HOME", "");
  const Variable index("PAPERSEARCH_DB", "");
  EXPECT_EQ(default_index_path(), "");
}

}  // namespace
}  // namespace papersearch
