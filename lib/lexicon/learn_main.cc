// SPDX-License-Identifier: GPL-2.0-or-later
// papersearch-lexicon: learns data/lexicon_ko.tsv from an archive.
//
//     papersearch-lexicon ARCHIVE... > data/lexicon_ko.tsv
#include <iostream>
#include <string>
#include <vector>

#include "learner.h"
#include "scan.h"

int main(int argc, char** argv) {
  using namespace papersearch;
  if (argc < 2) {
    std::cerr << "usage: papersearch-lexicon PATH... > lexicon_ko.tsv\n";
    return 2;
  }
  const ScanResult found = scan(std::vector<std::string>(argv + 1, argv + argc));
  LexiconLearner learner;
  for (const SourceFile& file : found.files) {
    for (const Entry& entry : read_source(file).entries) {
      learner.add_text(entry.paper.title);
      for (const Section& section : entry.paper.sections) learner.add_text(section.text);
    }
  }
  write_lexicon(learner.learn(), std::cout);
  return std::cout.flush() ? 0 : 1;
}
