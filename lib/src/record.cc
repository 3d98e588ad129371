// SPDX-License-Identifier: GPL-2.0-or-later
#include "record.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstdint>

namespace papersearch {
namespace {

constexpr std::size_t kChecksumBytes = 8;

void put_number(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

void put_text(std::string& out, std::string_view text) {
  put_number(out, text.size());
  out += text;
}

std::string checksum(std::string_view data) {
  std::uint64_t hash = XXH3_64bits(data.data(), data.size());
  std::string out;
  for (std::size_t i = 0; i < kChecksumBytes; ++i) {
    out += static_cast<char>(hash & 0xFF);
    hash >>= 8;
  }
  return out;
}

// Reads what put_number() and put_text() wrote; `ok` turns false at the first misfit.
class Reader {
 public:
  explicit Reader(std::string_view data) : data_(data) {}

  bool ok() const { return ok_; }
  bool at_end() const { return ok_ && data_.empty(); }

  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (data_.empty()) break;
      const auto byte = static_cast<unsigned char>(data_.front());
      data_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    ok_ = false;
    return 0;
  }

  std::string text() {
    const std::uint64_t size = number();
    if (size > data_.size()) ok_ = false;
    if (!ok_) return {};
    std::string out(data_.substr(0, size));
    data_.remove_prefix(size);
    return out;
  }

  // The length of a list, each entry of which takes at least one byte.
  std::size_t count() {
    const std::uint64_t n = number();
    if (n > data_.size()) ok_ = false;
    return ok_ ? n : 0;
  }

 private:
  std::string_view data_;
  bool ok_ = true;
};

}  // namespace

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
  return checksum(out) + out;
}

std::optional<Paper> decode_record(std::string_view data) {
  if (data.size() < kChecksumBytes) return std::nullopt;
  const std::string_view body = data.substr(kChecksumBytes);
  if (checksum(body) != data.substr(0, kChecksumBytes)) return std::nullopt;

  Reader reader(body);
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
  if (!reader.at_end()) return std::nullopt;
  return paper;
}

}  // namespace papersearch
