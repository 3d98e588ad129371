// SPDX-License-Identifier: GPL-2.0-or-later
#include "bibtex_writer.h"

#include <array>
#include <string_view>

#include "latex.h"

namespace papersearch::cli {
namespace {

constexpr std::array<const char*, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                 "jul", "aug", "sep", "oct", "nov", "dec"};

// arXiv began in 1991.
std::string year_of(std::string_view digits) {
  return (digits.substr(0, 2) < "91" ? "20" : "19") + std::string(digits.substr(0, 2));
}

std::string authors_of(const Paper& paper) {
  std::string out;
  for (const std::string& author : paper.authors)
    out += (out.empty() ? "" : " and ") + bibtex_name(author);
  return out;
}

}  // namespace

std::string paper_bibtex(const Paper& paper) {
  // "2504.16084" or "cs/0112017"
  const std::string_view digits =
      std::string_view(paper.id).substr(paper.id.find('/') + 1).substr(0, 4);
  const std::size_t month = static_cast<std::size_t>(digits[2] - '0') * 10 +
                            static_cast<std::size_t>(digits[3] - '0');

  const bool is_at_arxiv = parse_arxiv_id(paper.id).has_value();
  std::string out =
      std::string("@misc{") + (is_at_arxiv ? "arXiv:" : "") + paper.id + ",\n";
  const auto field = [&](const char* name, const std::string& value) {
    out += std::string("  ") + name + " = " + value + ",\n";
  };
  // The inner braces keep capitals, but not where a command follows: BibTeX takes such a
  // group for one letter.
  const std::string title = latex_text(paper.title);
  field("title", "{{" + std::string(title.starts_with('\\') ? "{}" : "") + title + "}}");
  if (!paper.authors.empty()) field("author", "{" + authors_of(paper) + "}");
  field("year", "{" + year_of(digits) + "}");
  if (month >= 1 && month <= kMonths.size()) field("month", kMonths[month - 1]);
  if (is_at_arxiv) {
    field("eprint", "{" + paper.id + "}");
    field("archivePrefix", "{arXiv}");
    field("url", "{" + paper_url(paper.id) + "}");
  } else if (!paper.url.empty()) {
    field("url", "{" + latex_text(paper.url) + "}");
  }
  return out + "}\n";
}

}  // namespace papersearch::cli
