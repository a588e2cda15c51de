// The kernels as loops that anyone can read. They are the oracle of kernels/simd.hpp, whose functions have the same
// names and meaning, and they serve number types without lanes.
//
// Kernels know pointers and sizes only. Matrices are row-major and dense. A function that computes a gradient or a
// product adds to its result; every sum runs in the order of the loop.
#pragma once

#include <cstddef>

namespace backprop {

enum class StartsFrom : unsigned char { sums, row, constant };

/// What the sums of a matrix product start from: what C holds (the product is added), a row that is the same for all
/// rows of C (a bias), or a constant (the product is written). The products follow one by one, in the order of k.
template <class Real> struct Start {
  StartsFrom from = StartsFrom::sums;
  const Real* row = nullptr;
  Real constant = 0;

  static Start bias(const Real* row) { return {.from = StartsFrom::row, .row = row}; }
  static Start value(Real constant) { return {.from = StartsFrom::constant, .constant = constant}; }

  Real at(const Real* c, std::size_t i, std::size_t col) const {
    return from == StartsFrom::sums ? c[i] : from == StartsFrom::row ? row[col] : constant;
  }
};

}  // namespace backprop

namespace backprop::scalar {

/// out[i] = f(in₀[i], in₁[i], …). `out` may be one of the inputs.
template <class Real, class F, class... In> void map(std::size_t n, Real* out, F f, const In*... in) {
  for (std::size_t i = 0; i < n; ++i) out[i] = f(in[i]...);
}

/// Σ f(in₀[i], in₁[i], …).
template <class Real, class F, class... In> Real reduce(std::size_t n, F f, const In*... in) {
  Real total = 0;
  for (std::size_t i = 0; i < n; ++i) total += f(in[i]...);
  return total;
}

/// Σ x[i].
template <class Real> Real sum(const Real* x, std::size_t n) {
  Real total = 0;
  for (std::size_t i = 0; i < n; ++i) total += x[i];
  return total;
}

/// Σ a[i] · b[i].
template <class Real> Real dot(const Real* a, const Real* b, std::size_t n) {
  Real total = 0;
  for (std::size_t i = 0; i < n; ++i) total += a[i] * b[i];
  return total;
}

/// y[i] = factor · x[i].
template <class Real> void scale(Real factor, const Real* x, Real* y, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) y[i] = factor * x[i];
}

/// y[i] += factor · x[i].
template <class Real> void addScaled(Real factor, const Real* x, Real* y, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) y[i] += factor * x[i];
}

/// y[i] = value.
template <class Real> void fill(Real value, Real* y, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) y[i] = value;
}

/// y[i] += value.
template <class Real> void addConstant(Real value, Real* y, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) y[i] += value;
}

/// y[c] += Σ over rows r of x[r, c]; x is rows × cols.
template <class Real> void addColumnSums(const Real* x, Real* y, std::size_t rows, std::size_t cols) {
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t c = 0; c < cols; ++c) y[c] += x[r * cols + c];
}

/// C = start + A·B with A (m, k), B (k, n), C (m, n); without `start`, C += A·B.
template <class Real>
void matmulNN(const Real* a, const Real* b, Real* c, std::size_t m, std::size_t n, std::size_t k,
              const Start<Real>& start = {}) {
  for (std::size_t i = 0; i < m; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      Real total = start.at(c, i * n + j, j);
      for (std::size_t p = 0; p < k; ++p) total += a[i * k + p] * b[p * n + j];
      c[i * n + j] = total;
    }
}

/// C = start + A·Bᵀ with A (m, k), B (n, k), C (m, n).
template <class Real>
void matmulNT(const Real* a, const Real* b, Real* c, std::size_t m, std::size_t n, std::size_t k,
              const Start<Real>& start = {}) {
  for (std::size_t i = 0; i < m; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      Real total = start.at(c, i * n + j, j);
      for (std::size_t p = 0; p < k; ++p) total += a[i * k + p] * b[j * k + p];
      c[i * n + j] = total;
    }
}

/// C = start + Aᵀ·B with A (k, m), B (k, n), C (m, n).
template <class Real>
void matmulTN(const Real* a, const Real* b, Real* c, std::size_t m, std::size_t n, std::size_t k,
              const Start<Real>& start = {}) {
  for (std::size_t i = 0; i < m; ++i)
    for (std::size_t j = 0; j < n; ++j) {
      Real total = start.at(c, i * n + j, j);
      for (std::size_t p = 0; p < k; ++p) total += a[p * m + i] * b[p * n + j];
      c[i * n + j] = total;
    }
}

}  // namespace backprop::scalar
