// SPDX-License-Identifier: GPL-2.0-or-later
#include "significance.h"

#include <cmath>
#include <cstdint>
#include <random>

namespace papersearch::quality {
namespace {

constexpr int kRounds = 20'000;
constexpr std::uint64_t kSeed = 20250423;

}  // namespace

double randomization_p(const std::vector<double>& differences) {
  double observed = 0;
  double size = 0;
  for (const double difference : differences) {
    observed += difference;
    size += std::abs(difference);
  }
  // Sums of the same numbers in another order may differ in their last bits.
  const double reached = std::abs(observed) - 1e-9 * size;
  std::mt19937_64 random(kSeed);
  int as_far = 0;
  for (int round = 0; round < kRounds; ++round) {
    double sum = 0;
    std::uint64_t signs = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      if (i % 64 == 0) signs = random();
      sum += (signs >> i % 64 & 1) != 0 ? differences[i] : -differences[i];
    }
    if (std::abs(sum) >= reached) ++as_far;
  }
  // The observed assignment is one of the possible ones.
  return (as_far + 1.0) / (kRounds + 1.0);
}

}  // namespace papersearch::quality
