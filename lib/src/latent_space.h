// SPDX-License-Identifier: GPL-2.0-or-later
// The truncated singular value decomposition behind latent semantics (Deerwester et al.
// 1990, "Indexing by latent semantic analysis"), of plain numbers: it knows no index.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace papersearch {

// A sparse matrix by columns: one row a paper, one column a term.
struct SparseMatrix {
  std::size_t rows = 0;
  std::vector<std::size_t> column_ends;  // one a column: where its entries end
  std::vector<std::uint32_t> row;        // one an entry
  std::vector<float> value;

  std::size_t columns() const { return column_ends.size(); }
};

// The right singular vectors of a matrix with the largest singular values, largest first.
struct LatentSpace {
  std::size_t dimensions = 0;
  // By columns of the matrix: column c has coordinates[c * dimensions] and what follows.
  std::vector<float> coordinates;
};

// At most `dimensions` of them, fewer where the matrix has a lower rank. One thread, no
// chance: the same matrix gives the same bits. Takes memory for (rows + columns) x
// (dimensions + 20) x 8 bytes.
LatentSpace find_latent_space(const SparseMatrix& matrix, std::size_t dimensions);

}  // namespace papersearch
