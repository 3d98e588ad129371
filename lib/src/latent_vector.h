// SPDX-License-Identifier: GPL-2.0-or-later
// Vectors of the latent space as they are stored: one signed byte a number.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace papersearch {

// Where a vector points, its length forgotten: for papers, which are compared by angle.
// As many bytes as numbers, the largest of them 127 or -127; empty for a vector of zeros.
std::string encode_direction(std::span<const float> vector);

// The vector itself: what one step of a byte is worth (four bytes, IEEE 754,
// little-endian), then its direction; empty for a vector of zeros. For terms, which are
// added up. Each number is off by half a step at most, the 254th part of the largest.
std::string encode_vector(std::span<const float> vector);

// Adds `factor` times the encoded vector to `sum`. False, and nothing added, when it is
// not of the size of `sum`.
bool add_vector(std::string_view encoded, float factor, std::span<float> sum);

// A vector that many directions are compared with.
class Probe {
 public:
  Probe() = default;  // compares with nothing: all cosines are 0
  explicit Probe(std::span<const float> vector);
  explicit Probe(std::string_view direction);

  bool is_zero() const { return numbers_.empty(); }
  // The cosine of the angle between the two, -1 to 1; 0 when the direction is not of the
  // vector's size.
  double cosine(std::string_view direction) const;

 private:
  std::vector<std::int16_t> numbers_;
  double length_ = 0;
};

}  // namespace papersearch
