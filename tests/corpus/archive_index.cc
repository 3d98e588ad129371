// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive_index.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "support/process.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;

// What stands between `before` and the last `after` of a line; nothing when it does not
// begin so.
std::optional<std::string> between(const std::string& line, const std::string& before,
                                   const std::string& after) {
  const std::size_t end = line.rfind(after);
  if (line.rfind(before, 0) != 0 || end == line.npos || end < before.size())
    return std::nullopt;
  return line.substr(before.size(), end - before.size());
}

void read_lines(const fs::path& file, const std::string& date, std::vector<RawEntry>& out) {
  std::ifstream in(file);
  const std::size_t already = out.size();
  for (std::string line; std::getline(in, line);) {
    const auto title = between(line, "### [", "](https://arxiv.org/abs/");
    if (title) {
      const std::size_t id = line.rfind('/') + 1;
      out.push_back({file.string(),
                     date,
                     line.substr(id, line.find(')', id) - id),
                     *title,
                     "",
                     "",
                     {}});
    } else if (line.rfind("## ", 0) == 0 || out.size() == already) {
      continue;
    } else if (const auto votes = between(line + "\n", "Vote: ", "\n")) {
      out.back().votes = *votes;
    } else if (const auto authors = between(line + "\n", "Authors: ", "\n")) {
      out.back().authors = *authors;
    } else {
      out.back().lines.push_back(line);
    }
  }
}

std::vector<RawEntry> read_digests() {
  const std::string root = *archive_dir() + "/digests_ko/";
  std::vector<fs::path> files;
  for (const auto& file : fs::recursive_directory_iterator(root)) {
    // YYYY/MM/DD.md; the licence and the like are no digests.
    if (file.path().string().size() == root.size() + 13) files.push_back(file.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<RawEntry> out;
  for (const fs::path& file : files) {
    std::string date = file.string().substr(root.size(), 10);
    std::replace(date.begin(), date.end(), '/', '-');
    read_lines(file, date, out);
  }
  return out;
}

}  // namespace

std::vector<std::string> lines_of(const std::string& name) {
  std::ifstream file(source_dir() + "/tests/corpus/" + name);
  std::vector<std::string> out;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != '#') out.push_back(line);
  }
  return out;
}

ArchiveIndex::ArchiveIndex(const std::vector<std::string>& folders) {
  std::vector<std::string> argv = {papersearch_index_program(), "--json", "--db",
                                   folder_ / "index"};
  for (const std::string& folder : folders) argv.push_back(*archive_dir() + "/" + folder);
  ProcessOptions options;
  options.time_limit = std::chrono::minutes(20);
  const ProcessResult result = run(argv, options);
  status_ = result.status;
  summary_ = nlohmann::json::parse(result.out, nullptr, false);
  Result<Searcher> searcher = Searcher::open(folder_ / "index");
  if (!searcher) throw std::runtime_error(searcher.error().message() + "\n" + result.err);
  searcher_ = std::move(*searcher);
}

Paper ArchiveIndex::find(const std::string& id) {
  Result<Paper> paper = searcher_->find(id);
  return paper ? *std::move(paper) : Paper();
}

IndexStatistics ArchiveIndex::statistics() {
  Result<IndexStatistics> statistics = searcher_->statistics();
  return statistics ? *std::move(statistics) : IndexStatistics();
}

ArchiveIndex& digests_index() {
  static ArchiveIndex index({"digests_ko"});
  return index;
}
ArchiveIndex& feed_index() {
  static ArchiveIndex index({"hf_daily_papers"});
  return index;
}
ArchiveIndex& both_index() {
  static ArchiveIndex index({"hf_daily_papers", "digests_ko"});
  return index;
}

void ArchiveTest::SetUp() {
  if (!archive_dir()) GTEST_SKIP() << "no archive beside the source";
}

const std::vector<RawEntry>& raw_entries() {
  static const std::vector<RawEntry> entries = read_digests();
  return entries;
}

std::map<std::string, int> words_of(const std::string& text) {
  std::map<std::string, int> out;
  std::string word;
  for (const char c : text + " ") {
    const bool in_word =
        (c & 0x80) != 0 || std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (in_word) word += c;
    if (in_word || c == '*' || c == '`') continue;
    if (!word.empty()) ++out[word];
    word.clear();
  }
  return out;
}

}  // namespace papersearch::testing
