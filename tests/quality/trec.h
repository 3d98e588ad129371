// SPDX-License-Identifier: GPL-2.0-or-later
// The files of an evaluation, in the forms of TREC: topics, judgments, rankings.
#pragma once

#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "metrics.h"
#include "papersearch/error.h"

namespace papersearch::quality {

struct Topic {
  std::string id;
  std::string language;  // "en", "ko"
  std::string text;      // the query
};

using Judgments = std::map<std::string, Grades>;                  // by query id
using Ranking = std::map<std::string, std::vector<RankedPaper>>;  // by query id, best first

// One query a line: QUERY_ID <TAB> LANGUAGE <TAB> TEXT; '#' begins a comment line. A
// query id that comes twice is an error.
Result<std::vector<Topic>> read_topics(const std::string& path);

// One judgment a line: QUERY_ID 0 ARXIV_ID GRADE.
Result<Judgments> read_judgments(const std::string& path);

// One hit a line: QUERY_ID Q0 ARXIV_ID RANK SCORE NAME, the hits of a query in order.
// Votes are not in such a file. A paper that comes twice for a query is an error.
Result<Ranking> read_ranking(const std::string& path);
void write_ranking(const Ranking& ranking, const std::string& name, std::ostream& out);

}  // namespace papersearch::quality
