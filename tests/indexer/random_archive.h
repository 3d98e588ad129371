// SPDX-License-Identifier: GPL-2.0-or-later
// A small archive of digests that changes by chance.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "support/temp_dir.h"

namespace papersearch::testing {

// The same seed always gives the same archive and the same changes.
class RandomArchive {
 public:
  // Writes the first state below `folder`, which must outlive this.
  RandomArchive(const TempDir& folder, std::uint32_t seed);

  // Makes one change and writes it: a file or an entry is added, changed, taken away,
  // moved, renamed, or spoiled. Tells what was done.
  std::string change();

 private:
  struct Entry {
    int paper = 0;
    int votes = 0;  // below 0: not known
    int version = 0;
  };
  struct File {
    bool is_feed = false;
    bool is_spoiled = false;  // holds an entry that cannot be used
    std::vector<Entry> entries;
  };
  using Files = std::map<std::string, File>;

  std::size_t below(std::size_t n) { return random_() % n; }
  Files::iterator any_file();
  Entry new_entry(int paper);
  std::string new_name(bool is_feed);
  std::string add_file();
  std::string add_other_format();
  std::string rename_file();
  std::string move_entry();
  std::string edit_entry();
  std::string text_of(const File& file) const;
  void write(const std::string& name) const;
  void remove(const std::string& name) const;

  const TempDir& folder_;
  std::mt19937 random_;
  Files files_;  // by name
  int papers_ = 0;
};

}  // namespace papersearch::testing
