// What a step promises and what it gives: the change of the loss as the gradient predicts it, beside the real one.
#pragma once

#include <span>

#include "backprop/network_twin.hpp"

namespace backprop {

/// All in float64, on the rows to which the twin was taken, so that the run's rounding does not hide a small change.
struct LossChange {
  double loss = 0;   ///< L(w)
  double next = 0;   ///< L(w + Δw), on the same rows with the same dropout
  double real = 0;   ///< next − loss
  double first = 0;  ///< g · Δw: along the tangent
};

/// The change that Δw makes, one number for each parameter. Costs two forward passes and a backward pass.
LossChange lossChange(ExactTwin& twin, std::span<const double> update);

/// ½ Δwᵀ H Δw: what the curvature adds to g · Δw. Costs a Hessian-vector product.
double secondOrderChange(DualTwin& twin, std::span<const double> update);

}  // namespace backprop
