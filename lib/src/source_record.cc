// SPDX-License-Identifier: GPL-2.0-or-later
#include "source_record.h"

#include "byte_encoding.h"
#include "schema.h"

namespace papersearch {

std::string source_key(std::string_view name) { return content_hash(name); }

std::string source_metadata_key(std::string_view key) {
  return std::string(kSourceKeyPrefix) + std::string(key);
}

std::string encode_source(const SourceRecord& source) {
  std::string out;
  put_text(out, source.name);
  put_text(out, source.notes.fingerprint);
  put_number(out, source.notes.entries);
  put_number(out, source.ids.size());
  for (const std::string& id : source.ids) put_text(out, id);
  put_number(out, source.notes.complaints.size());
  for (const SourceComplaint& complaint : source.notes.complaints) {
    put_number(out, complaint.line);
    put_text(out, complaint.reason);
  }
  return with_checksum(out);
}

std::optional<SourceRecord> decode_source(std::string_view data) {
  const std::optional<std::string_view> body = checked_body(data);
  if (!body) return std::nullopt;
  ByteReader reader(*body);
  SourceRecord out;
  out.name = reader.text();
  out.notes.fingerprint = reader.text();
  out.notes.entries = reader.number();
  for (std::size_t n = reader.count(); n > 0 && reader.ok(); --n)
    out.ids.push_back(reader.text());
  for (std::size_t n = reader.count(); n > 0 && reader.ok(); --n) {
    const std::size_t line = reader.number();
    out.notes.complaints.push_back({line, reader.text()});
  }
  if (!reader.at_end()) return std::nullopt;
  return out;
}

}  // namespace papersearch
