// SPDX-License-Identifier: GPL-2.0-or-later
#include "c_call.h"
#include "papersearch/tally.h"

using namespace papersearch;

namespace papersearch {

template <>
struct Behind<papersearch_trend> {
  using type = Trend;
};
template <>
struct Behind<papersearch_authors> {
  using type = std::vector<AuthorTally>;
};

}  // namespace papersearch

namespace {

// A member of one element; nothing where there is none.
template <class E, class T>
T part(const E* element, T E::*member) {
  return element == nullptr ? T() : element->*member;
}

const MonthTally* month_of(const papersearch_trend* trend, size_t index) {
  return element_of(trend, &Trend::months, index);
}
const AuthorTally* author_of(const papersearch_authors* authors, size_t index) {
  return at(behind(authors), index);
}

}  // namespace

papersearch_status papersearch_searcher_trend(papersearch_searcher* searcher,
                                              const char* query,
                                              const papersearch_options* options,
                                              papersearch_trend** trend) {
  return c_make(trend, [&]() -> Result<Trend> {
    if (searcher == nullptr || query == nullptr)
      return null_argument("the searcher or the query");
    return behind(searcher)->trend(query, options_of(options));
  });
}
void papersearch_trend_free(papersearch_trend* trend) { c_free(trend); }
size_t papersearch_trend_papers(const papersearch_trend* trend) {
  return member_of(trend, &Trend::papers);
}
int64_t papersearch_trend_votes(const papersearch_trend* trend) {
  return member_of(trend, &Trend::votes);
}
size_t papersearch_trend_undated(const papersearch_trend* trend) {
  return member_of(trend, &Trend::undated);
}
size_t papersearch_trend_month_count(const papersearch_trend* trend) {
  return size_of(trend, &Trend::months);
}
const char* papersearch_trend_month(const papersearch_trend* trend, size_t index) {
  const MonthTally* month = month_of(trend, index);
  return month == nullptr ? nullptr : month->month.c_str();
}
size_t papersearch_trend_month_papers(const papersearch_trend* trend, size_t index) {
  return part(month_of(trend, index), &MonthTally::papers);
}
int64_t papersearch_trend_month_votes(const papersearch_trend* trend, size_t index) {
  return part(month_of(trend, index), &MonthTally::votes);
}
size_t papersearch_trend_month_all_papers(const papersearch_trend* trend, size_t index) {
  return part(month_of(trend, index), &MonthTally::all_papers);
}
int64_t papersearch_trend_month_all_votes(const papersearch_trend* trend, size_t index) {
  return part(month_of(trend, index), &MonthTally::all_votes);
}

papersearch_status papersearch_searcher_top_authors(papersearch_searcher* searcher,
                                                    const char* query,
                                                    const papersearch_options* options,
                                                    papersearch_authors** authors) {
  return c_make(authors, [&]() -> Result<std::vector<AuthorTally>> {
    if (searcher == nullptr || query == nullptr)
      return null_argument("the searcher or the query");
    return behind(searcher)->top_authors(query, options_of(options));
  });
}
void papersearch_authors_free(papersearch_authors* authors) { c_free(authors); }
size_t papersearch_authors_count(const papersearch_authors* authors) {
  return authors == nullptr ? 0 : behind(authors)->size();
}
const char* papersearch_authors_name(const papersearch_authors* authors, size_t index) {
  const AuthorTally* author = author_of(authors, index);
  return author == nullptr ? nullptr : author->author.c_str();
}
size_t papersearch_authors_papers(const papersearch_authors* authors, size_t index) {
  return part(author_of(authors, index), &AuthorTally::papers);
}
int64_t papersearch_authors_votes(const papersearch_authors* authors, size_t index) {
  return part(author_of(authors, index), &AuthorTally::votes);
}
