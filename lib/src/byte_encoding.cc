// SPDX-License-Identifier: GPL-2.0-or-later
#include "byte_encoding.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace papersearch {
namespace {

constexpr std::size_t kChecksumBytes = 8;

std::string checksum(std::string_view data) {
  std::uint64_t hash = XXH3_64bits(data.data(), data.size());
  std::string out;
  for (std::size_t i = 0; i < kChecksumBytes; ++i) {
    out += static_cast<char>(hash & 0xFF);
    hash >>= 8;
  }
  return out;
}

}  // namespace

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

std::string with_checksum(const std::string& body) { return checksum(body) + body; }

std::optional<std::string_view> checked_body(std::string_view data) {
  if (data.size() < kChecksumBytes) return std::nullopt;
  const std::string_view body = data.substr(kChecksumBytes);
  if (checksum(body) != data.substr(0, kChecksumBytes)) return std::nullopt;
  return body;
}

std::uint64_t ByteReader::number() {
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

std::string ByteReader::text() {
  const std::uint64_t size = number();
  if (size > data_.size()) ok_ = false;
  if (!ok_) return {};
  std::string out(data_.substr(0, size));
  data_.remove_prefix(size);
  return out;
}

std::size_t ByteReader::count() {
  const std::uint64_t n = number();
  if (n > data_.size()) ok_ = false;
  return ok_ ? n : 0;
}

}  // namespace papersearch
