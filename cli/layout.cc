// SPDX-License-Identifier: GPL-2.0-or-later
#include "layout.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

#include "papersearch/text.h"

namespace papersearch::cli {
namespace {

constexpr UChar32 kZeroWidthJoiner = 0x200D;
constexpr UChar32 kEmojiSelector = 0xFE0F;
// The text of a line gets at least so many columns, whatever the indent.
constexpr std::size_t kFewestTextColumns = 10;

const char* escape_of(Style style) {
  switch (style) {
    case Style::kPlain:
      return "\x1b[0m";
    case Style::kTitle:
      return "\x1b[0;1m";
    case Style::kMatch:
      return "\x1b[0;1;33m";
    case Style::kTitleMatch:
      return "\x1b[0;1;33m";
    case Style::kVotes:
      return "\x1b[0;32m";
    case Style::kLink:
      return "\x1b[0;36m";
    case Style::kBar:
      return "\x1b[0;34m";
    case Style::kFaint:
      return "\x1b[0;2m";
  }
  return "\x1b[0m";
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

std::size_t columns_of(UChar32 c) {
  const auto type = u_charType(c);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR)
    return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

// Vowels and final consonants of decomposed Hangul, and skin tones, are drawn into the
// character before them.
bool joins_previous(UChar32 c) {
  const int hangul = u_getIntPropertyValue(c, UCHAR_HANGUL_SYLLABLE_TYPE);
  return hangul == U_HST_VOWEL_JAMO || hangul == U_HST_TRAILING_JAMO ||
         u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER) != 0;
}

std::size_t grapheme_width(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int64_t>(text.size());
  std::size_t width = 0;
  bool joined = false;
  for (std::int64_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    if (c == kEmojiSelector) width = std::max<std::size_t>(width, 2);
    if (!joined && (width == 0 || !joins_previous(c))) width += columns_of(c);
    // An emoji sequence has the width of its first.
    joined = joined || (c == kZeroWidthJoiner && width == 2);
  }
  return width;
}

struct Cell {
  std::string_view text;
  std::size_t width = 0;
  const Span* span = nullptr;
  bool is_space() const { return text == " "; }
};

std::vector<Cell> cells_of(const std::vector<Span>& spans) {
  std::vector<Cell> out;
  for (const Span& span : spans) {
    for (const std::string_view grapheme : graphemes(span.text)) {
      out.push_back({grapheme, grapheme_width(grapheme), &span});
    }
  }
  return out;
}

// The first cell behind those that fit into `columns` from `begin`: at a space where
// there is one, else as far as they fit, and one in any case.
std::size_t line_end(const std::vector<Cell>& cells, std::size_t begin,
                     std::size_t columns) {
  std::size_t width = 0;
  std::size_t space = begin;
  std::size_t i = begin;
  for (; i < cells.size(); ++i) {
    if (cells[i].is_space()) space = i;
    width += cells[i].width;
    if (width > columns && !cells[i].is_space()) break;
  }
  if (i == cells.size()) return i;
  if (space > begin) return space;
  return std::max(i, begin + 1);
}

}  // namespace

std::vector<std::string_view> graphemes(std::string_view text) {
  std::vector<std::string_view> out;
  if (is_ascii(text)) {
    for (std::size_t i = 0; i < text.size(); ++i) out.push_back(text.substr(i, 1));
    return out;
  }
  UErrorCode status = U_ZERO_ERROR;
  // Reading the rules takes longer than everything else here; they are read once.
  static const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  UText* utext =
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status);
  if (breaks != nullptr) breaks->setText(utext, status);
  if (U_SUCCESS(status)) {
    auto begin = static_cast<std::size_t>(breaks->first());
    for (auto end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
      out.push_back(text.substr(begin, static_cast<std::size_t>(end) - begin));
      begin = static_cast<std::size_t>(end);
    }
  }
  utext_close(utext);
  return out;
}

std::size_t display_width(std::string_view text) {
  if (is_ascii(text)) return text.size();
  std::size_t width = 0;
  for (const std::string_view grapheme : graphemes(text)) width += grapheme_width(grapheme);
  return width;
}

std::string_view fitting_start(std::string_view text, std::size_t columns) {
  std::size_t bytes = 0;
  std::size_t width = 0;
  for (const std::string_view grapheme : graphemes(text)) {
    width += display_width(grapheme);
    if (width > columns) break;
    bytes += grapheme.size();
  }
  return text.substr(0, bytes);
}

std::string cut(const std::string& text, std::size_t columns) {
  const std::string clean = printable(text);
  if (display_width(clean) <= columns) return clean;
  return std::string(fitting_start(clean, columns - 1)) + "…";
}

std::string right_aligned(const std::string& text, std::size_t columns) {
  return std::string(columns - std::min(columns, display_width(text)), ' ') + text;
}

void Layout::set_style(Style style) {
  if (style == current_ || !terminal_.color) return;
  out_ += escape_of(style);
  current_ = style;
}

// By OSC 8; the pieces of a broken title are one link, for they have one name.
void Layout::set_link(const std::string& link) {
  if (link == link_ || !terminal_.hyperlinks) return;
  const std::string name = link.substr(link.rfind('/') + 1);
  out_ += "\x1b]8;" + (link.empty() ? "" : "id=" + name) + ";" + link + "\x1b\\";
  link_ = link;
}

void Layout::append(std::string_view text, Style style, const std::string& link) {
  set_link(link);
  set_style(style);
  out_ += text;
}

void Layout::end_line() {
  set_link({});
  set_style(Style::kPlain);
  out_ += '\n';
}

void Layout::paragraph(std::size_t indent, const std::vector<Span>& spans) {
  paragraph({std::string(indent, ' '), Style::kPlain}, spans);
}

void Layout::paragraph(const Span& label, const std::vector<Span>& spans) {
  std::vector<Span> clean;
  for (const Span& span : spans)
    clean.push_back({printable(span.text), span.style, printable(span.link)});
  append(printable(label.text), label.style);
  if (terminal_.columns == 0) {
    for (const Span& span : clean) append(span.text, span.style, span.link);
    end_line();
    return;
  }
  const std::size_t indent = display_width(printable(label.text));
  const std::size_t columns =
      std::max(kFewestTextColumns, terminal_.columns - std::min(indent, terminal_.columns));
  const std::vector<Cell> cells = cells_of(clean);
  std::size_t begin = 0;
  do {
    const std::size_t end = line_end(cells, begin, columns);
    for (std::size_t i = begin; i < end; ++i)
      append(cells[i].text, cells[i].span->style, cells[i].span->link);
    end_line();
    begin = end;
    while (begin < cells.size() && cells[begin].is_space()) ++begin;
    if (begin < cells.size()) out_.append(indent, ' ');
  } while (begin < cells.size());
}

}  // namespace papersearch::cli
