// SPDX-License-Identifier: GPL-2.0-or-later
#include "latex.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "papersearch/text.h"

namespace papersearch::cli {
namespace {

using icu::UnicodeString;

// What LaTeX takes for a command, and what OT1, its usual encoding, prints as another
// letter. An escaped brace would still count for BibTeX.
constexpr std::array<std::pair<char, const char*>, 13> kEscapes = {
    {{'&', "\\&"},
     {'%', "\\%"},
     {'$', "\\$"},
     {'#', "\\#"},
     {'_', "\\_"},
     {'{', "\\textbraceleft{}"},
     {'}', "\\textbraceright{}"},
     {'~', "\\textasciitilde{}"},
     {'^', "\\textasciicircum{}"},
     {'\\', "\\textbackslash{}"},
     {'<', "\\textless{}"},
     {'>', "\\textgreater{}"},
     {'|', "\\textbar{}"}}};

// Commands that OT1 knows.
constexpr std::array<std::pair<char16_t, const char*>, 13> kMarks = {{{0x0300, "\\`"},
                                                                      {0x0301, "\\'"},
                                                                      {0x0302, "\\^"},
                                                                      {0x0303, "\\~"},
                                                                      {0x0304, "\\="},
                                                                      {0x0306, "\\u "},
                                                                      {0x0307, "\\."},
                                                                      {0x0308, "\\\""},
                                                                      {0x030A, "\\r "},
                                                                      {0x030B, "\\H "},
                                                                      {0x030C, "\\v "},
                                                                      {0x0323, "\\d "},
                                                                      {0x0327, "\\c "}}};
constexpr std::array<std::pair<char16_t, const char*>, 10> kLetters = {{{u'ß', "\\ss"},
                                                                        {u'æ', "\\ae"},
                                                                        {u'Æ', "\\AE"},
                                                                        {u'œ', "\\oe"},
                                                                        {u'Œ', "\\OE"},
                                                                        {u'ø', "\\o"},
                                                                        {u'Ø', "\\O"},
                                                                        {u'ł', "\\l"},
                                                                        {u'Ł', "\\L"},
                                                                        {u'ı', "\\i"}}};

template <class Key, std::size_t N>
const char* found(const std::array<std::pair<Key, const char*>, N>& table, UChar32 key) {
  const auto* const at = std::find_if(table.begin(), table.end(), [&](const auto& entry) {
    return static_cast<UChar32>(entry.first) == key;
  });
  return at == table.end() ? nullptr : at->second;
}

std::string utf8(UChar32 c) {
  std::string out;
  UnicodeString(c).toUTF8String(out);
  return out;
}

// A letter with marks as commands; nullopt where it has others than OT1 knows.
std::optional<std::string> decomposed(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const nfd = icu::Normalizer2::getNFDInstance(error);
  UnicodeString parts;
  if (U_FAILURE(error) || !nfd->getDecomposition(c, parts) || parts[0] > 0x7F)
    return std::nullopt;
  std::string out = utf8(parts[0]);
  for (int32_t i = 1; i < parts.length(); ++i) {
    const char* const mark = found(kMarks, parts[i]);
    if (mark == nullptr) return std::nullopt;
    out = std::string("{") + mark + out + "}";
  }
  return out;
}

// BibTeX takes a group that begins with a command for one letter.
std::string latex_letter(UChar32 c) {
  if (c < 0x80) return utf8(c);
  if (const char* const command = found(kLetters, c))
    return std::string("{") + command + "}";
  if (const std::optional<std::string> letter = decomposed(c)) return *letter;
  return "{\\relax " + utf8(c) + "}";
}

bool is_latin(UChar32 c) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(c, &error) == USCRIPT_LATIN;
}

// Composed, and with the hyphen and the apostrophe of ASCII.
UnicodeString usual_form(std::string_view name) {
  const std::string safe = printable(name);
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(error);
  UnicodeString out = UnicodeString::fromUTF8(safe);
  if (U_SUCCESS(error)) out = nfc->normalize(out, error);
  out.findAndReplace(u"\u2019", u"'");
  out.findAndReplace(u"\u2010", u"-");
  out.findAndReplace(u"\u2011", u"-");
  return out;
}

std::vector<UnicodeString> words_of(const UnicodeString& name) {
  std::vector<UnicodeString> out(1);
  for (int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
    const UChar32 c = name.char32At(i);
    if (!u_isUWhiteSpace(c)) {
      out.back().append(c);
    } else if (!out.back().isEmpty()) {
      out.emplace_back();
    }
  }
  if (out.back().isEmpty()) out.pop_back();
  return out;
}

bool is_one_of(UnicodeString word, std::initializer_list<const char16_t*> words) {
  word.toLower();
  return std::any_of(words.begin(), words.end(),
                     [&](const char16_t* known) { return word == known; });
}

bool is_small(const UnicodeString& word) { return u_islower(word.char32At(0)) != 0; }

// A hyphen too begins a word of BibTeX's.
bool has_small_part(const UnicodeString& word) {
  for (int32_t i = word.indexOf(u'-'); i >= 0; i = word.indexOf(u'-', i + 1)) {
    if (i + 1 < word.length() && u_islower(word.char32At(i + 1))) return true;
  }
  return is_small(word);
}

bool is_generation(const UnicodeString& word) {
  return is_one_of(word, {u"jr", u"jr.", u"sr", u"sr.", u"ii", u"iii", u"iv"});
}

bool is_particle(const UnicodeString& word) {
  return is_one_of(word, {u"van", u"von", u"de",  u"der", u"den", u"del", u"della", u"di",
                          u"da",  u"dos", u"das", u"du",  u"la",  u"le",  u"el",    u"al",
                          u"bin", u"ibn", u"ten", u"ter", u"zu",  u"zur"});
}

// Whether BibTeX could tell the parts of a person's name: some letters are Latin, as in
// names whose last word is the family's, and there is nothing but letters and what stands
// between them.
bool has_parts(const std::vector<UnicodeString>& words) {
  if (words.size() < 2) return false;
  if (is_one_of(words.back(), {u"team", u"group", u"collaboration", u"consortium", u"lab",
                               u"labs", u"others"})) {
    return false;
  }
  bool latin = false;
  for (const UnicodeString& word : words) {
    if (word.caseCompare(u"and", 0) == 0) return false;
    for (int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
      const UChar32 c = word.char32At(i);
      latin = latin || is_latin(c);
      const bool usual = u_hasBinaryProperty(c, UCHAR_ALPHABETIC) || c == '.' || c == '-' ||
                         c == '\'' || u_getCombiningClass(c) != 0;
      if (!usual) return false;
    }
  }
  return latin;
}

std::string joined(const std::vector<UnicodeString>& words, std::size_t begin,
                   std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) out += ' ';
    const UnicodeString& word = words[i];
    for (int32_t j = 0; j < word.length(); j = word.moveIndex32(j, 1))
      out += latex_letter(word.char32At(j));
  }
  return out;
}

}  // namespace

std::string latex_text(std::string_view text) {
  std::string out;
  for (const char c : printable(text)) {
    const char* const escape = found(kEscapes, c);
    if (escape != nullptr) {
      out += escape;
    } else {
      out += c;
    }
  }
  return out;
}

std::string bibtex_name(std::string_view name) {
  const std::vector<UnicodeString> words = words_of(usual_form(name));
  if (!has_parts(words)) return "{" + latex_text(name) + "}";
  const std::size_t last = words.size() - 1;
  if (is_generation(words[last])) {
    if (last < 2) return "{" + latex_text(name) + "}";
    return joined(words, last - 1, last) + ", " + joined(words, last, last + 1) + ", " +
           joined(words, 0, last - 1);
  }
  // BibTeX takes words in small letters, and only those, for what stands before a family's
  // name: not "Van" in "Guy Van den Berg", but "won" in "Seung-won Hwang".
  std::size_t family = last;
  while (family > 0 && is_particle(words[family - 1]) &&
         (is_small(words[family - 1]) || (family < last && is_small(words[family])))) {
    --family;
  }
  const auto begin = words.begin();
  const auto middle = begin + static_cast<std::ptrdiff_t>(family);
  const bool is_told = std::none_of(begin, middle, has_small_part) &&
                       std::all_of(middle, words.end() - 1, is_small);
  if (is_told) return joined(words, 0, last + 1);
  return joined(words, family, last + 1) + ", " + joined(words, 0, family);
}

}  // namespace papersearch::cli
