// SPDX-License-Identifier: GPL-2.0-or-later
#include "digest_builder.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "digest_parts.h"
#include "papersearch/text.h"

namespace papersearch {
namespace {

std::string_view trim(std::string_view text) {
  const auto is_space = [](char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// The value behind `name` and a colon, with any case and spaces: "Vote: 3", "votes : 3".
std::optional<std::string_view> value_of(std::string_view line, std::string_view name) {
  line = trim(line);
  if (line.size() <= name.size()) return std::nullopt;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c =
        line[i] >= 'A' && line[i] <= 'Z' ? static_cast<char>(line[i] + 0x20) : line[i];
    if (c != name[i]) return std::nullopt;
  }
  line.remove_prefix(name.size());
  if (!line.empty() && line.front() == 's' && name.back() != 's') line.remove_prefix(1);
  line = trim(line);
  if (line.empty() || line.front() != ':') return std::nullopt;
  return trim(line.substr(1));
}

// A link in a heading: where its text ends and its address stands.
struct HeadingLink {
  std::size_t middle = 0;  // of "]("
  std::string_view url;
};

// The first link to a paper, else the last one to anywhere: titles too hold "](".
std::optional<HeadingLink> link_of(std::string_view line) {
  std::optional<HeadingLink> out;
  for (std::size_t at = line.find("]("); at != line.npos; at = line.find("](", at + 1)) {
    const std::size_t end = line.find_first_of(") ", at);
    if (end == line.npos) break;
    out = {at, line.substr(at + 2, end - at - 2)};
    if (parse_arxiv_id(out->url)) break;
  }
  return out;
}

// As CommonMark shows it, or as it stands in HTML and where the address is no link.
bool is_video_link(std::string_view line) {
  line = trim(line);
  constexpr std::string_view kSource = "[Watch Video]";
  return line == "Watch Video" || line.substr(0, kSource.size()) == kSource;
}

// Lists that leave names out have a "+" among them.
bool names_somebody(std::string_view name) {
  return std::any_of(name.begin(), name.end(), [](unsigned char c) {
    return c >= 0x80 || (c | 0x20u) - unsigned{'a'} < 26u;
  });
}

// "['A', "B'C"]": what stands between quotes.
std::vector<std::string> parse_quoted(std::string_view list) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const char quote = list[i];
    if (quote != '\'' && quote != '"') continue;
    // The quote that ends a name is followed by a comma or the bracket.
    std::size_t end = i + 1;
    const auto ends_here = [&](std::size_t at) {
      if (list[at] != quote) return false;
      const std::size_t next = list.find_first_not_of(" \t", at + 1);
      return next == list.npos || list[next] == ',' || list[next] == ']';
    };
    while (end < list.size() && !ends_here(end)) ++end;
    const std::string_view name = trim(list.substr(i + 1, end - i - 1));
    if (names_somebody(name)) out.emplace_back(name);
    i = end;
  }
  return out;
}

}  // namespace

std::vector<std::string> parse_authors(std::string_view list) {
  list = trim(list);
  if (!list.empty() && list.front() == '[') return parse_quoted(list);
  std::vector<std::string> out;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string_view name = trim(list.substr(0, comma));
    if (names_somebody(name)) out.emplace_back(name);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return out;
}

DigestBuilder::DigestBuilder(std::string_view text, const LineIndex& lines,
                             std::string_view date)
    : text_(text), lines_(lines), date_(date), has_papers_(!date.empty()) {}

void DigestBuilder::file_heading(std::string_view heading, std::size_t offset) {
  end_entry(offset);
  if (heading.find("(date unknown)") != std::string_view::npos) date_.clear();
  if (std::string date = date_in(heading); !date.empty()) {
    date_ = std::move(date);
    has_papers_ = has_papers_ || heading.find("Papers") != std::string_view::npos;
  }
}

void DigestBuilder::paper_heading(std::size_t offset) {
  end_entry(offset);
  entry_begin_ = offset;
  const std::string_view line = lines_.line_around(offset);
  const std::size_t open = line.find('[');
  const std::optional<HeadingLink> link = link_of(line);
  if (!link || open > link->middle) {
    complain(offset, "a heading without a link to a paper");
    return;
  }
  begin_entry(std::string(trim(line.substr(open + 1, link->middle - open - 1))),
              std::string(link->url), offset);
}

void DigestBuilder::refuse(std::size_t offset, std::string reason) {
  if (!entry_ || entry_begin_ < offset) end_entry(offset);
  complain(offset, std::move(reason));
}

void DigestBuilder::begin_entry(std::string title, const std::string& url,
                                std::size_t offset) {
  const std::optional<std::string> id = parse_arxiv_id(url);
  if (!id) {
    complain(offset, in_quotes(url) + " is no arXiv link");
    return;
  }
  has_papers_ = true;
  entry_.emplace();
  entry_->line = lines_.line_at(offset);
  entry_->paper.id = *id;
  entry_->paper.title = std::move(title);
  entry_->paper.date = date_;
}

void DigestBuilder::end_entry(std::size_t offset) {
  if (entry_ && !refused_) {
    std::size_t bad = 0;
    if (is_valid_utf8(text_.substr(entry_begin_, offset - entry_begin_), &bad)) {
      out_.entries.push_back(std::move(*entry_));
    } else {
      complain(entry_begin_ + bad,
               "not valid UTF-8; the paper " + entry_->paper.id + " is left out");
    }
  }
  entry_.reset();
  refused_ = false;
}

void DigestBuilder::section_heading(std::string_view name) {
  if (entry_) entry_->paper.sections.push_back({std::string(trim(name)), {}});
}

bool DigestBuilder::take_facts(const std::string& line, std::size_t offset) {
  if (is_video_link(line)) return true;
  if (!entry_ || !entry_->paper.sections.empty()) return false;
  if (const auto votes = value_of(line, "vote")) {
    read_votes(*votes, offset);
    return true;
  }
  const auto authors = value_of(line, "author");
  if (authors) entry_->paper.authors = parse_authors(*authors);
  return authors.has_value();
}

void DigestBuilder::read_votes(std::string_view value, std::size_t offset) {
  if (value.empty() || value == "-") return;  // not known
  std::int64_t votes = 0;
  const auto [end, error] =
      std::from_chars(value.data(), value.data() + value.size(), votes);
  if (error != std::errc() || end != value.data() + value.size() || votes < 0) {
    complain(offset, in_quotes(value) + " is no number of votes");
    return;
  }
  entry_->paper.votes = votes;
}

void DigestBuilder::summary_line(const std::optional<std::string>& name,
                                 const std::string& line) {
  if (!entry_) return;
  std::vector<Section>& sections = entry_->paper.sections;
  const std::string_view text = trim(line);
  if (name) {
    sections.push_back({*name, std::string(text)});
  } else if (!text.empty()) {
    if (sections.empty()) sections.emplace_back();
    std::string& out = sections.back().text;
    if (!out.empty()) out += '\n';
    out += text;
  }
}

void DigestBuilder::complain(std::size_t offset, std::string reason) {
  if (!refused_) out_.complain(lines_.line_at(offset), std::move(reason));
  refused_ = true;
}

Content DigestBuilder::finish() {
  end_entry(text_.size());
  out_.is_source = has_papers_;
  return std::move(out_);
}

}  // namespace papersearch
