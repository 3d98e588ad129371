// SPDX-License-Identifier: GPL-2.0-or-later
#include "latent_space.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace papersearch {
namespace {

using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Index = Eigen::Index;

// Subspace iteration from a random start (Halko, Martinsson and Tropp 2011, "Finding
// structure with randomness"): so many more dimensions than asked for, so many rounds.
constexpr std::size_t kOversampling = 20;
constexpr int kRounds = 2;
// Directions with less than this share of the largest variance are rounding errors.
constexpr double kLeastVariance = 1e-6;

void add_scaled(float* to, const float* from, float factor, Index count) {
  for (Index i = 0; i < count; ++i) to[i] += factor * from[i];
}

// Calls f(row, column, value) for every entry.
template <class F>
void for_each_entry(const SparseMatrix& matrix, F&& f) {
  std::size_t at = 0;
  for (std::size_t column = 0; column < matrix.columns(); ++column) {
    for (; at < matrix.column_ends[column]; ++at) {
      f(static_cast<Index>(matrix.row[at]), static_cast<Index>(column), matrix.value[at]);
    }
  }
}

Rows multiply(const SparseMatrix& matrix, const Rows& right) {
  Rows out = Rows::Zero(static_cast<Index>(matrix.rows), right.cols());
  for_each_entry(matrix, [&](Index row, Index column, float value) {
    add_scaled(out.row(row).data(), right.row(column).data(), value, right.cols());
  });
  return out;
}

Rows multiply_transposed(const SparseMatrix& matrix, const Rows& right) {
  Rows out = Rows::Zero(static_cast<Index>(matrix.columns()), right.cols());
  for_each_entry(matrix, [&](Index row, Index column, float value) {
    add_scaled(out.row(column).data(), right.row(row).data(), value, right.cols());
  });
  return out;
}

// Signs for a start that is the same everywhere (xorshift64*).
Rows start(Index rows, Index columns) {
  Rows out(rows, columns);
  std::uint64_t state = 0x9E3779B97F4A7C15u;
  for (Index i = 0; i < out.size(); ++i) {
    state ^= state >> 12;
    state ^= state << 25;
    state ^= state >> 27;
    out.data()[i] = (state * 0x2545F4914F6CDD1Du) >> 63 ? 1.0F : -1.0F;
  }
  return out;
}

// Columns of unit length at right angles to each other that span what the columns of
// `matrix` span, those with the largest variance first.
Rows principal_columns(const Rows& matrix) {
  const Eigen::MatrixXd gram = (matrix.transpose() * matrix).cast<double>();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(gram);  // ascending
  const Eigen::VectorXd& variances = solver.eigenvalues();
  const Index all = variances.size();
  Index kept = 0;
  while (kept < all && variances[all - 1 - kept] > kLeastVariance * variances[all - 1])
    ++kept;
  Eigen::MatrixXf turn(all, kept);
  for (Index i = 0; i < kept; ++i) {
    turn.col(i) =
        (solver.eigenvectors().col(all - 1 - i) / std::sqrt(variances[all - 1 - i]))
            .cast<float>();
  }
  return matrix * turn;
}

// Of the two ways that a direction can point, the one where its largest number is
// positive.
void fix_signs(Rows& columns) {
  for (Index i = 0; i < columns.cols(); ++i) {
    Index largest = 0;
    columns.col(i).cwiseAbs().maxCoeff(&largest);
    if (columns(largest, i) < 0) columns.col(i) = -columns.col(i);
  }
}

}  // namespace

LatentSpace find_latent_space(const SparseMatrix& matrix, std::size_t dimensions) {
  LatentSpace out;
  if (matrix.value.empty() || dimensions == 0) return out;
  // Eigen cuts its products by the size of the caches, and so the order of its sums.
  Eigen::setCpuCacheSizes(32 << 10, 256 << 10, 2 << 20);

  const std::size_t width =
      std::min({dimensions + kOversampling, matrix.rows, matrix.columns()});
  Rows papers = multiply(
      matrix, start(static_cast<Index>(matrix.columns()), static_cast<Index>(width)));
  for (int round = 0; round < kRounds; ++round) {
    papers = principal_columns(papers);
    papers = multiply(matrix, principal_columns(multiply_transposed(matrix, papers)));
  }
  // Twice, for the first time leaves rounding errors in the angles.
  papers = principal_columns(principal_columns(papers));
  Rows terms = principal_columns(multiply_transposed(matrix, papers));
  if (terms.cols() > static_cast<Index>(dimensions)) {
    terms = terms.leftCols(static_cast<Index>(dimensions)).eval();
  }
  fix_signs(terms);
  out.dimensions = static_cast<std::size_t>(terms.cols());
  out.coordinates.assign(terms.data(), terms.data() + terms.size());
  return out;
}

}  // namespace papersearch
