// SPDX-License-Identifier: GPL-2.0-or-later
#include "sentences.h"

#include "utf8_prefix.h"

namespace papersearch {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool ends_line(char c) { return c == '\n' || c == '\r' || c == '\v' || c == '\f'; }

ByteRange trim(std::string_view text, ByteRange range) {
  while (range.begin < range.end && is_blank(text[range.begin])) ++range.begin;
  while (range.end > range.begin && is_blank(text[range.end - 1])) --range.end;
  return range;
}

}  // namespace

std::vector<ByteRange> sentences(std::string_view text) {
  text = utf8_prefix(text, kMaxSentencesText);
  std::vector<ByteRange> out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool stop = (text[i] == '.' || text[i] == '!' || text[i] == '?') &&
                      i + 1 < text.size() && text[i + 1] == ' ';
    if (!ends_line(text[i]) && !stop) continue;
    const ByteRange range = trim(text, {begin, stop ? i + 1 : i});
    if (range.begin < range.end) out.push_back(range);
    begin = i + 1;
  }
  const ByteRange rest = trim(text, {begin, text.size()});
  if (rest.begin < rest.end) out.push_back(rest);
  return out;
}

}  // namespace papersearch
