// σ and softplus, which many rules are made of, in forms that neither overflow nor lose digits.
#pragma once

#include "kernels/lanes.hpp"

namespace backprop {

/// σ(x) = 1 / (1 + e^−x). Only e to a negative power is ever taken, so that nothing overflows.
template <class T> T logistic(T x) {
  const T e = math::exp(-math::abs(x));
  return where(x < T(0), e, T(1)) / (T(1) + e);
}

/// σ′(x). σ·(1 − σ) would be 0 from x = 37 on; this is 4.2e-18 at x = 40, as it should be.
template <class T> T logisticSlope(T x) {
  const T e = math::exp(-math::abs(x));
  return e / ((T(1) + e) * (T(1) + e));
}

/// log(1 + e^x); NaN passes.
template <class T> T logOnePlusExp(T x) { return where(x < T(0), T(0), x) + math::log1p(math::exp(-math::abs(x))); }

}  // namespace backprop
