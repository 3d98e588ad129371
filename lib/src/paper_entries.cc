// SPDX-License-Identifier: GPL-2.0-or-later
#include "paper_entries.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "byte_encoding.h"
#include "record.h"
#include "schema.h"

namespace papersearch {

Paper merge_entries(std::vector<PaperEntry>& entries) {
  if (entries.size() > 1) {
    std::vector<std::pair<std::string, PaperEntry>> records;
    for (PaperEntry& entry : entries) {
      std::string record = encode_record(entry.paper);
      records.emplace_back(std::move(record), std::move(entry));
    }
    std::sort(records.begin(), records.end(), [](const auto& a, const auto& b) {
      return std::tie(a.second.paper.date, a.first, a.second.source) <
             std::tie(b.second.paper.date, b.first, b.second.source);
    });
    for (std::size_t i = 0; i < entries.size(); ++i)
      entries[i] = std::move(records[i].second);
  }
  Paper paper = entries.front().paper;
  for (const PaperEntry& entry : entries) merge_paper(paper, entry.paper);
  return paper;
}

Paper merged_alone(const Paper& entry) {
  Paper paper;
  paper.id = entry.id;
  paper.title = entry.title;
  merge_paper(paper, entry);
  return paper;
}

std::string entries_metadata_key(std::string_view id) {
  return std::string(kEntriesKeyPrefix) + std::string(id);
}

std::string encode_entries(const std::vector<PaperEntry>& entries) {
  if (entries.size() < 2) return {};
  std::string out;
  put_number(out, entries.size());
  for (const PaperEntry& entry : entries) {
    put_text(out, entry.source);
    put_text(out, encode_record(entry.paper));
  }
  return with_checksum(out);
}

std::optional<std::vector<PaperEntry>> decode_entries(std::string_view data) {
  const std::optional<std::string_view> body = checked_body(data);
  if (!body) return std::nullopt;
  ByteReader reader(*body);
  std::vector<PaperEntry> out;
  for (std::size_t n = reader.count(); n > 0 && reader.ok(); --n) {
    std::string source = reader.text();
    std::optional<Paper> paper = decode_record(reader.text());
    if (!paper) return std::nullopt;
    out.push_back({std::move(source), std::move(*paper)});
  }
  if (!reader.at_end()) return std::nullopt;
  return out;
}

}  // namespace papersearch
