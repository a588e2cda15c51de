// Runs an elementwise rule over whole matrices: fast loops where shapes agree, strides where one is broadcast.
#pragma once

#include "kernels/kernels.hpp"
#include "ops/rule.hpp"

namespace backprop {

/// The kernels for rule `R` and number type `Real`: in lanes only if the rule's formulas compile for them.
template <class R, class Real> inline constexpr bool usesLanes = R::hasLanes&& std::floating_point<Real>;

template <class R, class Real> void unaryForward(const Operands<Real>& node) {
  const std::size_t n = node.shape.size();
  if constexpr (usesLanes<R, Real>)
    simd::map<R>(node.in[0].value, node.y, n);
  else
    scalar::map<R>(node.in[0].value, node.y, n);
}

template <class R, class Real> void unaryBackward(const Operands<Real>& node) {
  const std::size_t n = node.shape.size();
  const Operand<Real>& x = node.in[0];
  if constexpr (usesLanes<R, Real>)
    simd::mapBackward<R>(x.value, node.y, node.dy, x.gradient, n);
  else
    scalar::mapBackward<R>(x.value, node.y, node.dy, x.gradient, n);
}

/// Where element (r, c) of a broadcast operand lies: a dimension of size 1 does not advance.
struct BroadcastStride {
  explicit BroadcastStride(Shape shape) : row(shape.rows == 1 ? 0 : shape.cols), col(shape.cols == 1 ? 0 : 1) {}
  std::size_t at(std::size_t r, std::size_t c) const { return r * row + c * col; }
  std::size_t row, col;
};

/// Calls f(index in a, index in b, index in y) for every element of y.
template <class Real, class F> void forEachBroadcast(const Operands<Real>& node, F f) {
  const BroadcastStride a(node.in[0].shape), b(node.in[1].shape);
  for (std::size_t r = 0, i = 0; r < node.shape.rows; ++r)
    for (std::size_t c = 0; c < node.shape.cols; ++c, ++i) f(a.at(r, c), b.at(r, c), i);
}

template <class R, class Real> void binaryForward(const Operands<Real>& node) {
  const auto& [a, b, unused] = node.in;
  if (a.shape != b.shape) {
    forEachBroadcast(
        node, [&](std::size_t ia, std::size_t ib, std::size_t i) { node.y[i] = R::forward(a.value[ia], b.value[ib]); });
    return;
  }
  const std::size_t n = node.shape.size();
  if constexpr (usesLanes<R, Real>)
    simd::zip<R>(a.value, b.value, node.y, n);
  else
    scalar::zip<R>(a.value, b.value, node.y, n);
}

template <class R, class Real> void binaryBackward(const Operands<Real>& node) {
  const auto& [a, b, unused] = node.in;
  if (a.shape != b.shape) {  // a broadcast element was used many times: its contributions add up
    forEachBroadcast(node, [&](std::size_t ia, std::size_t ib, std::size_t i) {
      if (a.gradient) a.gradient[ia] += node.dy[i] * R::da(a.value[ia], b.value[ib], node.y[i]);
      if (b.gradient) b.gradient[ib] += node.dy[i] * R::db(a.value[ia], b.value[ib], node.y[i]);
    });
    return;
  }
  const std::size_t n = node.shape.size();
  if constexpr (usesLanes<R, Real>) {
    if (a.gradient) simd::zipBackwardA<R>(a.value, b.value, node.y, node.dy, a.gradient, n);
    if (b.gradient) simd::zipBackwardB<R>(a.value, b.value, node.y, node.dy, b.gradient, n);
  } else {
    if (a.gradient) scalar::zipBackwardA<R>(a.value, b.value, node.y, node.dy, a.gradient, n);
    if (b.gradient) scalar::zipBackwardB<R>(a.value, b.value, node.y, node.dy, b.gradient, n);
  }
}

}  // namespace backprop
