// SPDX-License-Identifier: GPL-2.0-or-later
#include "c_call.h"

using namespace papersearch;

namespace {

// nullptr where the hits were not counted.
const std::vector<FacetCount>* facet_of(const papersearch_result* result, int facet) {
  if (result == nullptr || !behind(result)->facets) return nullptr;
  const Facets& facets = *behind(result)->facets;
  switch (facet) {
    case PAPERSEARCH_FACET_MONTH:
      return &facets.month;
    case PAPERSEARCH_FACET_AUTHOR:
      return &facets.author;
    case PAPERSEARCH_FACET_SECTION:
      return &facets.section;
  }
  return nullptr;
}

}  // namespace

void papersearch_result_free(papersearch_result* result) { c_free(result); }

const char* papersearch_result_query(const papersearch_result* result) {
  return text_of(result, &SearchResult::query);
}
size_t papersearch_result_total(const papersearch_result* result) {
  return member_of(result, &SearchResult::total);
}
int papersearch_result_total_is_exact(const papersearch_result* result) {
  return member_of(result, &SearchResult::total_is_exact) ? 1 : 0;
}
double papersearch_result_took_ms(const papersearch_result* result) {
  return member_of(result, &SearchResult::took_ms);
}
const char* papersearch_result_suggestion(const papersearch_result* result) {
  if (result == nullptr || !behind(result)->suggestion) return nullptr;
  return behind(result)->suggestion->c_str();
}
int papersearch_result_corrected(const papersearch_result* result) {
  return member_of(result, &SearchResult::corrected) ? 1 : 0;
}

size_t papersearch_result_missing_shard_count(const papersearch_result* result) {
  return size_of(result, &SearchResult::missing_shards);
}
const char* papersearch_result_missing_shard(const papersearch_result* result,
                                             size_t index) {
  return c_text(element_of(result, &SearchResult::missing_shards, index));
}

size_t papersearch_result_hit_count(const papersearch_result* result) {
  return size_of(result, &SearchResult::hits);
}
const papersearch_hit* papersearch_result_hit(const papersearch_result* result,
                                              size_t index) {
  return handle_of<papersearch_hit>(element_of(result, &SearchResult::hits, index));
}

size_t papersearch_result_facet_count(const papersearch_result* result, int facet) {
  const std::vector<FacetCount>* counts = facet_of(result, facet);
  return counts == nullptr ? 0 : counts->size();
}
const char* papersearch_result_facet_value(const papersearch_result* result, int facet,
                                           size_t index) {
  const FacetCount* count = at(facet_of(result, facet), index);
  return count == nullptr ? nullptr : count->value.c_str();
}
size_t papersearch_result_facet_papers(const papersearch_result* result, int facet,
                                       size_t index) {
  const FacetCount* count = at(facet_of(result, facet), index);
  return count == nullptr ? 0 : count->count;
}
