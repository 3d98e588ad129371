// SPDX-License-Identifier: GPL-2.0-or-later
// The files of an index, for tests that look at them or damage them.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "index_directory.h"
#include "small_index.h"

namespace papersearch::testing {

// The folder of the current generation.
inline std::string generation(const std::string& index) {
  return index + "/" + require(current_generation(index));
}

inline std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// By path, of all files in the folder and below.
inline std::map<std::string, std::string> contents_of(const std::string& folder) {
  std::map<std::string, std::string> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) out[entry.path().string()] = content_of(entry.path());
  }
  return out;
}

}  // namespace papersearch::testing
