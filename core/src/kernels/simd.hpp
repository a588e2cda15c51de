// The kernels of kernels/scalar.hpp in 128-bit lanes: same names, same meaning.
//
// Elementwise results do not depend on an element's place in its array: a tail shorter than a batch goes through the
// same lanes, padded. Sums run in `laneCount` interleaved parts that are added at the end, a fixed order too.
#pragma once

#include "kernels/lanes.hpp"
#include "kernels/repeat.hpp"
#include "kernels/scalar.hpp"

namespace backprop::simd {

/// out[i] = f(in₀[i], in₁[i], …), `batches` of lanes a turn: where `f` is one or two instructions, counting takes as
/// many.
template <std::size_t batches, std::floating_point Real, class F, class... In>
void mapInTurns(std::size_t n, Real* out, F f, const In*... in) {
  constexpr std::size_t width = laneCount<Real>;
  const auto mapLanes = [=](std::size_t i) { Lanes<Real>(f(loadLanes(in + i)...)).store_unaligned(out + i); };
  std::size_t i = 0;
  for (; i + batches * width <= n; i += batches * width) repeat<batches>([=](auto s) { mapLanes(i + s * width); });
  if constexpr (batches > 1)
    for (; i + width <= n; i += width) mapLanes(i);
  if (i < n) storePartial(out + i, n - i, Lanes<Real>(f(loadPartial(in + i, n - i)...)));
}

/// out[i] = f(in₀[i], in₁[i], …). `f` takes and gives lanes; `out` may be one of the inputs. It stands in the program
/// once, for whole batches and for the last, partial one.
template <std::floating_point Real, class F, class... In> void map(std::size_t n, Real* out, F f, const In*... in) {
  constexpr std::size_t width = laneCount<Real>;
  for (std::size_t i = 0; i < n; i += width) {
    const std::size_t left = n - i;
    const Lanes<Real> y(f((left < width ? loadPartial(in + i, left) : loadLanes(in + i))...));
    if (left < width)
      storePartial(out + i, left, y);
    else
      y.store_unaligned(out + i);
  }
}

/// Σ f(in₀[i], in₁[i], …): the loop that all sums share. The tail is added last, one by one.
template <std::floating_point Real, class F, class... In> Real reduce(std::size_t n, F f, const In*... in) {
  constexpr std::size_t width = laneCount<Real>;
  Lanes<Real> totals(Real(0));
  std::size_t i = 0;
  for (; i + width <= n; i += width) totals += f(loadLanes(in + i)...);
  Real total = sumLanes<Real>(totals);
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

/// y[i] = factor · x[i].
template <std::floating_point Real> void scale(Real factor, const Real* x, Real* y, std::size_t n) {
  map(
      n, y, [factor](auto x) { return factor * x; }, x);
}

/// y[i] += factor · x[i].
template <std::floating_point Real> void addScaled(Real factor, const Real* x, Real* y, std::size_t n) {
  mapInTurns<4>(
      n, y, [factor](auto x, auto y) { return y + factor * x; }, x, y);
}

/// y[i] = value.
template <std::floating_point Real> void fill(Real value, Real* y, std::size_t n) {
  constexpr std::size_t width = laneCount<Real>;
  const Lanes<Real> lanes(value);
  if (n < width) return storePartial(y, n, lanes);
  for (std::size_t i = 0; i + width <= n; i += width) lanes.store_unaligned(y + i);
  lanes.store_unaligned(y + n - width);  // over what is written already, up to the end
}

/// y[i] += value.
template <std::floating_point Real> void addConstant(Real value, Real* y, std::size_t n) {
  map(
      n, y, [value](auto y) { return y + value; }, y);
}

/// y[c] += Σ over rows r of x[r, c]; x is rows × cols. Four batches of columns at a time stay in registers.
template <std::floating_point Real> void addColumnSums(const Real* x, Real* y, std::size_t rows, std::size_t cols) {
  constexpr std::size_t width = laneCount<Real>;
  const auto addBatches = [=]<std::size_t batches>(std::size_t c) {
    Lanes<Real> total[batches];
    repeat<batches>([&](auto s) { total[s] = loadLanes(y + c + s * width); });
    for (std::size_t r = 0; r < rows; ++r)
      repeat<batches>([&](auto s) { total[s] += loadLanes(x + r * cols + c + s * width); });
    repeat<batches>([&](auto s) { total[s].store_unaligned(y + c + s * width); });
  };
  std::size_t c = 0;
  for (; c + 4 * width <= cols; c += 4 * width) addBatches.template operator()<4>(c);
  for (; c + width <= cols; c += width) addBatches.template operator()<1>(c);
  for (; c < cols; ++c)
    for (std::size_t r = 0; r < rows; ++r) y[c] += x[r * cols + c];
}

}  // namespace backprop::simd
