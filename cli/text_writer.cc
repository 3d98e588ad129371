// SPDX-License-Identifier: GPL-2.0-or-later
#include "text_writer.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "layout.h"
#include "synonyms.h"

namespace papersearch::cli {
namespace {

// More authors than this are counted instead of named.
constexpr std::size_t kNamedAuthors = 3;

std::string decimal(double value) {
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%.3f", value);
  return text.data();
}

std::string joined(const std::vector<std::string>& texts, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : ", ") + texts[i];
  return out;
}

std::string shortened_authors(const std::vector<std::string>& authors) {
  // "and 1 more" would take the place of the name itself.
  if (authors.size() <= kNamedAuthors + 1) return joined(authors, authors.size());
  return joined(authors, kNamedAuthors) + " and " +
         std::to_string(authors.size() - kNamedAuthors) + " more";
}

// `text` with the bytes of `ranges` in another style. Ranges that do not fit are left
// out.
std::vector<Span> highlighted(const std::string& text, const std::vector<ByteRange>& ranges,
                              Style plain, Style match) {
  std::vector<Span> out;
  std::size_t at = 0;
  for (const ByteRange& range : ranges) {
    if (range.begin < at || range.end <= range.begin || range.end > text.size()) continue;
    out.push_back({text.substr(at, range.begin - at), plain});
    out.push_back({text.substr(range.begin, range.end - range.begin), match});
    at = range.end;
  }
  out.push_back({text.substr(at), plain});
  return out;
}

// Votes, date and address, or the id of a paper that has none.
std::vector<Span> facts_of(const Paper& paper) {
  const std::string votes = paper.votes
                                ? counted(static_cast<std::size_t>(*paper.votes), "vote")
                                : "votes unknown";
  const std::string url = paper_url(paper);
  return {
      {votes, Style::kVotes},
      {" · " + (paper.date.empty() ? "date unknown" : paper.date) + " · ", Style::kPlain},
      {url.empty() ? paper.id : url, url.empty() ? Style::kPlain : Style::kLink}};
}

void write_explanation(Layout& layout, const Hit& hit, std::size_t indent) {
  layout.paragraph(
      indent, {{"score " + decimal(hit.score) + " = relevance " + decimal(hit.relevance) +
                    " + popularity " + decimal(hit.popularity),
                Style::kFaint}});
  const Explanation& explanation = *hit.explanation;
  for (const TermScore& term : explanation.terms) {
    std::string where;
    if (!term.fields.empty()) where = " in " + joined(term.fields, term.fields.size());
    // Of other names it is not known how often they occur.
    if (term.document_frequency > 0) {
      where += ", " + counted(term.within_document_frequency, "occurrence") + ", " +
               counted(term.document_frequency, "paper");
    }
    layout.paragraph(indent + 2, {{decimal(term.weight) + " ", Style::kFaint},
                                  {term.term},
                                  {std::move(where), Style::kFaint}});
  }
  if (explanation.closeness > 0) {
    layout.paragraph(indent + 2, {{decimal(explanation.closeness) + " ", Style::kFaint},
                                  {"for words that stand close together"}});
  }
  if (explanation.latent > 0) {
    layout.paragraph(indent + 2, {{decimal(explanation.latent) + " ", Style::kFaint},
                                  {"for a meaning near the query's"}});
  }
}

void write_hit(Layout& layout, const Hit& hit, std::size_t rank_width) {
  const std::string rank = right_aligned(std::to_string(hit.rank), rank_width) + ". ";
  const std::size_t indent = rank.size();
  std::vector<Span> title =
      highlighted(hit.paper.title, hit.title_highlights, Style::kTitle, Style::kTitleMatch);
  for (Span& span : title) span.link = paper_url(hit.paper.id);
  layout.paragraph({rank, Style::kFaint}, title);
  layout.paragraph(indent, facts_of(hit.paper));
  if (!hit.paper.authors.empty()) {
    layout.paragraph(indent, {{shortened_authors(hit.paper.authors)}});
  }
  for (const Snippet& snippet : hit.snippets) {
    std::vector<Span> spans;
    if (!snippet.section.empty()) spans.push_back({snippet.section + ": ", Style::kFaint});
    for (Span& span :
         highlighted(snippet.text, snippet.highlights, Style::kPlain, Style::kMatch)) {
      spans.push_back(std::move(span));
    }
    layout.paragraph(indent, spans);
  }
  if (hit.explanation) write_explanation(layout, hit, indent);
  layout.blank_line();
}

void write_facet(Layout& layout, const std::string& name,
                 const std::vector<FacetCount>& counts) {
  if (counts.empty()) return;
  std::size_t width = 0;
  for (const FacetCount& count : counts)
    width = std::max(width, std::to_string(count.count).size());
  layout.paragraph(0, {{name, Style::kTitle}});
  for (const FacetCount& count : counts) {
    layout.paragraph({"  " + right_aligned(std::to_string(count.count), width) + "  "},
                     {{count.value.empty() ? "(no name)" : count.value}});
  }
  layout.blank_line();
}

// How many there were, and how to see more.
std::string summary_of(const SearchResult& result, const SearchOptions& options) {
  if (result.total == 0) {
    return options.exact ? "No papers found. Without --exact other names of the words "
                           "count too; see: papersearch glossary"
                         : "No papers found.";
  }
  const std::string found =
      (result.total_is_exact ? "" : "about ") + counted(result.total, "paper") + " found";
  if (options.limit == 0) return found + ".";
  if (result.hits.empty()) {
    return found + ", none behind the first " + std::to_string(options.offset) + ".";
  }
  const std::size_t last = options.offset + result.hits.size();
  if (options.offset == 0 && last >= result.total) return found + ".";
  const std::string first = std::to_string(options.offset + 1);
  std::string out = found + ", " + first;
  if (result.hits.size() > 1) out += " to " + std::to_string(last);
  out += " shown";
  if (last < result.total) out += "; for more add --offset " + std::to_string(last);
  return out + ".";
}

const char* place_name(Suggestion::Kind kind) {
  switch (kind) {
    case Suggestion::Kind::kTerm:
      return "in";
    case Suggestion::Kind::kTitle:
      return "title of";
    case Suggestion::Kind::kAuthor:
      return "author of";
  }
  return "in";
}

// " (reviewed; 12 papers say so)"
std::string standing_of(const OtherName& name) {
  std::string out = std::string(" (") + source_name(name.source);
  if (name.support > 0) {
    out += "; " + counted(name.support, "paper") + (name.support == 1 ? " says" : " say") +
           " so";
  }
  return out + ")";
}

}  // namespace

std::string counted(std::size_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string result_text(const SearchResult& result, const SearchOptions& options,
                        const Terminal& terminal) {
  std::string out;
  Layout layout(terminal, out);
  if (result.suggestion) {
    const char* label =
        result.corrected ? "Nothing found as typed. Shown for: " : "Did you mean: ";
    layout.paragraph({label}, {{*result.suggestion, Style::kMatch}});
    layout.blank_line();
  }
  const std::size_t rank_width =
      result.hits.empty() ? 0 : std::to_string(result.hits.back().rank).size();
  for (const Hit& hit : result.hits) write_hit(layout, hit, rank_width);
  if (result.facets) {
    write_facet(layout, "Months", result.facets->month);
    write_facet(layout, "Authors", result.facets->author);
    write_facet(layout, "Sections", result.facets->section);
  }
  layout.paragraph(0, {{summary_of(result, options), Style::kFaint}});
  return out;
}

std::string paper_text(const Paper& paper, const Terminal& terminal) {
  std::string out;
  Layout layout(terminal, out);
  layout.paragraph(0, {{paper.title, Style::kTitle, paper_url(paper.id)}});
  layout.paragraph(0, facts_of(paper));
  if (!paper.authors.empty())
    layout.paragraph(0, {{joined(paper.authors, paper.authors.size())}});
  for (const Section& section : paper.sections) {
    layout.blank_line();
    if (!section.name.empty()) layout.paragraph(0, {{section.name, Style::kTitle}});
    std::string_view rest = section.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      layout.paragraph(0, {{std::string(rest.substr(0, end))}});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return out;
}

std::string heading_text(const std::string& heading, const Terminal& terminal) {
  std::string out;
  Layout(terminal, out).paragraph(0, {{heading, Style::kTitle}});
  return out;
}

std::string suggestions_text(const std::vector<Suggestion>& suggestions,
                             const Terminal& terminal) {
  std::string out;
  Layout layout(terminal, out);
  for (const Suggestion& suggestion : suggestions) {
    std::vector<Span> spans = {{suggestion.text}};
    if (terminal.is_terminal) {
      spans.push_back({std::string("  ") + place_name(suggestion.kind) + " " +
                           counted(suggestion.documents, "paper"),
                       Style::kFaint});
    }
    layout.paragraph(0, spans);
  }
  return out;
}

std::string glossary_text(const std::string& query,
                          const std::vector<GlossaryEntry>& entries,
                          const Terminal& terminal) {
  std::string out;
  Layout layout(terminal, out);
  if (entries.empty()) {
    layout.paragraph(0, {{"Nothing is known of \"" + query + "\".", Style::kFaint}});
  }
  for (const GlossaryEntry& entry : entries) {
    if (&entry != entries.data()) layout.blank_line();
    layout.paragraph(0,
                     {{query.substr(entry.range.begin, entry.range.end - entry.range.begin),
                       Style::kTitle}});
    for (const OtherName& name : entry.names) {
      layout.paragraph(2, {{name.text}, {standing_of(name), Style::kFaint}});
    }
  }
  return out;
}

std::string statistics_text(const IndexStatistics& statistics, const std::string& db,
                            const Terminal& terminal) {
  std::string out;
  Layout layout(terminal, out);
  const auto row = [&](const std::string& name, const std::string& value) {
    std::string label = name + ":";
    label.resize(16, ' ');
    layout.paragraph({std::move(label), Style::kFaint},
                     {{value.empty() ? "unknown" : value}});
  };
  std::string dates;
  if (!statistics.first_date.empty())
    dates = statistics.first_date + " to " + statistics.last_date;
  std::array<char, 32> size;
  std::snprintf(size.data(), size.size(), "%.1f MB",
                static_cast<double>(statistics.bytes) / 1e6);
  row("index", db);
  row("papers", std::to_string(statistics.papers));
  row("sections", std::to_string(statistics.sections));
  row("dates", dates);
  row("votes known", std::to_string(statistics.votes_known));
  row("last indexed", statistics.last_indexed);
  row("indexed by",
      statistics.indexed_by.empty() ? "" : "papersearch " + statistics.indexed_by);
  row("from files", std::to_string(statistics.files));
  row("complaints", std::to_string(statistics.complaints));
  row("format", "schema " + std::to_string(statistics.schema_version) + ", analyzer " +
                    std::to_string(statistics.analyzer_version));
  row("size on disk", size.data());
  return out;
}

}  // namespace papersearch::cli
