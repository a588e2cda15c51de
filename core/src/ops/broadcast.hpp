// How the elements of an elementwise operation's inputs belong to those of its output.
#pragma once

#include <algorithm>
#include <utility>

#include "ops/rule.hpp"

namespace backprop {

/// Where element (p, r, c) of a broadcast operand lies: a dimension of size 1 does not advance.
struct BroadcastStride {
  BroadcastStride() = default;
  explicit BroadcastStride(Shape shape)
      : plane(shape.planes == 1 ? 0 : std::size_t{shape.rows} * shape.cols),
        row(shape.rows == 1 ? 0 : shape.cols),
        col(shape.cols == 1 ? 0 : 1) {}
  std::size_t at(std::size_t p, std::size_t r, std::size_t c) const { return p * plane + r * row + c * col; }
  std::size_t plane = 0, row = 0, col = 0;
};

/// Calls f(i, at) for every element i of y; `at(k)` is the index of the element of input k that belongs to it.
template <std::size_t arity, class Real, class F> void forEachBroadcast(const Operands<Real>& node, F f) {
  std::array<BroadcastStride, arity> strides;
  for (std::size_t k = 0; k < arity; ++k) strides[k] = BroadcastStride(node.in[k].shape);
  std::size_t i = 0;
  for (std::size_t p = 0; p < node.shape.planes; ++p)
    for (std::size_t r = 0; r < node.shape.rows; ++r)
      for (std::size_t c = 0; c < node.shape.cols; ++c, ++i)
        f(i, [&, p, r, c](std::size_t k) { return strides[k].at(p, r, c); });
}

/// Whether input and output lie in memory in the same way.
template <std::size_t arity, class Real> bool isAligned(const Operands<Real>& node) {
  for (std::size_t k = 0; k < arity; ++k)
    if (node.in[k].shape.size() != node.shape.size()) return false;
  return true;
}

/// Calls f(std::integral_constant<std::size_t, k>...) with k = 0 … arity − 1.
template <std::size_t arity, class F> [[gnu::always_inline]] inline decltype(auto) withInputs(F f) {
  return [&]<std::size_t... k>(std::index_sequence<k...>) __attribute__((always_inline)) {
    return f(std::integral_constant<std::size_t, k>{}...);
  }
  (std::make_index_sequence<arity>{});
}

/// The node with the rule's own number in the place of a last input that was left out, if it may be.
template <class R, class Real> decltype(auto) completed(const Operands<Real>& node) {
  if constexpr (R::info.optionalInputs == 0) {
    return (node);
  } else {
    static constexpr Real standIn(R::whenLeftOut);
    Operands<Real> whole = node;
    auto& last = whole.in[R::arity - 1];
    if (!last.value) last.value = &standIn;
    return whole;
  }
}

}  // namespace backprop
