// SPDX-License-Identifier: GPL-2.0-or-later
#include "papersearch/searcher.h"

#include <chrono>
#include <filesystem>
#include <list>
#include <optional>
#include <system_error>

#include "corrected_search.h"
#include "document_builder.h"
#include "glossary.h"
#include "index_metadata.h"
#include "open_index.h"
#include "paper_walk.h"
#include "query_filters.h"
#include "query_parser.h"
#include "query_terms.h"
#include "schema.h"
#include "search.h"
#include "suggest.h"
#include "tally.h"
#include "user_glossary.h"

namespace papersearch {
namespace {

constexpr unsigned kMaxTimeoutMs = 600'000;
constexpr std::size_t kMaxSuggestions = 1'000;

std::uint64_t bytes_in(const std::string& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
    std::error_code unknown;
    const auto size = entry.file_size(unknown);
    if (!unknown) bytes += size;
  }
  return bytes;
}

}  // namespace

class Searcher::Impl {
 public:
  Impl(const std::string& path, const SearcherOptions& options) : index_(path, options) {}

  Result<void> open() { return index_.open(); }
  Result<bool> refresh() { return index_.refresh(); }

  Result<SearchResult> search(std::string_view text, const SearchOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    if (auto good = check_options(options); !good) return good.error();
    Result<QueryNode> query = parse_query(text);
    if (!query) return query.error();
    Result<SearchResult> result = index_.answer_from_shards([&]() -> Result<SearchResult> {
      if (auto enough = index_.shards().check_enough(); !enough) return enough.error();
      if (auto good = check_terms(*query, analyzer()); !good) return good.error();
      return corrected_search(index_.parts(), analyzer(), glossary(), text, *query,
                              options);
    });
    if (result) finish(*result, text, start);
    return result;
  }

  Result<SearchResult> similar(std::string_view text, const SearchOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    if (auto good = check_options(options); !good) return good.error();
    Result<SearchResult> result = index_.answer_from_shards([&]() -> Result<SearchResult> {
      if (auto enough = index_.shards().check_enough(); !enough) return enough.error();
      const Result<Xapian::docid> did = document_of(text);
      if (!did) return did.error();
      return papersearch::similar(index_.parts(), *did, options);
    });
    if (result) finish(*result, text, start);
    return result;
  }

  Result<Trend> trend(std::string_view text, const SearchOptions& options) {
    Result<Trend> result =
        tally(text, options, [&](const QueryNode& query) -> Result<Trend> {
          return papersearch::trend(index_.local(), analyzer(), glossary(), query, options);
        });
    if (result) result->query = text;
    return result;
  }

  Result<std::vector<AuthorTally>> top_authors(std::string_view text,
                                               const SearchOptions& options) {
    using Authors = std::vector<AuthorTally>;
    return tally(text, options, [&](const QueryNode& query) -> Result<Authors> {
      return papersearch::top_authors(index_.local(), analyzer(), glossary(), query,
                                      options);
    });
  }

  Result<Paper> find(std::string_view text) {
    return index_.answer_from_shards([&]() -> Result<Paper> {
      const Result<Xapian::docid> did = document_of(text);
      if (!did) return did.error();
      if (auto held = index_.shards().check_holds(*did); !held) return held.error();
      const IndexParts parts = index_.parts();
      return parts.records.paper(parts.papers.get_document(*did));
    });
  }

  Result<void> for_each_paper(const SearchOptions& options,
                              const std::function<bool(const Paper&)>& take) {
    if (auto good = check_options(options); !good) return good.error();
    const Xapian::Query filters = option_filters(options).query();
    PaperWalk walk(filters.empty() ? Xapian::Query::MatchAll : filters);
    for (;;) {
      const Result<std::optional<Paper>> paper =
          index_.answer_from_shards([&]() -> Result<std::optional<Paper>> {
            if (auto all = index_.shards().check_complete(); !all) return all.error();
            return walk.next(index_.parts(), index_.state());
          });
      if (!paper) return paper.error();
      if (!*paper || !take(**paper)) return {};
    }
  }

  Result<std::vector<Suggestion>> suggest(std::string_view text, std::size_t limit) {
    if (text.size() > kMaxQueryBytes || limit > kMaxSuggestions) {
      return Error(ErrorCode::kInvalidArgument, "too long a text, or too many suggestions");
    }
    return index_.answer([&]() -> Result<std::vector<Suggestion>> {
      return papersearch::suggest(index_.local(), analyzer(), glossary(), text, limit);
    });
  }

  Result<std::vector<std::string>> add_synonyms(const std::string& path) {
    Result<GlossaryFile> file = load_glossary(path);
    if (!file) return file.error();
    user_glossaries_.emplace_back(file->lines, analyzer());
    return std::move(file->complaints);
  }

  Result<std::vector<GlossaryEntry>> glossary(std::string_view text) {
    if (text.size() > kMaxQueryBytes)
      return Error(ErrorCode::kInvalidArgument, "too long a text");
    return index_.answer([&]() -> Result<std::vector<GlossaryEntry>> {
      return glossary().entries(text, analyzer());
    });
  }

  Result<IndexStatistics> statistics() {
    return index_.answer([&]() -> Result<IndexStatistics> {
      IndexStatistics out = read_facts(index_.local());
      out.bytes = bytes_in(index_.folder());
      return out;
    });
  }

 private:
  using Clock = std::chrono::steady_clock;

  // Made when first needed: showing a paper needs none.
  Analyzer& analyzer() {
    if (!analyzer_) analyzer_.emplace();
    return *analyzer_;
  }

  // What `count` says of the query `text`.
  template <class Count>
  std::invoke_result_t<Count, const QueryNode&> tally(std::string_view text,
                                                      const SearchOptions& options,
                                                      Count&& count) {
    using Counted = std::invoke_result_t<Count, const QueryNode&>;
    if (auto good = check_options(options); !good) return good.error();
    const Result<QueryNode> query = parse_query(text);
    if (!query) return query.error();
    return index_.answer([&]() -> Counted {
      if (auto good = check_terms(*query, analyzer()); !good) return good.error();
      return count(*query);
    });
  }

  Glossary glossary() const { return {index_.local(), user_glossaries_}; }

  Result<Xapian::docid> document_of(std::string_view text) const {
    const std::optional<std::string> id = parse_paper_id(text);
    if (!id) {
      return Error(ErrorCode::kInvalidArgument,
                   "\"" + std::string(text) + "\" is no arXiv id; write 2504.16084");
    }
    const auto it = index_.local().postlist_begin(id_term(*id));
    if (it == index_.local().postlist_end(id_term(*id))) {
      return Error(ErrorCode::kNotFound, "no paper " + *id + " in the index");
    }
    return *it;
  }

  void finish(SearchResult& result, std::string_view query, Clock::time_point start) const {
    result.query = query;
    result.missing_shards = index_.shards().missing();
    result.took_ms =
        std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  }

  OpenIndex index_;
  std::optional<Analyzer> analyzer_;
  std::list<OwnedGlossaryTable> user_glossaries_;
};

Result<Searcher> Searcher::open(const std::string& path) {
  return open(path, SearcherOptions());
}

Result<Searcher> Searcher::open(const std::string& path, const SearcherOptions& options) {
  if (options.shard_timeout_ms == 0 || options.shard_timeout_ms > kMaxTimeoutMs)
    return Error(ErrorCode::kInvalidArgument, "shard time-out: 1 to 600,000 milliseconds");
  auto impl = std::make_unique<Impl>(path, options);
  if (auto opened = impl->open(); !opened) return opened.error();
  return Searcher(std::move(impl));
}

Searcher::Searcher(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<SearchResult> Searcher::search(std::string_view query,
                                      const SearchOptions& options) {
  return impl_->search(query, options);
}
Result<Paper> Searcher::find(std::string_view id) { return impl_->find(id); }
Result<void> Searcher::for_each_paper(const SearchOptions& options,
                                      const std::function<bool(const Paper&)>& take) {
  return impl_->for_each_paper(options, take);
}
Result<SearchResult> Searcher::similar(std::string_view id, const SearchOptions& options) {
  return impl_->similar(id, options);
}
Result<Trend> Searcher::trend(std::string_view query, const SearchOptions& options) {
  return impl_->trend(query, options);
}
Result<std::vector<AuthorTally>> Searcher::top_authors(std::string_view query,
                                                       const SearchOptions& options) {
  return impl_->top_authors(query, options);
}
Result<std::vector<Suggestion>> Searcher::suggest(std::string_view text,
                                                  std::size_t limit) {
  return impl_->suggest(text, limit);
}
Result<std::vector<std::string>> Searcher::add_synonyms(const std::string& path) {
  return impl_->add_synonyms(path);
}
Result<std::vector<GlossaryEntry>> Searcher::glossary(std::string_view text) {
  return impl_->glossary(text);
}
Result<IndexStatistics> Searcher::statistics() { return impl_->statistics(); }
Result<bool> Searcher::refresh() { return impl_->refresh(); }

}  // namespace papersearch
