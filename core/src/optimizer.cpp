// Stochastic gradient descent over a whole block of parameters at once.
#include "backprop/optimizer.hpp"

#include "kernels/kernels.hpp"

namespace backprop {

template <class Real> void sgd(Real lr, std::span<const Real> gradients, std::span<Real> update) {
  kernels::scale(-lr, gradients.data(), update.data(), gradients.size());
}

template <class Real> void applyUpdate(std::span<const Real> update, std::span<Real> parameters) {
  kernels::addScaled(Real(1), update.data(), parameters.data(), parameters.size());
}

template <class Real> bool updateIsFinite(std::span<const Real> update, std::span<const Real> parameters) {
  // A number times zero is zero unless it is infinite or NaN.
  const auto zeroIfFinite = [](auto w, auto delta) { return (w + delta) * Real(0); };
  return simd::reduce<Real>(update.size(), zeroIfFinite, parameters.data(), update.data()) == 0;
}

template void sgd(float, std::span<const float>, std::span<float>);
template void sgd(double, std::span<const double>, std::span<double>);
template void applyUpdate(std::span<const float>, std::span<float>);
template void applyUpdate(std::span<const double>, std::span<double>);
template bool updateIsFinite(std::span<const float>, std::span<const float>);
template bool updateIsFinite(std::span<const double>, std::span<const double>);

}  // namespace backprop
