// SPDX-License-Identifier: GPL-2.0-or-later
#include "tsv_writer.h"

#include <initializer_list>

#include "json_writer.h"
#include "papersearch/text.h"
#include "synonyms.h"

namespace papersearch::cli {
namespace {

std::string row(std::initializer_list<std::string> columns) {
  std::string out;
  for (const std::string& column : columns)
    out += (&column == columns.begin() ? "" : "\t") + printable(column);
  return out + "\n";
}

}  // namespace

std::string paper_tsv(const Paper& paper) {
  std::string authors;
  for (const std::string& author : paper.authors)
    authors += (authors.empty() ? "" : "; ") + author;
  return row({paper.id, paper.date, paper.votes ? std::to_string(*paper.votes) : "",
              paper.title, authors});
}

std::string suggestions_tsv(const std::vector<Suggestion>& suggestions) {
  std::string out;
  for (const Suggestion& suggestion : suggestions) {
    out += row({suggestion.text, kind_name(suggestion.kind),
                std::to_string(suggestion.documents)});
  }
  return out;
}

std::string glossary_tsv(const std::string& query,
                         const std::vector<GlossaryEntry>& entries) {
  std::string out;
  for (const GlossaryEntry& entry : entries) {
    const std::string text =
        query.substr(entry.range.begin, entry.range.end - entry.range.begin);
    for (const OtherName& name : entry.names) {
      out += row({text, name.text, source_name(name.source), std::to_string(name.support)});
    }
  }
  return out;
}

std::string trends_tsv(const std::vector<Trend>& trends) {
  std::string out;
  for (const Trend& trend : trends) {
    for (const MonthTally& month : trend.months) {
      out += row({trend.query, month.month, std::to_string(month.papers),
                  std::to_string(month.all_papers), std::to_string(month.votes),
                  std::to_string(month.all_votes)});
    }
  }
  return out;
}

std::string authors_tsv(const std::vector<AuthorTally>& authors) {
  std::string out;
  for (const AuthorTally& author : authors)
    out +=
        row({author.author, std::to_string(author.papers), std::to_string(author.votes)});
  return out;
}

std::string statistics_tsv(const IndexStatistics& is) {
  return row({"papers", std::to_string(is.papers)}) +
         row({"sections", std::to_string(is.sections)}) +
         row({"first_date", is.first_date}) + row({"last_date", is.last_date}) +
         row({"votes_known", std::to_string(is.votes_known)}) +
         row({"last_indexed", is.last_indexed}) + row({"indexed_by", is.indexed_by}) +
         row({"files", std::to_string(is.files)}) +
         row({"complaints", std::to_string(is.complaints)}) +
         row({"schema_version", std::to_string(is.schema_version)}) +
         row({"analyzer_version", std::to_string(is.analyzer_version)}) +
         row({"bytes", std::to_string(is.bytes)});
}

}  // namespace papersearch::cli
