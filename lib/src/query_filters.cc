// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_filters.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "analyzer.h"
#include "date_source.h"
#include "document_builder.h"
#include "query_parser.h"
#include "query_values.h"
#include "section.h"
#include "word_pattern.h"
#include "word_positions.h"

namespace papersearch {
namespace {

using Xapian::Query;

constexpr std::size_t kMaxLimit = 10'000;
constexpr std::size_t kMaxOffset = 1'000'000;
constexpr std::size_t kMaxSnippetLength = 10'000;

std::string votes_bound(std::int64_t votes) {
  return Xapian::sortable_serialise(static_cast<double>(votes));
}

Error invalid(const std::string& message) { return {ErrorCode::kInvalidArgument, message}; }

std::optional<Field> section_named(const std::string& name) {
  if (const auto field = text_field_named(name)) return field;
  const Field field = section_field(name);
  return field == Field::kOther ? std::nullopt : std::optional(field);
}

}  // namespace

std::string date_bound(std::string_view date, char fill) {
  std::string out(date);
  std::erase(out, '-');
  out.resize(8, fill);
  return out;
}

Query date_query(std::string_view from, std::string_view to, WordOrder order,
                 KeptReads* kept) {
  const std::string first = date_bound(from, '0');
  const std::string last = date_bound(to, '9');
  if (order == WordOrder::kInValue) return date_range_query(first, last, kept);
  // Every date is above the empty value of a paper without one.
  return {Query::OP_VALUE_RANGE, kDateSlot, first, last};
}

Filters votes_filter(std::int64_t least, std::int64_t most, KeptReads* kept) {
  // What is kept has an upper bound, beyond which nobody has looked yet.
  if (kept != nullptr && std::max(least, most) < VotesTable::kMost) {
    if (const VotesTable* votes = kept->votes())
      return {VotesRange(*votes, least, most), {}};
  }
  if (most < 0) return {{}, {Query(Query::OP_VALUE_GE, kVotesSlot, votes_bound(least))}};
  return {
      {},
      {Query(Query::OP_VALUE_RANGE, kVotesSlot, votes_bound(least), votes_bound(most))}};
}

Query author_query(std::string_view name, WordOrder order) {
  std::vector<std::string> terms;
  for (const std::string& word : Analyzer::fold_words(name))
    terms.push_back(author_term(word));
  if (terms.empty()) return Query::MatchNothing;
  if (name.back() == '*') {
    // Words near a beginning cannot be asked for: Xapian refuses wildcards there.
    return beginning_with(terms.size() == 1 ? terms[0] : author_name_term(name),
                          Query::OP_OR);
  }
  if (terms.size() == 1) return Query(terms[0]);
  // One more than the words: a middle name may stand between them.
  const auto window = static_cast<std::uint32_t>(terms.size() + 1);
  const Query near =
      order == WordOrder::kInPositions
          ? near_by_positions(terms, window)
          : pattern_query(near_pattern(terms, window, field_bit(Field::kAuthor)));
  return {Query::OP_FILTER, Query(Query::OP_AND, terms.begin(), terms.end()), near};
}

Filters option_filters(const SearchOptions& options, WordOrder order, KeptReads* kept) {
  Filters out;
  if (options.min_votes) out = votes_filter(*options.min_votes, -1, kept);
  if (!options.since.empty() || !options.until.empty()) {
    out.others.push_back(date_query(options.since, options.until, order, kept));
  }
  for (const std::string& author : options.authors)
    out.others.push_back(author_query(author, order));
  return out;
}

std::vector<Field> section_fields(const std::vector<std::string>& names) {
  std::vector<Field> out;
  for (const std::string& name : names) {
    if (const auto field = section_named(name)) out.push_back(*field);
  }
  return out;
}

Result<void> check_options(const SearchOptions& options) {
  if (options.limit > kMaxLimit)
    return invalid("limit: at most " + std::to_string(kMaxLimit));
  if (options.offset > kMaxOffset)
    return invalid("offset: at most " + std::to_string(kMaxOffset));
  if (!(options.votes_weight >= 0 && options.votes_weight <= 1)) {
    return invalid("votes weight: a number from 0 to 1");
  }
  if (!(options.latent_weight >= 0 && options.latent_weight <= 1)) {
    return invalid("latent weight: a number from 0 to 1");
  }
  if (!(options.closeness_weight >= 0 && options.closeness_weight <= 1)) {
    return invalid("closeness weight: a number from 0 to 1");
  }
  if (options.snippet_length == 0 || options.snippet_length > kMaxSnippetLength) {
    return invalid("snippet length: from 1 to " + std::to_string(kMaxSnippetLength));
  }
  for (const std::string* date : {&options.since, &options.until}) {
    if (!date->empty() && !is_date_prefix(*date)) {
      return invalid("\"" + *date + "\" is no date; write 2025, 2025-04 or 2025-04-23");
    }
  }
  if (!options.since.empty() && !options.until.empty() &&
      date_bound(options.since, '0') > date_bound(options.until, '9')) {
    return invalid("since " + options.since + " is after until " + options.until);
  }
  if (options.min_votes && *options.min_votes < 0) return invalid("votes: not below zero");
  for (const std::string& name : options.sections) {
    if (!section_named(name)) {
      return invalid("\"" + name +
                     "\" is no section; there are title, new, technical, "
                     "performance, abstract and other");
    }
  }
  return {};
}

}  // namespace papersearch
