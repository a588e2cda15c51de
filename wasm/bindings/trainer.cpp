// `Trainer`: a float32 training run for JavaScript, and everything that can be asked about it.
#include "backprop/trainer.hpp"

#include <algorithm>
#include <memory>

#include "describe.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsOptionValue)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsTrainer)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsStatus)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsScores)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNetwork)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsPoints)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsData)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsBatch)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsExample)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsMaps)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsHistory)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsWeight)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsPlace)

constexpr std::uint32_t mostStepsAtOnce = 1'000'000;  // of the count alone: a step's time depends on network and batch
constexpr std::uint32_t largestMap = 200;             // cells on a side
constexpr std::uint64_t mostMapCells = 1 << 25;       // of all units together: 134 MB

/// The largest maps that may be asked for: fewer cells where there are many units.
std::uint32_t largestMapOf(const Network<float>& network) {
  std::uint64_t units = 0;
  for (const Layer& layer : network.layers()) units += layer.outputs;
  std::uint32_t size = largestMap;
  while (size * size * units > mostMapCells) --size;
  return size;
}

/// A weight, and the example of the batch for which it is explained.
struct PlaceAndExample {
  WeightPlace place;
  std::uint32_t example;
};

/// Both from four properties, each checked to be a number here and to exist by the core.
Result<PlaceAndExample> placeFrom(const val& at, const Trainer<float>& trainer) {
  const auto type = at.typeOf().as<std::string>();
  if (at.isNull() || type != "object")
    return errorAt("weight", shown(at) +
                                 " is not a place; an object such as { layer: 0, to: 0, from: 0, example: 0 } "
                                 "would be right");
  double numbers[4] = {};
  constexpr const char* names[] = {"layer", "to", "from", "example"};
  for (std::size_t i = 0; i < std::size(names); ++i) {
    const auto number = numberFrom(names[i], at[names[i]], "a whole number would be right");
    if (!number.ok()) return number.error();
    numbers[i] = number.value();
  }
  const auto place = weightPlace(trainer.network(), numbers[0], numbers[1], numbers[2]);
  if (!place.ok()) return place.error();
  const auto example = wholeNumber("example", numbers[3], 0, trainer.batch().rows() - 1);
  if (!example.ok()) return example.error();
  return PlaceAndExample{place.value(), example.value()};
}

class JsRun {
 public:
  explicit JsRun(const RunOptions& options) : trainer_(options) {}

  JsStatus step(const JsNumber& count) {
    return resultOr<JsStatus>(wholeNumberFrom("step", count, 0, mostStepsAtOnce), [this](std::uint32_t steps) {
      trainer_.step(steps);
      return status();
    });
  }

  JsStatus setLr(const JsOptionValue& lr) {
    const auto value = optionFrom("lr", lr);
    const Status set = value.ok() ? trainer_.setLr(value.value()) : Status(value.error());
    return resultOr<JsStatus>(set, [this](std::monostate) { return status(); });
  }

  JsStatus status() const { return JsStatus(describe(trainer_.progress(), trainer_.options().lr)); }

  JsOptions options() const {
    val out = val::object();
    for (const OptionInfo& option : optionTable())
      out.set(std::string(option.name), toJs(option.read(trainer_.options())));
    return JsOptions(out);
  }

  JsScores evaluate() {
    return JsScores(objectOf({{"train", describe(trainer_.evaluate(trainer_.data().train))},
                              {"test", describe(trainer_.evaluate(trainer_.data().test))}}));
  }

  JsNetwork network() const {
    const auto layer = [&block = std::as_const(*trainer_.network().parameters())](const Layer& each) {
      return describe(each, block);
    };
    return JsNetwork(
        objectOf({{"layers", arrayOf(trainer_.network().layers(), layer)}, {"targets", describe(trainer_.targets())}}));
  }

  JsData data() const {
    return JsData(objectOf({{"train", describe(trainer_.data().train)}, {"test", describe(trainer_.data().test)}}));
  }

  JsBatch batch() const {
    return JsBatch(objectOf({{"rows", copyOf(trainer_.batchRows())},
                             {"output", copyOf(trainer_.batch().output())},
                             {"target", copyOf(trainer_.batch().target())}}));
  }

  JsExample example(const JsNumber& index) const {
    const auto example = wholeNumberFrom("example", index, 0, trainer_.batch().rows() - 1);
    return resultOr<JsExample>(example, [this](std::uint32_t e) {
      return describe(explainExample(trainer_.network(), trainer_.batch(), e), trainer_.batchRows()[e]);
    });
  }

  JsMaps maps(const JsNumber& size) {
    return resultOr<JsMaps>(
        wholeNumberFrom("maps", size, 2, largestMapOf(trainer_.network())), [this](std::uint32_t cells) {
          const auto units = arrayOf(trainer_.maps(cells), [](const std::vector<std::vector<float>>& layer) {
            return arrayOf(layer, [](const std::vector<float>& map) { return copyOf(std::span(map)); });
          });
          return objectOf({{"size", val(cells)}, {"extent", val(dataExtent)}, {"units", units}});
        });
  }

  JsHistory history() const { return JsHistory(describe(trainer_.history())); }

  JsWeight weight(const JsPlace& at) const {
    return resultOr<JsWeight>(placeFrom(at, trainer_), [this](const PlaceAndExample& which) {
      const auto& [place, example] = which;
      const auto& network = trainer_.network();
      return describe(explainWeight(network, trainer_.batch(), trainer_.update(), place, example),
                      checkWeight(network, trainer_.batch(), place), place, example);
    });
  }

 private:
  Trainer<float> trainer_;
};

Result<RunOptions> runOptionsFrom(const JsOptions& given) {
  const auto names = optionsFrom(given);
  if (!names.ok()) return names.error();
  return parseOptions(names.value());
}

JsTrainer createTrainer(const JsOptions& given) {
  return resultOr<JsTrainer>(runOptionsFrom(given),
                             [](const RunOptions& options) { return std::make_shared<JsRun>(options); });
}

/// The points that a run with these options would learn from, before they are split.
JsPoints dataset(const JsOptions& given) {
  return resultOr<JsPoints>(runOptionsFrom(given), [](const RunOptions& options) {
    constexpr std::uint64_t dataStream = 1;  // the one that Trainer draws its points from
    Random random(options.seed, dataStream);
    const auto kind = std::ranges::find(datasetTable(), options.dataset, &DatasetInfo::name);
    return describe(kind->generate(options.samples, options.noise, random));
  });
}

EMSCRIPTEN_BINDINGS(trainer) {
  emscripten::register_type<JsOptionValue>("number | string | number[]");
  emscripten::register_type<JsTrainer>("Trainer");
  emscripten::register_type<JsStatus>(
      "{ step: number, samples: number, epoch: number, batch: number, batches: number, lr: number, loss: number, "
      "finite: boolean, "
      "message: string }");
  emscripten::register_type<JsScores>("Record<'train' | 'test', { loss: number, accuracy: number }>");
  emscripten::register_type<JsNetwork>(
      "{ layers: { inputs: number, outputs: number, activation: string, weight: Float32Array, bias: Float32Array, "
      "weightGradient: Float32Array, biasGradient: Float32Array }[], targets: { low: number, high: number, boundary: "
      "number } }");
  emscripten::register_type<JsPoints>("{ x: Float32Array, y: Float32Array }");
  emscripten::register_type<JsData>("Record<'train' | 'test', { x: Float32Array, y: Float32Array }>");
  emscripten::register_type<JsBatch>("{ rows: Int32Array, output: Float32Array, target: Float32Array }");
  emscripten::register_type<JsExample>(
      "{ row: number, x: Float64Array, target: Float64Array, loss: number, layers: { z: Float64Array, a: "
      "Float64Array, delta: Float64Array }[] }");
  emscripten::register_type<JsMaps>("{ size: number, extent: number, units: Float32Array[][] }");
  emscripten::register_type<JsHistory>("{ step: Float64Array, train: Float32Array, test: Float32Array }");
  emscripten::register_type<JsPlace>("{ layer: number, to: number, from: number, example: number }");
  emscripten::register_type<JsWeight>(
      "{ layer: number, to: number, from: number, example: number, weight: number, gradient: number, update: number, "
      "next: number, shares: { delta: Float64Array, activation: Float64Array, product: Float64Array }, why: { z: "
      "number, derivative: number, upstream: number, terms: { to: number, weight: number, delta: number, product: "
      "number }[] }, check: { analytic: number, numeric: number, error: number, h: number, kink: boolean, rounding: "
      "number, agrees: boolean } }");
  emscripten::class_<JsRun>("Trainer")
      .smart_ptr<std::shared_ptr<JsRun>>("Trainer")
      .function("step(count)", &JsRun::step)
      .function("setLr(lr)", &JsRun::setLr)
      .function("status", &JsRun::status)
      .function("options", &JsRun::options)
      .function("evaluate", &JsRun::evaluate)
      .function("network", &JsRun::network)
      .function("data", &JsRun::data)
      .function("batch", &JsRun::batch)
      .function("example(index)", &JsRun::example)
      .function("maps(size)", &JsRun::maps)
      .function("history", &JsRun::history)
      .function("weight(place)", &JsRun::weight);
  emscripten::function("createTrainer(options)", &createTrainer);
  emscripten::function("dataset(options)", &dataset);
}

}  // namespace
}  // namespace backprop::wasm
