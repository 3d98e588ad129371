// SPDX-License-Identifier: GPL-2.0-or-later
// What it takes for a pair of names to be learned.
#pragma once

#include <cstddef>
#include <cstdint>

namespace papersearch {

// Papers that gloss the one name with the other; and, of fewer, every share is to be
// greater.
inline constexpr std::uint32_t kMinSupport = 2;
inline constexpr std::uint32_t kFirmSupport = 3;
// Their share of all papers that gloss the Korean name with anything; and of those that
// gloss the English name with Korean.
inline constexpr double kMinEnglishShare = 0.3;
inline constexpr double kMinKoreanShare = 0.15;
inline constexpr double kMinShareOfFew = 0.6;
// And of those that gloss with Korean an abbreviation of which nothing is known: ASR can
// be two things.
inline constexpr double kMinKoreanShareOfAbbreviation = 0.5;
// One more term belongs to a Korean name when so many papers, and such a share of those
// that have the rest, have it there; and the rest is a name of its own when as many have
// none of those.
inline constexpr std::uint32_t kMinBranchPapers = 2;
inline constexpr double kMinBranchShare = 0.25;
// The share of papers in which nothing that could belong to the name stands before it;
// more where it has fewer terms than the English one and is likely only its end (필드,
// neural radiance field).
inline constexpr double kMinStartShare = 0.2;
inline constexpr double kMinShortStartShare = 0.5;
// The share of the abbreviation's most frequent reading among all; and among the papers
// that hold the abbreviation as a word (map is not mean average precision).
inline constexpr double kMinReadingShare = 0.7;
inline constexpr double kMinReadingOfWordShare = 0.025;
// Names learned for one name, at most: the best supported.
inline constexpr std::size_t kMaxLearnedNames = 6;

// It is learned from so many papers, the newest. Theirs are the names that are in use, and
// memory and time have a bound: about 100 bytes a gloss, of which a paper has two or three.
inline constexpr std::uint32_t kMaxLearnedPapers = 100'000;
// An archive of up to so many learns again whenever a paper has come or gone. A larger one
// waits until this share of its papers has, so that a night costs what its papers do.
inline constexpr std::uint32_t kAlwaysLearnedPapers = 20'000;
inline constexpr double kLearnedAgainShare = 0.01;

}  // namespace papersearch
