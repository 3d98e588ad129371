// SPDX-License-Identifier: GPL-2.0-or-later
#include "index_metadata.h"

#include <charconv>
#include <ctime>
#include <string>
#include <system_error>
#include <tuple>
#include <utility>

#include "document_builder.h"
#include "index_plan.h"
#include "papersearch/version.h"
#include "schema.h"

namespace papersearch {
namespace {

std::string utc_now() {
  const std::time_t now = std::time(nullptr);
  std::tm parts = {};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

std::string metadata(const Xapian::Database& database, std::string_view key) {
  return database.get_metadata(std::string(key));
}

// Exactly, where Xapian's bounds of a slot go on telling of papers that are gone. The
// numbers of documents follow their dates.
std::pair<std::string, std::string> first_and_last_date(const Xapian::Database& database) {
  const auto first = database.valuestream_begin(kDateSlot);
  if (first == database.valuestream_end(kDateSlot)) return {};
  const std::string months(kMonthPrefix);
  std::string last_month;
  for (auto it = database.allterms_begin(months); it != database.allterms_end(months);
       ++it) {
    last_month = *it;
  }
  Xapian::docid last = first.get_docid();
  for (auto it = database.postlist_begin(last_month);
       it != database.postlist_end(last_month); ++it) {
    last = *it;
  }
  return {written_date(*first),
          written_date(database.get_document(last).get_value(kDateSlot))};
}

}  // namespace

void write_facts(Xapian::WritableDatabase& database, const IndexPlan& plan,
                 std::size_t sections, bool latent) {
  const auto write = [&](std::string_view key, const std::string& value) {
    database.set_metadata(std::string(key), value);
  };
  write(kSchemaKey, std::to_string(kSchemaVersion));
  write(kAnalyzerKey, std::to_string(kAnalyzerVersion));
  write(kSectionCountKey, std::to_string(sections));
  write(kFileCountKey, std::to_string(plan.files()));
  write(kComplaintCountKey, std::to_string(plan.complaints()));
  write(kLatentOptionKey, latent ? "on" : "off");
  write(kIndexedAtKey, utc_now());
  write(kIndexedByKey, version());
}

IndexStatistics read_facts(const Xapian::Database& database) {
  IndexStatistics out;
  out.papers = database.get_doccount();
  out.sections = metadata_number(database, kSectionCountKey);
  out.votes_known = database.get_value_freq(kVotesSlot);
  std::tie(out.first_date, out.last_date) = first_and_last_date(database);
  out.last_indexed = metadata(database, kIndexedAtKey);
  out.indexed_by = metadata(database, kIndexedByKey);
  out.files = metadata_number(database, kFileCountKey);
  out.complaints = metadata_number(database, kComplaintCountKey);
  out.schema_version = metadata_number(database, kSchemaKey);
  out.analyzer_version = metadata_number(database, kAnalyzerKey);
  return out;
}

std::uint32_t metadata_number(const Xapian::Database& database, std::string_view key) {
  const std::string text = metadata(database, key);
  std::uint32_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() ? out : 0;
}

}  // namespace papersearch
