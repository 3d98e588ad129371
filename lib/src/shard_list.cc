// SPDX-License-Identifier: GPL-2.0-or-later
#include "shard_list.h"

#include <cerrno>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

#include "papersearch/text.h"
#include "xapian_error.h"

namespace papersearch {
namespace {

constexpr const char* kStub = "/XAPIANDB";

bool read_address(const std::string& text, ShardPlace& place) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) return false;
  place.host = text.substr(0, colon);
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data() + colon + 1, end, place.port);
  return error == std::errc() && rest == end && place.port > 0 && place.port < 65'536;
}

}  // namespace

std::string ShardPlace::name() const {
  return is_remote() ? host + ":" + std::to_string(port) : path;
}

std::string local_path(const std::string& generation) { return generation + "/local"; }

std::string shard_path(const std::string& generation, std::size_t number) {
  return generation + "/shard." + std::to_string(number);
}

Result<std::vector<ShardPlace>> read_shard_list(const std::string& generation) {
  std::vector<ShardPlace> out;
  const std::string stub = generation + kStub;
  std::ifstream in(stub);
  if (!in) {
    if (errno == ENOENT || errno == ENOTDIR) return out;
    return io_error(errno, "cannot read", stub);
  }
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    std::istringstream words(line);
    std::string kind;
    std::string where;
    words >> kind >> std::ws;
    std::getline(words, where);
    if (kind.empty() || kind[0] == '#') continue;
    ShardPlace place;
    const bool is_here = kind == "auto" || kind == "glass";
    if (is_here && !where.empty()) {
      place.path = std::filesystem::path(generation) / where;
    } else if (kind != "remote" || !read_address(where, place)) {
      return Error(ErrorCode::kIndexCorrupt,
                   stub + ":" + std::to_string(number) + ": \"" + printable(line) +
                       "\" names no shard; write \"auto FOLDER\" or \"remote HOST:PORT\"");
    }
    out.push_back(std::move(place));
  }
  if (!out.empty() && out.size() <= kMostShards) return out;
  return Error(ErrorCode::kIndexCorrupt, stub + ": it names no shards, or too many");
}

Result<void> write_shard_list(const std::string& generation, std::size_t shards) {
  const std::string stub = generation + kStub;
  std::ofstream out(stub);
  for (std::size_t i = 0; i < shards; ++i) out << "auto shard." << i << '\n';
  out.close();
  if (!out) return io_error(errno, "cannot write", stub);
  return {};
}

std::string shard_mark(const std::string& state, std::size_t number, std::size_t shards) {
  return state + ' ' + std::to_string(number) + ' ' + std::to_string(shards);
}

}  // namespace papersearch
