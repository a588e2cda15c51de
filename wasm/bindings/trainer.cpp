// `Trainer`: a training run for JavaScript, and everything that can be asked about it.
#include "backprop/trainer.hpp"

#include <algorithm>
#include <limits>
#include <memory>

#include "describe.hpp"
#include "given_data.hpp"
#include "instruments.hpp"
#include "options.hpp"

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
EMSCRIPTEN_DECLARE_VAL_TYPE(JsGivenData)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsParameters)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsAnatomy)

constexpr std::uint32_t mostStepsAtOnce = 1'000'000;  // of the count alone: a step's time depends on network and batch
constexpr std::uint32_t largestMap = 200;             // cells on a side
constexpr std::uint64_t mostMapBytes = 134'217'728;   // of all units together

/// The largest maps that may be asked for: fewer cells where there are many units.
template <class Real> std::uint32_t largestMapOf(const Network<Real>& network) {
  std::uint64_t units = 0;
  for (const Layer& layer : network.layers()) units += layer.outputs;
  std::uint32_t size = largestMap;
  while (size * size * units * sizeof(Real) > mostMapBytes) --size;
  return size;
}

/// A run in `Real`.
template <class Real> class JsRun {
 public:
  explicit JsRun(const RunOptions& options) : trainer_(options) {}
  JsRun(const RunOptions& options, const Dataset& data) : trainer_(options, data) {}

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

  JsStatus status() const { return JsStatus(describe(trainer_.progress())); }

  JsOptions options() const {
    val out = val::object();
    for (const OptionInfo& option : optionTable())
      out.set(std::string(option.name), toJs(option.read(trainer_.options())));
    return JsOptions(out);
  }

  JsScores evaluate() {
    return JsScores(
        objectOf({{"train", describe(trainer_.evaluateTrain())}, {"test", describe(trainer_.evaluateTest())}}));
  }

  JsNetwork network() const {
    const auto layer = [&block = std::as_const(*trainer_.network().parameters())](const Layer& each) {
      return describe(each, block);
    };
    return JsNetwork(
        objectOf({{"layers", arrayOf(trainer_.network().layers(), layer)}, {"targets", describe(trainer_.targets())}}));
  }

  JsData data() const {
    const auto& [train, test, trainRows, testRows] = trainer_.data();
    const auto rowsOf = [](std::span<const std::uint32_t> rows) { return wasm::copyOf(rows); };
    return JsData(objectOf({{"task", val(std::string(nameOf(train.task)))},
                            {"inputs", copyOf(train.inputs)},
                            {"outputs", copyOf(train.outputs)},
                            {"classes", copyOf(train.classes)},
                            {"extent", val(trainer_.extent())},
                            {"train", describe(train)},
                            {"test", describe(test)},
                            {"split", objectOf({{"train", rowsOf(trainRows)}, {"test", rowsOf(testRows)}})}}));
  }

  JsStatus goTo(const JsNumber& step) {
    const double most =
        std::min(double(trainer_.progress().step + mostStepsAtOnce), double(std::numeric_limits<std::uint32_t>::max()));
    return resultOr<JsStatus>(wholeNumberFrom("goTo", step, 0, static_cast<std::uint32_t>(most)),
                              [this](std::uint32_t at) {
                                trainer_.goTo(at);
                                return status();
                              });
  }

  JsStatus setParameters(const JsNumber& offset, const JsNumbers& values) {
    const auto at = wholeNumberFrom("offset", offset, 0, std::numeric_limits<std::uint32_t>::max());
    if (!at.ok()) return JsStatus(errorObject(at.error()));
    const auto numbers = numbersFrom("parameters", values, trainer_.network().parameters()->size());
    if (!numbers.ok()) return JsStatus(errorObject(numbers.error()));
    const std::vector<Real> reals(numbers.value().begin(), numbers.value().end());
    return resultOr<JsStatus>(trainer_.setParameters(at.value(), reals), [this](std::monostate) { return status(); });
  }

  JsParameters parameters() const {
    const auto& block = std::as_const(*trainer_.network().parameters());
    return JsParameters(objectOf({{"values", copyOf(block.values())},
                                  {"gradients", copyOf(block.gradients())},
                                  {"updates", copyOf(trainer_.update())}}));
  }

  JsAnatomy anatomy(const JsNumber& index) const {
    const auto size = static_cast<std::uint32_t>(trainer_.network().parameters()->size());
    return resultOr<JsAnatomy>(wholeNumberFrom("anatomy", index, 0, size - 1),
                               [this](std::uint32_t i) { return describe(trainer_.anatomy(i)); });
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
    const std::uint32_t inputs = trainer_.data().train.inputCount();
    if (inputs > 2)
      return JsMaps(errorObject(errorAt("maps", "the data have " + std::to_string(inputs) +
                                                    " inputs; data in the plane or on a line would be right")));
    return resultOr<JsMaps>(
        wholeNumberFrom("maps", size, 2, largestMapOf(trainer_.network())), [this](std::uint32_t cells) {
          const auto units = arrayOf(trainer_.maps(cells), [](const std::vector<std::vector<Real>>& layer) {
            return arrayOf(layer, [](const std::vector<Real>& map) { return copyOf(std::span(map)); });
          });
          return objectOf({{"size", val(cells)}, {"extent", val(trainer_.extent())}, {"units", units}});
        });
  }

  JsHistory history() const { return JsHistory(describe(trainer_.history())); }

  /// What the instruments measure.
  MeasuredRun<Real> measured() { return {trainer_, twin_}; }

 private:
  Trainer<Real> trainer_;
  ExactTwin twin_;
};

Result<RunOptions> runOptionsFrom(const val& given) {
  const auto named = optionsFrom(given);
  if (!named.ok()) return named.error();
  return readOptions(named.value());
}

template <class Real> val makeRun(const RunOptions& options, const Dataset* data) {
  return handleOf(data ? std::make_unique<JsRun<Real>>(options, *data) : std::make_unique<JsRun<Real>>(options));
}

Result<val> tryTrainer(const val& given, const val& data) {
  const auto options = runOptionsFrom(given);
  if (!options.ok()) return options.error();
  const bool own = !data.isUndefined();
  const auto dataset = own ? givenDataFrom(options.value(), data) : Result<Dataset>(Dataset{});
  if (!dataset.ok()) return dataset.error();
  const Status valid = own ? validate(options.value(), shapeOf(dataset.value())) : validate(options.value());
  if (!valid.ok()) return valid.error();
  // What the run may come to hold must fit beside what there is: else it could fail half made.
  const std::uint64_t needed = bytesHeld(options.value(), own ? shapeOf(dataset.value()) : shapeOf(options.value()));
  if (needed > memoryBudget - std::min(memoryTaken(), memoryBudget))
    return errorAt("memory", "this run may take " + std::to_string((needed + 999'999) / 1'000'000) +
                                 " MB, which is not free beside what there is; deleting another run or graph first "
                                 "would be right");
  const Dataset* rows = own ? &dataset.value() : nullptr;
  return options.value().dtype == "float64" ? makeRun<double>(options.value(), rows)
                                            : makeRun<float>(options.value(), rows);
}

JsTrainer createTrainer(const JsOptions& options, const std::optional<JsGivenData>& data) {
  return resultOr<JsTrainer>(tryTrainer(options, data ? val(*data) : val::undefined()));
}

/// The points that a run with these options would learn from, before they are split.
JsPoints dataset(const JsOptions& given) {
  const auto options = runOptionsFrom(given);
  if (!options.ok()) return JsPoints(errorObject(options.error()));
  return JsPoints(describe(generateData(options.value())));
}

template <class Real> void bindRun(const char* name) {
  using Run = JsRun<Real>;
  emscripten::class_<Run> run(name);
  run.template smart_ptr<std::shared_ptr<Run>>(name)
      .function("step(count)", &Run::step)
      .function("goTo(step)", &Run::goTo)
      .function("setLr(lr)", &Run::setLr)
      .function("setParameters(offset, values)", &Run::setParameters)
      .function("parameters", &Run::parameters)
      .function("anatomy(index)", &Run::anatomy)
      .function("status", &Run::status)
      .function("options", &Run::options)
      .function("evaluate", &Run::evaluate)
      .function("network", &Run::network)
      .function("data", &Run::data)
      .function("batch", &Run::batch)
      .function("example(index)", &Run::example)
      .function("maps(size)", &Run::maps)
      .function("history", &Run::history);
  bindInstruments(run);
}

EMSCRIPTEN_BINDINGS(trainer) {
  emscripten::register_type<JsOptionValue>("number");
  emscripten::register_type<JsTrainer>("Trainer");
  emscripten::register_type<JsStatus>(
      "{ step: number, samples: number, epoch: number, batch: number, batches: number, lr: number, loss: number, "
      "finite: boolean, stopped: 'not finite' | 'patience' | null, message: string }");
  emscripten::register_type<JsScores>(
      "Record<'train' | 'test', { loss: number, accuracy: number, confusion: Int32Array }>");
  emscripten::register_type<JsNetwork>(
      "{ layers: { inputs: number, outputs: number, activation: string, weight: Float32Array, bias: Float32Array, "
      "weightGradient: Float32Array, biasGradient: Float32Array }[], targets: { low: number, high: number, boundary: "
      "number } }");
  emscripten::register_type<JsPoints>("{ x: Float32Array, y: Float32Array }");
  emscripten::register_type<JsData>(
      "{ task: 'classification' | 'regression', inputs: string[], outputs: string[], classes: string[], extent: "
      "number, "
      "split: Record<'train' | 'test', Int32Array> } & Record<'train' | 'test', { x: Float32Array, y: Float32Array }>");
  emscripten::register_type<JsBatch>("{ rows: Int32Array, output: Float32Array, target: Float32Array }");
  emscripten::register_type<JsExample>(
      "{ row: number, x: Float64Array, target: Float64Array, loss: number, layers: { z: Float64Array, a: "
      "Float64Array, delta: Float64Array }[] }");
  emscripten::register_type<JsMaps>("{ size: number, extent: number, units: Float32Array[][] }");
  emscripten::register_type<JsHistory>("{ step: Float64Array, train: Float32Array, test: Float32Array }");
  emscripten::register_type<JsGivenData>(
      "{ x: number[][] | number[] | { shape: number[], data: number[] | Float32Array | Float64Array }, y: number[] | "
      "number[][] | { shape: number[], data: number[] | Float32Array | Float64Array }, classes?: string[] } | "
      "Parameters<EmbindModule['csvReport']>[0]");
  emscripten::register_optional<JsGivenData>();
  emscripten::register_type<JsParameters>("Record<'values' | 'gradients' | 'updates', Float32Array>");
  emscripten::register_type<JsAnatomy>(
      "{ gradient: number, clipped: number, decay: number, l1: number, effective: number, first: number | null, "
      "second: number | null, largest: number | null, velocity: number | null, denominator: number | null, lr: number, "
      "update: number }");
  bindRun<float>("Trainer");
  bindRun<double>("Trainer64");
  emscripten::function("createTrainer(options, data)", &createTrainer);
  emscripten::function("dataset(options)", &dataset);
}

}  // namespace
}  // namespace backprop::wasm
