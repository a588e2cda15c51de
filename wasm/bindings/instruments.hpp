// What a training run can be measured with, as methods of `Trainer`.
#pragma once

#include <optional>
#include <string_view>

#include "backprop/network_twin.hpp"
#include "backprop/trainer.hpp"
#include "values.hpp"

namespace backprop::wasm {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsPlaceAndExample)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsWeight)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsLayerStatistics)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOrder)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsChange)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSliceSettings)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSlice)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSurfaceSettings)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsSurface)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCurvatureSettings)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCurvature)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCheckSettings)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNetworkCheck)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsPlaces)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsDone)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsWatched)

/// A run, and the copy in float64 in which it is measured.
template <class Real> struct MeasuredRun {
  Trainer<Real>& trainer;
  ExactTwin& twin;
};

/// A place from the properties `layer`, `to` and `from` (null for the bias), each checked to be a number here and to
/// exist by the core; `name` is who asks.
template <class Real>
Result<WeightPlace> placeFrom(std::string_view name, const emscripten::val& at, const Network<Real>& network);

template <class Real> JsWeight weightOf(MeasuredRun<Real> run, const JsPlaceAndExample& at);
template <class Real> JsLayerStatistics layerStatisticsOf(MeasuredRun<Real> run);
template <class Real> JsChange predictedChangeOf(MeasuredRun<Real> run, const std::optional<JsOrder>& order);
template <class Real> JsSlice sliceOf(MeasuredRun<Real> run, const std::optional<JsSliceSettings>& settings);
template <class Real> JsSurface surfaceOf(MeasuredRun<Real> run, const std::optional<JsSurfaceSettings>& settings);
template <class Real>
JsCurvature curvatureOf(MeasuredRun<Real> run, const std::optional<JsCurvatureSettings>& settings);
template <class Real> JsNetworkCheck checkAllOf(MeasuredRun<Real> run, const std::optional<JsCheckSettings>& settings);
template <class Real> JsDone watchIn(MeasuredRun<Real> run, const JsPlaces& places);
template <class Real> JsWatched watchedOf(MeasuredRun<Real> run);

/// Adds the methods to the class of a run, which says what they measure by `measured()`.
template <class Run> void bindInstruments(emscripten::class_<Run>& run) {
  run.function(
         "weight(place)", +[](Run& run, const JsPlaceAndExample& at) { return weightOf(run.measured(), at); })
      .function(
          "layerStatistics", +[](Run& run) { return layerStatisticsOf(run.measured()); })
      .function(
          "predictedChange(order)",
          +[](Run& run, const std::optional<JsOrder>& order) { return predictedChangeOf(run.measured(), order); })
      .function(
          "slice(settings)",
          +[](Run& run, const std::optional<JsSliceSettings>& settings) { return sliceOf(run.measured(), settings); })
      .function(
          "surface(settings)",
          +[](Run& run, const std::optional<JsSurfaceSettings>& settings) {
            return surfaceOf(run.measured(), settings);
          })
      .function(
          "curvature(settings)",
          +[](Run& run, const std::optional<JsCurvatureSettings>& settings) {
            return curvatureOf(run.measured(), settings);
          })
      .function(
          "checkAll(settings)",
          +[](Run& run, const std::optional<JsCheckSettings>& settings) {
            return checkAllOf(run.measured(), settings);
          })
      .function(
          "watch(places)", +[](Run& run, const JsPlaces& places) { return watchIn(run.measured(), places); })
      .function(
          "watched", +[](Run& run) { return watchedOf(run.measured()); });
}

}  // namespace backprop::wasm
