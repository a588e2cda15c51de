// The loss around the present weights: predicted and real change, slices, planes, curvature.
#include <string>
#include <vector>

#include "backprop/curvature.hpp"
#include "backprop/loss_change.hpp"
#include "backprop/slices.hpp"
#include "instruments.hpp"
#include "settings.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

template <class Real> std::vector<double> updateOf(const Trainer<Real>& trainer) {
  return {trainer.update().begin(), trainer.update().end()};
}

template <class Js> val valueOf(const std::optional<Js>& given) { return given ? val(*given) : val::undefined(); }

/// Takes a twin to the rows that the setting `rows` names: those of the batch, or all for training.
template <class Twin, class Real> void takeRows(Twin& twin, const Trainer<Real>& trainer, Settings& settings) {
  const bool all = settings.choice("rows", 0, {"batch", "train"}) == 1;
  if (!settings.ok()) return;
  const Status taken = all ? twin.take(trainer.network(), trainer.loss(), trainer.trainExamples())
                           : twin.take(trainer.network(), trainer.batch());
  if (!taken.ok()) settings.refuse(taken.error());
}

/// What `along` names: a place, `gradient`, `update`, `random`, or the numbers of a direction.
template <class Real> Result<SliceAxis> axisFrom(MeasuredRun<Real> run, const val& along, std::uint32_t seed) {
  const auto& network = run.trainer.network();
  constexpr const char* right =
      "gradient, update, random, a place such as { layer: 0, to: 0, from: 0 }, or a number for each parameter would be "
      "right";
  if (along.isString()) {
    const std::string name = textFrom(along);
    if (name == "gradient") return axisDownGradient(run.twin, run.trainer.progress().lr);
    if (name == "update") return axisOfUpdate(updateOf(run.trainer));
    if (name == "random") return axisAtRandom(network, seed);
    return errorAt("along", shown(along) + " is no direction; " + right);
  }
  if (lengthOf(along)) {
    auto numbers = numbersFrom("along", along, network.parameters()->size());
    if (!numbers.ok()) return numbers.error();
    if (numbers.value().size() < network.parameters()->size())
      return errorAt("along", "has " + std::to_string(numbers.value().size()) + " numbers; " +
                                  std::to_string(network.parameters()->size()) +
                                  " would be right, one for each parameter");
    return SliceAxis{.direction = std::move(numbers.value())};
  }
  if (!isObject(along)) return errorAt("along", shown(along) + " is no direction; " + right);
  const auto place = placeFrom("along", along, network);
  if (!place.ok()) return place.error();
  return axisOfWeight(network, place.value());
}

/// An axis and its range from `{ along, low, high, points, seed }`.
struct AxisAndRange {
  SliceAxis axis;
  SliceRange range;
};
template <class Real>
AxisAndRange axisFrom(MeasuredRun<Real> run, Settings& settings, const val& along, std::uint32_t seed,
                      std::uint32_t points, std::uint32_t mostPoints) {
  constexpr double farthest = 1e6;
  seed = settings.whole("seed", seed, 0, ~0u);
  points = settings.whole("points", points, 2, mostPoints);
  if (!settings.ok()) return {};
  auto axis = axisFrom(run, along, seed);
  if (!axis.ok()) return settings.refuse(axis.error()), AxisAndRange{};
  const SliceRange usual = axis.value().usual;
  const SliceRange range{settings.number("low", usual.low, {-farthest, farthest}),
                         settings.number("high", usual.high, {-farthest, farthest}), points};
  return {std::move(axis.value()), range};
}

val orElse(const val& given, const char* fallback) { return given.isUndefined() ? val(std::string(fallback)) : given; }

}  // namespace

template <class Real> JsChange predictedChangeOf(MeasuredRun<Real> run, const std::optional<JsOrder>& given) {
  const auto order = given ? wholeNumberFrom("order", *given, 1, 2) : Result<std::uint32_t>(1u);
  if (!order.ok()) return JsChange(errorObject(order.error()));
  const auto& trainer = run.trainer;
  const auto update = updateOf(trainer);
  if (const Status taken = run.twin.take(trainer.network(), trainer.batch()); !taken.ok())
    return JsChange(errorObject(taken.error()));
  const LossChange change = lossChange(run.twin, update);
  val second = val::null();
  double predicted = change.first;
  if (order.value() == 2) {
    DualTwin twin;
    if (const Status taken = twin.take(trainer.network(), trainer.batch()); !taken.ok())
      return JsChange(errorObject(taken.error()));
    const double bend = secondOrderChange(twin, update);
    second = val(bend);
    predicted += bend;
  }
  return JsChange(objectOf({{"loss", val(change.loss)},
                            {"next", val(change.next)},
                            {"real", val(change.real)},
                            {"first", val(change.first)},
                            {"second", second},
                            {"predicted", val(predicted)}}));
}

template <class Real> JsSlice sliceOf(MeasuredRun<Real> run, const std::optional<JsSliceSettings>& given) {
  Settings settings("slice", valueOf(given), {"along", "low", "high", "points", "seed", "rows"});
  takeRows(run.twin, run.trainer, settings);
  const auto [axis, range] = axisFrom(run, settings, orElse(settings["along"], "update"), 1, 51, mostSlicePoints);
  if (!settings.ok()) return JsSlice(errorObject(settings.error()));
  return resultOr<JsSlice>(slice(run.twin, updateOf(run.trainer), axis, range), [](const Slice& found) {
    return objectOf({{"at", copyOf(found.at)},
                     {"loss", copyOf(found.loss)},
                     {"here", val(found.here)},
                     {"lossHere", val(found.lossHere)},
                     {"slope", val(found.slope)},
                     {"next", val(found.next)},
                     {"lossNext", val(found.lossNext)}});
  });
}

template <class Real> JsSurface surfaceOf(MeasuredRun<Real> run, const std::optional<JsSurfaceSettings>& given) {
  Settings settings("surface", valueOf(given), {"x", "y", "rows"});
  takeRows(run.twin, run.trainer, settings);
  AxisAndRange axes[2];
  for (const std::uint32_t which : {0u, 1u}) {
    const char* name = which == 0 ? "x" : "y";
    Settings each(name, settings[name], {"along", "low", "high", "points", "seed"});
    if (settings.ok())
      axes[which] = axisFrom(run, each, orElse(each["along"], "random"), which + 1, 25, mostSurfacePoints);
    if (!each.ok()) settings.refuse(each.error());
  }
  if (!settings.ok()) return JsSurface(errorObject(settings.error()));
  const auto found = surface(run.twin, updateOf(run.trainer), axes[0].axis, axes[0].range, axes[1].axis, axes[1].range);
  return resultOr<JsSurface>(found, [](const Surface& plane) {
    return objectOf({{"x", copyOf(plane.x)},
                     {"y", copyOf(plane.y)},
                     {"loss", copyOf(plane.loss)},
                     {"lossHere", val(plane.lossHere)},
                     {"hereX", val(plane.hereX)},
                     {"hereY", val(plane.hereY)},
                     {"nextX", val(plane.nextX)},
                     {"nextY", val(plane.nextY)}});
  });
}

template <class Real> JsCurvature curvatureOf(MeasuredRun<Real> run, const std::optional<JsCurvatureSettings>& given) {
  Settings settings("curvature", valueOf(given), {"seed", "tolerance", "iterations", "rows"});
  const PowerIteration how{settings.whole("seed", 1, 0, ~0u), settings.number("tolerance", 1e-4, {1e-12, 1}),
                           settings.whole("iterations", 100, 1, 10'000)};
  DualTwin twin;
  takeRows(twin, run.trainer, settings);
  if (!settings.ok()) return JsCurvature(errorObject(settings.error()));
  const Curvature found = largestEigenvalue(twin, how);
  const double lr = run.trainer.progress().lr;
  const std::optional<double> limit = stabilityLimit(run.trainer.options(), lr);
  return JsCurvature(objectOf({{"eigenvalue", val(found.eigenvalue)},
                               {"residual", val(found.residual)},
                               {"iterations", val(found.iterations)},
                               {"converged", val(found.converged)},
                               {"lr", val(lr)},
                               {"limit", limit ? val(*limit) : val::null()},
                               {"direction", copyOf(found.direction)}}));
}

#define BACKPROP_LANDSCAPE(Real)                                                            \
  template JsChange predictedChangeOf(MeasuredRun<Real>, const std::optional<JsOrder>&);    \
  template JsSlice sliceOf(MeasuredRun<Real>, const std::optional<JsSliceSettings>&);       \
  template JsSurface surfaceOf(MeasuredRun<Real>, const std::optional<JsSurfaceSettings>&); \
  template JsCurvature curvatureOf(MeasuredRun<Real>, const std::optional<JsCurvatureSettings>&);
BACKPROP_LANDSCAPE(float)
BACKPROP_LANDSCAPE(double)
#undef BACKPROP_LANDSCAPE

EMSCRIPTEN_BINDINGS(landscape) {
  emscripten::register_type<JsOrder>("1 | 2");
  emscripten::register_optional<JsOrder>();
  emscripten::register_type<JsChange>(
      "{ loss: number, next: number, real: number, first: number, second: number | null, predicted: number }");
#define AXIS                                                                                                    \
  "along?: 'gradient' | 'update' | 'random' | { layer: number, to: number, from: number | null } | number[] | " \
  "Float64Array, low?: number, high?: number, points?: number, seed?: number"
  emscripten::register_type<JsSliceSettings>("{ " AXIS ", rows?: 'batch' | 'train' }");
  emscripten::register_optional<JsSliceSettings>();
  emscripten::register_type<JsSlice>(
      "{ at: Float64Array, loss: Float64Array, here: number, lossHere: number, slope: number, next: number, lossNext: "
      "number }");
  emscripten::register_type<JsSurfaceSettings>("{ x?: { " AXIS " }, y?: { " AXIS " }, rows?: 'batch' | 'train' }");
#undef AXIS
  emscripten::register_optional<JsSurfaceSettings>();
  emscripten::register_type<JsSurface>(
      "{ x: Float64Array, y: Float64Array, loss: Float64Array, lossHere: number, hereX: number, hereY: number, nextX: "
      "number, nextY: number }");
  emscripten::register_type<JsCurvatureSettings>(
      "{ seed?: number, tolerance?: number, iterations?: number, rows?: 'batch' | 'train' }");
  emscripten::register_optional<JsCurvatureSettings>();
  emscripten::register_type<JsCurvature>(
      "{ eigenvalue: number, residual: number, iterations: number, converged: boolean, lr: number, limit: "
      "number | null, "
      "direction: Float64Array }");
}

}  // namespace backprop::wasm
