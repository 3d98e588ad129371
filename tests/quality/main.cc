// SPDX-License-Identifier: GPL-2.0-or-later
// papersearch_quality: measures rankings against judgments.
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "evaluation.h"
#include "papersearch/text.h"
#include "report.h"
#include "switches.h"

namespace papersearch::quality {
namespace {

struct Options {
  std::string db;
  std::string topics;
  std::string judgments;
  std::string name;
  std::string ranking;                 // a file; empty: search
  std::string words;                   // NAME=VALUE ... of the configuration
  std::optional<std::string> against;  // NAME=VALUE ...
  std::string against_db;
  std::string against_ranking;
  std::string save;
  std::size_t rounds = 3;
  bool per_topic = false;
  bool unjudged = false;
  bool json = false;
};

constexpr const char* kFooter =
    "A configuration is given by switches, or as words NAME=VALUE in one argument:\n"
    "  papersearch_quality --db DIR --topics T --judgments J --votes-weight 0\n"
    "  papersearch_quality --db DIR --topics T --judgments J --against \"votes-weight=0\"\n"
    "Another build of the library is compared through a ranking that it saved:\n"
    "  papersearch_quality ... --save before.run;  papersearch_quality ... "
    "--against-ranking before.run";

void define(CLI::App& app, Options& options) {
  app.footer(kFooter);
  app.add_option("--db", options.db, "Folder of the index")->required();
  app.add_option("--topics", options.topics, "Queries: QUERY_ID <TAB> LANGUAGE <TAB> TEXT")
      ->required();
  app.add_option("--judgments,--qrels", options.judgments, "QUERY_ID 0 ARXIV_ID GRADE")
      ->required();
  app.add_option("--name", options.name, "What to call the configuration");
  app.add_option("--ranking", options.ranking,
                 "Measure this ranking (TREC run) in place of searching");
  app.add_option("--configuration", options.words,
                 "Words NAME=VALUE, added to the switches");
  app.add_option("--against", options.against,
                 "Print differences to this configuration, words NAME=VALUE; may be empty");
  app.add_option("--against-db", options.against_db,
                 "Index of that configuration (default: the same)");
  app.add_option("--against-ranking", options.against_ranking,
                 "Print differences to this ranking");
  app.add_option("--save", options.save, "Write the ranking as a TREC run");
  app.add_option("--rounds", options.rounds,
                 "Ask each query so often and take the median time")
      ->check(CLI::Range(1, 1000));
  app.add_flag("--per-topic", options.per_topic, "A line for each topic, worst first");
  app.add_flag("--unjudged", options.unjudged,
               "List the hits that have no judgment, to be given one");
  app.add_flag("--json", options.json, "Print one JSON object");
  for (const Switch& one : switches()) {
    app.add_option_function<std::vector<std::string>>(
           std::string("--") + one.name,
           [&options, name = one.name](const std::vector<std::string>& values) {
             for (const std::string& value : values) {
               options.words +=
                   (options.words.empty() ? "" : " ") + std::string(name) + "=" + value;
             }
           },
           one.help)
        ->group("Switches");
  }
}

struct Trouble {
  Error error;
};

template <class T>
T take(Result<T> result) {
  if (!result) throw Trouble{result.error()};
  return std::move(*result);
}

struct Test {
  std::vector<Topic> topics;
  Judgments judgments;
};

Evaluation evaluated(const Test& test, const std::string& db, const std::string& words,
                     const std::string& ranking, std::size_t rounds) {
  Searcher searcher = take(Searcher::open(db));
  Evaluation out;
  if (!ranking.empty()) {
    out =
        take(evaluate(searcher, test.topics, test.judgments, take(read_ranking(ranking))));
    out.name = ranking;
  } else {
    out = take(
        evaluate(searcher, test.topics, test.judgments, take(options_from(words)), rounds));
    out.name = words.empty() ? "as shipped" : words;
  }
  return out;
}

void run(const Options& options) {
  const Test test{take(read_topics(options.topics)),
                  take(read_judgments(options.judgments))};
  Evaluation after =
      evaluated(test, options.db, options.words, options.ranking, options.rounds);
  if (!options.name.empty()) after.name = options.name;
  if (!options.save.empty()) {
    std::ofstream file(options.save);
    write_ranking(ranking_of(after), "papersearch", file);
    if (!file.flush())
      throw Trouble{Error(ErrorCode::kIo, options.save + ": cannot be written")};
  }
  if (options.unjudged) {
    print_unjudged(after, test.judgments, std::cout);
  } else if (options.json) {
    print_json(after, std::cout);
  } else {
    print(after, options.per_topic, std::cout);
  }
  if (!options.against && options.against_ranking.empty()) return;
  const Evaluation before =
      evaluated(test, options.against_db.empty() ? options.db : options.against_db,
                options.against.value_or(""), options.against_ranking, options.rounds);
  print(before, options.per_topic, std::cout);
  print_difference(before, after, std::cout);
}

}  // namespace
}  // namespace papersearch::quality

int main(int argc, char** argv) {
  using namespace papersearch::quality;
  CLI::App app("Measure the quality of search against judgments.", "papersearch_quality");
  Options options;
  define(app, options);
  CLI11_PARSE(app, argc, argv);
  try {
    run(options);
  } catch (const Trouble& trouble) {
    std::cerr << "papersearch_quality: " << papersearch::printable(trouble.error.message())
              << '\n';
    return 3;
  }
  return std::cout.flush() ? 0 : 3;
}
