// SPDX-License-Identifier: GPL-2.0-or-later
#include "latent_space.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <random>
#include <vector>

namespace papersearch {
namespace {

using Dense = std::vector<std::vector<double>>;  // rows of columns

SparseMatrix sparse(const Dense& rows) {
  SparseMatrix out;
  out.rows = rows.size();
  for (std::size_t column = 0; column < rows[0].size(); ++column) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
      if (rows[row][column] == 0) continue;
      out.row.push_back(static_cast<std::uint32_t>(row));
      out.value.push_back(static_cast<float>(rows[row][column]));
    }
    out.column_ends.push_back(out.row.size());
  }
  return out;
}

// A matrix of `rank` patterns that shrink quickly, so that its singular vectors are
// well told apart.
Dense patterned(std::size_t rows, std::size_t columns, std::size_t rank, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<double> number;
  Dense out(rows, std::vector<double>(columns));
  for (std::size_t pattern = 0; pattern < rank; ++pattern) {
    std::vector<double> left(rows), right(columns);
    for (double& one : left) one = number(random);
    for (double& one : right) one = number(random);
    for (std::size_t r = 0; r < rows; ++r) {
      for (std::size_t c = 0; c < columns; ++c) {
        out[r][c] += std::pow(0.6, static_cast<double>(pattern)) * left[r] * right[c];
      }
    }
  }
  return out;
}

std::vector<double> column_of(const LatentSpace& space, std::size_t dimension) {
  std::vector<double> out;
  for (std::size_t i = dimension; i < space.coordinates.size(); i += space.dimensions) {
    out.push_back(space.coordinates[i]);
  }
  return out;
}

double dot(const std::vector<double>& a, const std::vector<double>& b) {
  double out = 0;
  for (std::size_t i = 0; i < a.size(); ++i) out += a[i] * b[i];
  return out;
}

// transposed(matrix) * matrix * vector
std::vector<double> applied(const Dense& matrix, const std::vector<double>& vector) {
  std::vector<double> out(vector.size());
  for (const std::vector<double>& row : matrix) {
    const double share = dot(row, vector);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] += share * row[i];
  }
  return out;
}

TEST(LatentSpace, HasColumnsOfUnitLengthAtRightAngles) {
  const LatentSpace space = find_latent_space(sparse(patterned(90, 70, 40, 1)), 10);
  ASSERT_EQ(space.dimensions, 10u);
  ASSERT_EQ(space.coordinates.size(), 700u);
  for (std::size_t i = 0; i < 10; ++i) {
    for (std::size_t j = 0; j < 10; ++j) {
      EXPECT_NEAR(dot(column_of(space, i), column_of(space, j)), i == j, 1e-3)
          << i << ' ' << j;
    }
  }
}

TEST(LatentSpace, HoldsTheSingularVectorsLargestFirst) {
  const Dense matrix = patterned(90, 70, 40, 2);
  const LatentSpace space = find_latent_space(sparse(matrix), 8);
  double before = 1e300;
  for (std::size_t i = 0; i < 8; ++i) {
    const std::vector<double> vector = column_of(space, i);
    const std::vector<double> image = applied(matrix, vector);
    const double square = dot(vector, image);  // of the singular value
    double error = 0;
    for (std::size_t j = 0; j < vector.size(); ++j) {
      error += std::pow(image[j] - square * vector[j], 2);
    }
    EXPECT_LT(std::sqrt(error), 1e-3 * square) << "vector " << i;
    EXPECT_LT(square, before) << "vector " << i;
    before = square;
  }
}

TEST(LatentSpace, HasNoMoreDimensionsThanTheMatrixHasRanks) {
  EXPECT_EQ(find_latent_space(sparse(patterned(60, 50, 3, 3)), 10).dimensions, 3u);
  EXPECT_EQ(find_latent_space(sparse({{1, 0}, {0, 2}}), 10).dimensions, 2u);
}

TEST(LatentSpace, OfNothingIsNothing) {
  EXPECT_EQ(find_latent_space({}, 10).dimensions, 0u);
  EXPECT_EQ(find_latent_space(sparse({{0, 0}}), 10).dimensions, 0u);
  EXPECT_EQ(find_latent_space(sparse({{1, 2}}), 0).dimensions, 0u);
}

TEST(LatentSpace, PointsTheLargestNumberUp) {
  const LatentSpace space = find_latent_space(sparse(patterned(40, 30, 20, 4)), 5);
  for (std::size_t i = 0; i < space.dimensions; ++i) {
    double largest = 0;
    for (const double number : column_of(space, i)) {
      if (std::fabs(number) > std::fabs(largest)) largest = number;
    }
    EXPECT_GT(largest, 0) << "vector " << i;
  }
}

TEST(LatentSpace, IsTheSameBitForBitEachTime) {
  const SparseMatrix matrix = sparse(patterned(200, 150, 60, 5));
  const LatentSpace first = find_latent_space(matrix, 40);
  for (int again = 0; again < 3; ++again) {
    const LatentSpace next = find_latent_space(matrix, 40);
    ASSERT_EQ(next.coordinates.size(), first.coordinates.size());
    EXPECT_EQ(std::memcmp(next.coordinates.data(), first.coordinates.data(),
                          first.coordinates.size() * sizeof(float)),
              0);
  }
}

}  // namespace
}  // namespace papersearch
