// SPDX-License-Identifier: GPL-2.0-or-later
#include "html_text.h"

#include <algorithm>
#include <array>

namespace papersearch {
namespace {

// The elements of HTML that digests may hold, in lower case: <SPAN> is a token of some
// model, <span> is not. Sorted.
constexpr auto kElements = std::to_array<std::string_view>({
    "a",       "abbr",   "audio",      "b",       "blockquote", "br",      "center",
    "code",    "dd",     "del",        "details", "div",        "dl",      "dt",
    "em",      "embed",  "figcaption", "figure",  "font",       "h1",      "h2",
    "h3",      "h4",     "h5",         "h6",      "hr",         "i",       "iframe",
    "img",     "ins",    "kbd",        "li",      "mark",       "ol",      "p",
    "picture", "pre",    "s",          "samp",    "script",     "small",   "source",
    "span",    "strike", "strong",     "style",   "sub",        "summary", "sup",
    "svg",     "table",  "tbody",      "td",      "tfoot",      "th",      "thead",
    "tr",      "track",  "tt",         "u",       "ul",         "var",     "video",
    "wbr",
});
static_assert(std::is_sorted(kElements.begin(), kElements.end()));

bool is_name_char(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// The element's name when `html` begins with one of its tags; else empty.
std::string_view element_at(std::string_view html) {
  std::size_t begin = 1;
  if (begin < html.size() && html[begin] == '/') ++begin;
  std::size_t end = begin;
  while (end < html.size() && is_name_char(html[end])) ++end;
  const std::string_view name = html.substr(begin, end - begin);
  const bool ends =
      end < html.size() && (html[end] == '>' || html[end] == '/' || html[end] == ' ' ||
                            html[end] == '\n' || html[end] == '\t');
  return ends && std::binary_search(kElements.begin(), kElements.end(), name)
             ? name
             : std::string_view();
}

// The length of what is not to be seen at the start of `html`: a tag, a comment, a script.
std::size_t hidden_length(std::string_view html) {
  const auto through = [&](std::string_view end) {
    const std::size_t at = html.find(end);
    return at == std::string_view::npos ? html.size() : at + end.size();
  };
  if (html.substr(0, 4) == "<!--") return through("-->");
  const std::string_view name = element_at(html);
  if (name.empty()) return 0;
  if (name == "script" && html[1] != '/') return through("</script>");
  if (name == "style" && html[1] != '/') return through("</style>");
  return through(">");
}

}  // namespace

std::string html_text(std::string_view html) {
  std::string out;
  for (std::size_t i = 0; i < html.size();) {
    const std::size_t hidden = html[i] == '<' ? hidden_length(html.substr(i)) : 0;
    if (hidden == 0) out += html[i];
    // <br>, </div> and the like separate words.
    if (hidden != 0 && !out.empty() && out.back() != ' ') out += ' ';
    i += std::max<std::size_t>(hidden, 1);
  }
  return out;
}

}  // namespace papersearch
