// SPDX-License-Identifier: GPL-2.0-or-later
// Options of a search that change what its words mean.
#include <gmock/gmock.h>

#include <algorithm>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const std::string kAgents = "2504.00001";
const std::string kPlanning = "2503.00002";
const std::string kMolecules = "2405.00005";

class SynonymsTest : public CliTest {
 protected:
  static std::string file(const std::string& content) {
    static const TempDir dir;
    return dir.write("names.tsv", content);
  }
};

struct Search {
  const char* name;
  Arguments arguments;
  std::vector<std::string> ids;  // in any order
};

class MeaningTest : public SynonymsTest, public ::testing::WithParamInterface<Search> {};

TEST_P(MeaningTest, FindsThesePapers) {
  Arguments arguments = GetParam().arguments;
  const std::string names = file("# mine\nplanner\tdaydreamer; 분자\n! RL; 강화 학습\n");
  for (std::string& argument : arguments) {
    if (argument == "NAMES") argument = names;
  }
  EXPECT_THAT(ids_of(arguments), ::testing::UnorderedElementsAreArray(GetParam().ids));
}

// NAMES is a file that makes a planner a 분자, and RL no 강화 학습.
INSTANTIATE_TEST_SUITE_P(
    Options, MeaningTest,
    ::testing::Values(
        Search{"OtherNames", {"RL"}, {kAgents, kPlanning}},
        Search{"Exact", {"RL", "--exact"}, {}},
        Search{"ExactBefore", {"--exact", "강화학습"}, {kAgents, kPlanning}},
        Search{"WithoutAFile", {"planner"}, {kPlanning}},
        Search{"File", {"planner", "--synonyms", "NAMES"}, {kPlanning, kMolecules}},
        Search{"FileOfAWordOfNoPaper",
               {"daydreamer", "--synonyms", "NAMES"},
               {kPlanning, kMolecules}},
        Search{"FileForbids", {"RL", "--synonyms", "NAMES"}, {}},
        Search{"FileTwice",
               {"planner", "--synonyms", "NAMES", "--synonyms", "NAMES"},
               {kPlanning, kMolecules}},
        Search{"ExactIgnoresTheFile",
               {"planner", "--synonyms", "NAMES", "--exact"},
               {kPlanning}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(SynonymsTest, NothingFoundWithExactSaysWhatWouldFindMore) {
  EXPECT_EQ(papersearch({"RL", "--exact"}).out,
            "No papers found. Without --exact other names of the words count too; see: "
            "papersearch glossary\n");
  EXPECT_EQ(papersearch({"zyzzyva"}).out, "No papers found.\n");
}

TEST_F(SynonymsTest, NamesOfAFileComeFirst) {
  const std::string names = file("강화 학습; 당근 학습\n");
  EXPECT_EQ(papersearch({"glossary", "강화학습", "--synonyms", names}).out,
            "강화학습\n  당근 학습 (yours)\n  reinforcement learning (reviewed)\n"
            "  RL (reviewed)\n");
  EXPECT_THAT(papersearch({"glossary", "강화학습", "--json", "--synonyms", names}).out,
              HasSubstr("{\"text\":\"당근 학습\",\"source\":\"yours\",\"support\":0}"));
}

TEST_F(SynonymsTest, ABadLineIsNamedAndCostsOnlyItself) {
  const std::string names = file("alone\nplanner; 분자\nx; 1\n\xFF\xFE; y\nesc\x1b[31m\n");
  for (const Arguments& command :
       std::vector<Arguments>{{"planner"}, {"glossary", "planner"}}) {
    Arguments arguments = command;
    arguments.insert(arguments.end(), {"--synonyms", names});
    const ProcessResult result = papersearch(arguments);
    EXPECT_EQ(result.status, 0);
    EXPECT_THAT(result.out, HasSubstr("분자"));
    const std::string place = "papersearch: " + names;
    const std::string alone =
        ": one name alone; write two or more, with tabs or semicolons between\n";
    EXPECT_EQ(result.err, place + ":1" + alone + place + ":3: \"1\" has no letters\n" +
                              place + ":4: no valid UTF-8\n" + place + ":5" + alone);
  }
}

TEST_F(SynonymsTest, AFileThatIsNoneIsNotComplainedAboutForEver) {
  std::string lines;
  for (int i = 0; i < 500; ++i) lines += "word\n";
  const std::string names = file(lines);
  const ProcessResult result = papersearch({"planner", "--synonyms", names});
  EXPECT_EQ(result.status, 0);
  EXPECT_EQ(std::count(result.err.begin(), result.err.end(), '\n'), 11);
  EXPECT_THAT(result.err, EndsWith("\npapersearch: " + names +
                                   ": 490 more lines like these; see that it is a file "
                                   "of names\n"));
}

TEST_F(SynonymsTest, AFileThatCannotBeReadEndsTheCall) {
  for (const Arguments& command : std::vector<Arguments>{
           {"planner"}, {"glossary", "RL"}, {"glossary", "x", "--json"}}) {
    for (const std::string path : {"/nonexistent/names.tsv", "/", "/no\x1b[31m/names"}) {
      Arguments arguments = command;
      arguments.insert(arguments.end(), {"--synonyms", path});
      const ProcessResult result = papersearch(arguments);
      EXPECT_EQ(result.status, 3) << path;
      EXPECT_EQ(result.out, "");
      EXPECT_THAT(result.err, StartsWith("papersearch: /"));
      EXPECT_THAT(result.err, HasSubstr(": cannot read: "));
      EXPECT_THAT(result.err, HasSubstr("; name a file of names with --synonyms"));
      EXPECT_THAT(result.err, Not(HasSubstr("\x1b")));
    }
  }
}

TEST_F(SynonymsTest, LatentWeightIsAShare) {
  for (const Arguments& command :
       std::vector<Arguments>{{"search", "LLM"}, {"similar", kAgents}}) {
    Arguments arguments = command;
    arguments.insert(arguments.end(), {"--latent-weight", "1.5"});
    const ProcessResult result = papersearch(arguments);
    EXPECT_EQ(result.status, 2);
    EXPECT_EQ(result.err,
              "papersearch: --latent-weight: \"1.5\" is no number from 0 to 1; write 0.1, "
              "say\n");
    arguments.back() = "0";
    EXPECT_EQ(papersearch(arguments).status, 0);
  }
}

}  // namespace
}  // namespace papersearch::testing
