// SPDX-License-Identifier: GPL-2.0-or-later
#include "record.h"

#include <cstdint>

#include "byte_encoding.h"

namespace papersearch {

std::string encode_record(const Paper& paper) {
  std::string out;
  put_text(out, paper.id);
  put_text(out, paper.title);
  put_text(out, paper.date);
  put_number(out, paper.authors.size());
  for (const std::string& author : paper.authors) put_text(out, author);
  // 0 is unknown.
  put_number(out, paper.votes ? static_cast<std::uint64_t>(*paper.votes) + 1 : 0);
  put_number(out, paper.sections.size());
  for (const Section& section : paper.sections) {
    put_text(out, section.name);
    put_text(out, section.text);
  }
  put_text(out, paper.url);
  return with_checksum(out);
}

std::optional<Paper> decode_record(std::string_view data) {
  const std::optional<std::string_view> body = checked_body(data);
  if (!body) return std::nullopt;

  ByteReader reader(*body);
  Paper paper;
  paper.id = reader.text();
  paper.title = reader.text();
  paper.date = reader.text();
  for (std::size_t n = reader.count(); n > 0 && reader.ok(); --n) {
    paper.authors.push_back(reader.text());
  }
  if (const std::uint64_t votes = reader.number(); votes > 0) {
    paper.votes = static_cast<std::int64_t>(votes - 1);
  }
  for (std::size_t n = reader.count(); n > 0 && reader.ok(); --n) {
    std::string name = reader.text();
    paper.sections.push_back({std::move(name), reader.text()});
  }
  paper.url = reader.text();
  if (!reader.at_end()) return std::nullopt;
  return paper;
}

}  // namespace papersearch
