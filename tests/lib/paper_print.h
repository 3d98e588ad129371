// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "papersearch/paper.h"

namespace papersearch::testing {

// Every part of the paper, a line each, to compare papers and show how they differ.
inline std::string print(const Paper& paper) {
  std::string out = paper.id + " " + paper.date + " votes " +
                    (paper.votes ? std::to_string(*paper.votes) : "unknown") + "\n" +
                    paper.title + "\n";
  for (const std::string& author : paper.authors) out += "author " + author + "\n";
  for (const Section& section : paper.sections)
    out += "[" + section.name + "] " + section.text + "\n";
  return out;
}

}  // namespace papersearch::testing
