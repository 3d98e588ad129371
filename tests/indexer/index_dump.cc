// SPDX-License-Identifier: GPL-2.0-or-later
#include "index_dump.h"

#include <xapian.h>

#include <sstream>

#include "lib/paper_print.h"
#include "papersearch/searcher.h"

namespace papersearch::testing {
namespace {

void dump_documents(const Xapian::Database& database, std::ostream& out) {
  for (auto did = database.postlist_begin(""); did != database.postlist_end(""); ++did) {
    const Xapian::Document document = database.get_document(*did);
    for (auto value = document.values_begin(); value != document.values_end(); ++value)
      out << "value " << value.get_valueno() << " " << *value << "\n";
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      out << "term " << *term << " " << term.get_wdf() << " "
          << database.get_termfreq(*term) << "\n";
    }
  }
}

void dump_records(Searcher& searcher, std::ostream& out) {
  const Result<void> all = searcher.for_each_paper({}, [&](const Paper& paper) {
    out << "paper " << print(paper) << "url " << paper.url << "\n";
    return true;
  });
  if (!all) out << all.error().message() << "\n";
}

bool tells_of_sources(const std::string& key) {
  return key.rfind("papersearch.source.", 0) == 0 ||
         key.rfind("papersearch.entries.", 0) == 0 || key == "papersearch.files" ||
         key == "papersearch.complaints";
}

void dump_metadata(const Xapian::Database& database, bool with_sources, std::ostream& out) {
  for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end();
       ++key) {
    // The dictionary of the records is that of the papers of the last rebuild.
    if (*key != "papersearch.indexed_at" && *key != "papersearch.dictionary" &&
        (with_sources || !tells_of_sources(*key)))
      out << "metadata " << *key << " " << database.get_metadata(*key) << "\n";
  }
}

void dump_hits(Searcher& searcher, const std::string& query, SortOrder sort,
               std::ostream& out) {
  SearchOptions options;
  options.limit = 100;
  options.sort = sort;
  options.facets = true;
  const Result<SearchResult> result = searcher.search(query, options);
  if (!result) {
    out << "query " << query << " " << result.error().message() << "\n";
    return;
  }
  out << "query " << query << " " << result->total << " " << result->suggestion.value_or("")
      << "\n";
  for (const Hit& hit : result->hits) {
    out << "hit " << query << " " << hit.paper.id << " " << hit.score << " "
        << hit.snippets.size() << "\n";
  }
  for (const FacetCount& month : result->facets->month)
    out << "month " << month.value << " " << month.count << "\n";
}

void dump_answers(Searcher& searcher, std::ostream& out) {
  for (const char* query :
       {"강화학습", "diffusion model", "RL", "paper", "votes:5..", "date:2025-04",
        "author:kim 확산", "\"graph network\"", "그래프 신경망 -RL", "diffusoin"}) {
    for (const SortOrder sort :
         {SortOrder::kRelevance, SortOrder::kVotes, SortOrder::kDate}) {
      dump_hits(searcher, query, sort, out);
    }
  }
  for (const char* text : {"강ㅎ", "diff", "author:k", "paper 1"}) {
    const Result<std::vector<Suggestion>> suggestions = searcher.suggest(text);
    if (!suggestions) continue;
    for (const Suggestion& suggestion : *suggestions)
      out << "suggest " << text << " " << suggestion.text << " " << suggestion.documents
          << "\n";
  }
}

std::string dump(const std::string& db, bool with_sources) {
  std::ostringstream out;
  Result<Searcher> searcher = Searcher::open(db);
  if (!searcher) return searcher.error().message();
  const Result<IndexStatistics> is = searcher->statistics();
  if (!is) return is.error().message();
  out << "papers " << is->papers << " sections " << is->sections << " votes "
      << is->votes_known << " from " << is->first_date << " to " << is->last_date << "\n";
  if (with_sources)
    out << "files " << is->files << " complaints " << is->complaints << "\n";
  dump_answers(*searcher, out);
  dump_records(*searcher, out);
  const Xapian::Database database(db);
  dump_documents(database, out);
  dump_metadata(database, with_sources, out);
  return out.str();
}

}  // namespace

std::string dump_index(const std::string& db) { return dump(db, true); }
std::string dump_papers(const std::string& db) { return dump(db, false); }

std::string difference(const std::string& a, const std::string& b) {
  std::istringstream left(a);
  std::istringstream right(b);
  std::string one;
  std::string other;
  for (;;) {
    const bool has_one = static_cast<bool>(std::getline(left, one));
    const bool has_other = static_cast<bool>(std::getline(right, other));
    if (!has_one && !has_other) return {};
    if (!has_one) one = "(nothing)";
    if (!has_other) other = "(nothing)";
    if (one != other) return "  " + one + "\n  " + other;
  }
}

}  // namespace papersearch::testing
