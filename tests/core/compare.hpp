// How tests compare numbers: NaN equals only NaN, an infinity only itself, everything else to a stated bound.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "backprop/random.hpp"

namespace backprop::test {

/// |got − want| ≤ absolute + relative · |want|, with NaN and infinities equal only to themselves.
inline bool close(double got, double want, double absolute, double relative) {
  if (std::isnan(want)) return std::isnan(got);
  if (std::isinf(want) || std::isinf(got)) return got == want;
  return std::abs(got - want) <= absolute + relative * std::abs(want);
}

/// The same sign, value and kind: −0 is not 0.
inline bool same(double got, double want) {
  if (std::isnan(want)) return std::isnan(got);
  return got == want && std::signbit(got) == std::signbit(want);
}

/// `n` numbers between −`reach` and `reach`, the same for the same seed.
template <class Real> std::vector<Real> randomNumbers(std::size_t n, std::uint64_t seed, double reach = 2) {
  Random random(seed);
  std::vector<Real> numbers(n);
  for (Real& x : numbers) x = Real(random.uniform(-reach, reach));
  return numbers;
}

}  // namespace backprop::test
