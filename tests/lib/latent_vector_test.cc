// SPDX-License-Identifier: GPL-2.0-or-later
#include "latent_vector.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace papersearch {
namespace {

std::vector<float> random_vector(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<float> number(-3, 3);
  std::vector<float> out(size);
  for (float& one : out) one = number(random);
  return out;
}

double cosine(const std::vector<float>& a, const std::vector<float>& b) {
  double product = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    product += static_cast<double>(a[i]) * b[i];
    aa += static_cast<double>(a[i]) * a[i];
    bb += static_cast<double>(b[i]) * b[i];
  }
  return product / std::sqrt(aa * bb);
}

TEST(LatentVector, ComesBackWithinHalfAStep) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const std::vector<float> vector = random_vector(200, seed);
    float largest = 0;
    for (const float number : vector) largest = std::max(largest, std::fabs(number));
    std::vector<float> back(200);
    ASSERT_TRUE(add_vector(encode_vector(vector), 1, back));
    for (std::size_t i = 0; i < vector.size(); ++i) {
      ASSERT_NEAR(back[i], vector[i], largest / 254 * 1.001)
          << "number " << i << ", seed " << seed;
    }
  }
}

TEST(LatentVector, OfAPaperTakesAByteANumber) {
  EXPECT_EQ(encode_direction(random_vector(300, 1)).size(), 300u);
  EXPECT_EQ(encode_vector(random_vector(300, 1)).size(), 304u);
}

TEST(LatentVector, HasTheSameBytesEverywhere) {
  const std::vector<float> vector = {1, -0.5F, 0.25F, 0};
  EXPECT_EQ(encode_direction(vector), std::string("\x7F\xC0\x20\x00", 4));
  const std::vector<float> whole = {254, -127};  // a step of 2
  EXPECT_EQ(encode_vector(whole), std::string("\x00\x00\x00\x40\x7F\xC0", 6));
}

TEST(LatentVector, OfZerosIsEmpty) {
  EXPECT_EQ(encode_direction(std::vector<float>(5)), "");
  EXPECT_EQ(encode_vector(std::vector<float>(5)), "");
  EXPECT_EQ(encode_direction({}), "");
}

TEST(LatentVector, OfNoNumbersIsEmpty) {
  for (const float bad :
       {std::numeric_limits<float>::infinity(), std::numeric_limits<float>::quiet_NaN()}) {
    const std::vector<float> vector = {1, bad};
    EXPECT_EQ(encode_direction(vector), "");
    EXPECT_EQ(encode_vector(vector), "");
    EXPECT_TRUE(Probe(vector).is_zero());
  }
}

TEST(LatentVector, IsAddedTimesAFactor) {
  std::vector<float> sum = {1, 1};
  ASSERT_TRUE(add_vector(encode_vector(std::vector<float>{127, -127}), 2, sum));
  EXPECT_EQ(sum, (std::vector<float>{255, -253}));
}

TEST(LatentVector, OfAnotherSizeIsNotAdded) {
  std::vector<float> sum = {1, 2};
  EXPECT_FALSE(add_vector(encode_vector(std::vector<float>{1, 2, 3}), 1, sum));
  EXPECT_FALSE(add_vector("", 1, sum));
  EXPECT_FALSE(add_vector("abc", 1, sum));
  EXPECT_EQ(sum, (std::vector<float>{1, 2}));
}

TEST(Probe, FindsTheCosineToWithinTheRounding) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const std::vector<float> a = random_vector(200, seed);
    std::vector<float> b = random_vector(200, seed + 1000);
    for (std::size_t i = 0; i < b.size(); ++i)
      b[i] += 0.1F * static_cast<float>(seed) * a[i];
    const double expected = cosine(a, b);
    EXPECT_NEAR(Probe(a).cosine(encode_direction(b)), expected, 0.003) << "seed " << seed;
    const std::string direction = encode_direction(a);
    EXPECT_NEAR(Probe(std::string_view(direction)).cosine(encode_direction(b)), expected,
                0.005)
        << "seed " << seed;
  }
}

TEST(Probe, IsOneForItselfAndMinusOneForTheOpposite) {
  const std::vector<float> vector = {3, -1, 2};
  const std::vector<float> opposite = {-3, 1, -2};
  EXPECT_NEAR(Probe(vector).cosine(encode_direction(vector)), 1, 1e-4);
  EXPECT_NEAR(Probe(vector).cosine(encode_direction(opposite)), -1, 1e-4);
}

TEST(Probe, IsZeroForWhatItCannotCompare) {
  const std::vector<float> vector = {1, 2};
  EXPECT_EQ(Probe(vector).cosine(""), 0);
  EXPECT_EQ(Probe(vector).cosine("abc"), 0);
  EXPECT_EQ(Probe(vector).cosine(std::string(2, '\0')), 0);
  EXPECT_EQ(Probe().cosine("ab"), 0);
  EXPECT_EQ(Probe(std::string_view()).cosine(""), 0);
  EXPECT_TRUE(Probe(std::string_view("\0\0", 2)).is_zero());
}

// The extremes of all bytes and the most dimensions: the sums must fit.
TEST(Probe, DoesNotOverflow) {
  const std::vector<float> vector(300, -1);
  EXPECT_NEAR(Probe(vector).cosine(std::string(300, '\x80')), 1, 1e-6);
  EXPECT_NEAR(Probe(vector).cosine(std::string(300, '\x7F')), -1, 1e-6);
  // Of a damaged index.
  const std::string longest(1 << 16, '\x80');
  EXPECT_NEAR(Probe(std::string_view(longest)).cosine(longest), 1, 1e-6);
  EXPECT_TRUE(Probe(std::string_view(longest + longest)).is_zero());
}

}  // namespace
}  // namespace papersearch
