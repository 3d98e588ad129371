// SPDX-License-Identifier: GPL-2.0-or-later
#include "generation.h"

#include <filesystem>
#include <system_error>

#include "glass_version.h"
#include "index_metadata.h"
#include "schema.h"
#include "xapian_error.h"

namespace papersearch {
namespace {

Result<void> check_version(const Xapian::Database& database, const std::string& path) {
  const std::uint32_t schema = metadata_number(database, kSchemaKey);
  const std::uint32_t analyzer = metadata_number(database, kAnalyzerKey);
  if (schema == 0) {
    return Error(ErrorCode::kIndexCorrupt,
                 path + ": this database was not made by papersearch-index");
  }
  if (schema > kSchemaVersion || analyzer > kAnalyzerVersion) {
    return Error(
        ErrorCode::kIndexVersion,
        path +
            ": the index was written by a newer version of papersearch; update this one");
  }
  if (schema < kSchemaVersion || analyzer < kAnalyzerVersion) {
    return Error(
        ErrorCode::kIndexVersion,
        path + ": the index was written by an older version; run papersearch-index again");
  }
  return {};
}

// What is wrong with the generation in `folder`, which Xapian finds no database in: the
// stub names it, so that there is an index.
Error unreadable(const std::string& path, const std::string& folder) {
  std::error_code error;
  std::filesystem::directory_iterator(folder, error);
  if (error && error != std::errc::no_such_file_or_directory) {
    return io_error(error.value(), "cannot read", folder);
  }
  return {ErrorCode::kIndexCorrupt,
          path + ": the index is damaged: " + folder + " holds no database"};
}

}  // namespace

Result<OpenGeneration> open_generation(const std::string& path, const std::string& name) {
  std::string folder = path + "/" + name;
  Result<std::vector<ShardPlace>> shards = read_shard_list(folder);
  if (!shards) return shards.error();
  if (!shards->empty()) folder = local_path(folder);
  Result<OpenGeneration> generation = guarded(path, [&]() -> Result<OpenGeneration> {
    if (!is_safe_to_open(folder))
      throw Xapian::DatabaseCorruptError("its version file makes no sense");
    Xapian::Database opened(folder);
    if (auto good = check_version(opened, path); !good) return good.error();
    // Xapian goes through as many papers as it believes there are: of one flipped bit
    // thousands of millions.
    if (opened.get_termfreq(std::string(kAllPapers)) != opened.get_doccount())
      throw Xapian::DatabaseCorruptError("it says that it holds more papers, or fewer");
    return OpenGeneration{opened, *shards};
  });
  const bool is_missing =
      !generation && generation.error().code() == ErrorCode::kIndexMissing;
  if (is_missing) return unreadable(path, folder);
  return generation;
}

}  // namespace papersearch
