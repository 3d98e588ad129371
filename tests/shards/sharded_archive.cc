// SPDX-License-Identifier: GPL-2.0-or-later
#include "sharded_archive.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <stdexcept>
#include <tuple>

#include "papersearch/index_writer.h"

namespace papersearch::testing {
namespace {

namespace fs = std::filesystem;

// The first ones come most often.
const std::vector<std::string> kWords = {
    "model",        "강화 학습(Reinforcement Learning; RL)",
    "모델을",       "reasoning",
    "language",     "추론",
    "training",     "데이터로",
    "the",          "reinforcement learning",
    "강화학습은",   "large language model",
    "agents",       "에이전트가",
    "diffusion",    "확산 모델(Diffusion Model)",
    "video",        "비디오 생성",
    "GPT-4o",       "benchmark",
    "벤치마크에서", "quantization",
    "양자화",       "reward",
    "보상 모델",    "chain of thought",
    "사고의 연쇄",  "text-to-speech",
    "음성",         "attention",
    "어텐션",       "mixture of experts",
    "전문가 혼합",  "retrieval",
    "검색 증강",    "robot",
    "로봇이",       "policy",
    "정책",         "alignment",
};
const std::vector<std::string> kNames = {"Kim",  "Lee",  "Minji", "Artzi", "Yoav",
                                         "Liu",  "Wei",  "Chen",  "Anna",  "Garcia",
                                         "Park", "Jiho", "Omar",  "Singh", "Mary"};
const std::vector<std::string> kSections = {"What's New", "Technical Details",
                                            "Performance Highlights", "Abstract"};

class Author {
 public:
  explicit Author(unsigned seed) : random_(seed) {}

  Paper paper(std::size_t number) {
    Paper out;
    char text[32];
    std::snprintf(text, sizeof text, "2504.%05zu", number);
    out.id = text;
    // Many of one day, whose order is that of their ids; some without a date.
    const std::size_t day = below(60);
    std::snprintf(text, sizeof text, "2025-%02zu-%02zu", 3 + day / 28, 1 + day % 28);
    if (below(20) > 0) out.date = text;
    if (below(10) > 0) out.votes = static_cast<std::int64_t>(below(120));
    for (std::size_t i = 0; i <= below(3); ++i)
      out.authors.push_back(pick(kNames) + " " + pick(kNames));
    out.title = sentence(4 + below(4));
    for (const std::string& section : kSections) {
      if (below(3) == 0) continue;
      std::string body = sentence(8 + below(20));
      out.sections.push_back({section, body + ". " + sentence(10)});
    }
    if (out.sections.empty()) out.sections.push_back({"", sentence(12)});
    return out;
  }

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  const std::string& pick(const std::vector<std::string>& from) {
    return from[below(from.size())];
  }
  std::string sentence(std::size_t words) {
    std::string out;
    for (std::size_t i = 0; i < words; ++i)
      out += (i == 0 ? "" : " ") + kWords[below(below(kWords.size()) + 1)];
    return out;
  }

  std::mt19937 random_;
};

}  // namespace

std::vector<Paper> random_papers(std::size_t count, unsigned seed) {
  Author author(seed);
  std::vector<Paper> out;
  for (std::size_t i = 1; i <= count; ++i) out.push_back(author.paper(i));
  return out;
}

bool write_papers(const std::string& db, const std::vector<Paper>& papers,
                  std::size_t shards) {
  IndexWriterOptions options;
  options.shards = shards;
  Result<IndexWriter> writer = IndexWriter::open(db, options);
  if (!writer) return false;
  for (const Paper& paper : papers) {
    if (!writer->add(paper)) return false;
  }
  return writer->commit().has_value();
}

ShardedArchive::ShardedArchive(std::size_t papers) : papers_(random_papers(papers)) {
  if (!write_papers(one(), papers_, 1) || !write_papers(four(), papers_, kShards))
    throw std::runtime_error("the indexes cannot be written");
  std::vector<std::string> shards;
  for (std::size_t i = 0; i < kShards; ++i)
    shards.push_back(four() + "/generation.1/shard." + std::to_string(i));
  servers_ = std::make_unique<ShardServers>(shards);
  make_remote_index(remote(), four(), *servers_);
}

std::string ShardedArchive::paper_of_shard(std::size_t shard) const {
  // As the numbers of documents go.
  std::vector<std::tuple<std::string, std::string>> order;
  for (const Paper& paper : papers_) order.emplace_back(paper.date, paper.id);
  std::sort(order.begin(), order.end());
  return std::get<1>(order[shard]);
}

void make_remote_index(const std::string& db, const std::string& of,
                       const ShardServers& servers) {
  fs::create_directories(db + "/generation.1");
  fs::copy(of + "/generation.1/local", db + "/generation.1/local",
           fs::copy_options::recursive);
  std::ofstream(db + "/XAPIANDB") << "auto generation.1\n";
  std::ofstream list(db + "/generation.1/XAPIANDB");
  for (std::size_t i = 0; i < kShards; ++i) list << "remote " << servers.address(i) << '\n';
}

}  // namespace papersearch::testing
