// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace papersearch {

// Different texts and their numbers, in the order they came, from 0. Takes some 20 bytes
// beside each text, and no memory of its own for any. Not for use by several threads.
class TextPool {
 public:
  using Id = std::uint32_t;

  // The number of the text, which is added where it is new.
  Id add(std::string_view text);
  // Points into the pool until another text is added.
  std::string_view text(Id id) const {
    const std::size_t begin = id == 0 ? 0 : ends_[id - 1];
    return std::string_view(bytes_).substr(begin, ends_[id] - begin);
  }
  std::size_t size() const { return ends_.size(); }
  // Keeps the memory that it took, unless that was much.
  void clear();

 private:
  std::size_t place_of(std::string_view text) const;
  void grow();

  std::string bytes_;  // of all texts, one behind the other
  std::vector<std::size_t> ends_;
  // A hash table: numbers and 1, or 0 where nothing is. Its size is a power of 2.
  std::vector<std::uint32_t> places_;
};

}  // namespace papersearch
