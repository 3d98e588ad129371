// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "document_layout.h"
#include "papersearch/paper.h"

namespace papersearch {

// Papers to be written, by their places.
struct PapersToBuild {
  std::size_t count = 0;
  std::function<std::vector<Paper>(std::size_t begin, std::size_t end)> read;
  std::function<std::size_t(std::size_t)> bytes;  // text_bytes() of one
  std::string dictionary = {};                    // for their records
  // What a database holds at most, but where there is one for each thread. Merging leaves a
  // term's postings in as many pieces as there were databases, each with the term in front
  // of it: with a database for each commit the index of digests_ko takes 2.7 MB more.
  std::size_t in_a_database = 3'000;
};

// Of its title and sections.
std::size_t text_bytes(const Paper& paper);

// The first paper of each database, and behind them the number of papers. Where a database
// for each thread holds them all, each gets as much text, so that none waits for another.
std::vector<std::size_t> first_papers(const PapersToBuild& papers, std::size_t threads);

// Databases, filled on all cores, that hold the papers one after the other. Each is
// committed to often: Xapian collects postings in trees, which are slow as soon as no cache
// holds them, and take ten times the text. Nothing of them is made to survive a crash.
// Their names, and those of what is made on the way, begin with `path`. Of however many
// papers there are fewer than a hundred databases; of none at all, none. nullopt as soon as
// `go_on`, which is asked from time to time, gives false. Throws Xapian::Error.
std::optional<std::vector<std::string>> build_databases(const std::string& path,
                                                        DocumentLayout layout,
                                                        const PapersToBuild& papers,
                                                        const std::function<bool()>& go_on);

// Makes one compact database of several, in their order, and removes these. Throws
// Xapian::Error.
void merge_databases(const std::vector<std::string>& paths, const std::string& merged);

}  // namespace papersearch
