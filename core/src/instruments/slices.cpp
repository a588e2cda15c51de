// Losses at places of a line or a plane, and where a step lies in it.
#include "backprop/slices.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "backprop/argument.hpp"
#include "backprop/text.hpp"
#include "kernels/kernels.hpp"

namespace backprop {
namespace {

double dot(std::span<const double> a, std::span<const double> b) { return kernels::dot(a.data(), b.data(), a.size()); }

Status checkRange(const SliceRange& range, std::uint32_t most) {
  constexpr double farthest = 1e6;
  if (Status low = checkNumber("low", range.low, {-farthest, farthest}); !low.ok()) return low;
  if (Status high = checkNumber("high", range.high, {-farthest, farthest}); !high.ok()) return high;
  if (!(range.low < range.high))
    return errorAt("high", formatNumber(range.high) + " is not above low, " + formatNumber(range.low) +
                               "; a larger number would be right");
  return checkNumber("points", range.points, {2, double(most), true});
}

Status checkWork(const ExactTwin& twin, std::uint64_t points) {
  const std::uint64_t possible = mostWork / twin.work();
  if (points <= possible) return okStatus();
  return errorAt("points", std::to_string(points) + " losses over " + std::to_string(twin.rows()) +
                               " rows take too long in a network of this size; at most " + std::to_string(possible) +
                               " would be right");
}

Error diverged(std::string_view place) {
  return errorAt(
      place,
      "the direction is too long to be followed: its numbers are not finite or beyond 1e150, as of a run that "
      "has diverged; an earlier step, or a lower learning rate, would be right");
}

std::vector<double> placesOf(const SliceRange& range) {
  std::vector<double> places;
  for (std::uint32_t i = 0; i < range.points; ++i) places.push_back(range.at(i));
  return places;
}

}  // namespace

template <class Real> SliceAxis axisOfWeight(const Network<Real>& network, WeightPlace place) {
  const std::size_t offset = offsetOf(network, place);
  const double w = network.parameters()->values()[offset], reach = std::max(1.0, std::abs(w));
  SliceAxis axis{std::vector<double>(network.parameters()->size()), w, {w - reach, w + reach}};
  axis.direction[offset] = 1;
  return axis;
}

SliceAxis axisDownGradient(ExactTwin& twin, double lr) {
  const double step = lr > 0 ? lr : 1;
  twin.backward();
  SliceAxis axis{.usual = {-step, 4 * step}};
  for (const double g : twin.gradients()) axis.direction.push_back(-g);
  return axis;
}

SliceAxis axisOfUpdate(std::span<const double> update) {
  return {.direction = std::vector<double>(update.begin(), update.end()), .usual = {-1, 4}};
}

template <class Real> SliceAxis axisAtRandom(const Network<Real>& network, std::uint32_t seed) {
  Random random(seed);
  const auto values = std::as_const(*network.parameters()).values();
  SliceAxis axis{.direction = std::vector<double>(values.size())};
  for (const Layer& layer : network.layers())
    for (std::size_t unit = 0; unit < layer.outputs; ++unit) {
      const std::size_t first = layer.weight.offset + unit * layer.inputs;
      const auto drawn = std::span(axis.direction).subspan(first, layer.inputs);
      double norm = 0;
      for (std::size_t i = 0; i < drawn.size(); ++i) {
        drawn[i] = random.normal();
        norm += double(values[first + i]) * double(values[first + i]);
      }
      const double scale = std::sqrt(norm / dot(drawn, drawn));
      for (double& each : drawn) each *= scale;
    }
  return axis;
}

Result<Slice> slice(ExactTwin& twin, std::span<const double> update, const SliceAxis& axis, const SliceRange& range) {
  if (const Status right = checkRange(range, mostSlicePoints); !right.ok()) return right.error();
  if (const Status right = checkWork(twin, range.points); !right.ok()) return right.error();
  const double square = dot(axis.direction, axis.direction);
  if (!std::isfinite(square)) return diverged("slice");
  if (!(square > 0)) return errorAt("direction", "has the length 0; one with a length above 0 would be right");
  Slice out{.at = placesOf(range), .here = axis.here};
  out.lossHere = twin.backward();
  out.slope = dot(twin.gradients(), axis.direction);
  const auto lossAt = [&](double place) { return lossMoved(twin, {{place - axis.here, axis.direction}}); };
  for (const double place : out.at) out.loss.push_back(lossAt(place));
  out.next = axis.here + dot(update, axis.direction) / square;
  out.lossNext = lossAt(out.next);
  return out;
}

Result<Surface> surface(ExactTwin& twin, std::span<const double> update, const SliceAxis& x, const SliceRange& rangeX,
                        const SliceAxis& y, const SliceRange& rangeY) {
  for (const SliceRange& range : {rangeX, rangeY})
    if (const Status right = checkRange(range, mostSurfacePoints); !right.ok()) return right.error();
  if (const Status right = checkWork(twin, std::uint64_t{rangeX.points} * rangeY.points); !right.ok())
    return right.error();
  const double xx = dot(x.direction, x.direction), yy = dot(y.direction, y.direction),
               xy = dot(x.direction, y.direction);
  if (!std::isfinite(xx + yy)) return diverged("surface");
  const double area = xx * yy - xy * xy;  // of the parallelogram, squared
  if (!(area > 1e-12 * xx * yy))
    return errorAt("directions", "are parallel or have no length; two that differ would be right");
  Surface out{.x = placesOf(rangeX), .y = placesOf(rangeY), .hereX = x.here, .hereY = y.here};
  out.lossHere = twin.loss();
  for (const double row : out.y)
    for (const double column : out.x)
      out.loss.push_back(lossMoved(twin, {{column - x.here, x.direction}, {row - y.here, y.direction}}));
  const double ux = dot(update, x.direction), uy = dot(update, y.direction);
  out.nextX = x.here + (ux * yy - uy * xy) / area;
  out.nextY = y.here + (uy * xx - ux * xy) / area;
  return out;
}

template SliceAxis axisOfWeight(const Network<float>&, WeightPlace);
template SliceAxis axisOfWeight(const Network<double>&, WeightPlace);
template SliceAxis axisAtRandom(const Network<float>&, std::uint32_t);
template SliceAxis axisAtRandom(const Network<double>&, std::uint32_t);

}  // namespace backprop
