// What one operation has to say: the pattern that every rule in this folder fills in.
//
// An elementwise rule gives `forward` and one derivative per input, `dx(x, y)` or `da(a, b, y)`, `db(a, b, y)` …, for
// any number type: float, double, Dual, or a batch of SIMD lanes. Loops, broadcasting and accumulation are not its
// concern. Any other rule works on whole tensors: `shape`, `forward`, `backward`. A rule with attributes is made from
// them.
#pragma once

#include <array>
#include <concepts>
#include <span>
#include <utility>

#include "backprop/dual.hpp"
#include "backprop/op.hpp"
#include "backprop/operands.hpp"
#include "backprop/result.hpp"
#include "backprop/shape.hpp"
#include "kernels/lanes.hpp"

namespace backprop {

/// Base of y = f(inputs), element by element, broadcast as NumPy does. Its derivatives are `dx(x, y)` for one input,
/// and `da`, `db`, `dc` of (inputs…, y) for more.
template <std::size_t inputs> struct ElementwiseRule {
  static constexpr std::size_t arity = inputs;
  static constexpr bool hasLanes = true;     ///< whether `forward` and the derivatives compile for SIMD batches
  static constexpr bool inLoops = false;     ///< whether it is so common, or so used in networks, that it has its own
  static constexpr bool isShort = false;     ///< whether its loops are so common and so short that each turn counts
  static constexpr bool zeroBlocks = false;  ///< whether a derivative of 0 lets nothing through, not even ∞ or NaN
};
using UnaryRule = ElementwiseRule<1>;
using BinaryRule = ElementwiseRule<2>;
using TernaryRule = ElementwiseRule<3>;

/// Base of everything that is not elementwise.
struct TensorRule {
  static constexpr std::size_t arity = 0;
  static constexpr bool hasLanes = false;
};

template <class R> inline constexpr bool isElementwise = R::arity > 0;

/// Whether a loop over numbers may run the rule in lanes.
template <class R> inline constexpr bool usesLanes = isElementwise<R>&& R::hasLanes;

/// The rule of one operation; specialised once for each.
template <Op> struct Rule;

/// The rule, with its attributes if it has any.
template <class R> R ruleWith(const Attributes& attributes) {
  if constexpr (std::constructible_from<R, const Attributes&>)
    return R(attributes);
  else
    return R{};
}

/// An elementwise rule's derivative by input `k`, of the inputs and the output.
template <std::size_t k, class R, class... T> auto derivative(const R& rule, T... inputsAndOutput) {
  if constexpr (R::arity == 1)
    return rule.dx(inputsAndOutput...);
  else if constexpr (k == 0)
    return rule.da(inputsAndOutput...);
  else if constexpr (k == 1)
    return rule.db(inputsAndOutput...);
  else
    return rule.dc(inputsAndOutput...);
}

/// y of an elementwise rule. Where a rule chooses among its inputs, dual numbers would follow the one that was chosen;
/// at a tie or a kink they take the rule's own derivative instead, so that forward and reverse mode agree there.
template <class R, class T, class... More> T forwardOf(const R& rule, T first, More... more) {
  if constexpr (R::zeroBlocks && !R::info.stopsGradient && std::same_as<T, Dual<double>>) {
    const std::array<T, sizeof...(More) + 1> inputs{first, more...};
    T y = rule.forward(first, more...);
    y.derivative = 0;
    const auto add = [&]<std::size_t k>() {
      const double slope = derivative<k>(rule, first, more..., y).value;
      if (slope != 0) y.derivative += slope * inputs[k].derivative;
    };
    [&]<std::size_t... k>(std::index_sequence<k...>) { (add.template operator()<k>(), ...); }
    (std::make_index_sequence<sizeof...(More) + 1>{});
    return y;
  } else {
    return rule.forward(first, more...);
  }
}

/// What `dy` sends back to input `k`: dy · derivative.
template <std::size_t k, class R, class T, class... In> T contribution(const R& rule, T dy, In... inputsAndOutput) {
  const T slope = derivative<k>(rule, inputsAndOutput...);
  if constexpr (R::zeroBlocks)
    return where(slope == T(0), T(0), dy * slope);
  else
    return dy * slope;
}

template <Op op> constexpr Op opOf(const Rule<op>*) { return op; }

/// The row of a rule in the table: `R::info`, which would be in the program a second time, if it were used as an
/// object.
template <class R> const OpInfo& rowOf() { return opInfo(opOf(static_cast<const R*>(nullptr))); }

/// Shapes of a node's inputs, in order.
using Shapes = std::span<const Shape>;

}  // namespace backprop
