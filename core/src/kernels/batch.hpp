// Batches of numbers in 128-bit lanes. The only header that includes xsimd.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>

#if defined(BACKPROP_SCALAR) || defined(BACKPROP_COMPACT)
// Lanes without SIMD: xsimd's emulated batches, arrays of plain numbers. Its configuration would leave out all batches
// where it finds no instruction set, so it is read first and corrected.
#define XSIMD_WITH_EMULATED 1
#define XSIMD_DEFAULT_ARCH emulated<128>
#include <xsimd/config/xsimd_config.hpp>
#undef XSIMD_NO_SUPPORTED_ARCHITECTURE
#endif
#include <xsimd/xsimd.hpp>

#include "kernels/repeat.hpp"

namespace backprop {

/// How many numbers 128 bits hold: sums run in so many parts on every machine, so that all add in the same order.
template <std::floating_point Real> inline constexpr std::size_t sumParts = 16 / sizeof(Real);

#ifdef BACKPROP_COMPACT
/// One lane by itself, for a build that should be small: the same results, number by number.
template <std::floating_point Real> struct Lane {
  Real x = 0;

  constexpr Lane() = default;
  explicit constexpr Lane(Real x) : x(x) {}

  friend constexpr Lane operator+(Lane a, Lane b) { return Lane(a.x + b.x); }
  friend constexpr Lane operator-(Lane a, Lane b) { return Lane(a.x - b.x); }
  friend constexpr Lane operator*(Lane a, Lane b) { return Lane(a.x * b.x); }
  friend constexpr Lane operator/(Lane a, Lane b) { return Lane(a.x / b.x); }
  friend constexpr Lane operator-(Lane a) { return Lane(-a.x); }
  friend constexpr auto operator<=>(Lane a, Lane b) = default;
};
template <std::floating_point Real> using Lanes = Lane<Real>;
template <std::floating_point Real> inline constexpr std::size_t laneCount = 1;

/// `a` where `condition` holds, else `b`.
template <class T> constexpr T where(bool condition, T a, T b) { return condition ? a : b; }

/// The lanes at `x`.
template <std::floating_point Real> Lanes<Real> loadLanes(const Real* x) { return Lanes<Real>(*x); }
#else
/// 128 bits of `Real`: 4 floats or 2 doubles.
#ifdef BACKPROP_SCALAR
template <std::floating_point Real> using Lanes = xsimd::batch<Real, xsimd::emulated<128> >;
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

/// The first `count` numbers at `x`, fewer than fill the lanes but at least one, and copies of the first: a partial
/// batch that any function can be applied to.
template <std::floating_point Real> Lanes<Real> loadPartial(const Real* x, [[maybe_unused]] std::size_t count) {
  if constexpr (laneCount<Real> == 2)
    return Lanes<Real>(x[0]);
  else
    return Lanes<Real>(x[0], x[count > 1 ? 1 : 0], x[count > 2 ? 2 : 0], x[0]);
}

/// Writes the first `count` lanes.
template <std::floating_point Real> void storePartial(Real* x, std::size_t count, const Lanes<Real>& lanes) {
  Real buffer[laneCount<Real>];
  lanes.store_unaligned(buffer);
  repeat<laneCount<Real> >([&](auto i) {
    if (i < count) x[i] = buffer[i];
  });
}

#endif

/// The lanes of `x`, none above `limit`; NaN stays.
template <std::floating_point Real> Lanes<Real> atMost(const Lanes<Real>& x, Real limit) {
#ifdef __wasm_simd128__
  return xsimd::min(x, Lanes<Real>(limit));  // one instruction; elsewhere it may lose NaN
#else
  return where(x > Lanes<Real>(limit), Lanes<Real>(limit), x);
#endif
}

/// The lanes of `x`, none below `limit`; NaN stays.
template <std::floating_point Real> Lanes<Real> atLeast(const Lanes<Real>& x, Real limit) {
#ifdef __wasm_simd128__
  return xsimd::max(x, Lanes<Real>(limit));
#else
  return where(x < Lanes<Real>(limit), Lanes<Real>(limit), x);
#endif
}

}  // namespace backprop
