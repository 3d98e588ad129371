// SPDX-License-Identifier: GPL-2.0-or-later
#include "glass_version.h"

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string_view>

#include "byte_encoding.h"

namespace papersearch {
namespace {

// backends/glass/glass_version.cc of Xapian 1.4 tells the form.
constexpr std::size_t kHeaderBytes = 14 + 2 + 16;  // magic, version, UUID
constexpr int kTables = 6;
constexpr std::uint64_t kMaxLevel = 9;
constexpr std::uint64_t kMaxBlockUnits = 32;  // of 2,048 bytes

// The numbers of glass are written as ours are.
bool is_table_plausible(ByteReader& reader) {
  reader.number();                                   // root block
  const std::uint64_t level = reader.number() >> 2;  // behind two flags
  reader.number();                                   // entries
  const std::uint64_t units = reader.number();
  reader.number();  // size from which on values are compressed
  reader.text();    // free blocks
  const bool is_power_of_two = units != 0 && (units & (units - 1)) == 0;
  return reader.ok() && level <= kMaxLevel && is_power_of_two && units <= kMaxBlockUnits;
}

}  // namespace

bool is_safe_to_open(const std::string& folder) {
  std::ifstream in(folder + "/iamglass", std::ios::binary);
  if (!in) return true;
  const std::string text(std::istreambuf_iterator<char>(in), {});
  if (text.size() < kHeaderBytes) return false;
  ByteReader reader(std::string_view(text).substr(kHeaderBytes));
  reader.number();  // revision
  for (int table = 0; table < kTables; ++table) {
    if (!is_table_plausible(reader)) return false;
  }
  return true;
}

}  // namespace papersearch
