// ops/elementwise.hpp for what should be small: each rule is compiled as functions of single numbers, and one loop runs
// them all. The results are the same to the bit.
#pragma once

#include "ops/broadcast.hpp"

namespace backprop {

/// A rule's formulas for one element. `in` holds the inputs, and for a derivative the output behind them.
template <class Real> struct Element {
  using Value = Real (*)(const Attributes&, const Real* in);
  using Slope = Real (*)(const Attributes&, std::size_t k, const Real* in);

  std::size_t arity;
  bool zeroBlocks;
  Value value;  // by the C library's functions
  Slope slope;
  Value laneValue;  // by those of lanes, as whole tensors are computed
  Slope laneSlope;
};

namespace compact {

inline double numberOf(double x) { return x; }
inline float numberOf(float x) { return x; }
template <class Real> Dual<Real> numberOf(Dual<Real> x) { return x; }
#ifdef BACKPROP_COMPACT
template <class Real> Real numberOf(Lane<Real> x) { return x.x; }
#else
template <class Real, class Arch> Real numberOf(const xsimd::batch<Real, Arch>& x) { return x.get(0); }
#endif

/// `Number` is Real, or its lanes.
template <class R, class Number, class Real> Real value(const Attributes& attributes, const Real* in) {
  const R rule = ruleWith<R>(attributes);
  return withInputs<R::arity>([&](auto... k) { return numberOf(rule.forward(Number(in[k])...)); });
}

template <class R, class Number, class Real> Real slope(const Attributes& attributes, std::size_t k, const Real* in) {
  const R rule = ruleWith<R>(attributes);
  return withInputs<R::arity + 1>([&](auto... j) {
    if constexpr (R::arity > 2)
      if (k == 2) return numberOf(derivative<2>(rule, Number(in[j])...));
    if constexpr (R::arity > 1)
      if (k == 1) return numberOf(derivative<1>(rule, Number(in[j])...));
    return numberOf(derivative<0>(rule, Number(in[j])...));
  });
}

/// What a whole tensor is computed with.
template <class R, class Real> struct LanesOr { using Number = Real; };
template <class R, std::floating_point Real>
requires usesLanes<R>
struct LanesOr<R, Real> {
  using Number = Lanes<Real>;
};

template <class R, class Real> constexpr Element<Real> elementFor() {
  using Number = typename LanesOr<R, Real>::Number;
  Element<Real> element{R::arity, R::zeroBlocks, &value<R, Real, Real>, nullptr, &value<R, Number, Real>, nullptr};
  if constexpr (!R::info.stopsGradient) {
    element.slope = &slope<R, Real, Real>;
    element.laneSlope = &slope<R, Number, Real>;
  } else {
    element.zeroBlocks = false;
  }
  return element;
}

/// y; of dual numbers where a rule chooses as `forwardOf` has it.
template <class Real>
Real valueOf(const Element<Real>& element, typename Element<Real>::Value value, const Attributes& attributes,
             Real* in) {
  Real y = value(attributes, in);
  if constexpr (!std::floating_point<Real>) {
    if (!element.zeroBlocks) return y;
    y.derivative = 0;
    in[element.arity] = y;
    for (std::size_t k = 0; k < element.arity; ++k)
      if (const double slope = element.slope(attributes, k, in).value; slope != 0)
        y.derivative += slope * in[k].derivative;
  }
  return y;
}

template <class Real> Real contribution(const Element<Real>& element, Real slope, Real dy) {
  return element.zeroBlocks && slope == Real(0) ? Real(0) : dy * slope;
}

template <class Real> bool isAligned(const Element<Real>& element, const Operands<Real>& node) {
  for (std::size_t k = 0; k < element.arity; ++k)
    if (node.in[k].shape.size() != node.shape.size()) return false;
  return true;
}

/// Calls f(i, at) for every element i of y; `at(k)` is the index of the element of input k that belongs to it.
template <class Real, class F> void forEach(bool aligned, const Operands<Real>& node, F f) {
  if (!aligned) return forEachBroadcast<maxInputs>(node, f);
  const std::size_t size = node.shape.size();
  for (std::size_t i = 0; i < size; ++i) f(i, [i](std::size_t) { return i; });
}

template <class Real> void forward(const Element<Real>& element, const Operands<Real>& node) {
  const bool aligned = isAligned(element, node);
  const auto value = aligned ? element.laneValue : element.value;
  forEach(aligned, node, [&](std::size_t i, auto at) {
    Real in[maxInputs + 1];
    for (std::size_t k = 0; k < element.arity; ++k) in[k] = node.in[k].value[at(k)];
    node.y[i] = valueOf(element, value, node.attributes, in);
  });
}

template <class Real> void backward(const Element<Real>& element, const Operands<Real>& node) {
  const bool aligned = isAligned(element, node);
  const auto slope = aligned ? element.laneSlope : element.slope;
  for (std::size_t k = 0; k < element.arity; ++k) {
    Real* const gradient = node.in[k].gradient;
    if (!gradient) continue;
    forEach(aligned, node, [&](std::size_t i, auto at) {
      Real in[maxInputs + 1];
      for (std::size_t j = 0; j < element.arity; ++j) in[j] = node.in[j].value[at(j)];
      in[element.arity] = node.y[i];
      gradient[at(k)] += contribution(element, slope(node.attributes, k, in), node.dy[i]);
    });
  }
}

}  // namespace compact

template <class R, class Real> inline constexpr Element<Real> ruleElement = compact::elementFor<R, Real>();

/// Whether a number type has nothing but these: every one in a compact build, else the duals, which are rare.
#ifdef BACKPROP_COMPACT
template <class Real> inline constexpr bool isCompact = true;
#else
template <class Real> inline constexpr bool isCompact = !std::floating_point<Real>;
#endif

/// Whether a rule has loops of its own for tensors.
template <class R, class Real> inline constexpr bool hasLoops = R::inLoops && !isCompact<Real>;

/// Whether the walk over single numbers has no formula of its own for each operation. Doubles have one, for graphs.
template <class Real> inline constexpr bool walksCompactly = isCompact<Real> || !std::same_as<Real, double>;

/// That of an elementwise operation.
template <class Real> const Element<Real>& elementOf(Op op);

}  // namespace backprop
