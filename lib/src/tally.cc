// SPDX-License-Identifier: GPL-2.0-or-later
#include "tally.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "document_builder.h"
#include "query_builder.h"
#include "query_filters.h"
#include "schema.h"

namespace papersearch {
namespace {

using Xapian::Query;

struct Tally {
  std::size_t papers = 0;
  std::int64_t votes = 0;

  // `votes_value` as kVotesSlot has it.
  void add(const std::string& votes_value) {
    ++papers;
    if (!votes_value.empty())
      votes += static_cast<std::int64_t>(Xapian::sortable_unserialise(votes_value));
  }
};

// By "2025-04"; papers without a date stand under "".
using Months = std::map<std::string, Tally>;

std::string month_of(const std::string& date_value) {
  return written_date(date_value).substr(0, std::string_view("2025-04").size());
}

class MonthSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double) override {
    months[month_of(document.get_value(kDateSlot))].add(document.get_value(kVotesSlot));
  }
  Months months;
};

class AuthorSpy : public Xapian::MatchSpy {
 public:
  void operator()(const Xapian::Document& document, double) override {
    std::vector<std::string> names = decode_authors(document.get_value(kAuthorsSlot));
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    const std::string votes = document.get_value(kVotesSlot);
    for (std::string& name : names) authors[std::move(name)].add(votes);
  }
  std::unordered_map<std::string, Tally> authors;
};

// Shows `spy` every paper that holds all words of `query` and passes the filters.
void count(const Xapian::Database& database, Analyzer& analyzer, const Glossary& glossary,
           const QueryNode& query, const SearchOptions& options, Xapian::MatchSpy& spy) {
  const BuiltQuery built =
      QueryBuilder(database, analyzer, glossary).build(query, options, Matching::kAll);
  // Nothing was asked but how much there is.
  const bool counts_all = built.part.empty() && query.children.empty();
  if (built.part.empty() && !counts_all) return;
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(counts_all ? Query::MatchAll : built.part.query(nullptr));
  enquire.add_matchspy(&spy);
  static_cast<void>(enquire.get_mset(0, 0, database.get_doccount()));
}

// Of all papers between `since` and `until`, dated ones only.
Months all_months(const Xapian::Database& database, const SearchOptions& options) {
  const std::string first = date_bound(options.since, '0');
  const std::string last = date_bound(options.until, '9');
  Months out;
  auto votes = database.valuestream_begin(kVotesSlot);
  const auto no_votes = database.valuestream_end(kVotesSlot);
  for (auto date = database.valuestream_begin(kDateSlot);
       date != database.valuestream_end(kDateSlot); ++date) {
    const std::string value = *date;
    if (value < first || value > last) continue;
    if (votes != no_votes) votes.skip_to(date.get_docid());
    const bool known = votes != no_votes && votes.get_docid() == date.get_docid();
    out[month_of(value)].add(known ? *votes : std::string());
  }
  return out;
}

std::string month_after(const std::string& month) {
  const int months = std::stoi(month.substr(0, 4)) * 12 + std::stoi(month.substr(5));
  std::array<char, 16> text;
  std::snprintf(text.data(), text.size(), "%04d-%02d", months / 12, months % 12 + 1);
  return text.data();
}

Tally tally_of(const Months& months, const std::string& month) {
  const auto at = months.find(month);
  return at == months.end() ? Tally{} : at->second;
}

}  // namespace

Trend trend(const Xapian::Database& database, Analyzer& analyzer, const Glossary& glossary,
            const QueryNode& query, const SearchOptions& options) {
  MonthSpy spy;
  count(database, analyzer, glossary, query, options, spy);
  Trend out;
  out.undated = tally_of(spy.months, "").papers;
  const Months all = all_months(database, options);
  if (all.empty()) return out;
  const std::string end = month_after(all.rbegin()->first);
  for (std::string month = all.begin()->first; month != end; month = month_after(month)) {
    const Tally matching = tally_of(spy.months, month);
    const Tally whole = tally_of(all, month);
    out.months.push_back(
        {month, matching.papers, matching.votes, whole.papers, whole.votes});
    out.papers += matching.papers;
    out.votes += matching.votes;
  }
  return out;
}

std::vector<AuthorTally> top_authors(const Xapian::Database& database, Analyzer& analyzer,
                                     const Glossary& glossary, const QueryNode& query,
                                     const SearchOptions& options) {
  AuthorSpy spy;
  count(database, analyzer, glossary, query, options, spy);
  std::vector<AuthorTally> out;
  out.reserve(spy.authors.size());
  for (const auto& [name, tally] : spy.authors)
    out.push_back({name, tally.papers, tally.votes});
  const bool by_votes = options.sort == SortOrder::kVotes;
  const auto rank = [&](const AuthorTally& author) {
    const auto papers = -static_cast<std::int64_t>(author.papers);
    return by_votes ? std::pair(-author.votes, papers) : std::pair(papers, -author.votes);
  };
  const std::size_t skipped = std::min(options.offset, out.size());
  const std::size_t end = std::min(skipped + options.limit, out.size());
  std::partial_sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(end), out.end(),
                    [&](const AuthorTally& a, const AuthorTally& b) {
                      return std::tuple(rank(a), std::string_view(a.author)) <
                             std::tuple(rank(b), std::string_view(b.author));
                    });
  return {out.begin() + static_cast<std::ptrdiff_t>(skipped),
          out.begin() + static_cast<std::ptrdiff_t>(end)};
}

}  // namespace papersearch
