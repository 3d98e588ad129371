// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass_version.h"

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string_view>

namespace papersearch {
namespace {

// backends/glass/glass_version.cc of Xapian 1.4 tells the form.
constexpr std::size_t kHeaderBytes = 14 + 2 + 16;  // magic, version, UUID
constexpr int kTables = 6;
constexpr std::uint64_t kMaxLevel = 9;
constexpr std::uint64_t kMaxBlockUnits = 32;  // of 2,048 bytes

// Reads numbers of seven bits a byte, the lowest first.
class Reader {
 public:
  explicit Reader(std::string_view data) : data_(data) {}

  bool ok() const { return ok_; }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64 && !data_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(data_.front());
      data_.remove_prefix(1);
      value |= std::uint64_t{byte & 0x7FU} << shift;
      if (byte < 0x80) return value;
    }
    ok_ = false;
    return 0;
  }
  void skip(std::uint64_t bytes) {
    ok_ = ok_ && bytes <= data_.size();
    if (ok_) data_.remove_prefix(bytes);
  }

 private:
  std::string_view data_;
  bool ok_ = true;
};

bool is_table_plausible(Reader& reader) {
  reader.number();                                   // root block
  const std::uint64_t level = reader.number() >> 2;  // behind two flags
  reader.number();                                   // entries
  const std::uint64_t units = reader.number();
  reader.number();               // size from which on values are compressed
  reader.skip(reader.number());  // free blocks
  const bool is_power_of_two = units != 0 && (units & (units - 1)) == 0;
  return reader.ok() && level <= kMaxLevel && is_power_of_two && units <= kMaxBlockUnits;
}

}  // namespace

bool is_safe_to_open(const std::string& folder) {
  std::ifstream in(folder + "/iamglass", std::ios::binary);
  if (!in) return true;
  const std::string text(std::istreambuf_iterator<char>(in), {});
  Reader reader(text);
  reader.skip(kHeaderBytes);
  reader.number();  // revision
  for (int table = 0; table < kTables; ++table) {
    if (!is_table_plausible(reader)) return false;
  }
  return true;
}

}  // namespace papersearch
