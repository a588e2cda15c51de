// What an optimizer makes of a gradient: the update Δw, kept beside the gradient, so that both can be shown before the
// step is made.
#pragma once

#include <span>

namespace backprop {

/// Stochastic gradient descent without momentum: Δw = −η · g for every parameter. Source: Robbins & Monro, "A
/// Stochastic Approximation Method" (1951); PyTorch's `SGD` with its defaults.
template <class Real> void sgd(Real lr, std::span<const Real> gradients, std::span<Real> update);

/// w += Δw, the step itself.
template <class Real> void applyUpdate(std::span<const Real> update, std::span<Real> parameters);

/// Whether every w + Δw is finite.
template <class Real> bool updateIsFinite(std::span<const Real> update, std::span<const Real> parameters);

}  // namespace backprop
