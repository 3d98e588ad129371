// SPDX-License-Identifier: GPL-2.0-or-later
// --format bibtex, as pybtex reads it, which reads as BibTeX does.
#include <gmock/gmock.h>
#include <unistd.h>

#include "sample_index.h"

namespace papersearch::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kPython = "/usr/bin/python3";

class BibtexTest : public CliTest {
 protected:
  void SetUp() override {
    if (::access("/usr/lib/python3/dist-packages/pybtex", R_OK) != 0)
      GTEST_SKIP() << "python3-pybtex is not installed";
  }

  static Json entries_in(const std::string& bibtex) {
    const ProcessResult result =
        run({kPython, source_dir() + "/tests/cli/read_bibtex.py"}, {.input = bibtex});
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_EQ(result.err, "");
    return Json::parse(result.out, nullptr, false);
  }

  // What papersearch show prints of a paper that is alone in its index.
  static std::string shown(const Paper& paper) {
    const TempDir dir;
    write_index(dir / "index", {paper});
    const ProcessResult result =
        papersearch({"show", paper.id, "--format", "bibtex", "--db", dir / "index"});
    EXPECT_EQ(result.status, 0) << result.err;
    return result.out;
  }
};

TEST_F(BibtexTest, AnEntryHasWhatACitationNeeds) {
  const Json entries =
      entries_in(papersearch({"show", "2410.00006", "--format", "bibtex"}).out);
  ASSERT_EQ(entries.size(), 1);
  EXPECT_EQ(entries[0], Json::parse(R"({
    "key": "arXiv:2410.00006", "type": "misc",
    "fields": {"title": "{Compressing Prompts}", "year": "2024", "month": "October",
               "eprint": "2410.00006", "archivePrefix": "arXiv",
               "url": "https://arxiv.org/abs/2410.00006"},
    "authors": [["Ana", "", "Ruiz", ""], ["Gy{\\\"o}rgy", "", "Kov{\\'a}cs", ""]]})"));
}

TEST_F(BibtexTest, TheDayOfAnOldIdIsFoundInIt) {
  const Json entry = entries_in(shown({"cs/9912017", "Old", "2024-01-02", {}, 1, {}}))[0];
  EXPECT_EQ(entry["key"], "arXiv:cs/9912017");
  EXPECT_EQ(entry["fields"]["year"], "1999");
  EXPECT_EQ(entry["fields"]["month"], "December");
  EXPECT_THAT(entry["authors"], ::testing::IsEmpty());
}

struct Title {
  const char* name;
  const char* title;
  const char* read;
};

class BibtexTitleTest : public BibtexTest, public ::testing::WithParamInterface<Title> {};

TEST_P(BibtexTitleTest, IsPrintedLetterForLetter) {
  const Json entries =
      entries_in(shown({"2504.00001", GetParam().title, "2025-04-10", {}, 1, {}}));
  EXPECT_EQ(entries.at(0)["fields"]["title"], GetParam().read);
}

INSTANTIATE_TEST_SUITE_P(
    Bibtex, BibtexTitleTest,
    ::testing::Values(
        Title{"Signs", "50% & #1_a $5", "{50\\% \\& \\#1\\_a \\$5}"},
        Title{"Accents", "~x^2", "{{}\\textasciitilde{}x\\textasciicircum{}2}"},
        Title{"BracesThatDoNotMatch", "a } b { c }",
              "{a \\textbraceright{} b \\textbraceleft{} c \\textbraceright{}}"},
        Title{"Mathematics", "$\\textit{Trans-LoRA}$",
              "{{}\\$\\textbackslash{}textit\\textbraceleft{}Trans-LoRA\\textbraceright{}"
              "\\$}"},
        Title{"ACommandToRun", "\\input{/etc/passwd}",
              "{{}\\textbackslash{}input\\textbraceleft{}/etc/passwd\\textbraceright{}}"},
        Title{"AngleBrackets", "Let's <think> | now",
              "{Let's \\textless{}think\\textgreater{} \\textbar{} now}"},
        Title{"QuotesAndAnAt", "\"A\" @ B, C = D", "{\"A\" @ B, C = D}"},
        Title{"Korean", "넓은 제목 🚀", "{넓은 제목 🚀}"}),
    [](const auto& test) { return std::string(test.param.name); });

struct Name {
  const char* name;
  const char* author;
  std::vector<std::string> parts;  // given, particle, family, generation
};

class BibtexNameTest : public BibtexTest, public ::testing::WithParamInterface<Name> {};

TEST_P(BibtexNameTest, IsTakenApartAsItsBearerWould) {
  const Json entries = entries_in(shown({"2504.00001",
                                         "Title",
                                         "2025-04-10",
                                         {"Ana Ruiz", GetParam().author, "Jo Baker"},
                                         1,
                                         {}}));
  const Json authors = entries.at(0)["authors"];
  ASSERT_EQ(authors.size(), 3);
  EXPECT_EQ(authors[1].get<std::vector<std::string>>(), GetParam().parts);
  EXPECT_THAT(authors[2], ElementsAre("Jo", "", "Baker", ""));
}

INSTANTIATE_TEST_SUITE_P(
    Bibtex, BibtexNameTest,
    ::testing::Values(
        Name{"Initials", "Mina J. S. Kang", {"Mina J. S.", "", "Kang", ""}},
        Name{"Hyphens", "Jean-Luc Kim-Lee", {"Jean-Luc", "", "Kim-Lee", ""}},
        Name{"Particle", "Nils van der Berg", {"Nils", "van der", "Berg", ""}},
        Name{"ParticleInCapitals", "Guy Van den Berg", {"Guy", "Van den", "Berg", ""}},
        Name{"ParticleAlone", "van der Berg", {"", "van der", "Berg", ""}},
        Name{"ParticleOfAGivenName",
             "Jean de Dieu Uwase",
             {"Jean de Dieu", "", "Uwase", ""}},
        Name{"SmallMiddle", "Seung won Hwang", {"Seung won", "", "Hwang", ""}},
        Name{"SmallLetters", "danah boyd", {"danah", "", "boyd", ""}},
        Name{"Generation", "Tom B. Davis Jr.", {"Tom B.", "", "Davis", "Jr."}},
        Name{"GenerationAlone", "Davis Jr.", {"", "", "{Davis Jr.}", ""}},
        Name{"Apostrophe", "Conor O\u2019Brien", {"Conor", "", "O'Brien", ""}},
        Name{"LettersWithMarks", "Émile Żak", {"{\\'E}mile", "", "{\\.Z}ak", ""}},
        Name{"LettersOfTheirOwn", "Łukasz Bjørk", {"{\\L}ukasz", "", "Bj{\\o}rk", ""}},
        Name{"TwoMarks", "Ngô Ấn", {"Ng{\\^o}", "", "{\\'{\\^A}}n", ""}},
        Name{"MarksThatOt1LacksAreGroups",
             "Ąnna Cząstka",
             {"{\\relax Ą}nna", "", "Cz{\\relax ą}stka", ""}},
        Name{"Single", "OpenAI", {"", "", "{OpenAI}", ""}},
        Name{"Korean", "김 하늘", {"", "", "{김 하늘}", ""}},
        Name{"KoreanInParentheses",
             "Haneul Kim (김하늘)",
             {"", "", "{Haneul Kim (김하늘)}", ""}},
        Name{"Cyrillic", "Иван Петров", {"", "", "{Иван Петров}", ""}},
        Name{"Team", "Qwen Team", {"", "", "{Qwen Team}", ""}},
        Name{"And", "Bread and Butter", {"", "", "{Bread and Butter}", ""}},
        Name{"AndInCapitals", "Rock AND Roll", {"", "", "{Rock AND Roll}", ""}},
        Name{"Others", "others", {"", "", "{others}", ""}},
        Name{"Comma", "DeepSeek, Inc.", {"", "", "{DeepSeek, Inc.}", ""}},
        Name{"Signs", "R&D_1 {x", {"", "", "{R\\&D\\_1 \\textbraceleft{}x}", ""}}),
    [](const auto& test) { return std::string(test.param.name); });

// BibTeX itself takes "won" for a particle where the family does not come first; pybtex
// does not.
TEST_F(BibtexTest, TheFamilyComesFirstWhereAHyphenIsFollowedBySmallLetters) {
  EXPECT_THAT(shown({"2504.00001", "Title", "2025-04-10", {"Seung-won Hwang"}, 1, {}}),
              HasSubstr("author = {Hwang, Seung-won},"));
}

TEST_F(BibtexTest, APaperFoundTwiceHasOneEntry) {
  const ProcessResult result = papersearch(
      {"similar", "2504.00001", "2503.00002", "2502.00003", "--format", "bibtex"});
  const Json entries = entries_in(result.out);  // complains of a key that comes twice
  EXPECT_GE(entries.size(), 3);
}

TEST_F(BibtexTest, OfASearchTheEntriesAreInItsOrder) {
  const Json entries = entries_in(papersearch({"강화학습", "--format", "bibtex"}).out);
  std::vector<std::string> keys;
  for (const Json& entry : entries) keys.push_back(entry["key"]);
  std::vector<std::string> ids = ids_of({"강화학습"});
  for (std::string& id : ids) id = "arXiv:" + id;
  EXPECT_EQ(keys, ids);
}

TEST_F(BibtexTest, HasNoControlCharacters) {
  const std::string out =
      shown({"2504.00001", "Red \x1b[31m", "2025-04-10", {"A\x1b B"}, 1, {}});
  EXPECT_THAT(out, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace papersearch::testing
