// SPDX-License-Identifier: GPL-2.0-or-later
#include "document_check.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "packed_record.h"

namespace papersearch {
namespace {

constexpr std::array<const char*, kSlots> kSlotNames = {
    "votes", "date",  "authors", "glosses", "direction in the latent space",
    "words", "record"};

std::string quoted(const std::string& text) { return '"' + text + '"'; }

// How the terms of a paper differ, in the order of terms: told of the first, the rest
// counted.
class Differences {
 public:
  void add(const std::string& term, const char* what) {
    if (count_++ == 0) first_ = "term " + quoted(term) + " " + what;
  }
  bool none() const { return count_ == 0; }
  std::string text() const {
    if (count_ == 1) return first_;
    return first_ + ", and " + std::to_string(count_ - 1) + " more of its terms are wrong";
  }

 private:
  std::size_t count_ = 0;
  std::string first_;
};

}  // namespace

std::string posting_bytes(const std::string& term, Xapian::docid did,
                          Xapian::termcount wdf) {
  return std::to_string(did) + ' ' + std::to_string(wdf) + ' ' + term;
}

DocumentCheck::DocumentCheck(const Xapian::Database& database, DocumentLayout layout,
                             const Xapian::Database& texts, Report report)
    : database_(database),
      layout_(layout),
      texts_(texts),
      report_(std::move(report)),
      records_(database),
      builder_(layout, dictionary_of(database)),
      basis_(database) {}

void DocumentCheck::check(Xapian::docid did) {
  const Xapian::Document stored = database_.get_document(did);
  count_terms(did);
  for (unsigned slot = 0; slot < kSlots; ++slot) count_value(slot, stored.get_value(slot));
  const bool has_text = layout_ != DocumentLayout::kLocal;
  const std::optional<Paper> paper =
      records_.find_paper(has_text ? stored : texts_.get_document(did));
  if (!paper) {
    all_records_sound_ = false;
    report_(name_of(did) + ": its record is damaged");
    return;
  }
  sections_ += paper->sections.size();
  if (database_.get_termfreq(id_term(paper->id)) > 1)
    report_(paper->id + " stands in the index more than once");

  Xapian::Document expected = builder_.build(*paper);
  const TextPool& forms = builder_.surface_forms();
  for (TextPool::Id id = 0; id < forms.size(); ++id) surface_forms_.add(forms.text(id));
  if (!has_text &&
      records_.record(packed_record(stored)) != records_.record(packed_record(expected)))
    report_(paper->id + ": its record in the local part is another");
  expected.add_value(kLatentSlot, basis_.direction_of(database_.termlist_begin(did),
                                                      database_.termlist_end(did)));
  check_terms(paper->id, did, expected);
  check_values(paper->id, stored, expected);
}

// By its term, for its record is damaged.
std::string DocumentCheck::name_of(Xapian::docid did) const {
  auto it = database_.termlist_begin(did);
  it.skip_to(std::string(kIdPrefix));
  if (it != database_.termlist_end(did) && (*it).rfind(kIdPrefix, 0) == 0)
    return (*it).substr(kIdPrefix.size());
  return "the paper of document " + std::to_string(did);
}

void DocumentCheck::count_terms(Xapian::docid did) {
  Xapian::termcount length = 0;
  const auto end = database_.termlist_end(did);
  for (auto it = database_.termlist_begin(did); it != end; ++it) {
    postings_.add(posting_bytes(*it, did, it.get_wdf()));
    length += it.get_wdf();
  }
  if (database_.get_doclength(did) != length)
    report_(name_of(did) + ": its length is not that of its terms");
  total_length_ += length;
  if (length > 0) shortest_ = shortest_ == 0 ? length : std::min(shortest_, length);
  longest_ = std::max(longest_, length);
}

void DocumentCheck::check_terms(const std::string& name, Xapian::docid did,
                                const Xapian::Document& expected) {
  Differences differences;
  auto there = database_.termlist_begin(did);
  auto wanted = expected.termlist_begin();
  const auto there_end = database_.termlist_end(did);
  const auto wanted_end = expected.termlist_end();
  while (there != there_end || wanted != wanted_end) {
    if (wanted == wanted_end || (there != there_end && *there < *wanted)) {
      differences.add(*there, "is not of its text");
      ++there;
    } else if (there == there_end || *wanted < *there) {
      differences.add(*wanted, "is missing");
      ++wanted;
    } else {
      if (there.get_wdf() != wanted.get_wdf())
        differences.add(*wanted, "has a wrong frequency");
      ++there;
      ++wanted;
    }
  }
  if (!differences.none()) report_(name + ": " + differences.text());
}

void DocumentCheck::check_values(const std::string& name, const Xapian::Document& stored,
                                 const Xapian::Document& expected) {
  for (unsigned slot = 0; slot < kSlots; ++slot) {
    // The record was read, and another version of its compressor may give other bytes.
    if (slot != kRecordSlot && stored.get_value(slot) != expected.get_value(slot))
      report_(name + ": its value for " + kSlotNames[slot] + " is wrong");
  }
  const auto end = stored.values_end();
  std::size_t values = 0;
  for (auto it = stored.values_begin(); it != end; ++it) {
    ++values;
    if (it.get_valueno() >= kSlots)
      report_(name + ": it has a value in slot " + std::to_string(it.get_valueno()) +
              ", which is not used");
  }
  if (values != expected.values_count())
    report_(name + ": it has other values than it says");
}

void DocumentCheck::count_value(unsigned slot, const std::string& value) {
  if (value.empty()) return;
  SlotFacts& facts = slots_[slot];
  if (facts.papers++ == 0) facts.lowest = value;
  facts.lowest = std::min(facts.lowest, value);
  facts.highest = std::max(facts.highest, value);
}

}  // namespace papersearch
