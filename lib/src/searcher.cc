// SPDX-License-Identifier: GPL-2.0-or-later
#include "papersearch/searcher.h"

#include <chrono>
#include <filesystem>
#include <list>
#include <optional>
#include <system_error>

#include "corrected_search.h"
#include "document_builder.h"
#include "generation.h"
#include "glossary.h"
#include "index_directory.h"
#include "index_metadata.h"
#include "paper_walk.h"
#include "query_filters.h"
#include "query_parser.h"
#include "query_terms.h"
#include "record.h"
#include "schema.h"
#include "search.h"
#include "suggest.h"
#include "tally.h"
#include "user_glossary.h"
#include "xapian_error.h"

namespace papersearch {
namespace {

// A writer that commits all the time must not keep a reader from its answer for ever;
// two tries are enough for any that rests in between.
constexpr int kMaxTries = 10;
constexpr std::size_t kMaxSuggestions = 1'000;

std::uint64_t bytes_in(const std::string& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    std::error_code unknown;
    const auto size = entry.file_size(unknown);
    if (!unknown) bytes += size;
  }
  return bytes;
}

}  // namespace

class Searcher::Impl {
 public:
  explicit Impl(std::string path) : path_(std::move(path)) {}

  // Opens the current generation. One that is replaced or overwritten meanwhile is tried
  // again.
  Result<void> open() {
    for (int tries = 1;; ++tries) {
      Result<std::string> name = current_generation(path_);
      if (!name) return name.error();
      Result<Xapian::Database> opened = open_generation(path_, *name);
      if (opened) {
        database_ = *std::move(opened);
        generation_ = *std::move(name);
        ++state_;
        return {};
      }
      // What a writer overwrites meanwhile looks damaged, but not each time.
      const bool is_damaged = opened.error().code() == ErrorCode::kIndexCorrupt;
      const Result<std::string> now = current_generation(path_);
      if (tries < kMaxTries && now && (*now != *name || is_damaged)) continue;
      return opened.error();
    }
  }

  Result<bool> refresh() {
    const Result<std::string> now = current_generation(path_);
    if (!now) return now.error();
    if (*now == generation_) {
      Result<bool> reopened =
          guarded(path_, [&]() -> Result<bool> { return database_.reopen(); });
      ++state_;
      // Where it does not succeed the generation was perhaps replaced, and removed, between
      // the look and this.
      if (reopened) return reopened;
    }
    if (auto opened = open(); !opened) return opened.error();
    return true;
  }

  // Calls `f`, again on the newest state when the one it read was overwritten.
  template <class F>
  auto answer(F&& f) -> std::invoke_result_t<F> {
    for (int tries = 1;; ++tries) {
      try {
        return guarded(path_, [&] {
          try {
            return f();
          } catch (const Xapian::DatabaseModifiedError&) {
            if (tries == kMaxTries) throw;
            throw Again();
          }
        });
      } catch (const Again&) {
        if (auto refreshed = refresh(); !refreshed) return refreshed.error();
      }
    }
  }

  Result<SearchResult> search(std::string_view text, const SearchOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    if (auto good = check_options(options); !good) return good.error();
    Result<QueryNode> query = parse_query(text);
    if (!query) return query.error();
    Result<SearchResult> result = answer([&]() -> Result<SearchResult> {
      if (auto good = check_terms(*query, analyzer()); !good) return good.error();
      return corrected_search(database_, analyzer(), glossary(), text, *query, options);
    });
    if (result) finish(*result, text, start);
    return result;
  }

  Result<SearchResult> similar(std::string_view text, const SearchOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    if (auto good = check_options(options); !good) return good.error();
    Result<SearchResult> result = answer([&]() -> Result<SearchResult> {
      const Result<Xapian::docid> did = document_of(text);
      if (!did) return did.error();
      return papersearch::similar(database_, *did, options);
    });
    if (result) finish(*result, text, start);
    return result;
  }

  Result<Trend> trend(std::string_view text, const SearchOptions& options) {
    Result<Trend> result =
        tally(text, options, [&](const QueryNode& query) -> Result<Trend> {
          return papersearch::trend(database_, analyzer(), glossary(), query, options);
        });
    if (result) result->query = text;
    return result;
  }

  Result<std::vector<AuthorTally>> top_authors(std::string_view text,
                                               const SearchOptions& options) {
    using Authors = std::vector<AuthorTally>;
    return tally(text, options, [&](const QueryNode& query) -> Result<Authors> {
      return papersearch::top_authors(database_, analyzer(), glossary(), query, options);
    });
  }

  Result<Paper> find(std::string_view text) {
    return answer([&]() -> Result<Paper> {
      const Result<Xapian::docid> did = document_of(text);
      if (!did) return did.error();
      std::optional<Paper> paper = decode_record(database_.get_document(*did).get_data());
      if (!paper) throw Xapian::DatabaseCorruptError("the record of a paper is damaged");
      return std::move(*paper);
    });
  }

  Result<void> for_each_paper(const SearchOptions& options,
                              const std::function<bool(const Paper&)>& take) {
    if (auto good = check_options(options); !good) return good.error();
    const Xapian::Query filters = option_filters(options);
    PaperWalk walk(filters.empty() ? Xapian::Query::MatchAll : filters);
    for (;;) {
      const Result<std::optional<Paper>> paper = answer(
          [&]() -> Result<std::optional<Paper>> { return walk.next(database_, state_); });
      if (!paper) return paper.error();
      if (!*paper || !take(**paper)) return {};
    }
  }

  Result<std::vector<Suggestion>> suggest(std::string_view text, std::size_t limit) {
    if (text.size() > kMaxQueryBytes || limit > kMaxSuggestions) {
      return Error(ErrorCode::kInvalidArgument, "too long a text, or too many suggestions");
    }
    return answer([&]() -> Result<std::vector<Suggestion>> {
      return papersearch::suggest(database_, analyzer(), glossary(), text, limit);
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
    return answer([&]() -> Result<std::vector<GlossaryEntry>> {
      return glossary().entries(text, analyzer());
    });
  }

  Result<IndexStatistics> statistics() {
    return answer([&]() -> Result<IndexStatistics> {
      IndexStatistics out = read_facts(database_);
      out.bytes = bytes_in(path_ + "/" + generation_);
      return out;
    });
  }

 private:
  struct Again {};
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
    return answer([&]() -> Counted {
      if (auto good = check_terms(*query, analyzer()); !good) return good.error();
      return count(*query);
    });
  }

  Glossary glossary() const { return {database_, user_glossaries_}; }

  Result<Xapian::docid> document_of(std::string_view text) const {
    const std::optional<std::string> id = parse_paper_id(text);
    if (!id) {
      return Error(ErrorCode::kInvalidArgument,
                   "\"" + std::string(text) + "\" is no arXiv id; write 2504.16084");
    }
    const auto it = database_.postlist_begin(id_term(*id));
    if (it == database_.postlist_end(id_term(*id))) {
      return Error(ErrorCode::kNotFound, "no paper " + *id + " in the index");
    }
    return *it;
  }

  static void finish(SearchResult& result, std::string_view query,
                     Clock::time_point start) {
    result.query = query;
    result.took_ms =
        std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  }

  std::string path_;
  std::string generation_;
  Xapian::Database database_;
  std::uint64_t state_ = 0;  // goes up whenever the database may be another
  std::optional<Analyzer> analyzer_;
  std::list<OwnedGlossaryTable> user_glossaries_;
};

Result<Searcher> Searcher::open(const std::string& path) {
  auto impl = std::make_unique<Impl>(path);
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
