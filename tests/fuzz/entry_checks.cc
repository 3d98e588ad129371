// SPDX-License-Identifier: GPL-2.0-or-later
#include "entry_checks.h"

#include <algorithm>
#include <string>

#include "check.h"
#include "document_builder.h"
#include "lib/small_index.h"
#include "packed_record.h"
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

void check_document(const Paper& paper, DocumentBuilder& builder) {
  const Xapian::Document document = builder.build(paper);
  for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it) {
    const std::string term = *it;
    const auto nuls = std::count(term.begin(), term.end(), '\0');
    check(!term.empty() && term.size() + static_cast<std::size_t>(nuls) <= kMaxGlassTerm,
          "a term that the index refuses");
    check(is_valid_utf8(term), "a term in bad UTF-8");
  }
  const auto record = RecordReader().record(packed_record(document));
  const auto read = record ? decode_record(*record) : std::nullopt;
  check(read && encode_record(*read) == *record, "a record that is damaged");
}

}  // namespace

void check_content(const Content& content, std::string_view text) {
  static DocumentBuilder builder;
  static const testing::TempDir folder;
  const std::size_t lines = lines_of(text);
  IndexWriter writer = testing::require(IndexWriter::open(folder / "index"));
  for (const Entry& entry : content.entries) {
    check(entry.line >= 1 && entry.line <= lines, "an entry on no line");
    // Refuses, among others, what is no UTF-8.
    const Result<void> added = writer.add(entry.paper);
    if (added) {
      check_document(entry.paper, builder);
    } else {
      check(added.error().code() == ErrorCode::kInvalidArgument, added.error().message());
    }
  }
  check(content.complaints.size() <= kMaxComplaints, "too many complaints");
  for (const Complaint& complaint : content.complaints) {
    check(complaint.line <= lines, "a complaint about no line");
    check(!complaint.reason.empty() && is_valid_utf8(complaint.reason), "a bad reason");
  }
}

}  // namespace papersearch::fuzz
