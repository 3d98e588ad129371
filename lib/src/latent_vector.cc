// SPDX-License-Identifier: GPL-2.0-or-later
#include "latent_vector.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>

namespace papersearch {
namespace {

constexpr float kLargestByte = 127;
// So large that the rounding of a probe does not count, so small that 300 products of it
// with a byte add up in 32 bits.
constexpr float kLargestNumber = 4095;
constexpr std::size_t kScaleBytes = 4;
// Far more than there are dimensions: a damaged index may hold any direction, and sums of
// its products have to fit into 32 bits.
constexpr std::size_t kMaxDirection = 1 << 16;

// 0 when a number is none: such a vector, of a damaged index, points nowhere.
float largest_magnitude(std::span<const float> vector) {
  float largest = 0;
  for (const float number : vector) {
    if (!std::isfinite(number)) return 0;
    largest = std::max(largest, std::fabs(number));
  }
  return largest;
}

// The next whole number, halves away from zero, whatever the rounding mode.
template <class Int>
Int rounded(float number) {
  return static_cast<Int>(number + std::copysign(0.5F, number));
}

void append_direction(std::span<const float> vector, float largest, std::string& out) {
  for (const float number : vector) {
    out += static_cast<char>(rounded<std::int8_t>(number / largest * kLargestByte));
  }
}

int byte_at(std::string_view bytes, std::size_t i) {
  return static_cast<std::int8_t>(bytes[i]);
}

}  // namespace

std::string encode_direction(std::span<const float> vector) {
  std::string out;
  const float largest = largest_magnitude(vector);
  if (largest > 0) append_direction(vector, largest, out);
  return out;
}

std::string encode_vector(std::span<const float> vector) {
  std::string out;
  const float largest = largest_magnitude(vector);
  if (largest == 0) return out;
  const auto step = std::bit_cast<std::uint32_t>(largest / kLargestByte);
  for (std::size_t i = 0; i < kScaleBytes; ++i) out += static_cast<char>(step >> (8 * i));
  append_direction(vector, largest, out);
  return out;
}

bool add_vector(std::string_view encoded, float factor, std::span<float> sum) {
  if (encoded.size() != kScaleBytes + sum.size()) return false;
  std::uint32_t step = 0;
  for (std::size_t i = 0; i < kScaleBytes; ++i) {
    step |= static_cast<std::uint32_t>(static_cast<unsigned char>(encoded[i])) << (8 * i);
  }
  factor *= std::bit_cast<float>(step);
  encoded.remove_prefix(kScaleBytes);
  for (std::size_t i = 0; i < sum.size(); ++i) {
    sum[i] += factor * static_cast<float>(byte_at(encoded, i));
  }
  return true;
}

Probe::Probe(std::span<const float> vector) {
  const float largest = largest_magnitude(vector);
  if (largest == 0) return;
  double squares = 0;
  for (const float number : vector) {
    numbers_.push_back(rounded<std::int16_t>(number / largest * kLargestNumber));
    squares += static_cast<double>(numbers_.back()) * numbers_.back();
  }
  length_ = std::sqrt(squares);
}

Probe::Probe(std::string_view direction) {
  if (direction.size() > kMaxDirection) return;
  double squares = 0;
  for (std::size_t i = 0; i < direction.size(); ++i) {
    numbers_.push_back(static_cast<std::int16_t>(byte_at(direction, i)));
    squares += static_cast<double>(numbers_.back()) * numbers_.back();
  }
  length_ = std::sqrt(squares);
  if (squares == 0) numbers_.clear();
}

double Probe::cosine(std::string_view direction) const {
  if (is_zero() || direction.size() != numbers_.size()) return 0;
  std::int32_t product = 0;
  std::int32_t squares = 0;
  for (std::size_t i = 0; i < direction.size(); ++i) {
    const std::int32_t byte = byte_at(direction, i);
    product += byte * numbers_[i];
    squares += byte * byte;
  }
  return squares == 0 ? 0 : product / (length_ * std::sqrt(static_cast<double>(squares)));
}

}  // namespace papersearch
