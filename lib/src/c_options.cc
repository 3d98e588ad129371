// SPDX-License-Identifier: GPL-2.0-or-later
#include "c_call.h"

using namespace papersearch;

namespace {

// Sets `member` of the options to `value`.
template <class T, class V>
papersearch_status set(papersearch_options* options, T SearchOptions::*member, V value) {
  return c_change(options, [&](SearchOptions& o) { o.*member = value; });
}

}  // namespace

papersearch_status papersearch_options_new(papersearch_options** options) {
  return c_make(options, []() -> Result<SearchOptions> { return SearchOptions(); });
}
void papersearch_options_free(papersearch_options* options) { c_free(options); }

papersearch_status papersearch_options_set_limit(papersearch_options* options,
                                                 size_t limit) {
  return set(options, &SearchOptions::limit, limit);
}
papersearch_status papersearch_options_set_offset(papersearch_options* options,
                                                  size_t offset) {
  return set(options, &SearchOptions::offset, offset);
}
papersearch_status papersearch_options_set_sort(papersearch_options* options, int sort) {
  switch (sort) {
    case PAPERSEARCH_SORT_RELEVANCE:
      return set(options, &SearchOptions::sort, SortOrder::kRelevance);
    case PAPERSEARCH_SORT_VOTES:
      return set(options, &SearchOptions::sort, SortOrder::kVotes);
    case PAPERSEARCH_SORT_DATE:
      return set(options, &SearchOptions::sort, SortOrder::kDate);
  }
  return c_call([&]() -> Result<void> {
    return Error(ErrorCode::kInvalidArgument,
                 "sort: " + std::to_string(sort) + " is none of papersearch_sort");
  });
}

papersearch_status papersearch_options_set_since(papersearch_options* options,
                                                 const char* date) {
  return c_change(options, date, [](SearchOptions& o, const char* d) { o.since = d; });
}
papersearch_status papersearch_options_set_until(papersearch_options* options,
                                                 const char* date) {
  return c_change(options, date, [](SearchOptions& o, const char* d) { o.until = d; });
}
papersearch_status papersearch_options_set_min_votes(papersearch_options* options,
                                                     int64_t votes) {
  return c_change(options, [&](SearchOptions& o) {
    o.min_votes.reset();
    if (votes != PAPERSEARCH_VOTES_UNKNOWN) o.min_votes = votes;
  });
}
papersearch_status papersearch_options_add_author(papersearch_options* options,
                                                  const char* name) {
  return c_change(options, name,
                  [](SearchOptions& o, const char* n) { o.authors.emplace_back(n); });
}
papersearch_status papersearch_options_add_section(papersearch_options* options,
                                                   const char* name) {
  return c_change(options, name,
                  [](SearchOptions& o, const char* n) { o.sections.emplace_back(n); });
}

papersearch_status papersearch_options_set_exact(papersearch_options* options, int exact) {
  return set(options, &SearchOptions::exact, exact != 0);
}
papersearch_status papersearch_options_set_correct_spelling(papersearch_options* options,
                                                            int correct) {
  return set(options, &SearchOptions::correct_spelling, correct != 0);
}

papersearch_status papersearch_options_set_votes_weight(papersearch_options* options,
                                                        double weight) {
  return set(options, &SearchOptions::votes_weight, weight);
}
papersearch_status papersearch_options_set_latent_weight(papersearch_options* options,
                                                         double weight) {
  return set(options, &SearchOptions::latent_weight, weight);
}
papersearch_status papersearch_options_set_closeness_weight(papersearch_options* options,
                                                            double weight) {
  return set(options, &SearchOptions::closeness_weight, weight);
}

papersearch_status papersearch_options_set_snippets(papersearch_options* options,
                                                    size_t count) {
  return set(options, &SearchOptions::snippets, count);
}
papersearch_status papersearch_options_set_snippet_length(papersearch_options* options,
                                                          size_t length) {
  return set(options, &SearchOptions::snippet_length, length);
}
papersearch_status papersearch_options_set_facets(papersearch_options* options,
                                                  int facets) {
  return set(options, &SearchOptions::facets, facets != 0);
}
papersearch_status papersearch_options_set_facet_limit(papersearch_options* options,
                                                       size_t limit) {
  return set(options, &SearchOptions::facet_limit, limit);
}
papersearch_status papersearch_options_set_explain(papersearch_options* options,
                                                   int explain) {
  return set(options, &SearchOptions::explain, explain != 0);
}
