// Small matrix products, for networks whose layers have a few units: nothing is copied that need not be, and the tiles
// of C are as high as the product allows.
#pragma once

#include <algorithm>

#include "kernels/batch.hpp"
#include "kernels/scalar.hpp"

namespace backprop::simd {

/// A matrix seen as lines along which k runs: rows of A, columns of B. One of the strides is 1.
template <class Real> struct Lines {
  const Real* first;
  std::size_t lineStride, depthStride;
  const Real* at(std::size_t line, std::size_t depth) const { return first + line * lineStride + depth * depthStride; }
};

}  // namespace backprop::simd

namespace backprop::simd::small {

/// Up to so many products m · n · k; for more it pays to copy both sides into panels.
inline constexpr std::size_t most = 2048;

/// Numbers of C, or those it starts from: one batch of columns, of which `cols` are there.
template <class Number> struct Rows {
  Number* first;
  std::size_t stride, cols;
};

template <class Real> [[gnu::always_inline]] inline Lanes<Real> load(const Rows<const Real>& from, std::size_t row) {
  const Real* x = from.first + row * from.stride;
  return from.cols == laneCount<Real> ? loadLanes(x) : loadPartial(x, from.cols);
}

template <class Real>
[[gnu::always_inline]] inline void store(const Rows<Real>& to, std::size_t row, const Lanes<Real>& lanes) {
  Real* x = to.first + row * to.stride;
  if (to.cols == laneCount<Real>)
    lanes.store_unaligned(x);
  else
    storePartial(x, to.cols, lanes);
}

/// `count` rows from `row` on, while k runs.
template <std::size_t count, class Real>
[[gnu::always_inline]] inline void computeRows(const Lines<Real>& a, const Real* b, std::size_t stride,
                                               const Rows<const Real>& from, const Rows<Real>& to, std::size_t row,
                                               std::size_t depth) {
  Lanes<Real> total[count];
  repeat<count>([&](auto r) { total[r] = load<Real>(from, row + r); });
  const Real* left = a.first + row * a.lineStride;
  for (std::size_t p = 0; p < depth; ++p, left += a.depthStride, b += stride) {
    const Lanes<Real> right = loadLanes(b);
    repeat<count>([&](auto r) { total[r] += Lanes<Real>(left[r * a.lineStride]) * right; });
  }
  repeat<count>([&](auto r) { store<Real>(to, row + r, total[r]); });
}

/// All rows, for a depth so small that the columns of B stay in registers.
template <std::size_t depth, class Real>
[[gnu::always_inline]] inline void computeShallow(const Lines<Real>& a, const Real* b, std::size_t stride,
                                                  const Rows<const Real>& from, const Rows<Real>& to,
                                                  std::size_t rows) {
  Lanes<Real> right[depth];
  repeat<depth>([&](auto p) { right[p] = loadLanes(b + p * stride); });
  const bool same = from.stride == 0;
  const Lanes<Real> first = same ? load<Real>(from, 0) : Lanes<Real>(Real(0));
  for (std::size_t row = 0; row < rows; ++row) {
    Lanes<Real> total = same ? first : load<Real>(from, row);
    repeat<depth>([&](auto p) { total += Lanes<Real>(a.first[row * a.lineStride + p * a.depthStride]) * right[p]; });
    store<Real>(to, row, total);
  }
}

/// C = start + A·B, number by number.
template <class Real>
[[gnu::always_inline]] inline void multiplyNumbers(const Lines<Real>& a, const Lines<Real>& b, Real* c, std::size_t m,
                                                   std::size_t n, std::size_t k, const Start<Real>& start) {
  for (std::size_t i = 0; i < m; ++i)
    for (std::size_t j = 0; j < n; ++j, ++c) {
      Real total = start.at(c, 0, j);
      const Real *left = a.first + i * a.lineStride, *right = b.first + j * b.lineStride;
      for (std::size_t p = 0; p < k; ++p, left += a.depthStride, right += b.depthStride) total += *left * *right;
      *c = total;
    }
}

/// C = start + A·B for at most `most` products. `panel` has room for k batches of lanes.
template <class Real>
[[gnu::always_inline]] inline void multiply(const Lines<Real>& a, const Lines<Real>& b, Real* c, std::size_t m,
                                            std::size_t n, std::size_t k, const Start<Real>& start, Real* panel) {
  constexpr std::size_t lanes = laneCount<Real>;
  // One row or column leaves most lanes empty: plain numbers are as fast.
  if (n == 1 || (m == 1 && n < lanes)) return multiplyNumbers<Real>(a, b, c, m, n, k, start);
  Real constant[lanes];
  Lanes<Real>(start.constant).store_unaligned(constant);
  for (std::size_t j = 0; j < n; j += lanes) {
    const std::size_t cols = std::min(lanes, n - j);
    const Real* right = b.first + j * b.lineStride;
    std::size_t stride = b.depthStride;
    if (b.lineStride != 1 || cols < lanes) {  // what the lanes beyond `cols` hold does not matter
      for (std::size_t p = 0; p < k; ++p)
        for (std::size_t line = 0; line < cols; ++line)
          panel[p * lanes + line] = right[line * b.lineStride + p * b.depthStride];
      right = panel;
      stride = lanes;
    }
    Rows<const Real> from{c + j, n, cols};
    if (start.from == StartsFrom::row) from = {start.row + j, 0, cols};
    if (start.from == StartsFrom::constant) from = {constant, 0, cols};
    const Rows<Real> to{c + j, n, cols};
    if (k == 1) {
      computeShallow<1, Real>(a, right, stride, from, to, m);
    } else if (k == 2) {
      computeShallow<2, Real>(a, right, stride, from, to, m);
    } else if (k == 4) {
      computeShallow<4, Real>(a, right, stride, from, to, m);
    } else {
      std::size_t row = 0;
      for (; row + 4 <= m; row += 4) computeRows<4, Real>(a, right, stride, from, to, row, k);
      for (; row + 2 <= m; row += 2) computeRows<2, Real>(a, right, stride, from, to, row, k);
      if (row < m) computeRows<1, Real>(a, right, stride, from, to, row, k);
    }
  }
}

}  // namespace backprop::simd::small
