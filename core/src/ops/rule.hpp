// What one operation has to say: the pattern that every rule in this folder fills in.
//
// An elementwise rule gives `forward(x)` and its derivative `dx(x, y)` (or `forward(a, b)`, `da`, `db`) for any
// number type: float, double, Dual, or a batch of SIMD lanes. Loops, broadcasting and accumulation are not its
// concern. Any other rule works on whole matrices: `shape`, `forward`, `backward`.
#pragma once

#include <array>
#include <span>

#include "backprop/op.hpp"
#include "backprop/result.hpp"
#include "backprop/shape.hpp"
#include "kernels/lanes.hpp"

namespace backprop {

/// A matrix as a rule sees it. `gradient` is null when nobody asks for one.
template <class Real> struct Operand {
  const Real* value = nullptr;
  Real* gradient = nullptr;
  Shape shape;
};

/// One node's inputs and output. In `forward` the rule writes `y`; in `backward` it reads `dy` and adds to the inputs'
/// gradients, always with +=, since another use of the same input may have been there first.
template <class Real> struct Operands {
  std::array<Operand<Real>, maxInputs> in;
  Real* y = nullptr;
  const Real* dy = nullptr;
  Shape shape;
};

enum class RuleKind { unary, binary, matrix };

/// Base of y = f(x), element by element.
struct UnaryRule {
  static constexpr RuleKind kind = RuleKind::unary;
  static constexpr bool hasLanes = true;  ///< whether `forward` and `dx` compile for SIMD batches
};

/// Base of y = f(a, b), element by element, broadcast as NumPy does.
struct BinaryRule {
  static constexpr RuleKind kind = RuleKind::binary;
  static constexpr bool hasLanes = true;
};

/// Base of everything that is not elementwise.
struct MatrixRule {
  static constexpr RuleKind kind = RuleKind::matrix;
};

/// The rule of one operation; specialised once for each.
template <Op> struct Rule;

/// Shapes of a node's inputs, in order.
using Shapes = std::span<const Shape>;

}  // namespace backprop
