// SPDX-License-Identifier: GPL-2.0-or-later
#include "format.h"

#include "command_line.h"

namespace papersearch::cli {
namespace {

constexpr Format kOfPapers[] = {Format::kText, Format::kJson,   Format::kJsonl,
                                Format::kTsv,  Format::kBibtex, Format::kMarkdown};
constexpr Format kOfLists[] = {Format::kText, Format::kJson, Format::kJsonl, Format::kTsv};
constexpr Format kOfExports[] = {Format::kJsonl,  Format::kJson,     Format::kTsv,
                                 Format::kBibtex, Format::kMarkdown, Format::kBulk};
constexpr Format kOfFacts[] = {Format::kText, Format::kJson, Format::kTsv};

}  // namespace

std::string_view format_name(Format format) {
  switch (format) {
    case Format::kText:
      return "text";
    case Format::kJson:
      return "json";
    case Format::kJsonl:
      return "jsonl";
    case Format::kTsv:
      return "tsv";
    case Format::kBibtex:
      return "bibtex";
    case Format::kMarkdown:
      return "markdown";
    case Format::kBulk:
      return "bulk";
  }
  return "text";
}

std::span<const Format> formats_of(Command command) {
  switch (command) {
    case Command::kSearch:
    case Command::kShow:
    case Command::kSimilar:
      return kOfPapers;
    case Command::kSuggest:
    case Command::kGlossary:
    case Command::kTop:
      return kOfLists;
    case Command::kTrends:
    case Command::kStats:
      return kOfFacts;
    case Command::kExport:
      return kOfExports;
  }
  return kOfFacts;
}

std::string format_names(std::span<const Format> formats) {
  std::string out;
  for (const Format& format : formats) {
    if (&format != formats.data()) out += &format == &formats.back() ? " or " : ", ";
    out += format_name(format);
  }
  return out;
}

}  // namespace papersearch::cli
