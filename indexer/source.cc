// SPDX-License-Identifier: GPL-2.0-or-later
#include "source.h"

#include "papersearch/text.h"

namespace papersearch {
namespace {

constexpr std::size_t kMaxQuoted = 100;

}  // namespace

void Content::complain(std::size_t line, std::string reason) {
  if (complaints.size() < kMaxComplaints) {
    complaints.push_back({"", line, printable(reason)});
  } else {
    ++unlisted;
  }
}

std::string in_quotes(std::string_view text) {
  if (text.size() <= kMaxQuoted) return '"' + std::string(text) + '"';
  std::size_t size = kMaxQuoted;
  while (size > 0 && (text[size] & 0xC0) == 0x80) --size;
  return '"' + std::string(text.substr(0, size)) + "…\"";
}

}  // namespace papersearch
