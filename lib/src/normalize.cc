// SPDX-License-Identifier: GPL-2.0-or-later
#include "normalize.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

namespace papersearch {
namespace {

// A piece longer than this many code points is cut: marks beyond what any script uses
// (Unicode's Stream-Safe Text Format allows 30) must not cost quadratic time.
constexpr int kMaxPiece = 32;

const icu::Normalizer2& nfkc_casefold() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFKCCasefoldInstance(status);
}

const icu::Normalizer2& nfd() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFDInstance(status);
}

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  return *icu::Normalizer2::getNFCInstance(status);
}

bool is_hangul_syllable(UChar32 c) { return c >= 0xAC00 && c <= 0xD7A3; }

// Characters that most text is made of and that need no normalizer, as long as none
// but such a character follows.
bool is_plain(UChar32 c) { return (c >= 0 && c < 0x80) || is_hangul_syllable(c); }

bool is_latin_greek_cyrillic(UChar32 c) {
  return (c >= 0xC0 && c < 0x530) || (c >= 0x1E00 && c < 0x2000);
}

// Letters whose stroke or ligature is no accent to Unicode, but is to people.
char16_t without_stroke(char16_t c) {
  switch (c) {
    case u'ø':
      return u'o';
    case u'ł':
      return u'l';
    case u'đ':
      return u'd';
    case u'ð':
      return u'd';
    case u'ħ':
      return u'h';
    case u'ı':
      return u'i';
    default:
      return c;
  }
}

// Takes the accents (U+0300 to U+036F) off what NFKC_Casefold gave.
icu::UnicodeString strip_accents(const icu::UnicodeString& folded) {
  bool needed = false;
  for (int i = 0; i < folded.length(); ++i) {
    needed |=
        is_latin_greek_cyrillic(folded[i]) || (folded[i] >= 0x300 && folded[i] < 0x370);
  }
  if (!needed) return folded;
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString decomposed = nfd().normalize(folded, status);
  icu::UnicodeString out;
  for (int i = 0; i < decomposed.length(); ++i) {
    const char16_t c = decomposed[i];
    if (c >= 0x300 && c < 0x370) continue;
    if (c == u'æ') {
      out += u"ae";
    } else if (c == u'œ') {
      out += u"oe";
    } else {
      out += without_stroke(c);
    }
  }
  // Hangul and Kana that had an accent are to be whole again.
  return nfc().normalize(out, status);
}

void append(NormalizedText& out, char16_t unit, std::size_t begin, std::size_t end) {
  out.text += unit;
  out.begin.push_back(static_cast<std::uint32_t>(begin));
  out.end.push_back(static_cast<std::uint32_t>(end));
}

void append_piece(NormalizedText& out, const icu::UnicodeString& piece, std::size_t begin,
                  std::size_t end) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString folded = strip_accents(nfkc_casefold().normalize(piece, status));
  for (int i = 0; i < folded.length(); ++i) append(out, folded[i], begin, end);
}

// Reads one code point at `i` and moves behind it; U+FFFD for bad bytes.
UChar32 next_code_point(std::string_view utf8, std::size_t& i) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  if (bytes[i] < 0x80) return bytes[i++];
  auto index = static_cast<std::int64_t>(i);
  const auto length = static_cast<std::int64_t>(utf8.size());
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(bytes, index, length, c);
  i = static_cast<std::size_t>(index);
  return c;
}

}  // namespace

void normalize(std::string_view utf8, NormalizedText& out) {
  out.text.clear();
  out.begin.clear();
  out.end.clear();
  out.text.reserve(utf8.size());
  out.begin.reserve(utf8.size());
  out.end.reserve(utf8.size());

  icu::UnicodeString piece;
  std::size_t behind_next = 0;
  UChar32 next = utf8.empty() ? 0 : next_code_point(utf8, behind_next);
  for (std::size_t begin = 0, end = 0; begin < utf8.size(); begin = end) {
    const UChar32 first = next;
    end = behind_next;
    next = end < utf8.size() ? next_code_point(utf8, behind_next) : 0;
    if (is_plain(first) && is_plain(next)) {
      const bool upper = first >= 'A' && first <= 'Z';
      append(out, static_cast<char16_t>(upper ? first + 0x20 : first), begin, end);
      continue;
    }
    // A piece: up to the next code point that cannot combine with what stands before.
    piece.remove();
    piece.append(first);
    for (int length = 1; end < utf8.size() && length < kMaxPiece &&
                         !nfkc_casefold().hasBoundaryBefore(next);
         ++length) {
      piece.append(next);
      end = behind_next;
      next = end < utf8.size() ? next_code_point(utf8, behind_next) : 0;
    }
    append_piece(out, piece, begin, end);
  }
}

std::string to_utf8(std::u16string_view text) {
  std::string out;
  icu::UnicodeString(false, text.data(), static_cast<int>(text.size())).toUTF8String(out);
  return out;
}

std::u16string to_utf16(std::string_view utf8) {
  const icu::UnicodeString text =
      icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int>(utf8.size())});
  return {text.getBuffer(), static_cast<std::size_t>(text.length())};
}

}  // namespace papersearch
