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
};

// Makes a database of `papers`, numbered from 1, on all cores. Nothing of it is made to
// survive a crash. Its name, and those of what is made on the way, begin with `path`; the
// result is where it lies. Of no papers at all nothing is made. nullopt as soon as `go_on`,
// which is asked from time to time, gives false. Throws Xapian::Error.
std::optional<std::string> build_database(const std::string& path, DocumentLayout layout,
                                          const PapersToBuild& papers,
                                          const std::function<bool()>& go_on);

}  // namespace papersearch
