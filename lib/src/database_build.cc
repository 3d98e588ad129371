// SPDX-License-Identifier: GPL-2.0-or-later
#include "database_build.h"

#include <algorithm>
#include <memory>
#include <thread>
#include <utility>

#include "paper_run.h"

namespace papersearch {
namespace {

// So many papers go to a run at once.
constexpr std::size_t kBatch = 32;
// A run of fewer papers takes longer to merge than it saves.
constexpr std::size_t kLeastRun = 1'000;
constexpr std::size_t kMostRuns = 8;

}  // namespace

// Each thread gets a run of the papers, which merging puts one after the other again.
std::optional<std::string> build_database(const std::string& path, DocumentLayout layout,
                                          const PapersToBuild& papers,
                                          const std::function<bool()>& go_on) {
  const std::size_t cores =
      std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMostRuns);
  const std::size_t count = std::clamp<std::size_t>(papers.count / kLeastRun, 1, cores);
  const std::size_t length = (papers.count + count - 1) / count;
  std::vector<std::unique_ptr<PaperRun>> runs;
  for (std::size_t i = 0; i < count; ++i)
    runs.push_back(std::make_unique<PaperRun>(path + std::to_string(i), layout));
  for (std::size_t offset = 0; offset < length; offset += kBatch) {
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t end = std::min((i + 1) * length, papers.count);
      const std::size_t begin = std::min(i * length + offset, end);
      runs[i]->add(papers.read(begin, std::min(begin + kBatch, end)));
    }
    if (!go_on()) return std::nullopt;
  }
  std::vector<std::string> parts;
  for (const auto& run : runs) {
    for (std::string& part : run->finish()) parts.push_back(std::move(part));
  }
  if (parts.size() == 1) return parts[0];
  std::string merged = path + "merged";
  if (!parts.empty()) merge_databases(parts, merged);
  return merged;
}

}  // namespace papersearch
