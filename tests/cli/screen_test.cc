// SPDX-License-Identifier: GPL-2.0-or-later
// What stands on the screen, by a terminal that does its own counting (pyte).
#include <gmock/gmock.h>

#include <algorithm>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

constexpr const char* kPython = "/usr/bin/python3";

bool has_pyte() { return run({kPython, "-c", "import pyte"}).status == 0; }

// Wide letters, emoji, and marks that stand on other letters.
std::vector<Paper> papers() {
  return {{"2504.00001",
           "로봇 팔 🤖 과 Poincare\u0301 지도",
           "2025-04-10",
           {"김하늘", "Zoe\u0308 Krau\u00DF"},
           57,
           {{"What's New",
             "로봇 팔이 🤖 물건을 쌓는 법을 배웁니다. 지도는 "
             "Poincare\u0301 "
             "원판 "
             "위에 "
             "그리고, 넓은 글자도 줄 끝에서 어긋나지 않습니다."}}},
          {"2502.00002", "로봇 개", "2025-02-03", {"Jo Baker"}, 8, {}}};
}

class ScreenTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TempDir;
    write_index(*folder_ / "index", papers());
  }
  static void TearDownTestSuite() {
    delete folder_;
    folder_ = nullptr;
  }
  void SetUp() override {
    if (!has_pyte()) GTEST_SKIP() << "python3-pyte is not installed";
  }

  // The screen of a terminal of so many columns. No line may have been broken by it.
  static std::string screen(const Arguments& arguments, int columns) {
    Arguments argv = {papersearch_program()};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    const ProcessResult program =
        run(argv, {.environment = {{"PAPERSEARCH_DB", *folder_ / "index"}},
                   .terminal_columns = columns});
    const ProcessResult shown =
        run({kPython, source_dir() + "/tests/cli/show_screen.py", std::to_string(columns)},
            {.input = program.out});
    EXPECT_EQ(shown.err, "");
    std::string written =
        program.out.substr(0, program.out.find_last_not_of('\n') + 1) + "\n";
    EXPECT_EQ(std::count(shown.out.begin(), shown.out.end(), '\n'),
              std::count(written.begin(), written.end(), '\n'));
    return "\n" + shown.out;
  }

 private:
  static TempDir* folder_;
};
TempDir* ScreenTest::folder_ = nullptr;

struct ScreenCase {
  const char* name;
  Arguments arguments;
  int columns;
  const char* screen;
};

class ScreenContentTest : public ScreenTest,
                          public ::testing::WithParamInterface<ScreenCase> {};

TEST_P(ScreenContentTest, IsAlignedAndBrokenAtSpaces) {
  EXPECT_EQ(screen(GetParam().arguments, GetParam().columns), GetParam().screen);
}

const Arguments kSearch = {"로봇 팔"};
const Arguments kShow = {"show", "2504.00001"};
const Arguments kTrends = {"trends", "로봇", "팔", "Poincare\u0301 지도"};

INSTANTIATE_TEST_SUITE_P(Screens, ScreenContentTest,
                         ::testing::Values(ScreenCase{"SearchAt40", kSearch, 40, R"(
1. 로봇 팔 🤖 과 Poincaré 지도
   57 votes · 2025-04-10 ·
   https://arxiv.org/abs/2504.00001
   김하늘, Zoë Krauß
   What's New: 로봇 팔이 🤖 물건을 쌓는
   법을 배웁니다.

2. 로봇 개
   8 votes · 2025-02-03 ·
   https://arxiv.org/abs/2502.00002
   Jo Baker

2 papers found.
)"},
                                           ScreenCase{"SearchAt80", kSearch, 80, R"(
1. 로봇 팔 🤖 과 Poincaré 지도
   57 votes · 2025-04-10 · https://arxiv.org/abs/2504.00001
   김하늘, Zoë Krauß
   What's New: 로봇 팔이 🤖 물건을 쌓는 법을 배웁니다.

2. 로봇 개
   8 votes · 2025-02-03 · https://arxiv.org/abs/2502.00002
   Jo Baker

2 papers found.
)"},
                                           ScreenCase{"SearchAt200", kSearch, 200, R"(
1. 로봇 팔 🤖 과 Poincaré 지도
   57 votes · 2025-04-10 · https://arxiv.org/abs/2504.00001
   김하늘, Zoë Krauß
   What's New: 로봇 팔이 🤖 물건을 쌓는 법을 배웁니다.

2. 로봇 개
   8 votes · 2025-02-03 · https://arxiv.org/abs/2502.00002
   Jo Baker

2 papers found.
)"},
                                           ScreenCase{"ShowAt40", kShow, 40, R"(
로봇 팔 🤖 과 Poincaré 지도
57 votes · 2025-04-10 ·
https://arxiv.org/abs/2504.00001
김하늘, Zoë Krauß

What's New
로봇 팔이 🤖 물건을 쌓는 법을 배웁니다.
지도는 Poincaré 원판 위에 그리고, 넓은
글자도 줄 끝에서 어긋나지 않습니다.
)"},
                                           ScreenCase{"ShowAt80", kShow, 80, R"(
로봇 팔 🤖 과 Poincaré 지도
57 votes · 2025-04-10 · https://arxiv.org/abs/2504.00001
김하늘, Zoë Krauß

What's New
로봇 팔이 🤖 물건을 쌓는 법을 배웁니다. 지도는 Poincaré 원판 위에 그리고, 넓은
글자도 줄 끝에서 어긋나지 않습니다.
)"},
                                           ScreenCase{"ShowAt200", kShow, 200, R"(
로봇 팔 🤖 과 Poincaré 지도
57 votes · 2025-04-10 · https://arxiv.org/abs/2504.00001
김하늘, Zoë Krauß

What's New
로봇 팔이 🤖 물건을 쌓는 법을 배웁니다. 지도는 Poincaré 원판 위에 그리고, 넓은 글자도 줄 끝에서 어긋나지 않습니다.
)"},
                                           ScreenCase{"TrendsAt40", kTrends, 40, R"(
         로봇            팔
month    papers          papers
2025-02       1 ███████       0
2025-03       0               0
2025-04       1 ███████       1 ███████
total         2               1

         Poincaré 지도
month    papers
2025-02       0
2025-03       0
2025-04       1 ███████
total         1
)"},
                                           ScreenCase{"TrendsAt80", kTrends, 80, R"(
         로봇                    팔                      Poincaré 지도
month    papers                  papers                  papers
2025-02       1 ███████████████       0                       0
2025-03       0                       0                       0
2025-04       1 ███████████████       1 ███████████████       1 ███████████████
total         2                       1                       1
)"},
                                           ScreenCase{"TrendsAt200", kTrends, 200, R"(
         로봇                                                            팔                                                              Poincaré 지도
month    papers  share votes                                             papers  share votes                                             papers  share votes
2025-02       1 100.0%     8 ██████████████████████████████████████████       0   0.0%     0                                                  0   0.0%     0
2025-03       0      -     0                                                  0      -     0                                                  0      -     0
2025-04       1 100.0%    57 ██████████████████████████████████████████       1 100.0%    57 ██████████████████████████████████████████       1 100.0%    57 ██████████████████████████████████████████
total         2 100.0%    65                                                  1  50.0%    57                                                  1  50.0%    57
)"}),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace papersearch::testing
