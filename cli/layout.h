// SPDX-License-Identifier: GPL-2.0-or-later
// Text in styles, broken into the lines of a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "terminal.h"

namespace papersearch::cli {

enum class Style { kPlain, kTitle, kMatch, kTitleMatch, kVotes, kLink, kBar, kFaint };

// A piece of text in one style.
struct Span {
  std::string text;
  Style style = Style::kPlain;
  std::string link = {};  // an address to open by a click, where the terminal can
};

// The columns that `text` takes on a terminal: two for Hangul, other East Asian wide
// characters and emoji, none for marks that stand on another character. The text must
// have been made printable().
std::size_t display_width(std::string_view text);

// The grapheme clusters of `text`, what people take for one character each.
std::vector<std::string_view> graphemes(std::string_view text);

// As much of the beginning of `text` as fits into `columns`, whole graphemes.
std::string_view fitting_start(std::string_view text, std::size_t columns);

// `text`, made printable(), in at most so many columns, with an ellipsis where it is cut.
std::string cut(const std::string& text, std::size_t columns);

// `text` with spaces before it, where it is narrower than `columns`.
std::string right_aligned(const std::string& text, std::size_t columns);

// Appends paragraphs to `out`. Everything is made printable() on its way.
class Layout {
 public:
  Layout(const Terminal& terminal, std::string& out) : terminal_(terminal), out_(out) {}

  // One paragraph, ending with a line break. Its first line begins with `label`, the
  // others with as many spaces. Where the terminal has a width, lines are broken at
  // spaces, and inside of a word only when it is longer than a line, between graphemes.
  void paragraph(const Span& label, const std::vector<Span>& spans);
  void paragraph(std::size_t indent, const std::vector<Span>& spans);
  void blank_line() { out_ += '\n'; }

 private:
  void set_style(Style style);
  void set_link(const std::string& link);
  void append(std::string_view text, Style style, const std::string& link = {});
  void end_line();

  Terminal terminal_;
  std::string& out_;
  Style current_ = Style::kPlain;
  std::string link_;
};

}  // namespace papersearch::cli
