// SPDX-License-Identifier: GPL-2.0-or-later
#include "html_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace papersearch {
namespace {

// The elements of HTML that digests may hold, in lower case: <SPAN> is a token of some
// model, <span> is not. Sorted.
constexpr auto kInside = std::to_array<std::string_view>({
    "a",      "abbr", "b",    "code", "del",  "em",    "font", "i",
    "ins",    "kbd",  "mark", "s",    "samp", "small", "span", "strike",
    "strong", "sub",  "sup",  "tt",   "u",    "var",   "wbr",
});
// Those that separate what stands before and behind their tags.
constexpr auto kSeparating = std::to_array<std::string_view>({
    "audio", "blockquote", "br",    "center",     "dd",     "details", "div",
    "dl",    "dt",         "embed", "figcaption", "figure", "h1",      "h2",
    "h3",    "h4",         "h5",    "h6",         "hr",     "iframe",  "img",
    "li",    "ol",         "p",     "picture",    "pre",    "script",  "source",
    "style", "summary",    "svg",   "table",      "tbody",  "td",      "tfoot",
    "th",    "thead",      "tr",    "track",      "ul",     "video",
});
static_assert(std::is_sorted(kInside.begin(), kInside.end()));
static_assert(std::is_sorted(kSeparating.begin(), kSeparating.end()));

constexpr std::array<std::pair<std::string_view, const char*>, 6> kEntities = {
    {{"&amp;", "&"},
     {"&lt;", "<"},
     {"&gt;", ">"},
     {"&quot;", "\""},
     {"&apos;", "'"},
     {"&nbsp;", " "}}};
constexpr std::size_t kMaxEntityBytes = 10;  // "&#1114111;"

bool is_name_char(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

template <class Names>
bool is_one_of(const Names& names, std::string_view name) {
  return std::binary_search(names.begin(), names.end(), name);
}

std::string utf8(std::uint32_t c) {
  if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = 0xFFFD;
  const auto tail = [&](int shift) {
    return static_cast<char>(0x80 | (c >> shift & 0x3F));
  };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0 | c >> 6), tail(0)};
  if (c < 0x10000) return {static_cast<char>(0xE0 | c >> 12), tail(6), tail(0)};
  return {static_cast<char>(0xF0 | c >> 18), tail(12), tail(6), tail(0)};
}

class Html {
 public:
  explicit Html(std::string_view html) : html_(html) {}

  std::string text() {
    while (at_ < html_.size()) {
      const char c = html_[at_];
      if ((c != '<' || !skip_hidden()) && (c != '&' || !take_entity())) {
        out_ += c;
        ++at_;
      }
    }
    return std::move(out_);
  }

 private:
  // A string that ends something hidden. Once none is left it is not sought again, for
  // text that begins such things without end would be searched through for each.
  struct Closer {
    std::string_view text;
    bool may_follow = true;
  };

  // Moves behind the next `closer`; false, without moving, when there is none.
  bool skip_through(Closer& closer) {
    const std::size_t at = closer.may_follow ? html_.find(closer.text, at_) : html_.npos;
    closer.may_follow = at != html_.npos;
    if (closer.may_follow) at_ = at + closer.text.size();
    return closer.may_follow;
  }

  // Moves behind a comment, a script or a tag.
  bool skip_hidden() {
    if (html_.substr(at_, 4) == "<!--") return skip_through(comment_);
    const std::string_view name = element();
    const bool separates = is_one_of(kSeparating, name);
    if (!separates && !is_one_of(kInside, name)) return false;
    const bool opens = html_[at_ + 1] != '/';
    if (!(name == "script" && opens && skip_through(script_)) &&
        !(name == "style" && opens && skip_through(style_)) && !skip_through(tag_)) {
      return false;
    }
    if (separates && (out_.empty() || out_.back() != ' ')) out_ += ' ';
    return true;
  }

  // The name of the tag that begins here; empty when none does.
  std::string_view element() const {
    std::size_t begin = at_ + 1;
    if (begin < html_.size() && html_[begin] == '/') ++begin;
    std::size_t end = begin;
    while (end < html_.size() && is_name_char(html_[end])) ++end;
    const bool ends =
        end < html_.size() && std::string_view(">/ \n\r\t").find(html_[end]) != html_.npos;
    return ends ? html_.substr(begin, end - begin) : std::string_view();
  }

  bool take_entity() {
    const std::size_t length = html_.substr(at_, kMaxEntityBytes).find(';');
    if (length == html_.npos) return false;
    out_ += entity_text(html_.substr(at_, length + 1));
    at_ += length + 1;
    return true;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string out_;
  Closer comment_{"-->"};
  Closer script_{"</script>"};
  Closer style_{"</style>"};
  Closer tag_{">"};
};

}  // namespace

std::string html_text(std::string_view html) { return Html(html).text(); }

std::string entity_text(std::string_view entity) {
  for (const auto& [name, text] : kEntities) {
    if (entity == name) return text;
  }
  if (entity.size() < 4 || entity[1] != '#') return std::string(entity);
  const bool hex = entity[2] == 'x' || entity[2] == 'X';
  const char* const begin = entity.data() + (hex ? 3 : 2);
  const char* const end = entity.data() + entity.size() - 1;  // of the digits
  std::uint32_t c = 0;
  const auto [stop, error] = std::from_chars(begin, end, c, hex ? 16 : 10);
  return error == std::errc() && stop == end ? utf8(c) : std::string(entity);
}

}  // namespace papersearch
