// SPDX-License-Identifier: GPL-2.0-or-later
#include <md4c.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "digest_builder.h"
#include "html_text.h"
#include "line_index.h"
#include "source.h"

namespace papersearch {
namespace {

// Mathematics is kept as written; indented text is text.
constexpr unsigned kDialect = MD_FLAG_LATEXMATHSPANS | MD_FLAG_NOINDENTEDCODEBLOCKS;

void append_utf8(std::string& out, unsigned long c) {
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
  } else if (c < 0x10000) {
    out += {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
            static_cast<char>(0x80 | (c & 0x3F))};
  } else {
    out +=
        {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3F)),
         static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
  }
}

// Numbers and the few names that summaries use; any other stays as written.
void append_entity(std::string& out, const std::string& entity) {
  if (entity.size() > 3 && entity[1] == '#') {
    const bool hex = entity[2] == 'x' || entity[2] == 'X';
    append_utf8(out, std::strtoul(entity.c_str() + (hex ? 3 : 2), nullptr, hex ? 16 : 10));
  } else if (entity == "&amp;") {
    out += '&';
  } else if (entity == "&lt;") {
    out += '<';
  } else if (entity == "&gt;") {
    out += '>';
  } else if (entity == "&quot;") {
    out += '"';
  } else if (entity == "&apos;") {
    out += '\'';
  } else if (entity == "&nbsp;") {
    out += ' ';
  } else {
    out += entity;
  }
}

// Follows md4c through the file and hands the lines of the summary to a DigestBuilder.
class MarkdownReader {
 public:
  MarkdownReader(std::string_view text, const LineIndex& lines, std::string_view date)
      : text_(text), builder_(text, lines, date) {}

  Content read() {
    MD_PARSER parser = {};
    parser.flags = kDialect;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return static_cast<MarkdownReader*>(self)->enter_block(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return static_cast<MarkdownReader*>(self)->leave_block(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<MarkdownReader*>(self)->enter_span(type);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<MarkdownReader*>(self)->leave_span(type);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return static_cast<MarkdownReader*>(self)->add_text(type, {text, size});
    };
    md_parse(text_.data(), static_cast<MD_SIZE>(text_.size()), &parser, this);
    return builder_.finish();
  }

 private:
  // Headings count as such only outside of lists and quotations.
  bool at_top() const { return numbers_.empty() && quotes_ == 0; }

  int enter_block(MD_BLOCKTYPE type, void* detail) {
    flush();
    switch (type) {
      case MD_BLOCK_H:
        heading_ = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
        break;
      case MD_BLOCK_QUOTE:
        ++quotes_;
        break;
      case MD_BLOCK_UL:
        numbers_.push_back(std::nullopt);
        break;
      case MD_BLOCK_OL:
        numbers_.push_back(static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start);
        break;
      case MD_BLOCK_LI:
        if (!numbers_.empty() && numbers_.back()) {
          line_ = std::to_string((*numbers_.back())++) + ". ";
        }
        break;
      case MD_BLOCK_HTML:
        html_block_ = true;
        break;
      default:
        break;
    }
    return 0;
  }

  int leave_block(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_H) {
      end_heading();
    } else {
      flush();
    }
    if (type == MD_BLOCK_QUOTE) --quotes_;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) numbers_.pop_back();
    if (type == MD_BLOCK_HTML) html_block_ = false;
    return 0;
  }

  void end_heading() {
    const unsigned level = std::exchange(heading_, 0);
    if (!at_top()) return flush();
    if (level < 3) builder_.file_heading(line_, offset_);
    if (level == 3) builder_.paper_heading(offset_);
    if (level > 3) builder_.section_heading(line_);
    clear();
  }

  int enter_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) ++images_;
    if ((type == MD_SPAN_STRONG || type == MD_SPAN_EM) && is_lead()) ++lead_spans_;
    return open_or_close_math(type);
  }

  int leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) --images_;
    if ((type == MD_SPAN_STRONG || type == MD_SPAN_EM) && lead_spans_ > 0 &&
        --lead_spans_ == 0) {
      lead_end_ = line_.size();
      lead_is_strong_ = lead_is_strong_ || type == MD_SPAN_STRONG || line_[0] == '*';
    }
    if (type == MD_SPAN_STRONG && lead_spans_ > 0) lead_is_strong_ = true;
    return open_or_close_math(type);
  }

  int open_or_close_math(MD_SPANTYPE type) {
    if (type == MD_SPAN_LATEXMATH) line_ += '$';
    if (type == MD_SPAN_LATEXMATH_DISPLAY) line_ += "$$";
    return 0;
  }

  // True where bold text would be the name of a section: nothing but stray asterisks
  // stands before it.
  bool is_lead() const {
    return lead_end_ == 0 && line_.find_first_not_of('*') == std::string::npos;
  }

  int add_text(MD_TEXTTYPE type, std::string_view text) {
    if (images_ > 0) return 0;
    const bool in_source =
        text.data() >= text_.data() && text.data() < text_.data() + text_.size();
    if (in_source && (line_.empty() || heading_ != 0)) {
      offset_ = static_cast<std::size_t>(text.data() - text_.data());
    }
    switch (type) {
      case MD_TEXT_NULLCHAR:
        append_utf8(line_, 0xFFFD);
        break;
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR:
        end_source_line();
        break;
      case MD_TEXT_ENTITY:
        append_entity(line_, std::string(text));
        break;
      case MD_TEXT_HTML:
        if (html_block_) {
          html_ += text;
        } else {
          line_ += html_text(text);
        }
        break;
      default:
        line_ += text;
    }
    return 0;
  }

  // Votes and authors stand on lines of their own; other lines of a paragraph are one.
  void end_source_line() {
    if (at_top() && heading_ == 0 && builder_.take_facts(line_, offset_)) {
      clear();
    } else if (!line_.empty()) {
      line_ += ' ';
    }
  }

  void flush() {
    if (!html_.empty()) flush_html();
    if (line_.empty()) return;
    const std::optional<std::string> name = section_name();
    if (name || !at_top() || !builder_.take_facts(line_, offset_))
      builder_.summary_line(name, line_);
    clear();
  }

  void flush_html() {
    const std::string visible = html_text(std::exchange(html_, {}));
    for (std::size_t begin = 0; begin < visible.size();) {
      const std::size_t end = std::min(visible.find('\n', begin), visible.size());
      const std::string line = visible.substr(begin, end - begin);
      if (!builder_.take_facts(line, offset_)) builder_.summary_line(std::nullopt, line);
      begin = end + 1;
    }
  }

  // The bold text at the start of a bullet or paragraph, when a colon follows it; it is
  // then taken off the line. Deeper bullets belong to their section.
  std::optional<std::string> section_name() {
    if (lead_end_ == 0 || !lead_is_strong_ || numbers_.size() > 1) return std::nullopt;
    std::string name = line_.substr(0, lead_end_);
    std::string rest = line_.substr(lead_end_);
    while (!name.empty() && (name.front() == '*' || name.front() == ' ')) name.erase(0, 1);
    while (!rest.empty() && (rest.front() == '*' || rest.front() == ' ')) rest.erase(0, 1);
    const auto take_colon = [](std::string& text, bool at_end) {
      for (const std::string_view colon : {std::string_view(":"), std::string_view("：")}) {
        if (text.size() < colon.size()) continue;
        const std::size_t at = at_end ? text.size() - colon.size() : 0;
        if (text.compare(at, colon.size(), colon) != 0) continue;
        text.erase(at, colon.size());
        return true;
      }
      return false;
    };
    if (!take_colon(rest, false) && !take_colon(name, true)) return std::nullopt;
    while (!name.empty() && name.back() == ' ') name.pop_back();
    line_ = rest;
    return name;
  }

  void clear() {
    line_.clear();
    lead_end_ = 0;
    lead_spans_ = 0;
    lead_is_strong_ = false;
  }

  std::string_view text_;
  DigestBuilder builder_;
  std::string line_;        // of the summary, as a reader sees it
  std::string html_;        // of an HTML block
  std::size_t offset_ = 0;  // of the line in the source
  unsigned heading_ = 0;    // level of the heading at hand; 0: none
  int quotes_ = 0;
  int images_ = 0;
  bool html_block_ = false;
  // One for each open list: the number of its next bullet, where they are numbered.
  std::vector<std::optional<unsigned>> numbers_;
  // Emphasis at the start of the line: how deep, where it ended, whether it was bold.
  int lead_spans_ = 0;
  std::size_t lead_end_ = 0;
  bool lead_is_strong_ = false;
};

}  // namespace

Content read_markdown(std::string_view text, std::string_view date) {
  const LineIndex lines(text);
  return MarkdownReader(text, lines, date).read();
}

}  // namespace papersearch
