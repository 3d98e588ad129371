// SPDX-License-Identifier: GPL-2.0-or-later
#include "entry_checks.h"

#include <algorithm>
#include <string>

#include "check.h"
#include "document_builder.h"
#include "record.h"

namespace papersearch::fuzz {
namespace {

// Xapian's glass tables take keys of so many bytes, in which a NUL counts twice.
constexpr std::size_t kMaxGlassTerm = 245;

std::size_t lines_of(std::string_view text) {
  return static_cast<std::size_t>(1 + std::count_if(text.begin(), text.end(), [](char c) {
                                    return c == '\n' || c == '\r';
                                  }));
}

void check_paper(const Paper& paper) {
  check(parse_arxiv_id(paper.id) == paper.id, "an id that is none");
  check(is_valid_utf8(paper.title) && !paper.title.empty(), "a bad title");
  check(paper.date.empty() || is_calendar_date(paper.date), "a date that is none");
  check(paper.votes.value_or(0) >= 0, "votes below zero");
  for (const std::string& author : paper.authors)
    check(is_valid_utf8(author), "an author in bad UTF-8");
  for (const Section& section : paper.sections)
    check(is_valid_utf8(section.name) && is_valid_utf8(section.text),
          "a section in bad UTF-8");
}

void check_document(const Paper& paper, DocumentBuilder& builder) {
  const Xapian::Document document = builder.build(paper);
  for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it) {
    const std::string term = *it;
    const auto nuls = std::count(term.begin(), term.end(), '\0');
    check(!term.empty() && term.size() + static_cast<std::size_t>(nuls) <= kMaxGlassTerm,
          "a term that the index refuses");
    check(is_valid_utf8(term), "a term in bad UTF-8");
  }
  const auto read = decode_record(document.get_data());
  check(read && encode_record(*read) == document.get_data(), "a record that is damaged");
}

}  // namespace

void check_content(const Content& content, std::string_view text) {
  static DocumentBuilder builder;
  const std::size_t lines = lines_of(text);
  for (const Entry& entry : content.entries) {
    check(entry.line >= 1 && entry.line <= lines, "an entry on no line");
    check_paper(entry.paper);
    check_document(entry.paper, builder);
  }
  check(content.complaints.size() <= kMaxComplaints, "too many complaints");
  for (const Complaint& complaint : content.complaints) {
    check(complaint.line <= lines, "a complaint about no line");
    check(!complaint.reason.empty(), "a complaint without a reason");
  }
}

}  // namespace papersearch::fuzz
