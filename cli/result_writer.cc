// SPDX-License-Identifier: GPL-2.0-or-later
#include "result_writer.h"

#include "json_writer.h"
#include "message.h"
#include "text_writer.h"

namespace papersearch::cli {

Result<std::string> ResultWriter::next(const SearchResult& result) {
  if (line_.format == Format::kJson) return result_json(result);
  for (const std::string& shard : result.missing_shards)
    complain(line_.db + ": shard " + shard + " does not answer; its papers are left out");
  if (line_.format == Format::kText) return result_text(result, line_.search, terminal_);
  // Lists of papers have no place for it.
  if (result.corrected)
    complain("QUERY: nothing found as typed; shown for: " + *result.suggestion);
  if (line_.format == Format::kJsonl) return hits_jsonl(result);
  std::string out;
  for (const Hit& hit : result.hits) {
    if (line_.format != Format::kMarkdown) {
      out += papers_.next(hit.paper);
    } else if (const Result<Paper> paper = searcher_.find(hit.paper.id)) {
      out += papers_.next(*paper);
    } else if (paper.error().code() != ErrorCode::kNotFound) {
      return paper.error();
    }  // else it was taken out of the index meanwhile
  }
  return out;
}

}  // namespace papersearch::cli
