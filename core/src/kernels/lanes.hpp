// The elementary functions of the number types in which a formula can be written: plain numbers, duals, and batches of
// SIMD lanes.
#pragma once

#include <cmath>
#include <limits>

#include "backprop/dual.hpp"
#include "kernels/batch.hpp"
#include "kernels/exponential.hpp"
#include "kernels/tanh.hpp"

namespace backprop {

/// The elementary functions under one spelling: the C library's for numbers, dual.hpp's for duals, and for lanes
/// ours of kernels/exponential.hpp or xsimd's, which differ from the C library by a few units in the last place.
namespace math {

using backprop::abs, backprop::floor, backprop::ceil, backprop::nearbyint, backprop::sqrt, backprop::pow;
using backprop::erf, backprop::erfc, backprop::hypot;
using backprop::exp, backprop::expm1, backprop::log, backprop::log1p, backprop::log2, backprop::log10;
using backprop::sin, backprop::cos, backprop::tan, backprop::asin, backprop::acos, backprop::atan, backprop::atan2;
using backprop::sinh, backprop::cosh, backprop::tanh, backprop::asinh, backprop::acosh, backprop::atanh;
using std::abs, std::floor, std::ceil, std::nearbyint, std::sqrt, std::pow;
using std::erf, std::erfc, std::hypot;
using std::exp, std::expm1, std::log, std::log1p, std::log2, std::log10;
using std::sin, std::cos, std::tan, std::asin, std::acos, std::atan, std::atan2;
using std::sinh, std::cosh, std::asinh, std::acosh, std::atanh;

inline float tanh(float x) { return std::tanh(x); }
inline double tanh(double x) { return fastTanh(x); }

/// f of each lane by the function for numbers.
template <class Real, class Arch, class F> xsimd::batch<Real, Arch> laneByLane(const xsimd::batch<Real, Arch>& x, F f) {
  Real buffer[xsimd::batch<Real, Arch>::size];
  x.store_unaligned(buffer);
  for (Real& lane : buffer) lane = f(lane);
  return xsimd::batch<Real, Arch>::load_unaligned(buffer);
}

#ifdef BACKPROP_COMPACT
// Out of line, each once for all rules.
template <class Real> Lane<Real> abs(Lane<Real> x) { return Lane<Real>(std::abs(x.x)); }
template <class Real> Lane<Real> sqrt(Lane<Real> x) { return Lane<Real>(std::sqrt(x.x)); }
template <class Real> [[gnu::noinline]] Lane<Real> exp(Lane<Real> x) { return lanes::exp<Real>(x); }
template <class Real> [[gnu::noinline]] Lane<Real> tanh(Lane<Real> x) { return lanes::tanh<Real>(x); }
template <class Real> [[gnu::noinline]] Lane<Real> log(Lane<Real> x) {
  using Batch = xsimd::batch<Real, xsimd::emulated<8 * sizeof(Real)>>;
  const bool normal = x.x >= std::numeric_limits<Real>::min() && x.x <= std::numeric_limits<Real>::max();
  return Lane<Real>(normal ? xsimd::log(Batch(x.x)).get(0) : std::log(x.x));
}
#else
template <class Real, class Arch> xsimd::batch<Real, Arch> abs(const xsimd::batch<Real, Arch>& x) {
  return xsimd::abs(x);
}

template <class Real, class Arch> xsimd::batch<Real, Arch> sqrt(const xsimd::batch<Real, Arch>& x) {
  return xsimd::sqrt(x);
}

template <class Real, class Arch> xsimd::batch<Real, Arch> exp(const xsimd::batch<Real, Arch>& x) {
  return lanes::exp<Real>(x);
}

template <class Real, class Arch> xsimd::batch<Real, Arch> tanh(const xsimd::batch<Real, Arch>& x) {
  return lanes::tanh<Real>(x);
}

/// xsimd's logarithm is wrong for subnormal numbers.
template <class Real, class Arch> xsimd::batch<Real, Arch> log(const xsimd::batch<Real, Arch>& x) {
  if (xsimd::all(x >= std::numeric_limits<Real>::min() && x <= std::numeric_limits<Real>::max())) return xsimd::log(x);
  return laneByLane(x, [](Real lane) { return std::log(lane); });
}
#endif

}  // namespace math

}  // namespace backprop
