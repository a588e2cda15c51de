// The number types a formula can be written in: plain numbers, duals, and batches of SIMD lanes.
// The only header that includes xsimd.
#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <limits>

#ifdef BACKPROP_SCALAR
// Lanes without SIMD: xsimd's emulated batches, arrays of plain numbers. Its configuration would leave out all batches
// where it finds no instruction set, so it is read first and corrected.
#define XSIMD_WITH_EMULATED 1
#define XSIMD_DEFAULT_ARCH emulated<128>
#include <xsimd/config/xsimd_config.hpp>
#undef XSIMD_NO_SUPPORTED_ARCHITECTURE
#endif
#include <xsimd/xsimd.hpp>

#include "backprop/dual.hpp"
#include "kernels/tanh.hpp"

namespace backprop {

/// 128 bits of `Real`: 4 floats or 2 doubles, on every machine, so that all of them add in the same order.
#ifdef BACKPROP_SCALAR
template <std::floating_point Real> using Lanes = xsimd::batch<Real, xsimd::emulated<128>>;
#else
template <std::floating_point Real> using Lanes = xsimd::make_sized_batch_t<Real, 16 / sizeof(Real)>;
#endif

/// How many numbers `Lanes<Real>` holds.
template <std::floating_point Real> inline constexpr std::size_t laneCount = Lanes<Real>::size;

/// The sum of the lanes: first pairs, then pairs of pairs.
template <std::floating_point Real> Real sumLanes(const Lanes<Real>& lanes) {
#ifdef BACKPROP_SCALAR
  // xsimd's emulated sum goes from left to right and would round differently.
  constexpr std::size_t half = laneCount<Real> / 2;
  Real sums[laneCount<Real>];
  lanes.store_unaligned(sums);
  for (std::size_t i = 0; i < half; ++i) sums[i] += sums[i + half];
  return half == 1 ? sums[0] : sums[0] + sums[1];
#else
  return xsimd::reduce_add(lanes);
#endif
}

/// `a` where `condition` holds, else `b`.
template <class T> constexpr T where(bool condition, T a, T b) { return condition ? a : b; }

template <class Real, class Arch>
xsimd::batch<Real, Arch> where(const xsimd::batch_bool<Real, Arch>& condition, const xsimd::batch<Real, Arch>& a,
                               const xsimd::batch<Real, Arch>& b) {
  return xsimd::select(condition, a, b);
}

/// The lanes at `x`.
template <std::floating_point Real> Lanes<Real> loadLanes(const Real* x) { return Lanes<Real>::load_unaligned(x); }

/// The first `count` numbers at `x`, then ones: a partial batch that any function can be applied to.
template <std::floating_point Real> Lanes<Real> loadPartial(const Real* x, std::size_t count) {
  Real buffer[laneCount<Real>];
  std::fill(std::copy_n(x, count, buffer), buffer + laneCount<Real>, Real(1));
  return loadLanes(buffer);
}

/// Writes the first `count` lanes.
template <std::floating_point Real> void storePartial(Real* x, std::size_t count, const Lanes<Real>& lanes) {
  Real buffer[laneCount<Real>];
  lanes.store_unaligned(buffer);
  std::copy_n(buffer, count, x);
}

/// The elementary functions under one spelling: the C library's for numbers, dual.hpp's for duals, and for lanes
/// xsimd's, which differ from the C library by a few units in the last place.
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

template <class Real, class Arch> xsimd::batch<Real, Arch> abs(const xsimd::batch<Real, Arch>& x) {
  return xsimd::abs(x);
}

template <class Real, class Arch> xsimd::batch<Real, Arch> sqrt(const xsimd::batch<Real, Arch>& x) {
  return xsimd::sqrt(x);
}

template <class Real, class Arch> xsimd::batch<Real, Arch> tanh(const xsimd::batch<Real, Arch>& x) {
  return xsimd::tanh(x);
}

/// Near the ends of the range xsimd gives 0 and ∞ where there still are numbers; those lanes go one by one.
template <class Real, class Arch> xsimd::batch<Real, Arch> exp(const xsimd::batch<Real, Arch>& x) {
  const Real safe = std::is_same_v<Real, float> ? Real(87) : Real(708);
  if (xsimd::all(xsimd::abs(x) <= safe)) return xsimd::exp(x);
  return laneByLane(x, [](Real lane) { return std::exp(lane); });
}

/// xsimd's logarithm is wrong for subnormal numbers.
template <class Real, class Arch> xsimd::batch<Real, Arch> log(const xsimd::batch<Real, Arch>& x) {
  if (xsimd::all(x >= std::numeric_limits<Real>::min() && x <= std::numeric_limits<Real>::max())) return xsimd::log(x);
  return laneByLane(x, [](Real lane) { return std::log(lane); });
}

}  // namespace math

}  // namespace backprop
