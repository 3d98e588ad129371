// SPDX-License-Identifier: GPL-2.0-or-later
// What a writer notes of sources, and reports of a commit.
#include "c_call.h"

using namespace papersearch;

papersearch_status papersearch_source_new(const char* fingerprint, size_t entries,
                                          papersearch_source** source) {
  return c_make(source, [&]() -> Result<SourceNotes> {
    if (fingerprint == nullptr) return null_argument("the fingerprint");
    return SourceNotes{fingerprint, entries, {}};
  });
}
papersearch_status papersearch_source_add_complaint(papersearch_source* source, size_t line,
                                                    const char* reason) {
  return c_change(source, reason, [&](SourceNotes& notes, const char* text) {
    notes.complaints.push_back({line, text});
  });
}
void papersearch_source_free(papersearch_source* source) { c_free(source); }
const char* papersearch_source_fingerprint(const papersearch_source* source) {
  return text_of(source, &SourceNotes::fingerprint);
}
size_t papersearch_source_entries(const papersearch_source* source) {
  return member_of(source, &SourceNotes::entries);
}
size_t papersearch_source_complaint_count(const papersearch_source* source) {
  return size_of(source, &SourceNotes::complaints);
}
size_t papersearch_source_complaint_line(const papersearch_source* source, size_t index) {
  const SourceComplaint* complaint = element_of(source, &SourceNotes::complaints, index);
  return complaint == nullptr ? 0 : complaint->line;
}
const char* papersearch_source_complaint_reason(const papersearch_source* source,
                                                size_t index) {
  const SourceComplaint* complaint = element_of(source, &SourceNotes::complaints, index);
  return complaint == nullptr ? nullptr : complaint->reason.c_str();
}

void papersearch_report_free(papersearch_report* report) { c_free(report); }
size_t papersearch_report_papers(const papersearch_report* report) {
  return member_of(report, &IndexReport::papers);
}
size_t papersearch_report_added(const papersearch_report* report) {
  return member_of(report, &IndexReport::added);
}
size_t papersearch_report_updated(const papersearch_report* report) {
  return member_of(report, &IndexReport::updated);
}
size_t papersearch_report_unchanged(const papersearch_report* report) {
  return member_of(report, &IndexReport::unchanged);
}
size_t papersearch_report_removed(const papersearch_report* report) {
  return member_of(report, &IndexReport::removed);
}
int papersearch_report_change(const papersearch_report* report) {
  return report == nullptr ? PAPERSEARCH_CHANGE_NOTHING
                           : static_cast<int>(behind(report)->change);
}
static_assert(static_cast<int>(IndexChange::kNothing) == PAPERSEARCH_CHANGE_NOTHING);
static_assert(static_cast<int>(IndexChange::kUpdate) == PAPERSEARCH_CHANGE_UPDATE);
static_assert(static_cast<int>(IndexChange::kNewGeneration) ==
              PAPERSEARCH_CHANGE_NEW_GENERATION);
