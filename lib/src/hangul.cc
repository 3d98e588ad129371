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
// 들 makes a plural of any noun, before any ending or none.
constexpr char16_t kPlural = u'들';
constexpr float kPluralCost = 3.7F;
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
      const float cost =
          word ? word->cost : kUnknownCost + kUnknownSyllableCost * static_cast<float>(n);
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

// Where the ending of the cheapest reading begins. The 들 of a plural goes with it.
std::size_t cheapest_stem(std::u16string_view run, const std::vector<Step>& best) {
  std::size_t stem = run.size();
  float cost = best[run.size()].cost + kNoEndingCost;
  const auto consider = [&](std::size_t at, float ending_cost) {
    if (best[at].cost + ending_cost >= cost) return;
    cost = best[at].cost + ending_cost;
    stem = at;
  };
  for (std::size_t n = 0; n < run.size() && n <= kMaxEndingSyllables; ++n) {
    const std::size_t at = run.size() - n;
    const LexiconEntry* ending = n == 0 ? nullptr : find_ending(run.substr(at));
    if (n > 0 && ending == nullptr) continue;
    const float ending_cost = n == 0 ? kNoEndingCost : ending->cost;
    consider(at, ending_cost);
    // 만들 is no plural.
    if (at > 2 && run[at - 1] == kPlural) consider(at - 1, ending_cost + kPluralCost);
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

bool starts_with_hangul(std::string_view text) {
  // U+AC00 to U+D7A3.
  return text.size() >= 3 && text.substr(0, 3) >= "\xEA\xB0\x80" &&
         text.substr(0, 3) <= "\xED\x9E\xA3";
}

bool is_hangul_ending(std::u16string_view run) {
  if (find_ending(run) != nullptr) return true;
  return !run.empty() && run[0] == kPlural &&
         (run.size() == 1 || find_ending(run.substr(1)) != nullptr);
}

}  // namespace papersearch
