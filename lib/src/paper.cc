// SPDX-License-Identifier: GPL-2.0-or-later
#include "papersearch/paper.h"

#include <algorithm>
#include <cctype>

#include "section.h"

namespace papersearch {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_alpha(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }

bool consume(std::string_view& text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (std::tolower(static_cast<unsigned char>(text[i])) != prefix[i]) return false;
  }
  text.remove_prefix(prefix.size());
  return true;
}

std::size_t digits_at(std::string_view text, std::size_t from) {
  std::size_t n = 0;
  while (from + n < text.size() && is_digit(text[from + n])) ++n;
  return n;
}

// The length of the id at the start of `text`; 0 when there is none. Ids since April
// 2007 are YYMM.NNNN or YYMM.NNNNN, older ones archive/YYMMNNN or archive.XX/YYMMNNN
// (https://info.arxiv.org/help/arxiv_identifier.html).
std::size_t id_length(std::string_view text) {
  if (digits_at(text, 0) == 4 && text.size() > 4 && text[4] == '.') {
    const std::size_t n = digits_at(text, 5);
    return n == 4 || n == 5 ? 5 + n : 0;
  }
  std::size_t i = 0;
  while (i < text.size() && (is_lower(text[i]) || text[i] == '-')) ++i;
  if (i == 0) return 0;
  if (i < text.size() && text[i] == '.') {
    ++i;
    while (i < text.size() && (is_alpha(text[i]) || text[i] == '-')) ++i;
  }
  if (i >= text.size() || text[i] != '/' || digits_at(text, i + 1) != 7) return 0;
  return i + 8;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
    text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
    text.remove_suffix(1);
  return text;
}

bool is_own_id(std::string_view id) {
  constexpr std::string_view kSigns = "._:/-";
  const auto is_known = [&](char c) {
    return is_alpha(c) || is_digit(c) || kSigns.find(c) != kSigns.npos;
  };
  if (id.empty() || id.size() > kMaxPaperIdBytes) return false;
  if (!is_alpha(id[0]) && !is_digit(id[0])) return false;
  if (!std::all_of(id.begin(), id.end(), is_known)) return false;
  if (std::all_of(id.begin(), id.end(), is_alpha)) return false;
  if (id.find("//") != id.npos) return false;
  // What was meant for arXiv.
  std::string_view rest = id;
  if (consume(rest, "arxiv:") || consume(rest, "arxiv.org/") ||
      consume(rest, "huggingface.co/")) {
    return false;
  }
  return digits_at(id, 0) != 4 || id.substr(4, 1) != "." || digits_at(id, 5) == 0;
}

}  // namespace

std::optional<std::string> parse_arxiv_id(std::string_view text) {
  text = trimmed(text);
  bool address = false;
  if (consume(text, "https://") || consume(text, "http://")) {
    consume(text, "www.");
    consume(text, "export.");
    address = true;
  }
  if (consume(text, "arxiv.org/")) {
    if (!consume(text, "abs/") && !consume(text, "pdf/") && !consume(text, "html/")) {
      return std::nullopt;
    }
    address = true;
  } else if (consume(text, "huggingface.co/papers/")) {
    address = true;
  } else if (address) {
    return std::nullopt;
  } else {
    consume(text, "arxiv:");
  }

  const std::size_t length = id_length(text);
  if (length == 0) return std::nullopt;
  std::string_view rest = text.substr(length);
  if (!rest.empty() && rest[0] == 'v' && digits_at(rest, 1) > 0) {
    rest.remove_prefix(1 + digits_at(rest, 1));
  }
  if (address) {
    consume(rest, ".pdf");
    consume(rest, "/");
    if (!rest.empty() && (rest[0] == '?' || rest[0] == '#')) rest = {};
  }
  if (!rest.empty()) return std::nullopt;
  return std::string(text.substr(0, length));
}

std::optional<std::string> parse_paper_id(std::string_view text) {
  if (std::optional<std::string> id = parse_arxiv_id(text)) return id;
  text = trimmed(text);
  return is_own_id(text) ? std::optional(std::string(text)) : std::nullopt;
}

std::string paper_url(std::string_view id) {
  return parse_arxiv_id(id) ? "https://arxiv.org/abs/" + std::string(id) : std::string();
}

std::string paper_url(const Paper& paper) {
  return paper.url.empty() ? paper_url(paper.id) : paper.url;
}

bool is_calendar_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' || digits_at(text, 0) != 4 ||
      digits_at(text, 5) != 2 || digits_at(text, 8) != 2) {
    return false;
  }
  const int year = std::stoi(std::string(text.substr(0, 4)));
  const int month = std::stoi(std::string(text.substr(5, 2)));
  const int day = std::stoi(std::string(text.substr(8, 2)));
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

void merge_paper(Paper& paper, const Paper& entry) {
  const bool entry_is_first =
      !entry.date.empty() && (paper.date.empty() || entry.date < paper.date);
  if (entry_is_first) {
    paper.date = entry.date;
    paper.title = entry.title;
  }
  if (!entry.url.empty() && (entry_is_first || paper.url.empty())) paper.url = entry.url;
  if (entry.votes && (!paper.votes || *entry.votes > *paper.votes))
    paper.votes = entry.votes;
  if (entry.authors.size() > paper.authors.size()) paper.authors = entry.authors;

  std::vector<Section> sections = entry_is_first ? entry.sections : paper.sections;
  const std::vector<Section>& later = entry_is_first ? paper.sections : entry.sections;
  for (const Section& section : later) {
    const bool known = std::any_of(sections.begin(), sections.end(), [&](const Section& s) {
      return s.name == section.name && s.text == section.text;
    });
    if (!known) sections.push_back(section);
  }
  std::stable_partition(sections.begin(), sections.end(), [](const Section& s) {
    return section_field(s.name) != Field::kAbstract;
  });
  paper.sections = std::move(sections);
}

}  // namespace papersearch
