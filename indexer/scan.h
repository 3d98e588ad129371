// SPDX-License-Identifier: GPL-2.0-or-later
// Finds the source files and reads them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source.h"

namespace papersearch {

struct SourceFile {
  std::string path;    // "-" is standard input
  bool named = false;  // by the user, not found in a folder
};

struct ScanResult {
  std::vector<SourceFile> files;      // in the order of the arguments, folders by name
  std::vector<Complaint> complaints;  // what cannot be looked into
};

// The files at `paths`; folders are searched for .md, .markdown, .json, .jsonl and .ndjson
// files, links followed, names with a leading dot left out. A file that is reached twice
// stands once in the result.
ScanResult scan(const std::vector<std::string>& paths);

// Reads one file in the format that its name tells, or its first character. Never fails:
// what is wrong with the file as a whole is a complaint too.
Content read_source(const SourceFile& file);

// "2025-04-23" for ".../2025/04/23.md" and ".../2025-04-23.json"; else empty.
std::string date_of_path(std::string_view path);

}  // namespace papersearch
