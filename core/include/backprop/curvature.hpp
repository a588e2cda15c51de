// How sharply the loss bends: the largest eigenvalue of its Hessian, and whether the learning rate is too large for it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "backprop/network_twin.hpp"
#include "backprop/options.hpp"

namespace backprop {

struct PowerIteration {
  std::uint32_t seed = 1;          ///< of the vector to start from
  double tolerance = 1e-4;         ///< done when the residual is below this share of ‖H‖
  std::uint32_t iterations = 100;  ///< most Hessian-vector products; fewer where they would exceed `mostWork`
};

struct Curvature {
  double eigenvalue = 0;  ///< the largest of the Hessian, by value: below 0 only where the loss bends down everywhere
  double residual = 0;    ///< ‖H·v − eigenvalue · v‖: how far an eigenvalue can be, at most
  std::uint32_t iterations = 0;  ///< Hessian-vector products made
  bool converged = false;
  std::vector<double>
      direction;  ///< v, of length 1: the direction in which the loss bends most, one number a parameter
};

/// By power iteration, which finds the eigenvalue of the largest magnitude; where that is negative, it goes on with
/// H − eigenvalue · I, whose largest magnitude belongs to the largest eigenvalue of H.
/// Source: Golub & Van Loan, "Matrix Computations" (4th ed., 2013), 7.3.
Curvature largestEigenvalue(DualTwin& twin, const PowerIteration& how);

/// 2 / η: plain gradient descent with the learning rate η is stable along an eigenvector of the Hessian only while its
/// eigenvalue is below that. Nothing for any other optimizer, where the limit is another: for sgd with momentum, weight
/// decay, l1 or a clipped gradient, and for all that scale by past gradients.
/// Source: Cohen et al., "Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability" (2021), 2.
std::optional<double> stabilityLimit(const RunOptions& options, double lr);

}  // namespace backprop
