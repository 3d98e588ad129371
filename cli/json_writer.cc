// SPDX-License-Identifier: GPL-2.0-or-later
#include "json_writer.h"

#include <unicode/utf8.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string_view>

#include "papersearch/text.h"
#include "synonyms.h"

namespace papersearch::cli {
namespace {

using Json = nlohmann::ordered_json;

void append_escape(std::string& out, std::uint32_t unit) {
  std::array<char, 8> text;
  std::snprintf(text.data(), text.size(), "\\u%04x", unit);
  out += text.data();
}

// nlohmann-json escapes the control characters below U+0020 alone. What else printable()
// takes away stands in strings only, where an escape may take its place.
std::string escape_unprintable(std::string json) {
  if (printable(json) == json) return json;
  std::string out;
  out.reserve(json.size());
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(json.data());
  const auto size = static_cast<std::int64_t>(json.size());
  for (std::int64_t i = 0; i < size;) {
    const auto begin = static_cast<std::size_t>(i);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    const std::string_view bytes_of_c =
        std::string_view(json).substr(begin, static_cast<std::size_t>(i) - begin);
    if (printable(bytes_of_c) == bytes_of_c) {
      out += bytes_of_c;
    } else if (c > 0xFFFF) {
      append_escape(out, static_cast<std::uint32_t>(0xD7C0 + (c >> 10)));
      append_escape(out, static_cast<std::uint32_t>(0xDC00 | (c & 0x3FF)));
    } else {
      append_escape(out, static_cast<std::uint32_t>(c));
    }
  }
  return out;
}

std::string written(const Json& json) {
  return escape_unprintable(json.dump(-1, ' ', false, Json::error_handler_t::replace)) +
         "\n";
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

// More digits than mean anything only make the output longer.
double rounded(double value, double steps) { return std::round(value * steps) / steps; }
double rounded_score(double score) { return rounded(score, 1e4); }

Json ranges_json(const std::vector<ByteRange>& ranges) {
  Json out = Json::array();
  for (const ByteRange& range : ranges)
    out.push_back(Json::array({range.begin, range.end}));
  return out;
}

Json explanation_json(const Explanation& explanation) {
  Json terms = Json::array();
  for (const TermScore& term : explanation.terms) {
    terms.push_back({{"term", term.term},
                     {"fields", term.fields},
                     {"within_document_frequency", term.within_document_frequency},
                     {"document_frequency", term.document_frequency},
                     {"weight", rounded_score(term.weight)}});
  }
  return {{"terms", std::move(terms)},
          {"closeness", rounded_score(explanation.closeness)},
          {"latent", rounded_score(explanation.latent)}};
}

// What a hit and a whole paper have in common.
void add_paper(Json& out, const Paper& paper) {
  out["id"] = paper.id;
  out["title"] = paper.title;
  out["url"] = text_or_null(paper_url(paper));
  out["date"] = text_or_null(paper.date);
  out["authors"] = paper.authors;
  out["votes"] = paper.votes ? Json(*paper.votes) : Json();
}

Json hit_json(const Hit& hit) {
  Json out = Json::object();
  out["rank"] = hit.rank;
  add_paper(out, hit.paper);
  out["score"] = rounded_score(hit.score);
  out["relevance"] = rounded_score(hit.relevance);
  out["popularity"] = rounded_score(hit.popularity);
  out["title_highlights"] = ranges_json(hit.title_highlights);
  Json snippets = Json::array();
  for (const Snippet& snippet : hit.snippets) {
    snippets.push_back({{"section", snippet.section},
                        {"text", snippet.text},
                        {"highlights", ranges_json(snippet.highlights)}});
  }
  out["snippets"] = std::move(snippets);
  if (hit.explanation) out["explanation"] = explanation_json(*hit.explanation);
  return out;
}

Json facet_json(const std::vector<FacetCount>& counts) {
  Json out = Json::object();
  for (const FacetCount& count : counts) out[count.value] = count.count;
  return out;
}

Json facets_json(const Facets& facets) {
  return {{"month", facet_json(facets.month)},
          {"author", facet_json(facets.author)},
          {"section", facet_json(facets.section)}};
}

Json suggestion_json(const Suggestion& suggestion) {
  return {{"kind", kind_name(suggestion.kind)},
          {"text", suggestion.text},
          {"documents", suggestion.documents}};
}

Json entry_json(const std::string& query, const GlossaryEntry& entry) {
  Json names = Json::array();
  for (const OtherName& name : entry.names) {
    names.push_back({{"text", name.text},
                     {"source", source_name(name.source)},
                     {"support", name.support}});
  }
  return {{"text", query.substr(entry.range.begin, entry.range.end - entry.range.begin)},
          {"names", std::move(names)}};
}

}  // namespace

std::string result_json(const SearchResult& result) {
  Json out = Json::object();
  out["query"] = result.query;
  out["total"] = result.total;
  out["total_is_exact"] = result.total_is_exact;
  out["took_ms"] = rounded(result.took_ms, 1e3);
  out["suggestion"] = result.suggestion ? Json(*result.suggestion) : Json();
  out["corrected"] = result.corrected;
  Json hits = Json::array();
  for (const Hit& hit : result.hits) hits.push_back(hit_json(hit));
  out["hits"] = std::move(hits);
  out["facets"] = result.facets ? facets_json(*result.facets) : Json();
  if (!result.missing_shards.empty()) out["missing_shards"] = result.missing_shards;
  return written(out);
}

std::string hits_jsonl(const SearchResult& result) {
  std::string out;
  for (const Hit& hit : result.hits) out += written(hit_json(hit));
  return out;
}

std::string paper_json(const Paper& paper) {
  Json out = Json::object();
  add_paper(out, paper);
  Json sections = Json::array();
  for (const Section& section : paper.sections) {
    sections.push_back({{"name", section.name}, {"text", section.text}});
  }
  out["sections"] = std::move(sections);
  return written(out);
}

std::string suggestions_json(const std::string& query,
                             const std::vector<Suggestion>& suggestions) {
  Json list = Json::array();
  for (const Suggestion& suggestion : suggestions)
    list.push_back(suggestion_json(suggestion));
  return written({{"query", query}, {"suggestions", std::move(list)}});
}

std::string suggestions_jsonl(const std::vector<Suggestion>& suggestions) {
  std::string out;
  for (const Suggestion& suggestion : suggestions)
    out += written(suggestion_json(suggestion));
  return out;
}

std::string glossary_json(const std::string& query,
                          const std::vector<GlossaryEntry>& entries) {
  Json list = Json::array();
  for (const GlossaryEntry& entry : entries) list.push_back(entry_json(query, entry));
  return written({{"query", query}, {"entries", std::move(list)}});
}

std::string glossary_jsonl(const std::string& query,
                           const std::vector<GlossaryEntry>& entries) {
  std::string out;
  for (const GlossaryEntry& entry : entries) out += written(entry_json(query, entry));
  return out;
}

std::string trends_json(const std::vector<Trend>& trends) {
  Json list = Json::array();
  for (const Trend& trend : trends) {
    Json months = Json::array();
    for (const MonthTally& month : trend.months) {
      months.push_back({{"month", month.month},
                        {"papers", month.papers},
                        {"votes", month.votes},
                        {"all_papers", month.all_papers},
                        {"all_votes", month.all_votes}});
    }
    list.push_back({{"query", trend.query},
                    {"papers", trend.papers},
                    {"votes", trend.votes},
                    {"undated", trend.undated},
                    {"months", std::move(months)}});
  }
  return written({{"trends", std::move(list)}});
}

Json author_json(const AuthorTally& author) {
  return {{"author", author.author}, {"papers", author.papers}, {"votes", author.votes}};
}

std::string authors_jsonl(const std::vector<AuthorTally>& authors) {
  std::string out;
  for (const AuthorTally& author : authors) out += written(author_json(author));
  return out;
}

std::string authors_json(const std::string& query,
                         const std::vector<AuthorTally>& authors) {
  Json list = Json::array();
  for (const AuthorTally& author : authors) list.push_back(author_json(author));
  return written({{"query", query}, {"authors", std::move(list)}});
}

std::string statistics_json(const IndexStatistics& statistics) {
  return written({{"papers", statistics.papers},
                  {"sections", statistics.sections},
                  {"first_date", text_or_null(statistics.first_date)},
                  {"last_date", text_or_null(statistics.last_date)},
                  {"votes_known", statistics.votes_known},
                  {"last_indexed", text_or_null(statistics.last_indexed)},
                  {"indexed_by", text_or_null(statistics.indexed_by)},
                  {"files", statistics.files},
                  {"complaints", statistics.complaints},
                  {"schema_version", statistics.schema_version},
                  {"analyzer_version", statistics.analyzer_version},
                  {"bytes", statistics.bytes}});
}

const char* kind_name(Suggestion::Kind kind) {
  switch (kind) {
    case Suggestion::Kind::kTerm:
      return "term";
    case Suggestion::Kind::kTitle:
      return "title";
    case Suggestion::Kind::kAuthor:
      return "author";
  }
  return "term";
}

}  // namespace papersearch::cli
