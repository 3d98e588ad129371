// SPDX-License-Identifier: GPL-2.0-or-later
#include "random_archive.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "sample_sources.h"

namespace papersearch::testing {
namespace {

constexpr int kFirstFiles = 15;
constexpr int kPapersAFile = 5;

// Said again and again, for a glossary to be learned from them.
constexpr std::array<const char*, 6> kPhrases = {
    "강화 학습(Reinforcement Learning; RL)을 쓴다",
    "확산 모델(Diffusion Model)을 제안한다",
    "그래프 신경망(Graph Neural Network; GNN)으로 푼다",
    "대규모 언어 모델(Large Language Model; LLM)을 평가한다",
    "a graph network with attention learns to act",
    "we train a diffusion model on long videos"};
constexpr std::array<const char*, 5> kAuthors = {"Minsu Kim", "Ada Lovelace", "Wei Li",
                                                 "György Buzsáki", "Yuna Kim"};

std::string id_of(int paper) { return "2504." + std::to_string(100000 + paper).substr(1); }

std::string title_of(int paper, int version) {
  return "Paper " + std::to_string(paper) + (version % 3 == 2 ? ", revised" : "") +
         (paper % 2 == 0 ? ": diffusion" : ": 강화학습");
}

std::string sentence(int paper, int version, int place) {
  return std::string(kPhrases[static_cast<std::size_t>(paper + place) % kPhrases.size()]) +
         " " + std::to_string(paper * 7 + version) + "번.";
}

std::string author_of(int paper, int place) {
  return kAuthors[static_cast<std::size_t>(paper * 3 + place) % kAuthors.size()];
}

}  // namespace

RandomArchive::RandomArchive(const TempDir& folder, std::uint32_t seed)
    : folder_(folder), random_(seed) {
  for (int i = 0; i < kFirstFiles; ++i) add_file();
}

RandomArchive::Files::iterator RandomArchive::any_file() {
  return std::next(files_.begin(), static_cast<std::ptrdiff_t>(below(files_.size())));
}

RandomArchive::Entry RandomArchive::new_entry(int paper) {
  return {paper, static_cast<int>(below(20)) - 1, static_cast<int>(below(100))};
}

// Of some day, or of none.
std::string RandomArchive::new_name(bool is_feed) {
  for (;;) {
    std::string name = "archive/";
    if (below(8) == 0) {
      name += "extra" + std::to_string(below(1000));
    } else {
      name +=
          "2025/0" + std::to_string(1 + below(6)) + "/" + std::to_string(10 + below(19));
    }
    name += is_feed ? ".json" : ".md";
    if (files_.count(name) == 0) return name;
  }
}

std::string RandomArchive::add_file() {
  const bool is_feed = below(3) == 0;
  const std::string name = new_name(is_feed);
  File& file = files_[name];
  file.is_feed = is_feed;
  for (int i = 0; i < kPapersAFile; ++i) file.entries.push_back(new_entry(++papers_));
  write(name);
  return "add " + name;
}

// A paper that there is already, in a new file and perhaps in the other format.
std::string RandomArchive::add_other_format() {
  const File& from = any_file()->second;
  if (from.entries.empty()) return "nothing";
  const int paper = from.entries[below(from.entries.size())].paper;
  const std::string name = new_name(!from.is_feed || below(4) == 0);
  File& file = files_[name];
  file.is_feed = name.back() == 'n';
  file.entries = {new_entry(paper)};
  write(name);
  return "add " + name + " with paper " + std::to_string(paper);
}

std::string RandomArchive::rename_file() {
  const auto at = any_file();
  const std::string old = at->first;
  const std::string name = new_name(at->second.is_feed);
  const File file = at->second;
  files_.erase(at);
  remove(old);
  files_[name] = file;
  write(name);
  return "rename " + old + " to " + name;
}

std::string RandomArchive::move_entry() {
  const auto from = any_file();
  const auto to = any_file();
  if (from->second.entries.empty() || from == to) return "nothing";
  const Entry entry = from->second.entries.back();
  const auto is_same = [&](const Entry& other) { return other.paper == entry.paper; };
  std::vector<Entry>& there = to->second.entries;
  if (std::any_of(there.begin(), there.end(), is_same)) return "nothing";
  from->second.entries.pop_back();
  there.insert(there.begin(), entry);
  write(from->first);
  write(to->first);
  return "move paper " + std::to_string(entry.paper) + " from " + from->first + " to " +
         to->first;
}

std::string RandomArchive::edit_entry() {
  const auto at = any_file();
  if (at->second.entries.empty()) return "nothing";
  Entry& entry = at->second.entries[below(at->second.entries.size())];
  entry = new_entry(entry.paper);
  write(at->first);
  return "edit paper " + std::to_string(entry.paper) + " in " + at->first;
}

std::string RandomArchive::change() {
  switch (below(9)) {
    case 0:
      return add_file();
    case 1:
      return add_other_format();
    case 2:
      return rename_file();
    case 3:
      return move_entry();
    case 4: {
      if (files_.size() < 6) return add_file();
      const auto at = any_file();
      const std::string name = at->first;
      remove(name);
      files_.erase(at);
      return "remove " + name;
    }
    case 5: {
      const auto at = any_file();
      if (at->second.entries.empty()) return "nothing";
      at->second.entries.erase(at->second.entries.begin());
      write(at->first);
      return "remove an entry of " + at->first;
    }
    case 6: {
      const auto at = any_file();
      at->second.is_spoiled = !at->second.is_spoiled;
      write(at->first);
      return "spoil or mend " + at->first;
    }
    case 7: {
      const auto at = any_file();
      at->second.entries.push_back(new_entry(++papers_));
      write(at->first);
      return "add an entry to " + at->first;
    }
    default:
      return edit_entry();
  }
}

std::string RandomArchive::text_of(const File& file) const {
  if (file.is_feed) {
    nlohmann::json list = nlohmann::json::array();
    for (const Entry& entry : file.entries) {
      nlohmann::json paper = {{"id", id_of(entry.paper)},
                              {"title", title_of(entry.paper, entry.version)},
                              {"summary", sentence(entry.paper, entry.version, 4)},
                              {"authors", {{{"name", author_of(entry.paper, 0)}}}}};
      if (entry.votes >= 0) paper["upvotes"] = entry.votes;
      list.push_back({{"paper", paper}});
    }
    if (file.is_spoiled) list.push_back({{"paper", {{"id", "nonsense"}}}});
    return list.dump();
  }
  std::string out = file.is_spoiled ? "### A heading without a link\n\n" : "";
  for (const Entry& entry : file.entries) {
    out += heading(title_of(entry.paper, entry.version), id_of(entry.paper)) +
           "\nVote: " + (entry.votes < 0 ? "-" : std::to_string(entry.votes)) +
           "\n\nAuthors: " + author_of(entry.paper, 0) + ", " + author_of(entry.paper, 1) +
           "\n\n- **What's New**: " + sentence(entry.paper, entry.version, 0) + "\n";
    if (entry.version % 2 == 0)
      out += "- **Technical Details**: " + sentence(entry.paper, entry.version, 1) + "\n";
    out += "\n";
  }
  return out.empty() ? "## Daily Papers\n" : out;
}

void RandomArchive::write(const std::string& name) const {
  folder_.write(name, text_of(files_.at(name)));
}

void RandomArchive::remove(const std::string& name) const {
  std::filesystem::remove(folder_ / name);
}

}  // namespace papersearch::testing
