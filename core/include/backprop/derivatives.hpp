// Derivatives of a recorded computation in three ways, each with the work it took: reverse mode, forward mode and
// central differences. And second derivatives, as Hessian-vector products.
//
// All three run on copies: the tape keeps its values and gradients.
// Source: Griewank & Walther, "Evaluating Derivatives" (2nd ed., 2008), ch. 3 and 5.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "backprop/dual.hpp"
#include "backprop/gradient_check.hpp"
#include "backprop/tape.hpp"

namespace backprop {

enum class DerivativeMode : std::uint8_t {
  reverse,             ///< one forward and one backward pass for all leaves together
  forward,             ///< one pass over dual numbers for each number in a leaf
  central_differences  ///< two forward passes for each number in a leaf, at x + h and x − h; approximate
};

/// What a computation cost. A visit is one node computed, or one node handing its gradient on. An operation is one
/// formula evaluated for one element, the value's or a derivative's alike; in a product of matrices, each
/// multiplication with its addition.
struct Work {
  std::uint64_t visits = 0;
  std::uint64_t operations = 0;
};

/// ∂L/∂leaf, where L is the output, or Σ cotangent · output. `gradient` has the leaf's shape.
struct LeafGradient {
  NodeId leaf = 0;
  std::vector<double> gradient;
};

struct Derivatives {
  std::vector<LeafGradient> leaves;  ///< every leaf that requires a gradient, in the order of the tape
  Work work;
};

/// A copy of the computation over another number type, with the same node ids. Leaves have the values of the original;
/// operations are not computed.
template <class To, class From> Result<Tape<To>> copyTape(const Tape<From>& tape);

/// Differentiates `output` in one of the three ways. The leaves' present values are the point; the tape need not have
/// run. It is refused where `Tape::tryBeginBackward` would be.
Result<Derivatives> differentiate(const Tape<double>& tape, NodeId output, DerivativeMode mode,
                                  std::span<const double> cotangent = {});

/// H·v of the Hessian H of `output` (a single number) by all leaves that require a gradient: the derivative of the
/// gradient along `direction`, which has one number for each of theirs, leaf after leaf in the order of the tape. Costs
/// one forward and one backward pass over dual numbers; exact to rounding.
/// Source: Pearlmutter, "Fast exact multiplication by the Hessian" (1994).
Result<Derivatives> hessianVectorProduct(const Tape<double>& tape, NodeId output, std::span<const double> direction);

/// One leaf's gradient, checked entry by entry.
struct LeafCheck {
  NodeId leaf = 0;
  std::vector<GradientCheck> entries;
};

/// Compares a gradient of `output` (or of Σ cotangent · output) with central differences, entry by entry. `analytic` is
/// what is to be checked, one list a leaf as `differentiate` gives them; its own reverse mode's when there is none.
Result<std::vector<LeafCheck>> checkGradients(const Tape<double>& tape, NodeId output,
                                              std::span<const double> cotangent = {},
                                              std::span<const LeafGradient> analytic = {});

}  // namespace backprop
