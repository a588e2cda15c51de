// What a rule of an operation gets to see of a node: addresses and shapes.
#pragma once

#include <array>

#include "backprop/op.hpp"
#include "backprop/shape.hpp"

namespace backprop {

/// A tensor as a rule sees it. `gradient` is null when nobody asks for one, `value` when the input was left out.
/// `gradientIsNew` is set for a weight of `linear` alone: what stands at `gradient` counts as 0, so that it may be
/// written instead of added to.
template <class Real> struct Operand {
  const Real* value = nullptr;
  Real* gradient = nullptr;
  bool gradientIsNew = false;
  Shape shape;
};

/// One node's inputs and output. In `forward` the rule writes `y`; in `backward` it reads `dy` and adds to the inputs'
/// gradients with +=, since another use of the same input may have been there first.
template <class Real> struct Operands {
  std::array<Operand<Real>, maxInputs> in;
  Real* y = nullptr;
  const Real* dy = nullptr;
  Shape shape;
  Attributes attributes{};
};

/// A rule's forward, or its backward.
template <class Real> using OpFunction = void (*)(const Operands<Real>&);

}  // namespace backprop
