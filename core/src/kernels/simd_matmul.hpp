// Matrix products in 128-bit lanes; meaning and shapes as in kernels/scalar.hpp.
//
// NN and TN keep a small tile of C in registers while they walk along k, and add in the order of the scalar loop, so
// their results are the scalar ones to the bit. NT has k contiguous on both sides and is made of dot products in lanes.
#pragma once

#include "kernels/simd.hpp"

namespace backprop::simd {

/// A tile of C, `Rows` × `Batches` lanes at (i, j): sums over p of a(i + r, p) · B[p, j …], then adds to C.
/// A's element (row, p) is a[row · rowStride + p · stepStride], which serves A and Aᵀ alike.
template <std::size_t Rows, std::size_t Batches, std::floating_point Real>
void addTile(const Real* a, std::size_t rowStride, std::size_t stepStride, const Real* b, Real* c, std::size_t n,
             std::size_t k) {
  constexpr std::size_t width = laneCount<Real>;
  Lanes<Real> total[Rows][Batches];
  for (auto& row : total)
    for (auto& lanes : row) lanes = Lanes<Real>(Real(0));
  for (std::size_t p = 0; p < k; ++p) {
    Lanes<Real> right[Batches];
    for (std::size_t s = 0; s < Batches; ++s) right[s] = loadLanes(b + p * n + s * width);
    for (std::size_t r = 0; r < Rows; ++r) {
      const Lanes<Real> left(a[r * rowStride + p * stepStride]);
      for (std::size_t s = 0; s < Batches; ++s) total[r][s] += left * right[s];
    }
  }
  for (std::size_t r = 0; r < Rows; ++r)
    for (std::size_t s = 0; s < Batches; ++s) {
      Real* target = c + r * n + s * width;
      (loadLanes(target) + total[r][s]).store_unaligned(target);
    }
}

/// `Rows` whole rows of C: wide tiles, then narrow ones, then the columns that fill no batch.
template <std::size_t Rows, std::floating_point Real>
void addRows(const Real* a, std::size_t rowStride, std::size_t stepStride, const Real* b, Real* c, std::size_t n,
             std::size_t k) {
  constexpr std::size_t width = laneCount<Real>;
  std::size_t j = 0;
  for (; j + 2 * width <= n; j += 2 * width) addTile<Rows, 2>(a, rowStride, stepStride, b + j, c + j, n, k);
  for (; j + width <= n; j += width) addTile<Rows, 1>(a, rowStride, stepStride, b + j, c + j, n, k);
  for (; j < n; ++j)
    for (std::size_t r = 0; r < Rows; ++r) {
      Real total = 0;
      for (std::size_t p = 0; p < k; ++p) total += a[r * rowStride + p * stepStride] * b[p * n + j];
      c[r * n + j] += total;
    }
}

template <std::floating_point Real>
void matmulStrided(const Real* a, std::size_t rowStride, std::size_t stepStride, const Real* b, Real* c, std::size_t m,
                   std::size_t n, std::size_t k) {
  std::size_t i = 0;
  for (; i + 4 <= m; i += 4) addRows<4>(a + i * rowStride, rowStride, stepStride, b, c + i * n, n, k);
  for (; i < m; ++i) addRows<1>(a + i * rowStride, rowStride, stepStride, b, c + i * n, n, k);
}

/// C += A·B with A (m, k), B (k, n), C (m, n).
template <std::floating_point Real>
void matmulNN(const Real* a, const Real* b, Real* c, std::size_t m, std::size_t n, std::size_t k) {
  matmulStrided(a, k, 1, b, c, m, n, k);
}

/// C += Aᵀ·B with A (k, m), B (k, n), C (m, n).
template <std::floating_point Real>
void matmulTN(const Real* a, const Real* b, Real* c, std::size_t m, std::size_t n, std::size_t k) {
  matmulStrided(a, 1, m, b, c, m, n, k);
}

/// C += A·Bᵀ with A (m, k), B (n, k), C (m, n).
template <std::floating_point Real>
void matmulNT(const Real* a, const Real* b, Real* c, std::size_t m, std::size_t n, std::size_t k) {
  for (std::size_t i = 0; i < m; ++i)
    for (std::size_t j = 0; j < n; ++j) c[i * n + j] += dot(a + i * k, b + j * k, k);
}

}  // namespace backprop::simd
