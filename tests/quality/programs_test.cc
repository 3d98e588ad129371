// SPDX-License-Identifier: GPL-2.0-or-later
// The bench as a whole: its programs and scripts over the project's own small archive, and,
// where it is there, over the real one.
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "evaluation.h"
#include "papersearch/index_writer.h"
#include "scan.h"
#include "source.h"
#include "support/process.h"
#include "support/temp_dir.h"
#include "trec.h"

namespace papersearch::quality {
namespace {

using nlohmann::json;
using testing::ProcessResult;
using testing::TempDir;

constexpr const char* kPython = "/usr/bin/python3";

// Everything of `path`, indexed into `db`.
void make_index(const std::string& path, const std::string& db) {
  Result<IndexWriter> writer = IndexWriter::open(db);
  ASSERT_TRUE(writer) << writer.error().message();
  for (const SourceFile& file : scan({path}).files) {
    for (const Entry& entry : read_source(file).entries)
      ASSERT_TRUE(writer->add(entry.paper));
  }
  ASSERT_TRUE(writer->commit());
}

ProcessResult succeed(const std::vector<std::string>& argv) {
  ProcessResult result = testing::run(argv);
  EXPECT_EQ(result.status, 0) << result.err;
  return result;
}

std::string read(const std::string& path) {
  std::ifstream in(path);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

class QualityBench : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kPython)) GTEST_SKIP() << "no " << kPython;
    make_index(testing::source_dir() + "/data/digests", folder_ / "ko");
    make_index(testing::source_dir() + "/data/feed", folder_ / "en");
  }

  std::string exported(const std::string& index) const {
    return folder_.write(
        index + ".jsonl",
        succeed({PAPERSEARCH_QUALITY_EXPORT_PROGRAM, folder_ / index}).out);
  }

  void make_sets(const std::string& out) const {
    succeed({kPython, testing::source_dir() + "/tests/quality/make_sets.py", "--korean",
             exported("ko"), "--english", exported("en"), "--out", folder_ / out});
  }

  TempDir folder_;
};

constexpr const char* kTopics =
    "1\ten\treinforcement learning\n"
    "2\tko\t강화학습 추론\n"
    "3\tko\t다국어 벤치마크 평가\n"
    "4\ten\tbitter lesson\n";
constexpr const char* kJudgments =
    "1 0 2504.16084 3\n1 0 2504.15466 2\n1 0 2504.15120 0\n"
    "2 0 2504.16084 2\n2 0 2504.15466 3\n2 0 2504.15521 1\n"
    "3 0 2504.15521 3\n3 0 2504.16072 1\n4 0 2504.15521 3\n";

TEST_F(QualityBench, GivesTheFiguresOfEvaluatePy) {
  const std::string script = std::filesystem::path(testing::source_dir()).parent_path() /
                             "shared" / "eval" / "evaluate.py";
  if (!std::filesystem::exists(script)) GTEST_SKIP() << "no " << script;
  const std::string topics = folder_.write("topics.tsv", kTopics);
  const std::string judgments = folder_.write("qrels.txt", kJudgments);
  const json theirs = json::parse(
      succeed(
          {kPython, script, "--json", "--topics", topics, "--qrels", judgments, "--search",
           testing::papersearch_program() + " --votes-weight 0.3 --db " + (folder_ / "ko")})
          .out);
  const json ours = json::parse(
      succeed({PAPERSEARCH_QUALITY_PROGRAM, "--json", "--topics", topics, "--qrels",
               judgments, "--votes-weight", "0.3", "--db", folder_ / "ko"})
          .out);
  EXPECT_GT(theirs["all"]["ndcg"], 0);
  for (const auto& [part, figures] : theirs.items()) {
    for (const auto& [name, figure] : figures.items()) {
      // Both round to four digits, halves not always alike.
      EXPECT_NEAR(ours[part][name].get<double>(), figure.get<double>(), 1.01e-4)
          << part << ' ' << name;
    }
  }
}

TEST_F(QualityBench, ComparesConfigurationsWorstFirst) {
  const std::string topics = folder_.write("topics.tsv", kTopics);
  const std::string judgments = folder_.write("qrels.txt", kJudgments);
  const std::vector<std::string> command = {PAPERSEARCH_QUALITY_PROGRAM,
                                            "--topics",
                                            topics,
                                            "--qrels",
                                            judgments,
                                            "--db",
                                            folder_ / "ko"};
  std::vector<std::string> save = command;
  save.insert(save.end(), {"--save", folder_ / "saved.run"});
  succeed(save);

  std::vector<std::string> same = command;
  same.insert(same.end(), {"--against-ranking", folder_ / "saved.run"});
  EXPECT_THAT(succeed(same).out,
              ::testing::HasSubstr("nDCG@10 +0.0000  p = 1.0000  0 better, 0 worse of 4"));

  // A ranking that is right for the last query and holds nothing for the others.
  const std::string other = folder_.write("other.run", "4 Q0 2504.15521 1 1 x\n");
  std::vector<std::string> worse = command;
  worse.insert(worse.end(), {"--ranking", other, "--against", ""});
  const std::string out = succeed(worse).out;
  const std::string differences = out.substr(out.find(" against as shipped"));
  std::vector<double> losses;
  std::istringstream lines(differences);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("  -", 0) == 0) losses.push_back(std::stod(line));
  }
  EXPECT_EQ(losses.size(), 3U) << differences;
  EXPECT_TRUE(std::is_sorted(losses.begin(), losses.end())) << differences;
  EXPECT_THAT(differences, ::testing::HasSubstr("0 better, 3 worse of 4"));
}

TEST_F(QualityBench, ListsHitsWithoutJudgment) {
  const std::string topics = folder_.write("topics.tsv", "1\ten\treinforcement learning\n");
  const std::string none = folder_.write("none.txt", "");
  const std::string one = folder_.write("one.txt", "1 0 2504.16084 3\n");
  const auto list = [&](const std::string& judgments) {
    return succeed({PAPERSEARCH_QUALITY_PROGRAM, "--topics", topics, "--qrels", judgments,
                    "--db", folder_ / "ko", "--unjudged"})
        .out;
  };
  const std::string all = list(none);
  const std::string line = "1 0 2504.16084 ?\n";
  const std::size_t at = all.find(line);
  ASSERT_NE(at, std::string::npos) << all;
  EXPECT_EQ(list(one), std::string(all).erase(at, line.size()));
}

TEST_F(QualityBench, RefusesSwitchesAndFilesItDoesNotKnow) {
  const std::string topics = folder_.write("topics.tsv", kTopics);
  const std::string judgments = folder_.write("qrels.txt", kJudgments);
  const std::vector<std::string> command = {PAPERSEARCH_QUALITY_PROGRAM,
                                            "--topics",
                                            topics,
                                            "--qrels",
                                            judgments,
                                            "--db",
                                            folder_ / "ko"};
  for (const auto& [option, value] :
       std::vector<std::pair<std::string, std::string>>{{"--votes-weight", "2"},
                                                        {"--configuration", "colour=blue"},
                                                        {"--ranking", folder_ / "none"}}) {
    std::vector<std::string> wrong = command;
    wrong.insert(wrong.end(), {option, value});
    const ProcessResult result = testing::run(wrong);
    EXPECT_EQ(result.status, 3) << option;
    EXPECT_FALSE(result.err.empty()) << option;
  }
}

TEST_F(QualityBench, ExportIsReadBackToTheSamePapers) {
  const std::string first = exported("ko");
  make_index(first, folder_ / "again");
  EXPECT_EQ(read(exported("again")), read(first));
  EXPECT_GT(read(first).size(), 20'000U);
}

TEST_F(QualityBench, SetsAskForPapersWithoutGivingThemAway) {
  make_sets("sets");
  std::size_t queries = 0;
  for (const char* set : {"en-ko", "ko-en", "hangul-en", "short", "held-out", "title"}) {
    const auto judgments =
        read_judgments(folder_ / (std::string("sets/") + set + ".qrels"));
    ASSERT_TRUE(judgments) << set;
    std::size_t judged = 0;
    for (const char* half : {"tune", "report"}) {
      const auto topics =
          read_topics(folder_ / (std::string("sets/") + set + "." + half + ".tsv"));
      ASSERT_TRUE(topics) << set;
      for (const Topic& topic : *topics) {
        ASSERT_EQ(judgments->count(topic.id), 1U) << set << ' ' << topic.id;
        EXPECT_EQ(judgments->at(topic.id), Grades({{topic.id, 3}}));
        EXPECT_FALSE(topic.text.empty());
        if (topic.id == "2504.16084" && std::string(set) != "title" &&
            std::string(set) != "en-ko") {
          for (const char* word : {"TTRL", "Test", "Reinforcement", "Learning", "("}) {
            EXPECT_EQ(topic.text.find(word), std::string::npos)
                << set << ": " << topic.text;
          }
        }
        ++judged;
      }
    }
    EXPECT_EQ(judged, judgments->size()) << set;
    queries += judged;
  }
  EXPECT_GT(queries, 30U);
}

TEST_F(QualityBench, HangulSetHoldsNoLatinWord) {
  make_sets("sets");
  const std::string text = read(folder_ / "sets/hangul-en.tune.tsv") +
                           read(folder_ / "sets/hangul-en.report.tsv");
  EXPECT_FALSE(text.empty());
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::string query = line.substr(line.rfind('\t') + 1);
    EXPECT_EQ(query.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"),
              std::string::npos)
        << query;
  }
}

TEST_F(QualityBench, SetsAreTheSameEveryTime) {
  make_sets("first");
  make_sets("second");
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder_ / "first")) {
    const std::string name = entry.path().filename().string();
    names.insert(name);
    EXPECT_EQ(read(folder_ / ("first/" + name)), read(folder_ / ("second/" + name)))
        << name;
  }
  EXPECT_EQ(names.size(), 19U);  // two halves and judgments of six sets, and rest.jsonl
}

class Peer : public QualityBench, public ::testing::WithParamInterface<const char*> {};

TEST_P(Peer, RanksTheSameTopics) {
  const std::string topics = folder_.write("topics.tsv", kTopics);
  const ProcessResult result =
      testing::run({kPython, testing::source_dir() + "/tests/quality/peers/rank.py",
                    GetParam(), exported("ko"), topics, "--out", folder_.path().string()});
  if (result.status == 77) GTEST_SKIP() << result.err;
  ASSERT_EQ(result.status, 0) << result.err;
  const auto ranking = read_ranking(folder_ / (std::string(GetParam()) + ".topics.run"));
  ASSERT_TRUE(ranking);
  ASSERT_EQ(ranking->count("1"), 1U);
  EXPECT_EQ(ranking->at("1")[0].id, "2504.16084");
}

INSTANTIATE_TEST_SUITE_P(Quality, Peer,
                         ::testing::Values("fts5-unicode61", "fts5-porter", "fts5-trigram",
                                           "xapian-words", "xapian-ngrams",
                                           "groonga-bigram"),
                         [](const auto& name) {
                           std::string out = name.param;
                           std::replace(out.begin(), out.end(), '-', '_');
                           return out;
                         });

// What the figures were before anything was done for quality: the best of the peers.
constexpr double kBestPeer = 0.645;

TEST(RealArchive, GradedTopicsAreAnsweredBetterThanByThePeers) {
  const auto corpus = testing::archive_dir();
  if (!corpus) GTEST_SKIP() << "no archive at ../shared/corpus";
  const std::string judged = std::filesystem::path(*corpus).parent_path() / "eval";
  const auto topics = read_topics(judged + "/topics.tsv");
  const auto judgments = read_judgments(judged + "/qrels.txt");
  ASSERT_TRUE(topics && judgments);
  const TempDir folder;
  make_index(*corpus + "/digests_ko", folder / "ko");
  auto searcher = Searcher::open(folder / "ko");
  ASSERT_TRUE(searcher);
  const auto evaluation = evaluate(*searcher, *topics, *judgments, SearchOptions(), 1);
  ASSERT_TRUE(evaluation);
  const auto summary = summarize(*evaluation);
  EXPECT_EQ(summary.at("all").queries, topics->size());
  EXPECT_GT(summary.at("all").means.ndcg, kBestPeer);
}

}  // namespace
}  // namespace papersearch::quality
