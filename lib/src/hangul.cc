// SPDX-License-Identifier: GPL-2.0-or-later
#include "hangul.h"

#include <algorithm>
#include <limits>

#include "lexicon.h"

namespace papersearch {
namespace {

// The cost of a piece that the lexicon does not know, in the lexicon's unit (natural
// log): so much, and so much more a syllable. From the prototype's measurements.
constexpr float kUnknownCost = 13.0F;
constexpr float kUnknownSyllableCost = 4.0F;
// The cost of having no ending.
constexpr float kNoEndingCost = 0.9F;
// The longest piece, known or not.
constexpr std::size_t kMaxUnknown = 16;
// Longer runs are no Korean words; they are cut at fixed places to bound the time.
constexpr std::size_t kMaxRun = 64;

struct Step {
  float cost = std::numeric_limits<float>::infinity();
  std::uint32_t from = 0;
  bool known = false;
};

// best[i]: the cheapest way to read the first i syllables of `run`.
std::vector<Step> cheapest_readings(std::u16string_view run) {
  std::vector<Step> best(run.size() + 1);
  best[0].cost = 0;
  for (std::uint32_t i = 0; i < run.size(); ++i) {
    const std::size_t longest = std::min(run.size() - i, kMaxUnknown);
    for (std::uint32_t n = 1; n <= longest; ++n) {
      const LexiconEntry* word = find_word(run.substr(i, n));
      const float cost = word ? word->cost
                              : kUnknownCost + kUnknownSyllableCost * static_cast<float>(n);
      if (best[i].cost + cost < best[i + n].cost) {
        best[i + n] = {best[i].cost + cost, i, word != nullptr};
      }
    }
  }
  return best;
}

// A single syllable left over between words is no word of its own: 비 in 비지도 belongs to
// what follows, 형 in 대화형 to what stands before.
void join_leftovers(std::vector<HangulPart>& parts) {
  for (std::size_t i = 0; i < parts.size() && parts.size() > 1;) {
    if (parts[i].known || parts[i].end - parts[i].begin > 1) {
      ++i;
      continue;
    }
    const std::size_t with = i == 0 ? 1 : i - 1;
    parts[with].begin = std::min(parts[with].begin, parts[i].begin);
    parts[with].end = std::max(parts[with].end, parts[i].end);
    parts[with].known = false;
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

void append_cut(std::u16string_view run, HangulPart part, std::vector<HangulPart>& out) {
  const LexiconEntry* word =
      part.known ? find_word(run.substr(part.begin, part.end - part.begin)) : nullptr;
  if (word == nullptr || word->cuts == 0) {
    out.push_back(part);
    return;
  }
  std::uint32_t begin = part.begin;
  for (std::uint32_t i = 0; i < word->length; ++i) {
    const std::uint32_t end = part.begin + i + 1;
    const bool last = i + 1U == word->length;
    // The 성 of 효율성 is no part of its own.
    if (last && end - begin > 1) out.push_back({begin, end, true});
    if (!last && (word->cuts >> i & 1) != 0) {
      out.push_back({begin, end, true});
      begin = end;
    }
  }
}

// Where the ending of the cheapest reading begins.
std::size_t cheapest_stem(std::u16string_view run, const std::vector<Step>& best) {
  std::size_t stem = run.size();
  float cost = best[run.size()].cost + kNoEndingCost;
  for (std::size_t n = 1; n < run.size() && n <= kMaxEndingSyllables; ++n) {
    const LexiconEntry* ending = find_ending(run.substr(run.size() - n));
    if (ending != nullptr && best[run.size() - n].cost + ending->cost < cost) {
      cost = best[run.size() - n].cost + ending->cost;
      stem = run.size() - n;
    }
  }
  return stem;
}

HangulWord segment_bounded(std::u16string_view run) {
  const std::vector<Step> best = cheapest_readings(run);
  const std::size_t stem = cheapest_stem(run, best);
  std::vector<HangulPart> parts;
  for (std::size_t i = stem; i > 0; i = best[i].from) {
    parts.push_back({best[i].from, static_cast<std::uint32_t>(i), best[i].known});
  }
  std::reverse(parts.begin(), parts.end());
  join_leftovers(parts);
  HangulWord out{static_cast<std::uint32_t>(stem), {}};
  for (const HangulPart& part : parts) append_cut(run, part, out.parts);
  return out;
}

}  // namespace

HangulWord segment_hangul(std::u16string_view run) {
  HangulWord out{0, {}};
  for (std::size_t i = 0; i < run.size(); i += kMaxRun) {
    const HangulWord piece = segment_bounded(run.substr(i, kMaxRun));
    const auto offset = static_cast<std::uint32_t>(i);
    out.stem_end = offset + piece.stem_end;
    for (const HangulPart& part : piece.parts) {
      out.parts.push_back({part.begin + offset, part.end + offset, part.known});
    }
  }
  return out;
}

bool is_hangul_ending(std::u16string_view run) { return find_ending(run) != nullptr; }

}  // namespace papersearch
