// The kernels of kernels/simd.hpp for a build that should be small: same names, same meaning, and the same results to
// the bit, number by number. What comes to the same bits as plain loops is taken from kernels/scalar.hpp.
#pragma once

#include "kernels/lanes.hpp"
#include "kernels/scalar.hpp"

namespace backprop::simd {

using scalar::addColumnSums, scalar::addConstant, scalar::addScaled, scalar::fill, scalar::scale;
using scalar::matmulNN, scalar::matmulNT, scalar::matmulTN;

/// out[i] = f(in₀[i], in₁[i], …). `f` takes and gives lanes, of which there is one.
template <std::floating_point Real, class F, class... In> void map(std::size_t n, Real* out, F f, const In*... in) {
  for (std::size_t i = 0; i < n; ++i) out[i] = f(loadLanes(in + i)...).x;
}

/// A turn is a number here.
template <std::size_t, std::floating_point Real, class F, class... In>
void mapInTurns(std::size_t n, Real* out, F f, const In*... in) {
  map(n, out, f, in...);
}

/// Σ f(in₀[i], in₁[i], …) in `sumParts` interleaved parts, added as pairs and then pairs of pairs; the tail last.
template <std::floating_point Real, class F, class... In> Real reduce(std::size_t n, F f, const In*... in) {
  constexpr std::size_t parts = sumParts<Real>;
  Real sums[parts] = {};
  const std::size_t even = n / parts * parts;
  std::size_t i = 0;
  for (; i < even; ++i) sums[i % parts] += f(loadLanes(in + i)...).x;
  Real total = parts == 2 ? sums[0] + sums[1] : (sums[0] + sums[2]) + (sums[1] + sums[3 % parts]);
  for (; i < n; ++i) total += f(in[i]...);
  return total;
}

/// Σ x[i].
template <std::floating_point Real> Real sum(const Real* x, std::size_t n) {
  return reduce<Real>(
      n, [](auto x) { return x; }, x);
}

/// Σ a[i] · b[i].
template <std::floating_point Real> Real dot(const Real* a, const Real* b, std::size_t n) {
  return reduce<Real>(
      n, [](auto a, auto b) { return a * b; }, a, b);
}

}  // namespace backprop::simd
