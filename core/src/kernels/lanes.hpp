// The number types a formula can be written in: plain numbers, duals, and batches of SIMD lanes.
// The only header that includes xsimd.
#pragma once

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <xsimd/xsimd.hpp>

#include "backprop/dual.hpp"

namespace backprop {

/// 128 bits of `Real`: 4 floats or 2 doubles, on every machine, so that all of them add in the same order.
template <std::floating_point Real>
using Lanes = xsimd::make_sized_batch_t<Real, 16 / sizeof(Real)>;

/// How many numbers `Lanes<Real>` holds.
template <std::floating_point Real>
inline constexpr std::size_t laneCount = Lanes<Real>::size;

// One spelling for all of them: these for numbers, dual.hpp's for duals, xsimd's for lanes (found by their argument).
using std::abs;
using std::exp;
using std::log;
using std::pow;
using std::tanh;

/// `a` where `condition` holds, else `b`.
template <class T>
constexpr T where(bool condition, T a, T b) {
  return condition ? a : b;
}

template <class Real, class Arch>
xsimd::batch<Real, Arch> where(const xsimd::batch_bool<Real, Arch>& condition, const xsimd::batch<Real, Arch>& a,
                               const xsimd::batch<Real, Arch>& b) {
  return xsimd::select(condition, a, b);
}

/// The lanes at `x`.
template <std::floating_point Real>
Lanes<Real> loadLanes(const Real* x) {
  return Lanes<Real>::load_unaligned(x);
}

/// The first `count` numbers at `x`, then ones: a partial batch that any function can be applied to.
template <std::floating_point Real>
Lanes<Real> loadPartial(const Real* x, std::size_t count) {
  Real buffer[laneCount<Real>];
  std::fill(std::copy_n(x, count, buffer), buffer + laneCount<Real>, Real(1));
  return loadLanes(buffer);
}

/// Writes the first `count` lanes.
template <std::floating_point Real>
void storePartial(Real* x, std::size_t count, const Lanes<Real>& lanes) {
  Real buffer[laneCount<Real>];
  lanes.store_unaligned(buffer);
  std::copy_n(buffer, count, x);
}

}  // namespace backprop
