// The formula of each optimizer, over a whole block of parameters at once.
#include <algorithm>
#include <cmath>

#include "backprop/optimizer.hpp"
#include "kernels/kernels.hpp"

namespace backprop {

template <class Real> void Optimizer<Real>::sgd(Real lr, const Real* g, Real* update) {
  Real* const velocity = next_.velocity.data();
  const Real momentum = Real(momentum_), share = Real(1 - dampening_);
  if (now_.steps == 0)
    std::copy_n(g, size_, velocity);
  else
    simd::map(
        size_, velocity, [=](auto v, auto g) { return momentum * v + share * g; }, now_.velocity.data(), g);
  if (nesterov_)
    simd::map(
        size_, update, [=](auto v, auto g) { return -lr * (g + momentum * v); }, velocity, g);
  else
    kernels::scale(-lr, velocity, update, size_);
}

template <class Real> void Optimizer<Real>::adagrad(double lr, const Real* g, Real* update) {
  const Real rate = Real(lr / (1 + double(now_.steps) * lrDecay_)), eps = Real(eps_);
  Real* const sum = next_.second.data();
  simd::map(
      size_, sum, [](auto s, auto g) { return s + g * g; }, now_.second.data(), g);
  simd::map(
      size_, update, [=](auto s, auto g) { return -rate * g / (math::sqrt(s) + eps); }, sum, g);
}

template <class Real> void Optimizer<Real>::rmsprop(Real lr, const Real* g, Real* update) {
  const Real alpha = Real(alpha_), rest = Real(1 - alpha_), eps = Real(eps_), momentum = Real(momentum_);
  Real* const square = next_.second.data();
  Real* const mean = next_.first.data();
  simd::map(
      size_, square, [=](auto s, auto g) { return alpha * s + rest * g * g; }, now_.second.data(), g);
  const auto quotient = [=](auto s, auto g) { return g / (math::sqrt(s) + eps); };
  if (centered_) {
    simd::map(
        size_, mean, [=](auto m, auto g) { return alpha * m + rest * g; }, now_.first.data(), g);
    simd::map(
        size_, update, [=](auto s, auto m, auto g) { return quotient(s - m * m, g); }, square, mean, g);
  } else {
    simd::map(size_, update, quotient, square, g);
  }
  if (!now_.velocity.empty()) {
    Real* const velocity = next_.velocity.data();
    simd::map(
        size_, velocity, [=](auto b, auto q) { return momentum * b + q; }, now_.velocity.data(), update);
    return kernels::scale(-lr, velocity, update, size_);
  }
  kernels::scale(-lr, update, update, size_);
}

template <class Real> void Optimizer<Real>::adam(double lr, const Real* g, Real* update) {
  const double t = double(now_.steps + 1);
  const Real rate = Real(lr / (1 - std::pow(beta1_, t))), root = Real(std::sqrt(1 - std::pow(beta2_, t)));
  const Real beta1 = Real(beta1_), rest1 = Real(1 - beta1_), beta2 = Real(beta2_), rest2 = Real(1 - beta2_);
  const Real eps = Real(eps_);
  Real *const mean = next_.first.data(), *const square = next_.second.data();
  simd::map(
      size_, mean, [=](auto m, auto g) { return beta1 * m + rest1 * g; }, now_.first.data(), g);
  simd::map(
      size_, square, [=](auto v, auto g) { return beta2 * v + rest2 * g * g; }, now_.second.data(), g);
  const Real* judged = square;
  if (amsgrad_) {
    simd::map(
        size_, next_.largest.data(), [](auto most, auto v) { return where(v > most, v, most); }, now_.largest.data(),
        square);
    judged = next_.largest.data();
  }
  simd::map(
      size_, update, [=](auto m, auto v) { return -rate * m / (math::sqrt(v) / root + eps); }, mean, judged);
}

template class Optimizer<float>;
template class Optimizer<double>;

}  // namespace backprop
