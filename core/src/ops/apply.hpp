// Runs any operation on whole tensors: what the tape calls. Instantiated for float, double and Dual, each in a file of
// its own (ops/apply_*.cpp), since every rule is compiled for each.
#pragma once

#include "ops/rule.hpp"

namespace backprop {

/// What writes `y`.
template <class Real> OpFunction<Real> opForward(Op op);

/// What adds to the gradients of the inputs what `dy` sends back.
template <class Real> OpFunction<Real> opBackward(Op op);

/// The shape of the output, or why the inputs' shapes or the attributes do not fit.
Result<Shape> opShape(Op op, Shapes in, const Attributes& attributes);

/// Whether the operation works element by element.
bool isElementwiseOp(Op op);

/// Whether the operation works element by element, and the attributes do not matter to it: such ones take the short way
/// for scalars.
bool isPlainElementwise(Op op);

}  // namespace backprop
