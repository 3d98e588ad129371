// SPDX-License-Identifier: GPL-2.0-or-later
// When output is shown in a pager, and titles as links.
#include <gmock/gmock.h>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const Arguments kLong = {"--since=2024", "--explain", "--facets", "--color=never"};
const Arguments kShort = {"stats", "--color=never"};
constexpr const char* kOpen = "\x1b]8;id=2504.00001;https://arxiv.org/abs/2504.00001\x1b\\";
constexpr const char* kClose = "\x1b]8;;\x1b\\";

struct PagerCase {
  const char* name;
  Arguments arguments;
  std::map<std::string, std::string> environment;
  bool terminal;
  bool paged;
};

class PagerTest : public CliTest, public ::testing::WithParamInterface<PagerCase> {};

Arguments with(Arguments arguments, const Arguments& more) {
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

TEST_P(PagerTest, PagesWhatItShould) {
  ProcessOptions options;
  options.environment = GetParam().environment;
  options.environment.emplace("PAPERSEARCH_PAGER", "sed s/^/paged:/");
  if (GetParam().terminal) options.terminal_columns = 30;
  const ProcessResult result = papersearch(GetParam().arguments, options);
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out.rfind("paged:", 0) == 0, GetParam().paged) << result.out;
  EXPECT_GT(result.out.size(), 100);
}

INSTANTIATE_TEST_SUITE_P(
    Pager, PagerTest,
    ::testing::Values(
        PagerCase{"Long", kLong, {}, true, true},
        PagerCase{"Short", kShort, {}, true, false},
        PagerCase{"ShortAlways", with(kShort, {"--pager=always"}), {}, true, true},
        PagerCase{"BeforeTheCommand",
                  {"--no-pager", "--color=never", "show", "2411.00007", "2504.00001"},
                  {},
                  true,
                  false},
        PagerCase{"LongNever", with(kLong, {"--pager=never"}), {}, true, false},
        PagerCase{"LongNoPager", with(kLong, {"--no-pager"}), {}, true, false},
        PagerCase{"Pipe", with(kLong, {"--pager=always"}), {}, false, false},
        PagerCase{"Json", with(kLong, {"--json", "--pager=always"}), {}, true, false},
        PagerCase{"Empty", kLong, {{"PAPERSEARCH_PAGER", ""}}, true, false},
        PagerCase{"Cat", kLong, {{"PAPERSEARCH_PAGER", "cat"}}, true, false}),
    [](const auto& test) { return std::string(test.param.name); });

class PagedTest : public CliTest {
 protected:
  static ProcessResult paged_by(const std::string& pager, Arguments arguments = kLong) {
    arguments.push_back("--pager=always");
    return papersearch(
        arguments, {.environment = {{"PAPERSEARCH_PAGER", pager}}, .terminal_columns = 80});
  }
};

TEST_F(PagedTest, APagerThatIsLeftEarlyIsNoError) {
  const ProcessResult result = paged_by("true");
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(result.out, "");
}

TEST_F(PagedTest, AMissingPagerDoesNotCostTheText) {
  const ProcessResult result = paged_by("no-such-pager");
  EXPECT_EQ(result.status, 0);
  EXPECT_THAT(result.out, HasSubstr("papers found"));
}

TEST_F(PagedTest, TheStatusIsThatOfTheSearch) {
  EXPECT_EQ(paged_by("cat -n", {"zyzzyva"}).status, 1);
  EXPECT_EQ(paged_by("cat >/dev/null; exit 7").status, 0);
}

TEST_F(PagedTest, LessLeavesShortTextOnTheScreen) {
  EXPECT_EQ(paged_by("cat >/dev/null; echo \"$LESS $LV\"").out, "FRX -c\n");
}

TEST_F(PagedTest, TheVariableOfThisProgramComesFirst) {
  const ProcessResult result =
      papersearch(with(kShort, {"--pager=always"}),
                  {.environment = {{"PAGER", "sed s/^/other:/"}}, .terminal_columns = 80});
  EXPECT_THAT(result.out, StartsWith("other:"));
}

class HyperlinkTest : public CliTest {};

TEST_F(HyperlinkTest, ATitleIsALinkOnATerminalWithColours) {
  const ProcessResult result = papersearch({"reward"}, {.terminal_columns = 80});
  EXPECT_THAT(result.out, HasSubstr(std::string(kOpen) + "\x1b[0;1;33mReward"));
  EXPECT_THAT(papersearch({"show", "2504.00001"}, {.terminal_columns = 80}).out,
              StartsWith(kOpen));
}

TEST_F(HyperlinkTest, ABrokenTitleIsOneLinkThatEndsWithEachLine) {
  const ProcessResult result = papersearch({"reward"}, {.terminal_columns = 22});
  const std::size_t first = result.out.find(kOpen);
  const std::size_t second = result.out.find(kOpen, first + 1);
  ASSERT_NE(second, std::string::npos);
  const std::size_t line_end = result.out.find('\n', first);
  EXPECT_LT(result.out.find(kClose, first), line_end);
  EXPECT_LT(line_end, second);
}

TEST_F(HyperlinkTest, NoneElsewhereUnlessAskedFor) {
  const auto has_links = [](const Arguments& options, const ProcessOptions& process) {
    return papersearch(with({"reward"}, options), process).out.find("\x1b]8;") !=
           std::string::npos;
  };
  EXPECT_FALSE(has_links({}, {}));
  EXPECT_FALSE(has_links({"--color=always"}, {}));
  EXPECT_TRUE(has_links({"--hyperlinks=always"}, {}));
  EXPECT_FALSE(has_links({"--hyperlinks=never"}, {.terminal_columns = 80}));
  EXPECT_FALSE(has_links({}, {.environment = {{"NO_COLOR", "1"}}, .terminal_columns = 80}));
  EXPECT_FALSE(has_links({}, {.environment = {{"TERM", "linux"}}, .terminal_columns = 80}));
}

}  // namespace
}  // namespace papersearch::testing
