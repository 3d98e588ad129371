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
  // Files and folders among these that are there: what they hold is not known, not gone.
  std::vector<std::string> unreadable;
};

// The files at `paths`; folders are searched for .md, .markdown, .json, .jsonl and .ndjson
// files, links followed, names with a leading dot left out. A file that is reached twice
// stands once in the result.
ScanResult scan(const std::vector<std::string>& paths);

// What a file holds, or why it cannot be read.
struct SourceText {
  std::string text;
  std::string trouble;   // empty: none
  bool is_gone = false;  // the trouble is that there is no such file any more
};
SourceText load_source(const SourceFile& file);

// The version of what the readers make of a text; goes up when they make something else.
inline constexpr unsigned kReaderVersion = 2;

// Reads a text in the format that the file's name tells, or its first character. Never
// fails: what is wrong with the file as a whole is a complaint too.
Content parse_source(const SourceFile& file, std::string_view text);

// Both; what is wrong with the file is a complaint.
Content read_source(const SourceFile& file);

// The absolute path: what an index knows a file by; "-" for standard input.
std::string source_name(const std::string& path);

// "2025-04-23" for ".../2025/04/23.md" and ".../2025-04-23.json"; else empty.
std::string date_of_path(std::string_view path);

}  // namespace papersearch
