// SPDX-License-Identifier: GPL-2.0-or-later
#include "c_handle.h"

using namespace papersearch;

namespace {

static_assert(sizeof(papersearch_range) == sizeof(ByteRange) &&
              offsetof(papersearch_range, begin) == offsetof(ByteRange, begin) &&
              offsetof(papersearch_range, end) == offsetof(ByteRange, end));

const papersearch_range* ranges(const std::vector<ByteRange>* ranges, size_t* count) {
  const bool none = ranges == nullptr || ranges->empty();
  if (count != nullptr) *count = none ? 0 : ranges->size();
  return none ? nullptr : reinterpret_cast<const papersearch_range*>(ranges->data());
}

const Explanation* explanation_of(const papersearch_hit* hit) {
  if (hit == nullptr) return nullptr;
  const auto& explanation = behind(hit)->explanation;
  return explanation ? &*explanation : nullptr;
}

}  // namespace

size_t papersearch_hit_rank(const papersearch_hit* hit) {
  return member_of(hit, &Hit::rank);
}
const papersearch_paper* papersearch_hit_paper(const papersearch_hit* hit) {
  return hit == nullptr ? nullptr : handle_of<papersearch_paper>(&behind(hit)->paper);
}
const papersearch_range* papersearch_hit_title_highlights(const papersearch_hit* hit,
                                                          size_t* count) {
  return ranges(hit == nullptr ? nullptr : &behind(hit)->title_highlights, count);
}
double papersearch_hit_score(const papersearch_hit* hit) {
  return member_of(hit, &Hit::score);
}
double papersearch_hit_relevance(const papersearch_hit* hit) {
  return member_of(hit, &Hit::relevance);
}
double papersearch_hit_popularity(const papersearch_hit* hit) {
  return member_of(hit, &Hit::popularity);
}

size_t papersearch_hit_snippet_count(const papersearch_hit* hit) {
  return size_of(hit, &Hit::snippets);
}
const papersearch_snippet* papersearch_hit_snippet(const papersearch_hit* hit,
                                                   size_t index) {
  return handle_of<papersearch_snippet>(element_of(hit, &Hit::snippets, index));
}
const char* papersearch_snippet_section(const papersearch_snippet* snippet) {
  return text_of(snippet, &Snippet::section);
}
const char* papersearch_snippet_text(const papersearch_snippet* snippet) {
  return text_of(snippet, &Snippet::text);
}
const papersearch_range* papersearch_snippet_highlights(const papersearch_snippet* snippet,
                                                        size_t* count) {
  return ranges(snippet == nullptr ? nullptr : &behind(snippet)->highlights, count);
}

int papersearch_hit_is_explained(const papersearch_hit* hit) {
  return explanation_of(hit) != nullptr ? 1 : 0;
}
double papersearch_hit_closeness(const papersearch_hit* hit) {
  const Explanation* explanation = explanation_of(hit);
  return explanation == nullptr ? 0 : explanation->closeness;
}
double papersearch_hit_latent(const papersearch_hit* hit) {
  const Explanation* explanation = explanation_of(hit);
  return explanation == nullptr ? 0 : explanation->latent;
}
size_t papersearch_hit_term_count(const papersearch_hit* hit) {
  const Explanation* explanation = explanation_of(hit);
  return explanation == nullptr ? 0 : explanation->terms.size();
}
const papersearch_term* papersearch_hit_term(const papersearch_hit* hit, size_t index) {
  const Explanation* explanation = explanation_of(hit);
  return explanation == nullptr
             ? nullptr
             : handle_of<papersearch_term>(at(&explanation->terms, index));
}

const char* papersearch_term_text(const papersearch_term* term) {
  return text_of(term, &TermScore::term);
}
size_t papersearch_term_field_count(const papersearch_term* term) {
  return size_of(term, &TermScore::fields);
}
const char* papersearch_term_field(const papersearch_term* term, size_t index) {
  return c_text(element_of(term, &TermScore::fields, index));
}
uint32_t papersearch_term_within_document_frequency(const papersearch_term* term) {
  return member_of(term, &TermScore::within_document_frequency);
}
uint32_t papersearch_term_document_frequency(const papersearch_term* term) {
  return member_of(term, &TermScore::document_frequency);
}
double papersearch_term_weight(const papersearch_term* term) {
  return member_of(term, &TermScore::weight);
}
