// SPDX-License-Identifier: GPL-2.0-or-later
// Random numbers that are the same with every standard library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace papersearch::bench {

// SplitMix64 (Steele, Lea and Flood 2014). Not for use by several threads.
class Random {
 public:
  // Streams of one seed have nothing to do with each other.
  Random(std::uint64_t seed, std::uint64_t stream) : state_(seed) {
    state_ = next() ^ (stream * 0x9e3779b97f4a7c15u);
    next();
  }

  // Below `count`, which is not 0.
  std::size_t below(std::size_t count) { return next() % count; }
  bool chance(unsigned percent) { return below(100) < percent; }

  template <typename T>
  const T& one_of(const std::vector<T>& values) {
    return values[below(values.size())];
  }

 private:
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

  std::uint64_t state_;
};

}  // namespace papersearch::bench
