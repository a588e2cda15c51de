// The loss along a line or over a plane through the present weights: what a gradient is the slope of, and where the
// next step goes.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "backprop/network_twin.hpp"
#include "backprop/weight_place.hpp"

namespace backprop {

/// `points` places evenly from `low` to `high`, both included, as an axis reads them.
struct SliceRange {
  double low = -1, high = 1;
  std::uint32_t points = 51;

  double at(std::uint32_t i) const { return low + (high - low) * i / (points - 1); }
};

/// A line through the run's weights w: w + t · direction.
struct SliceAxis {
  std::vector<double> direction;  ///< one number for each parameter, in the order of the block
  double here = 0;                ///< what the axis reads at w: the weight itself along a weight, else 0
  SliceRange usual = {};          ///< a range in which there is something to see
};

/// Along one weight or bias: the axis reads its value.
template <class Real> SliceAxis axisOfWeight(const Network<Real>& network, WeightPlace place);

/// Down the gradient: −∂L/∂w of the twin's rows, so that t is the learning rate of a plain step of gradient descent;
/// `lr` is the run's own, for the usual range.
SliceAxis axisDownGradient(ExactTwin& twin, double lr);

/// Along Δw, one number for each parameter: the next step leads to t = 1.
SliceAxis axisOfUpdate(std::span<const double> update);

/// A random direction from `seed`, as long in each unit as the unit's weights are: a normal number for each weight,
/// those that lead into one unit scaled to the norm of its weights there; biases do not move.
/// Source: Li, Xu, Taylor, Studer & Goldstein, "Visualizing the Loss Landscape of Neural Nets" (2018), 4: filter
/// normalization.
template <class Real> SliceAxis axisAtRandom(const Network<Real>& network, std::uint32_t seed);

inline constexpr std::uint32_t mostSlicePoints = 1001;   ///< of a line
inline constexpr std::uint32_t mostSurfacePoints = 201;  ///< of each side of a plane

struct Slice {
  std::vector<double> at, loss;  ///< places along the axis, and the loss there
  double here = 0, lossHere = 0;
  double slope = 0;  ///< of the tangent at `here`: the gradient times the direction
  /// Where Δw leads, seen along the axis: the foot of the perpendicular from w + Δw; for one weight simply its next
  /// value. `lossNext` is the loss at that place of the line, where the other weights stay.
  double next = 0, lossNext = 0;
};

/// The loss along a line, over the rows to which the twin was taken. Refused where the range is none, or where it
/// would take more than `mostWork` multiplications.
Result<Slice> slice(ExactTwin& twin, std::span<const double> update, const SliceAxis& axis, const SliceRange& range);

struct Surface {
  std::vector<double> x, y;  ///< places along both axes
  std::vector<double> loss;  ///< row by row: loss[row · x.size() + column] at (x[column], y[row])
  double hereX = 0, hereY = 0, lossHere = 0;
  double nextX = 0, nextY = 0;  ///< the place of the plane that is nearest to w + Δw
};

/// The loss over the plane of two axes. They must not be parallel.
Result<Surface> surface(ExactTwin& twin, std::span<const double> update, const SliceAxis& x, const SliceRange& rangeX,
                        const SliceAxis& y, const SliceRange& rangeY);

}  // namespace backprop
