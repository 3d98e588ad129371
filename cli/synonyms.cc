// SPDX-License-Identifier: GPL-2.0-or-later
#include "synonyms.h"

#include <algorithm>

#include "message.h"

namespace papersearch::cli {
namespace {

// More complaints than this about one file say no more: it is no glossary.
constexpr std::size_t kMostComplaints = 10;

}  // namespace

const char* source_name(NameSource source) {
  switch (source) {
    case NameSource::kUser:
      return "yours";
    case NameSource::kReviewed:
      return "reviewed";
    case NameSource::kLearned:
      return "learned";
  }
  return "learned";
}

bool add_synonyms(Searcher& searcher, const CommandLine& line) {
  for (const std::string& path : line.synonyms) {
    const auto complaints = searcher.add_synonyms(path);
    if (!complaints) {
      complain(complaints.error().message() +
               "; name a file of names with --synonyms, see: man papersearch");
      return false;
    }
    const std::size_t told = std::min(complaints->size(), kMostComplaints);
    for (std::size_t i = 0; i < told; ++i) complain((*complaints)[i]);
    if (const std::size_t untold = complaints->size() - told; untold > 0) {
      complain(path + ": " + std::to_string(untold) +
               (untold == 1 ? " more line" : " more lines") +
               " like these; see that it is a file of names");
    }
  }
  return true;
}

}  // namespace papersearch::cli
