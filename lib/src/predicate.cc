// SPDX-License-Identifier: GPL-2.0-or-later
#include "predicate.h"

#include <algorithm>
#include <array>

namespace papersearch {
namespace {

constexpr auto kEndings = std::to_array<std::u16string_view>(
    {u"다",   u"요",   u"까",   u"네",   u"던",   u"지만", u"으며",
     u"면서", u"거나", u"는지", u"으면", u"으니", u"으나", u"도록",
     u"려고", u"려면", u"는데", u"어서", u"아서", u"여서"});
// Those of words of two syllables; longer ones have them by chance.
constexpr std::u16string_view kShortEndings = u"니면며고게는은을를";

}  // namespace

bool ends_like_predicate(std::u16string_view word) {
  if (word.size() == 2 && kShortEndings.find(word[1]) != std::u16string_view::npos)
    return true;
  return std::any_of(kEndings.begin(), kEndings.end(), [&](std::u16string_view ending) {
    return word.size() > ending.size() &&
           word.substr(word.size() - ending.size()) == ending;
  });
}

}  // namespace papersearch
