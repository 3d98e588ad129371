// SPDX-License-Identifier: GPL-2.0-or-later
// Numbers and texts as bytes: what records, sources and entries are stored in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace papersearch {

// Seven bits a byte, the lowest first; the highest bit says that another follows.
void put_number(std::string& out, std::uint64_t value);
// The number of its bytes, then these.
void put_text(std::string& out, std::string_view text);

// A checksum (XXH3, 64 bits, little-endian) of `body`, then `body`: glass has none.
std::string with_checksum(const std::string& body);
// The body of what with_checksum() gave; nullopt when the checksum does not fit.
std::optional<std::string_view> checked_body(std::string_view data);

// Reads what put_number() and put_text() wrote; ok() turns false at the first misfit.
class ByteReader {
 public:
  // `data` must outlive the reader.
  explicit ByteReader(std::string_view data) : data_(data) {}

  bool ok() const { return ok_; }
  bool at_end() const { return ok_ && data_.empty(); }

  std::uint64_t number();
  std::string text();
  // The length of a list, each entry of which takes at least one byte.
  std::size_t count();
  // What was not read yet.
  std::string_view rest() const { return data_; }

 private:
  std::string_view data_;
  bool ok_ = true;
};

}  // namespace papersearch
