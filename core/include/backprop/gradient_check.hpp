// Compares a gradient with the slope of the loss: the check that tells a right backward pass from a wrong one.
#pragma once

#include <algorithm>
#include <cmath>

namespace backprop {

/// ∂L/∂w by a backward pass beside ∂L/∂w by central differences.
struct GradientCheck {
  double analytic = 0;  ///< what is checked
  double numeric = 0;   ///< (L(w + h) − L(w − h)) / 2h
  double error = 0;     ///< |analytic − numeric|
  double h = 0;         ///< the step of the difference
  bool agrees = false;  ///< error ≤ 1e-7 + 1e-6 · |numeric|
  /// They differ, but L is not differentiable at w: it bends or jumps there (the slopes to both sides differ however
  /// small h is, as relu's at 0), or it is not finite at w or to one side of it (as log's at 0). No difference can tell
  /// then which gradient is right: of one bend it is any slope between the two, but where several meet, as of examples
  /// that all stand at relu's corner, the sum of their conventions may lie outside.
  bool kink = false;
};

/// Checks `analytic` at the point `w`, given `lossAt(moved)`: the loss in float64 when w is moved by that much, all
/// else unchanged. h starts at 1e-5 · max(1, |w|) and is made smaller, down to a hundredth, when that does not agree: a
/// bend near w, but not at it, then lies outside.
template <class LossAt> GradientCheck checkGradient(double analytic, double w, LossAt lossAt) {
  GradientCheck check{.analytic = analytic};
  const double here = lossAt(0);
  double firstBend = 0;
  for (const double scale : {1e-5, 1e-6, 1e-7}) {
    const double h = scale * std::max(1.0, std::abs(w));
    const double above = lossAt(h), below = lossAt(-h);
    const double right = (above - here) / h, left = (here - below) / h;
    const double numeric = (above - below) / (2 * h), error = std::abs(analytic - numeric);
    const double tolerance = 1e-7 + 1e-6 * std::abs(numeric);
    const bool agrees = error <= tolerance;
    if (scale == 1e-5 || agrees) {
      check.numeric = numeric;
      check.error = error;
      check.h = h;
      check.agrees = agrees;
    }
    if (agrees) return check;
    if (!std::isfinite(right) || !std::isfinite(left)) {
      check.kink = true;
      continue;
    }
    // A smooth loss bends less and less between closer points; only a kink keeps its two slopes apart.
    const double bend = std::abs(right - left);
    if (scale == 1e-5) firstBend = bend;
    check.kink = bend > tolerance && bend > 0.5 * firstBend;
  }
  return check;
}

}  // namespace backprop
