// SPDX-License-Identifier: GPL-2.0-or-later
#include "papersearch/index_writer.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "committed_index.h"
#include "index_commit.h"
#include "index_directory.h"
#include "index_plan.h"
#include "packed_record.h"
#include "paper_entries.h"
#include "papersearch/text.h"
#include "shard_list.h"
#include "source_record.h"
#include "utf8_prefix.h"
#include "xapian_error.h"

namespace papersearch {
namespace {

// An update that writes more than this share of the papers is no faster than writing all
// of them, and leaves a larger index.
constexpr std::size_t kMaxUpdateShare = 3;
// Of a bad date, in the message about it: it may be a megabyte.
constexpr std::size_t kMaxQuoted = 100;
constexpr std::size_t kMaxUrlBytes = 2'000;

// What programs hand to browsers and terminals holds nothing that either would act on.
bool is_address(std::string_view url) {
  return url.size() <= kMaxUrlBytes && std::all_of(url.begin(), url.end(), [](char c) {
           return static_cast<unsigned char>(c) > ' ' && c != '\x7f';
         });
}

bool all_valid(const Paper& paper) {
  bool valid = is_valid_utf8(paper.title) && is_valid_utf8(paper.url);
  for (const std::string& author : paper.authors) valid = valid && is_valid_utf8(author);
  for (const Section& section : paper.sections) {
    valid = valid && is_valid_utf8(section.name) && is_valid_utf8(section.text);
  }
  return valid;
}

std::string problem_of(const Paper& paper) {
  if (parse_paper_id(paper.id) != paper.id) {
    return "\"" + std::string(utf8_prefix(paper.id, kMaxQuoted)) +
           "\" is no arXiv id, and no id of your own: at most " +
           std::to_string(kMaxPaperIdBytes) + " letters, digits and . _ : / -";
  }
  if (paper.title.find_first_not_of(" \t\r\n") == std::string::npos)
    return "the title is empty";
  if (!paper.date.empty() && !is_calendar_date(paper.date)) {
    const std::string beginning(utf8_prefix(paper.date, kMaxQuoted));
    return "\"" + beginning + "\" is no date; write YYYY-MM-DD";
  }
  if (paper.votes && *paper.votes < 0) return "votes below zero";
  if (!is_address(paper.url)) return "a url with spaces or controls, or too long a one";
  if (!all_valid(paper)) return "a text that is no valid UTF-8";
  return {};
}

// How many shards the index has; a list that cannot be read is replaced.
Result<std::size_t> shards_to_write(const IndexDirectory& directory) {
  const std::optional<std::string> current = directory.current();
  if (!current) return 1;
  const Result<std::vector<ShardPlace>> shards = read_shard_list(*current);
  if (!shards || shards->empty()) return 1;
  for (const ShardPlace& shard : *shards) {
    if (!shard.is_remote()) continue;
    return Error(ErrorCode::kInvalidArgument,
                 directory.path() + ": its shards lie on other machines (" + shard.name() +
                     "); update the index that they were copied from");
  }
  return shards->size();
}

}  // namespace

class IndexWriter::Impl {
 public:
  Impl(IndexDirectory directory, const IndexWriterOptions& options, std::size_t shards)
      : directory_(std::move(directory)),
        options_(options),
        shards_(shards),
        before_(options.ignore_existing ? std::nullopt : directory_.current()),
        given_{{}, {}, EntryStore(spill_folder(), options.memory)} {}

  bool is_too_new() const { return before_.is_too_new(); }

  const SourceNotes* find_source(std::string_view name) const {
    const auto at = before_.sources().find(source_key(name));
    return at == before_.sources().end() || name.empty() ? nullptr : &at->second.notes;
  }

  std::vector<std::string> source_names() const {
    std::vector<std::string> out;
    for (const auto& [key, source] : before_.sources()) {
      if (!source.name.empty()) out.push_back(source.name);
    }
    std::sort(out.begin(), out.end());
    return out;
  }

  bool keep_source(std::string_view name) {
    if (find_source(name) == nullptr) return false;
    std::string key = source_key(name);
    if (given_.read.count(key) == 0) given_.kept.insert(std::move(key));
    plan_.reset();
    return true;
  }

  void begin_source(const std::string& name) {
    source_ = source_key(name);
    given_.read[source_].name = name;
    given_.kept.erase(source_);
    plan_.reset();
  }

  void end_source(SourceNotes notes) {
    if (!source_.empty()) given_.read[source_].notes = std::move(notes);
    source_.clear();
    plan_.reset();
  }

  Result<void> add(const Paper& entry) {
    if (std::string problem = problem_of(entry); !problem.empty()) {
      return Error(ErrorCode::kInvalidArgument, std::move(problem));
    }
    const std::string key = source_.empty() ? source_key("") : source_;
    given_.read[key].ids.push_back(entry.id);
    given_.entries.add({key, merged_alone(entry)});
    plan_.reset();
    return {};
  }

  std::size_t size() const { return given_.entries.papers(); }

  Result<IndexReport> preview() {
    Result<IndexReport> report = guarded(path(), [&] { return plan(); });
    if (report || !can_do_without(report.error())) return report;
    return guarded(path(), [&] { return plan(); });
  }

  Result<IndexReport> commit(const CommitProgress& progress) {
    const Result<IndexReport> report = preview();
    if (!report || options_.dry_run || report->change == IndexChange::kNothing)
      return report;
    const Result<void> written = report->change == IndexChange::kUpdate
                                     ? update(progress)
                                     : new_generation(progress);
    if (written) return report;
    if (!can_do_without(written.error())) return written.error();
    return commit(progress);
  }

 private:
  const std::string& path() const { return directory_.path(); }
  // A dry run writes nothing into the index.
  std::string spill_folder() const {
    std::error_code unknown;
    return options_.dry_run ? std::filesystem::temp_directory_path(unknown).string()
                            : path();
  }

  // Whether the damage that the error tells of does not matter, since nothing of the index
  // as it was is needed; then that is given up.
  bool can_do_without(const Error& error) {
    if (error.code() != ErrorCode::kIndexCorrupt || !before_.is_sound()) return false;
    if (!given_.kept.empty() && !options_.rebuild) return false;
    given_.kept.clear();
    before_.give_up();
    plan_.reset();
    return true;
  }

  Result<IndexReport> plan() {
    if (!given_.entries.state()) return given_.entries.state().error();
    if (!plan_) {
      for (auto& [key, source] : given_.read) {
        std::sort(source.ids.begin(), source.ids.end());
        source.ids.erase(std::unique(source.ids.begin(), source.ids.end()),
                         source.ids.end());
      }
      plan_.emplace(before_, given_);
    }
    IndexReport report = plan_->report();
    report.change = kind_of_change();
    return report;
  }

  IndexChange kind_of_change() {
    if (!before_.is_sound() || options_.rebuild ||
        before_.has_latent_option() != options_.latent || shards_ != wanted_shards()) {
      return IndexChange::kNewGeneration;
    }
    if (plan_->is_empty()) return IndexChange::kNothing;
    if (shards_ > 1 || lacks_dictionary()) return IndexChange::kNewGeneration;
    update_ = plan_update(before_, *plan_);
    const std::size_t most = std::max(before_.papers(), plan_->report().papers);
    return update_.size() * kMaxUpdateShare > most ? IndexChange::kNewGeneration
                                                   : IndexChange::kUpdate;
  }

  // A small index that has grown.
  bool lacks_dictionary() const {
    return plan_->report().papers >= kPapersForDictionary &&
           dictionary_of(before_.database()).empty();
  }

  IndexCommit what(const CommitProgress& progress) const {
    return {before_, given_, *plan_, options_.latent, wanted_shards(), progress};
  }

  std::size_t wanted_shards() const {
    return options_.shards == 0 ? shards_ : options_.shards;
  }

  Result<void> update(const CommitProgress& progress) {
    return guarded(path(), [&] {
      return update_generation(*directory_.current(), update_, what(progress));
    });
  }

  Result<void> new_generation(const CommitProgress& progress) {
    Result<std::string> next = directory_.prepare_next();
    if (!next) return next.error();
    Result<void> written =
        guarded(path(), [&] { return write_generation(*next, what(progress)); });
    if (written) written = directory_.publish_next();
    if (!written) directory_.abandon_next();
    return written;
  }

  IndexDirectory directory_;
  IndexWriterOptions options_;
  std::size_t shards_;  // that the index has
  CommittedIndex before_;
  GivenSources given_;
  std::string source_;  // key of the one that was begun
  std::optional<IndexPlan> plan_;
  IndexUpdate update_;
};

Result<IndexWriter> IndexWriter::open(const std::string& path,
                                      const IndexWriterOptions& options) {
  Result<IndexDirectory> directory =
      options.dry_run ? IndexDirectory::look(path) : IndexDirectory::lock(path);
  if (!directory) return directory.error();
  if (options.shards > kMostShards)
    return Error(ErrorCode::kInvalidArgument,
                 "shards: at most " + std::to_string(kMostShards));
  const Result<std::size_t> shards = shards_to_write(*directory);
  if (!shards) return shards.error();
  auto impl = std::make_unique<Impl>(std::move(*directory), options, *shards);
  if (impl->is_too_new() && !options.rebuild) {
    return Error(
        ErrorCode::kIndexVersion,
        path +
            ": the index was written by a newer version of papersearch; update this "
            "one, or write the index anew");
  }
  return IndexWriter(std::move(impl));
}

IndexWriter::IndexWriter(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

const SourceNotes* IndexWriter::find_source(std::string_view name) const {
  return impl_->find_source(name);
}
std::vector<std::string> IndexWriter::source_names() const { return impl_->source_names(); }
bool IndexWriter::keep_source(std::string_view name) { return impl_->keep_source(name); }
void IndexWriter::begin_source(const std::string& name) { impl_->begin_source(name); }
void IndexWriter::end_source(SourceNotes notes) { impl_->end_source(std::move(notes)); }
Result<void> IndexWriter::add(const Paper& entry) { return impl_->add(entry); }
std::size_t IndexWriter::size() const { return impl_->size(); }
Result<IndexReport> IndexWriter::preview() { return impl_->preview(); }
Result<IndexReport> IndexWriter::commit(const CommitProgress& progress) {
  return impl_->commit(progress);
}

}  // namespace papersearch
