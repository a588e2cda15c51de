// Runs an elementwise rule of networks over whole tensors: loops of its own where shapes agree, and the one of all
// where an input is broadcast.
#pragma once

#include "kernels/kernels.hpp"
#include "ops/compact_elementwise.hpp"

namespace backprop {

/// The loop over equally long arrays: in lanes if the rule's formulas compile for them.
template <class R, class Real, class F, class... In>
[[gnu::always_inline]] inline void mapWith(std::size_t n, Real* out, F f, const In*... in) {
  if constexpr (usesLanes<R> && std::floating_point<Real> && R::isShort)
    simd::mapInTurns<1>(n, out, f, in...);
  else if constexpr (usesLanes<R> && std::floating_point<Real>)
    simd::map(n, out, f, in...);
  else
    scalar::map(n, out, f, in...);
}

template <class R, class Real>
[[gnu::always_inline]] inline void elementwiseForward(const R& rule, const Operands<Real>& node) {
  if (!isAligned<R::arity>(node)) return compact::forward(ruleElement<R, Real>, node);
  withInputs<R::arity>([&](auto... k) __attribute__((always_inline)) {
    mapWith<R>(
        node.shape.size(), node.y, [&rule](auto... x) { return forwardOf(rule, x...); }, node.in[k].value...);
  });
}

/// (dx, dy, inputs…, y) → dx + what dy sends back to input k.
template <std::size_t k, class R> struct Accumulate {
  const R& rule;
  auto operator()(auto dx, auto dy, auto... xy) const { return dx + contribution<k>(rule, dy, xy...); }
};

/// Adds to the gradient of input k.
template <std::size_t k, class R, class Real>
[[gnu::always_inline]] inline void elementwiseBackwardTo(const R& rule, const Operands<Real>& node) {
  Real* const gradient = node.in[k].gradient;
  if (!gradient) return;
  withInputs<R::arity>([&](auto... j) __attribute__((always_inline)) {
    mapWith<R>(node.shape.size(), gradient, Accumulate<k, R>{rule}, gradient, node.dy, node.in[j].value..., node.y);
  });
}

template <class R, class Real>
[[gnu::always_inline]] inline void elementwiseBackward(const R& rule, const Operands<Real>& node) {
  if (!isAligned<R::arity>(node)) return compact::backward(ruleElement<R, Real>, node);
  withInputs<R::arity>([&](auto... k) __attribute__((always_inline)) { (elementwiseBackwardTo<k>(rule, node), ...); });
}

}  // namespace backprop
