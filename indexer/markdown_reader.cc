// SPDX-License-Identifier: GPL-2.0-or-later
#include <md4c.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "digest_builder.h"
#include "digest_parts.h"
#include "html_text.h"
#include "line_index.h"
#include "section_name.h"
#include "source.h"

namespace papersearch {
namespace {

// Mathematics is kept as written; indented text is text.
constexpr unsigned kDialect = MD_FLAG_LATEXMATHSPANS | MD_FLAG_NOINDENTEDCODEBLOCKS;

// Follows md4c through one part of a digest and hands the lines of the summary to a
// DigestBuilder.
class PartReader {
 public:
  PartReader(std::string_view text, const LineIndex& lines, DigestBuilder& builder)
      : text_(text), lines_(lines), builder_(builder) {}

  // False when md4c found too little memory.
  bool read(std::size_t begin, std::size_t end) {
    begin_ = begin;
    MD_PARSER parser = {};
    parser.flags = kDialect;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return static_cast<PartReader*>(self)->enter_block(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return static_cast<PartReader*>(self)->leave_block(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<PartReader*>(self)->enter_span(type);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<PartReader*>(self)->leave_span(type);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return static_cast<PartReader*>(self)->add_text(type, {text, size});
    };
    return md_parse(text_.data() + begin, static_cast<MD_SIZE>(end - begin), &parser,
                    this) == 0;
  }

 private:
  // Headings count as such only outside of lists and quotations.
  bool at_top() const { return numbers_.empty() && quotes_ == 0; }

  int enter_block(MD_BLOCKTYPE type, void* detail) {
    flush();
    switch (type) {
      case MD_BLOCK_H:
        heading_ = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
        heading_offset_ = first_block_ ? std::optional(begin_) : std::nullopt;
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
    if (type != MD_BLOCK_DOC) first_block_ = false;
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
    images_ = 0;  // md4c does not end all that it begins
    return 0;
  }

  void end_heading() {
    end_inline_html();
    const unsigned level = std::exchange(heading_, 0);
    if (!heading_offset_) return clear();  // nothing to be seen
    if (!at_top() || (level < 3 && is_underlined_text())) return flush();
    if (level < 3) builder_.file_heading(line_, *heading_offset_);
    if (level == 3) builder_.paper_heading(*heading_offset_);
    if (level > 3) builder_.section_heading(line_);
    clear();
  }

  // A rule right below a paragraph makes it a heading for CommonMark; it is one here only
  // where it tells a day.
  bool is_underlined_text() const {
    const std::string_view line = lines_.line_around(*heading_offset_);
    const std::size_t first = line.find_first_not_of(" \t");
    return first != line.npos && line[first] != '#' && date_in(line_).empty();
  }

  int enter_span(MD_SPANTYPE type) {
    end_inline_html();
    if (type == MD_SPAN_IMG) ++images_;
    if (type == MD_SPAN_STRONG || type == MD_SPAN_EM)
      name_.enter(type == MD_SPAN_STRONG, line_);
    return open_or_close_math(type);
  }

  int leave_span(MD_SPANTYPE type) {
    end_inline_html();
    if (type == MD_SPAN_IMG) --images_;
    if (type == MD_SPAN_STRONG || type == MD_SPAN_EM) name_.leave(line_);
    return open_or_close_math(type);
  }

  int open_or_close_math(MD_SPANTYPE type) {
    if (type == MD_SPAN_LATEXMATH) line_ += '$';
    if (type == MD_SPAN_LATEXMATH_DISPLAY) line_ += "$$";
    return 0;
  }

  int add_text(MD_TEXTTYPE type, std::string_view text) {
    const bool in_source =
        text.data() >= text_.data() && text.data() < text_.data() + text_.size();
    if (in_source) locate(static_cast<std::size_t>(text.data() - text_.data()));
    if (images_ > 0) return 0;
    if (type == MD_TEXT_HTML) {
      html_ += text;
      return 0;
    }
    end_inline_html();
    switch (type) {
      case MD_TEXT_NULLCHAR:
        line_ += "\xEF\xBF\xBD";
        break;
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR:
        end_source_line();
        break;
      case MD_TEXT_ENTITY:
        line_ += entity_text(text);
        break;
      default:
        line_ += text;
    }
    return 0;
  }

  void locate(std::size_t offset) {
    if (line_.empty() && html_.empty()) offset_ = offset;
    if (heading_ != 0 && !heading_offset_) heading_offset_ = offset;
  }

  // A tag inside a line comes in pieces where it stands on several.
  void end_inline_html() {
    if (html_.empty() || html_block_) return;
    const std::string visible = html_text(std::exchange(html_, {}));
    if (visible != " " || (!line_.empty() && line_.back() != ' ')) line_ += visible;
  }

  // Votes and authors stand on lines of their own; other lines of a paragraph are one.
  void end_source_line() {
    if (at_top() && builder_.take_facts(line_, offset_)) {
      clear();
    } else if (!line_.empty()) {
      line_ += ' ';
    }
  }

  void flush() {
    end_inline_html();
    if (!html_.empty()) flush_html_block();
    if (line_.empty()) return;
    if (!at_top() || !builder_.take_facts(line_, offset_)) {
      // Deeper bullets belong to their section.
      const bool may_name = numbers_.size() <= 1;
      const auto name = may_name ? name_.take_from(line_) : std::nullopt;
      builder_.summary_line(name, line_);
    }
    clear();
  }

  void flush_html_block() {
    const std::string visible = html_text(std::exchange(html_, {}));
    for (std::size_t begin = 0; begin < visible.size();) {
      const std::size_t end = std::min(visible.find('\n', begin), visible.size());
      const std::string line = visible.substr(begin, end - begin);
      if (!builder_.take_facts(line, offset_)) builder_.summary_line(std::nullopt, line);
      begin = end + 1;
    }
  }

  void clear() {
    line_.clear();
    name_.clear();
  }

  std::string_view text_;
  const LineIndex& lines_;
  DigestBuilder& builder_;
  std::size_t begin_ = 0;   // of the part
  std::string line_;        // of the summary, as a reader sees it
  SectionName name_;        // in it
  std::string html_;        // of an HTML block, or tags inside a line
  std::size_t offset_ = 0;  // of the line in the source
  bool first_block_ = true;
  unsigned heading_ = 0;  // level of the heading at hand; 0: none
  std::optional<std::size_t> heading_offset_;
  int quotes_ = 0;
  int images_ = 0;
  bool html_block_ = false;
  // One for each open list: the number of its next bullet, where they are numbered.
  std::vector<std::optional<unsigned>> numbers_;
};

}  // namespace

Content read_markdown(std::string_view text, std::string_view date) {
  // md4c 0.4.8 looks at the byte behind a text that ends without a line's end, and where
  // that would close a link it goes on with whatever is in memory.
  if (!text.empty() && text.back() != '\n') {
    return read_markdown(std::string(text) + '\n', date);
  }
  const LineIndex lines(text);
  DigestBuilder builder(text, lines, date);
  std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  while (begin < text.size()) {
    const std::size_t end = end_of_part(text, begin);
    std::string refusal = refusal_of(text.substr(begin, end - begin));
    if (refusal.empty() && !PartReader(text, lines, builder).read(begin, end)) {
      refusal = "not enough memory to read it";
    }
    if (!refusal.empty()) builder.refuse(begin, std::move(refusal));
    begin = end;
  }
  return builder.finish();
}

}  // namespace papersearch
