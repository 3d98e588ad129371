// SPDX-License-Identifier: GPL-2.0-or-later
#include "c_call.h"

using namespace papersearch;

const char* papersearch_paper_id(const papersearch_paper* paper) {
  return text_of(paper, &Paper::id);
}
const char* papersearch_paper_title(const papersearch_paper* paper) {
  return text_of(paper, &Paper::title);
}
const char* papersearch_paper_date(const papersearch_paper* paper) {
  return text_of(paper, &Paper::date);
}
int64_t papersearch_paper_votes(const papersearch_paper* paper) {
  return paper == nullptr ? PAPERSEARCH_VOTES_UNKNOWN
                          : behind(paper)->votes.value_or(PAPERSEARCH_VOTES_UNKNOWN);
}

size_t papersearch_paper_author_count(const papersearch_paper* paper) {
  return size_of(paper, &Paper::authors);
}
const char* papersearch_paper_author(const papersearch_paper* paper, size_t index) {
  return c_text(element_of(paper, &Paper::authors, index));
}

size_t papersearch_paper_section_count(const papersearch_paper* paper) {
  return size_of(paper, &Paper::sections);
}
const char* papersearch_paper_section_name(const papersearch_paper* paper, size_t index) {
  const Section* section = element_of(paper, &Paper::sections, index);
  return section == nullptr ? nullptr : section->name.c_str();
}
const char* papersearch_paper_section_text(const papersearch_paper* paper, size_t index) {
  const Section* section = element_of(paper, &Paper::sections, index);
  return section == nullptr ? nullptr : section->text.c_str();
}

papersearch_status papersearch_paper_url(const papersearch_paper* paper, char** url) {
  if (url != nullptr) *url = nullptr;
  return c_call([&]() -> Result<void> {
    if (paper == nullptr || url == nullptr) return null_argument("the paper or the place");
    *url = copy_for_c(paper_url(*behind(paper)));
    return {};
  });
}

papersearch_status papersearch_paper_new(papersearch_paper** paper) {
  return c_make(paper, []() -> Result<Paper> { return Paper(); });
}
void papersearch_paper_free(papersearch_paper* paper) { c_free(paper); }

papersearch_status papersearch_paper_set_id(papersearch_paper* paper, const char* id) {
  return c_change(paper, id, [](Paper& p, const char* text) { p.id = text; });
}
papersearch_status papersearch_paper_set_title(papersearch_paper* paper,
                                               const char* title) {
  return c_change(paper, title, [](Paper& p, const char* text) { p.title = text; });
}
papersearch_status papersearch_paper_set_date(papersearch_paper* paper, const char* date) {
  return c_change(paper, date, [](Paper& p, const char* text) { p.date = text; });
}
papersearch_status papersearch_paper_set_votes(papersearch_paper* paper, int64_t votes) {
  return c_change(paper, [&](Paper& p) {
    p.votes.reset();
    if (votes != PAPERSEARCH_VOTES_UNKNOWN) p.votes = votes;
  });
}
papersearch_status papersearch_paper_add_author(papersearch_paper* paper,
                                                const char* name) {
  return c_change(paper, name,
                  [](Paper& p, const char* text) { p.authors.emplace_back(text); });
}
papersearch_status papersearch_paper_add_section(papersearch_paper* paper, const char* name,
                                                 const char* text) {
  return c_call([&]() -> Result<void> {
    if (paper == nullptr || name == nullptr || text == nullptr)
      return null_argument("the paper, the name or the text");
    behind(paper)->sections.push_back({name, text});
    return {};
  });
}

papersearch_status papersearch_paper_set_url(papersearch_paper* paper, const char* url) {
  return c_change(paper, url, [](Paper& p, const char* text) { p.url = text; });
}

papersearch_status papersearch_paper_merge(papersearch_paper* paper,
                                           const papersearch_paper* entry) {
  return c_call([&]() -> Result<void> {
    if (paper == nullptr || entry == nullptr)
      return null_argument("the paper or the entry");
    merge_paper(*behind(paper), *behind(entry));
    return {};
  });
}

papersearch_status papersearch_parse_id(const char* text, char** id) {
  if (id != nullptr) *id = nullptr;
  return c_call([&]() -> Result<void> {
    if (text == nullptr || id == nullptr) return null_argument("the text or the place");
    if (const auto found = parse_paper_id(text)) *id = copy_for_c(*found);
    return {};
  });
}
