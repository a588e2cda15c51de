// Property by property: what the instruments of the core measure.
#include "instruments.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "backprop/curvature.hpp"
#include "backprop/explain.hpp"
#include "backprop/layer_statistics.hpp"
#include "backprop/loss_change.hpp"
#include "backprop/network_check.hpp"
#include "settings.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

val fromOf(WeightPlace place) { return place.from ? val(*place.from) : val::null(); }

val describe(const GradientCheck& check) {
  return objectOf({{"analytic", val(check.analytic)},
                   {"numeric", val(check.numeric)},
                   {"error", val(check.error)},
                   {"h", val(check.h)},
                   {"agrees", val(check.agrees)},
                   {"kink", val(check.kink)}});
}

val describe(const WeightCheck& check) {
  val out = describe(check.in64);
  out.set("rounding", check.rounding);
  out.set("agrees", check.agrees);
  return out;
}

val describe(const WeightExplanation::Term& term) {
  return objectOf(
      {{"to", val(term.to)}, {"weight", val(term.weight)}, {"delta", val(term.delta)}, {"product", val(term.product)}});
}

val describe(const WeightExplanation& why, const WeightCheck& check, WeightPlace place, std::uint32_t example) {
  return objectOf({{"layer", val(place.layer)},
                   {"to", val(place.to)},
                   {"from", fromOf(place)},
                   {"example", val(example)},
                   {"weight", val(why.weight)},
                   {"gradient", val(why.gradient)},
                   {"update", val(why.update)},
                   {"next", val(why.next)},
                   {"shares", objectOf({{"delta", copyOf(why.delta)},
                                        {"activation", copyOf(why.activation)},
                                        {"product", copyOf(why.product)},
                                        {"agrees", arrayOf(why.agrees, [](bool agrees) { return agrees; })},
                                        {"agreement", val(why.agreement)},
                                        {"largest", wasm::copyOf(std::span<const std::uint32_t>(why.largest))}})},
                   {"why", objectOf({{"z", val(why.z)},
                                     {"derivative", val(why.derivative)},
                                     {"kept", val(why.kept)},
                                     {"upstream", val(why.upstream)},
                                     {"terms", arrayOf(why.terms, [](const auto& term) { return describe(term); })}})},
                   {"check", describe(check)}});
}

val describe(const NumberStatistics& numbers) {
  return objectOf({{"counts", wasm::copyOf(std::span<const std::uint32_t>(numbers.histogram.counts))},
                   {"nonFinite", val(numbers.histogram.nonFinite)},
                   {"count", val(numbers.count)},
                   {"norm", val(numbers.norm)},
                   {"zeros", val(numbers.zeros)}});
}

val describe(const LayerStatistics& layer) {
  return objectOf({{"gradient", describe(layer.gradient)},
                   {"weight", describe(layer.weight)},
                   {"update", describe(layer.update)},
                   {"activation", describe(layer.activation)},
                   {"ratio", val(layer.ratio)},
                   {"saturated", val(layer.saturated)},
                   {"dead", val(layer.dead)}});
}

template <class Real> val placed(const Network<Real>& network, std::uint32_t parameter, val description) {
  const WeightPlace place = placeOf(network, parameter);
  description.set("layer", place.layer);
  description.set("to", place.to);
  description.set("from", fromOf(place));
  return description;
}

template <class Real> val describe(const Network<Real>& network, const NetworkCheck& check) {
  std::vector<std::uint32_t> parameters;
  std::vector<double> analytic, numeric, errors;
  for (const ParameterCheck& each : check.checked) {
    parameters.push_back(each.parameter);
    analytic.push_back(each.check.analytic);
    numeric.push_back(each.check.numeric);
    errors.push_back(each.check.error);
  }
  const RoundingCheck& rounding = check.worstRounding;
  return objectOf(
      {{"parameters", val(double(network.parameters()->size()))},
       {"checked", objectOf({{"parameter", wasm::copyOf(std::span<const std::uint32_t>(parameters))},
                             {"analytic", copyOf(analytic)},
                             {"numeric", copyOf(numeric)},
                             {"error", copyOf(errors)},
                             {"agrees", arrayOf(check.checked, [](const auto& each) { return each.check.agrees; })},
                             {"kink", arrayOf(check.checked, [](const auto& each) { return each.check.kink; })}})},
       {"disagreeing", val(check.disagreeing)},
       {"kinks", val(check.kinks)},
       {"worst", check.worst ? placed(network, check.worst->parameter, describe(check.worst->check)) : val::null()},
       {"rounded", val(check.rounded)},
       {"worstRounding", placed(network, rounding.parameter,
                                objectOf({{"shown", val(rounding.shown)},
                                          {"exact", val(rounding.exact)},
                                          {"error", val(rounding.error)},
                                          {"tolerance", val(rounding.tolerance)}}))},
       {"agrees", val(check.agrees)}});
}

val describe(const WatchedWeight& weight) {
  std::vector<double> step, value, gradient, update;
  for (const WatchPoint& point : weight.record.points()) {
    step.push_back(double(point.step));
    value.push_back(point.weight);
    gradient.push_back(point.gradient);
    update.push_back(point.update);
  }
  return objectOf({{"layer", val(weight.place.layer)},
                   {"to", val(weight.place.to)},
                   {"from", fromOf(weight.place)},
                   {"step", copyOf(step)},
                   {"weight", copyOf(value)},
                   {"gradient", copyOf(gradient)},
                   {"update", copyOf(update)}});
}

}  // namespace

template <class Real>
Result<WeightPlace> placeFrom(std::string_view name, const val& at, const Network<Real>& network) {
  if (!isRecord(at))
    return errorAt(name, shown(at) + " is not a place; an object such as { layer: 0, to: 0, from: 0 } would be right");
  double numbers[3] = {};
  constexpr const char* names[] = {"layer", "to", "from"};
  const bool bias = at["from"].isNull();
  for (std::size_t i = 0; i < (bias ? 2 : 3); ++i) {
    const auto number = numberFrom(names[i], at[names[i]], "a whole number would be right");
    if (!number.ok()) return number.error();
    numbers[i] = number.value();
  }
  return weightPlace(network, numbers[0], numbers[1], bias ? std::nullopt : std::optional(numbers[2]));
}

template <class Real> JsWeight weightOf(MeasuredRun<Real> run, const JsPlaceAndExample& at) {
  const auto& trainer = run.trainer;
  return resultOr<JsWeight>(placeFrom("weight", at, trainer.network()), [&](WeightPlace place) {
    const auto example = wholeNumberFrom("example", at["example"], 0, trainer.batch().rows() - 1);
    if (!example.ok()) return errorObject(example.error());
    const auto check = checkWeight(run.twin, trainer.network(), trainer.batch(), place);
    if (!check.ok()) return errorObject(check.error());
    const auto why = explainWeight(trainer.network(), trainer.batch(), trainer.update(), place, example.value());
    return describe(why, check.value(), place, example.value());
  });
}

template <class Real> JsLayerStatistics layerStatisticsOf(MeasuredRun<Real> run) {
  const auto& trainer = run.trainer;
  const auto layers = layerStatistics(trainer.network(), trainer.batch(), trainer.update());
  return JsLayerStatistics(objectOf({{"lowest", val(Histogram::lowest)},
                                     {"highest", val(Histogram::highest)},
                                     {"layers", arrayOf(layers, [](const auto& layer) { return describe(layer); })}}));
}

template <class Real> JsNetworkCheck checkAllOf(MeasuredRun<Real> run, const std::optional<JsCheckSettings>& given) {
  Settings settings("checkAll", given ? val(*given) : val::undefined(), {"most", "seed"});
  const auto most = settings.whole("most", 256, 1, 100'000), seed = settings.whole("seed", 1, 0, ~0u);
  if (!settings.ok()) return JsNetworkCheck(errorObject(settings.error()));
  const auto& network = run.trainer.network();
  return resultOr<JsNetworkCheck>(checkNetwork(run.twin, network, run.trainer.batch(), most, seed),
                                  [&](const NetworkCheck& check) { return describe(network, check); });
}

template <class Real> JsDone watchIn(MeasuredRun<Real> run, const JsPlaces& list) {
  const auto length = lengthOf(list);
  if (!length)
    return JsDone(errorObject(errorAt("watch", shown(list) + " is not a list; a list of places such as "
                                                             "[{ layer: 0, to: 0, from: 0 }] would be right")));
  std::vector<WeightPlace> places;
  // One more than fits is enough for the core to refuse the list.
  for (std::uint64_t i = 0; i < std::min<std::uint64_t>(*length, WatchList::most + 1); ++i) {
    const auto place = placeFrom("watch", list[static_cast<double>(i)], run.trainer.network());
    if (!place.ok()) return JsDone(errorObject(place.error()));
    places.push_back(place.value());
  }
  return resultOr<JsDone>(run.trainer.watch(places), [](std::monostate) { return val::undefined(); });
}

template <class Real> JsWatched watchedOf(MeasuredRun<Real> run) {
  return JsWatched(arrayOf(run.trainer.watched().weights(), [](const WatchedWeight& each) { return describe(each); }));
}

#define BACKPROP_INSTRUMENTS(Real)                                                              \
  template Result<WeightPlace> placeFrom(std::string_view, const val&, const Network<Real>&);   \
  template JsWeight weightOf(MeasuredRun<Real>, const JsPlaceAndExample&);                      \
  template JsLayerStatistics layerStatisticsOf(MeasuredRun<Real>);                              \
  template JsNetworkCheck checkAllOf(MeasuredRun<Real>, const std::optional<JsCheckSettings>&); \
  template JsDone watchIn(MeasuredRun<Real>, const JsPlaces&);                                  \
  template JsWatched watchedOf(MeasuredRun<Real>);
BACKPROP_INSTRUMENTS(float)
BACKPROP_INSTRUMENTS(double)
#undef BACKPROP_INSTRUMENTS

EMSCRIPTEN_BINDINGS(instruments) {
  emscripten::register_type<JsPlaceAndExample>("{ layer: number, to: number, from: number | null, example: number }");
  emscripten::register_type<JsWeight>(
      "{ layer: number, to: number, from: number | null, example: number, weight: number, gradient: number, update: "
      "number, next: number, shares: { delta: Float64Array, activation: Float64Array, product: Float64Array, agrees: "
      "boolean[], agreement: number, largest: Int32Array }, why: { z: number, derivative: number, kept: number, "
      "upstream: number, terms: { to: number, weight: number, delta: number, product: number }[] }, check: { analytic: "
      "number, numeric: number, error: number, h: number, kink: boolean, rounding: number, agrees: boolean } }");
  emscripten::register_type<JsLayerStatistics>(
      "{ lowest: number, highest: number, layers: (Record<'gradient' | 'weight' | 'update' | 'activation', { counts: "
      "Int32Array, nonFinite: number, count: number, norm: number, zeros: number }> & { ratio: number, saturated: "
      "number, dead: number })[] }");
  emscripten::register_type<JsCheckSettings>("{ most?: number, seed?: number }");
  emscripten::register_optional<JsCheckSettings>();
  emscripten::register_type<JsNetworkCheck>(
      "{ parameters: number, checked: { parameter: Int32Array, analytic: Float64Array, numeric: Float64Array, error: "
      "Float64Array, agrees: boolean[], kink: boolean[] }, disagreeing: number, kinks: number, worst: { layer: number, "
      "to: number, from: number | null, analytic: number, numeric: number, error: number, h: number, agrees: boolean, "
      "kink: boolean } | null, rounded: number, worstRounding: { layer: number, to: number, from: number | null, "
      "shown: "
      "number, exact: number, error: number, tolerance: number }, agrees: boolean }");
  emscripten::register_type<JsPlaces>("{ layer: number, to: number, from: number | null }[]");
  emscripten::register_type<JsDone>("void");
  emscripten::register_type<JsWatched>(
      "{ layer: number, to: number, from: number | null, step: Float64Array, weight: Float64Array, gradient: "
      "Float64Array, update: Float64Array }[]");
}

}  // namespace backprop::wasm
