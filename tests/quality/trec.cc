// SPDX-License-Identifier: GPL-2.0-or-later
#include "trec.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <functional>
#include <ostream>
#include <set>
#include <sstream>

namespace papersearch::quality {
namespace {

// Calls `use` with every line that is not empty and no comment; it returns what is wrong
// with the line, or nothing.
Result<void> for_each_line(const std::string& path,
                           const std::function<std::string(const std::string&)>& use) {
  std::ifstream in(path);
  if (!in) return Error(ErrorCode::kIo, path + ": " + std::strerror(errno));
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.find_first_not_of(" \t") == std::string::npos || line[0] == '#') continue;
    if (std::string trouble = use(line); !trouble.empty()) {
      return Error(ErrorCode::kInvalidArgument,
                   path + ":" + std::to_string(number) + ": " + trouble);
    }
  }
  if (in.bad()) return Error(ErrorCode::kIo, path + ": cannot be read to its end");
  return {};
}

}  // namespace

Result<std::vector<Topic>> read_topics(const std::string& path) {
  std::vector<Topic> out;
  std::set<std::string> seen;
  auto read = for_each_line(path, [&](const std::string& line) -> std::string {
    const std::size_t first = line.find('\t');
    const std::size_t second =
        first == std::string::npos ? first : line.find('\t', first + 1);
    if (second == std::string::npos)
      return "no topic: QUERY_ID, language and text, with tabs between";
    Topic topic{line.substr(0, first), line.substr(first + 1, second - first - 1),
                line.substr(second + 1)};
    if (!seen.insert(topic.id).second) return "the query " + topic.id + " comes twice";
    out.push_back(std::move(topic));
    return {};
  });
  if (!read) return read.error();
  return out;
}

Result<Judgments> read_judgments(const std::string& path) {
  Judgments out;
  auto read = for_each_line(path, [&](const std::string& line) -> std::string {
    std::istringstream columns(line);
    std::string query;
    std::string iteration;
    std::string paper;
    int grade = 0;
    if (!(columns >> query >> iteration >> paper >> grade))
      return "no judgment: QUERY_ID 0 ARXIV_ID GRADE";
    out[query][paper] = grade;
    return {};
  });
  if (!read) return read.error();
  return out;
}

Result<Ranking> read_ranking(const std::string& path) {
  Ranking out;
  auto read = for_each_line(path, [&](const std::string& line) -> std::string {
    std::istringstream columns(line);
    std::string query;
    std::string iteration;
    std::string paper;
    if (!(columns >> query >> iteration >> paper))
      return "no hit: QUERY_ID Q0 ARXIV_ID RANK SCORE NAME";
    std::vector<RankedPaper>& hits = out[query];
    const bool twice = std::any_of(hits.begin(), hits.end(),
                                   [&](const RankedPaper& hit) { return hit.id == paper; });
    if (twice) return "the paper " + paper + " comes twice for " + query;
    hits.push_back({paper, std::nullopt});
    return {};
  });
  if (!read) return read.error();
  return out;
}

void write_ranking(const Ranking& ranking, const std::string& name, std::ostream& out) {
  for (const auto& [query, hits] : ranking) {
    for (std::size_t i = 0; i < hits.size(); ++i) {
      // Readers of the format sort by score.
      out << query << " Q0 " << hits[i].id << ' ' << i + 1 << ' ' << hits.size() - i << ' '
          << name << '\n';
    }
  }
}

}  // namespace papersearch::quality
