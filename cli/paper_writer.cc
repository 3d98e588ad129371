// SPDX-License-Identifier: GPL-2.0-or-later
#include "paper_writer.h"

#include <utility>

#include "bibtex_writer.h"
#include "bulk.h"
#include "json_writer.h"
#include "text_writer.h"
#include "tsv_writer.h"

namespace papersearch::cli {

std::string PaperWriter::next(const Paper& paper) {
  const bool is_first = std::exchange(is_first_, false);
  switch (format_) {
    case Format::kText:
      return (is_first ? "" : "\n") + paper_text(paper, terminal_);
    case Format::kJson:
    case Format::kJsonl:
      return paper_json(paper);
    case Format::kTsv:
      return paper_tsv(paper);
    case Format::kBibtex:
      if (!ids_.insert(paper.id).second) return {};
      return (is_first ? "" : "\n") + paper_bibtex(paper);
    case Format::kMarkdown:
      if (!ids_.insert(paper.id).second) return {};
      return digest_.next(paper);
    case Format::kBulk:
      return paper_bulk(paper);
  }
  return {};
}

}  // namespace papersearch::cli
