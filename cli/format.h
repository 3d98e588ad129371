// SPDX-License-Identifier: GPL-2.0-or-later
// What output is written in: --format.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace papersearch::cli {

enum class Command;

enum class Format { kText, kJson, kJsonl, kTsv, kBibtex, kMarkdown, kBulk };

std::string_view format_name(Format format);

// Those that a command gives; the first is what it gives unasked.
std::span<const Format> formats_of(Command command);

// "text, json or tsv"
std::string format_names(std::span<const Format> formats);

}  // namespace papersearch::cli
