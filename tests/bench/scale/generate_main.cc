// SPDX-License-Identifier: GPL-2.0-or-later
// generate: writes an archive of any size with the statistics of a real one; `run` measures
// with it. Nothing is kept of the real one but what is computed from it each time.
//
//     generate --papers 100000 --out FOLDER ARCHIVE...
//
// Writes FOLDER/digests/YYYY/MM/DD.md and FOLDER/feed/YYYY/MM/DD.json, the same for the
// same options and archive. More papers are added behind, in days that follow.
#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

#include "archive_model.h"
#include "digest_writer.h"
#include "scan.h"

namespace {

using namespace papersearch;
using namespace papersearch::bench;

constexpr std::chrono::sys_days kFirstDay = std::chrono::year(2015) / 1 / 1;

struct Options {
  std::vector<std::string> archive;
  std::string out;
  std::size_t papers = 10'000;
  std::size_t per_day = 20;
  std::uint64_t seed = 1;
};

// The papers of the archive: those of digests in Markdown, those of the feed.
struct Archive {
  std::vector<Paper> digests;
  std::vector<Paper> feed;
  std::size_t in_both = 0;
};

Archive read(const std::vector<std::string>& paths) {
  Archive archive;
  std::set<std::string> ids;
  for (const SourceFile& file : scan(paths).files) {
    const bool is_digest = std::filesystem::path(file.path).extension() == ".md";
    for (Entry& entry : read_source(file).entries) {
      archive.in_both += !ids.insert(entry.paper.id).second;
      (is_digest ? archive.digests : archive.feed).push_back(std::move(entry.paper));
    }
  }
  return archive;
}

std::string two_digits(unsigned number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

void write(const std::filesystem::path& path, const std::string& text) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw std::runtime_error(path.string() + ": cannot be written");
}

// Makes papers day by day.
class Generator {
 public:
  Generator(const Archive& archive, const Options& options)
      : options_(options),
        digests_(archive.digests),
        feed_(archive.feed),
        digests_only_(archive.digests.size() - archive.in_both),
        feed_only_(archive.feed.size() - archive.in_both),
        in_both_(archive.in_both) {}

  void write_day(std::size_t day) {
    const std::chrono::year_month_day date =
        kFirstDay + std::chrono::days(static_cast<int>(day));
    const std::string year = std::to_string(static_cast<int>(date.year()));
    const std::string month = two_digits(static_cast<unsigned>(date.month()));
    const std::string name = two_digits(static_cast<unsigned>(date.day()));
    if (name == "01") papers_of_month_ = 0;

    std::vector<Paper> digest, feed;
    const std::size_t end = std::min(options_.papers, (day + 1) * options_.per_day);
    for (std::size_t i = day * options_.per_day; i < end; ++i) {
      std::string number = std::to_string(++papers_of_month_);
      if (number.size() > 5) throw std::runtime_error("a month has no ids left");
      number.insert(0, 5 - number.size(), '0');
      const auto at = [&](Paper paper) {
        paper.id = year.substr(2) + month + "." + number;
        paper.date = year + "-" + month + "-" + name;
        return paper;
      };
      add(at, i, digest, feed);
    }
    const auto path = std::filesystem::path(year) / month / name;
    const std::filesystem::path out = options_.out;
    if (!digest.empty())
      write(out / "digests" / (path.string() + ".md"), to_markdown(digest));
    if (!feed.empty()) write(out / "feed" / (path.string() + ".json"), to_feed(feed));
  }

 private:
  // As often as in the archive, the paper is in the digests, in the feed, or in both.
  template <typename At>
  void add(const At& at, std::size_t paper, std::vector<Paper>& digest,
           std::vector<Paper>& feed) const {
    Random random(options_.seed, paper);
    const std::size_t drawn = random.below(digests_only_ + feed_only_ + in_both_);
    const bool is_feed_only = drawn < feed_only_;
    if (!is_feed_only) digest.push_back(at(digests_.make(random)));
    if (drawn >= feed_only_ && drawn < feed_only_ + digests_only_) return;
    feed.push_back(at(feed_.make(random)));
    if (is_feed_only) return;
    feed.back().title = digest.back().title;
    feed.back().authors = digest.back().authors;
  }

  const Options& options_;
  ArchiveModel digests_;
  ArchiveModel feed_;
  std::size_t digests_only_;
  std::size_t feed_only_;
  std::size_t in_both_;
  std::size_t papers_of_month_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Writes an archive of any size with the statistics of a real one",
               "generate");
  app.add_option("archive", options.archive, "folders of digests and of the feed")
      ->required();
  app.add_option("--out", options.out, "the folder to write to")->required();
  app.add_option("--papers", options.papers, "how many (10000)")
      ->check(CLI::PositiveNumber);
  app.add_option("--per-day", options.per_day, "papers a day (20)")
      ->check(CLI::PositiveNumber);
  app.add_option("--seed", options.seed, "another seed gives other papers (1)");
  CLI11_PARSE(app, argc, argv);
  try {
    Generator generator(read(options.archive), options);
    for (std::size_t day = 0; day * options.per_day < options.papers; ++day)
      generator.write_day(day);
  } catch (const std::exception& error) {
    std::cerr << "generate: " << error.what() << "\n";
    return 1;
  }
  return 0;
}
