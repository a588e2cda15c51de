// Where a training step first meets a number that is not finite.
#pragma once

#include <span>
#include <string>

#include "backprop/network.hpp"

namespace backprop {

/// Looks through the step in the order in which it runs (each layer's sums and activations, the loss, then each
/// parameter with its update added) and names the first number that is NaN or infinite, such as `layer 2 gives NaN` or
/// `the weight from unit 3 to unit 1 of layer 2 would become ∞`. Empty when all are finite.
template <class Real>
std::string firstNonFinite(const Network<Real>& network, const NetworkTape<Real>& tape, std::span<const Real> update);

}  // namespace backprop
