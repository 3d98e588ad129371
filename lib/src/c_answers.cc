// SPDX-License-Identifier: GPL-2.0-or-later
// What a searcher answers beside searches: completions, other names, statistics; and the
// check of an index.
#include "c_call.h"

using namespace papersearch;

void papersearch_suggestions_free(papersearch_suggestions* suggestions) {
  c_free(suggestions);
}
size_t papersearch_suggestions_count(const papersearch_suggestions* suggestions) {
  return suggestions == nullptr ? 0 : behind(suggestions)->size();
}
int papersearch_suggestions_kind(const papersearch_suggestions* suggestions, size_t index) {
  const Suggestion* suggestion = at(behind(suggestions), index);
  return suggestion == nullptr ? 0 : static_cast<int>(suggestion->kind);
}
const char* papersearch_suggestions_text(const papersearch_suggestions* suggestions,
                                         size_t index) {
  const Suggestion* suggestion = at(behind(suggestions), index);
  return suggestion == nullptr ? nullptr : suggestion->text.c_str();
}
size_t papersearch_suggestions_documents(const papersearch_suggestions* suggestions,
                                         size_t index) {
  const Suggestion* suggestion = at(behind(suggestions), index);
  return suggestion == nullptr ? 0 : suggestion->documents;
}
static_assert(static_cast<int>(Suggestion::Kind::kTerm) == PAPERSEARCH_SUGGESTION_TERM);
static_assert(static_cast<int>(Suggestion::Kind::kTitle) == PAPERSEARCH_SUGGESTION_TITLE);
static_assert(static_cast<int>(Suggestion::Kind::kAuthor) == PAPERSEARCH_SUGGESTION_AUTHOR);

namespace {

const OtherName* name_of(const papersearch_glossary* glossary, size_t entry, size_t index) {
  const GlossaryEntry* of = at(behind(glossary), entry);
  return of == nullptr ? nullptr : at(&of->names, index);
}

}  // namespace

void papersearch_glossary_free(papersearch_glossary* glossary) { c_free(glossary); }
size_t papersearch_glossary_entry_count(const papersearch_glossary* glossary) {
  return glossary == nullptr ? 0 : behind(glossary)->size();
}
papersearch_range papersearch_glossary_entry_range(const papersearch_glossary* glossary,
                                                   size_t entry) {
  const GlossaryEntry* of = at(behind(glossary), entry);
  return of == nullptr ? papersearch_range{0, 0}
                       : papersearch_range{of->range.begin, of->range.end};
}
size_t papersearch_glossary_name_count(const papersearch_glossary* glossary, size_t entry) {
  const GlossaryEntry* of = at(behind(glossary), entry);
  return of == nullptr ? 0 : of->names.size();
}
const char* papersearch_glossary_name(const papersearch_glossary* glossary, size_t entry,
                                      size_t index) {
  const OtherName* name = name_of(glossary, entry, index);
  return name == nullptr ? nullptr : name->text.c_str();
}
int papersearch_glossary_name_source(const papersearch_glossary* glossary, size_t entry,
                                     size_t index) {
  const OtherName* name = name_of(glossary, entry, index);
  return name == nullptr ? 0 : static_cast<int>(name->source);
}
size_t papersearch_glossary_name_support(const papersearch_glossary* glossary, size_t entry,
                                         size_t index) {
  const OtherName* name = name_of(glossary, entry, index);
  return name == nullptr ? 0 : name->support;
}
static_assert(static_cast<int>(NameSource::kUser) == PAPERSEARCH_NAME_USER);
static_assert(static_cast<int>(NameSource::kReviewed) == PAPERSEARCH_NAME_REVIEWED);
static_assert(static_cast<int>(NameSource::kLearned) == PAPERSEARCH_NAME_LEARNED);

papersearch_status papersearch_check_index(const char* path, papersearch_check** check) {
  return c_make(check, [&]() -> Result<IndexCheck> {
    if (path == nullptr) return null_argument("the path");
    return check_index(path);
  });
}
void papersearch_check_free(papersearch_check* check) { c_free(check); }
const char* papersearch_check_generation(const papersearch_check* check) {
  return text_of(check, &IndexCheck::generation);
}
size_t papersearch_check_papers(const papersearch_check* check) {
  return member_of(check, &IndexCheck::papers);
}
size_t papersearch_check_problem_count(const papersearch_check* check) {
  return member_of(check, &IndexCheck::problem_count);
}
const char* papersearch_check_problem(const papersearch_check* check, size_t index) {
  return c_text(element_of(check, &IndexCheck::problems, index));
}
