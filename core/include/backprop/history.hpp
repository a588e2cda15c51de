// The loss over a whole run in a bounded number of points.
#pragma once

#include "backprop/thinned_points.hpp"

namespace backprop {

struct LossPoint {
  std::uint64_t step;
  float train, test;  ///< losses over all training and all test rows
};

/// Its stride is large enough that the evaluations cost little beside the steps between them.
using History = ThinnedPoints<LossPoint>;

}  // namespace backprop
