// SPDX-License-Identifier: GPL-2.0-or-later
#include "c_call.h"

using namespace papersearch;

void papersearch_statistics_free(papersearch_statistics* statistics) { c_free(statistics); }

size_t papersearch_statistics_papers(const papersearch_statistics* statistics) {
  return member_of(statistics, &IndexStatistics::papers);
}
size_t papersearch_statistics_sections(const papersearch_statistics* statistics) {
  return member_of(statistics, &IndexStatistics::sections);
}
size_t papersearch_statistics_votes_known(const papersearch_statistics* statistics) {
  return member_of(statistics, &IndexStatistics::votes_known);
}
const char* papersearch_statistics_first_date(const papersearch_statistics* statistics) {
  return text_of(statistics, &IndexStatistics::first_date);
}
const char* papersearch_statistics_last_date(const papersearch_statistics* statistics) {
  return text_of(statistics, &IndexStatistics::last_date);
}
const char* papersearch_statistics_last_indexed(const papersearch_statistics* statistics) {
  return text_of(statistics, &IndexStatistics::last_indexed);
}
const char* papersearch_statistics_indexed_by(const papersearch_statistics* statistics) {
  return text_of(statistics, &IndexStatistics::indexed_by);
}
size_t papersearch_statistics_files(const papersearch_statistics* statistics) {
  return member_of(statistics, &IndexStatistics::files);
}
size_t papersearch_statistics_complaints(const papersearch_statistics* statistics) {
  return member_of(statistics, &IndexStatistics::complaints);
}
uint32_t papersearch_statistics_schema_version(const papersearch_statistics* statistics) {
  return member_of(statistics, &IndexStatistics::schema_version);
}
uint32_t papersearch_statistics_analyzer_version(const papersearch_statistics* statistics) {
  return member_of(statistics, &IndexStatistics::analyzer_version);
}
uint64_t papersearch_statistics_bytes(const papersearch_statistics* statistics) {
  return member_of(statistics, &IndexStatistics::bytes);
}
