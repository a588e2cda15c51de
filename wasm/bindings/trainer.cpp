// `Trainer`: a float32 training run for JavaScript, and everything that can be asked about it.
#include "backprop/trainer.hpp"

#include <cmath>
#include <memory>

#include "backprop/explain.hpp"
#include "values.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsOptions)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOptionValue)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsTrainer)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsStatus)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsScores)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNetwork)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsData)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsBatch)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsExample)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsMaps)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsHistory)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsWeight)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsPlace)

constexpr std::uint32_t mostStepsAtOnce = 1'000'000;  // bounds how long one call can take
constexpr std::uint32_t largestMap = 200;             // cells on a side

val describe(const Score& score) {
  val out = val::object();
  out.set("loss", score.loss);
  out.set("accuracy", score.accuracy);
  return out;
}

val describe(const Dataset& data) {
  val out = val::object();
  out.set("x", copyOf(std::span(data.x)));
  out.set("y", copyOf(std::span<const float>(std::vector<float>(data.labels.begin(), data.labels.end()))));
  return out;
}

val describe(const WeightExplanation& why) {
  val out = val::object();
  out.set("z", why.z);
  out.set("derivative", why.derivative);
  out.set("upstream", why.upstream);
  out.set("terms", arrayOf(why.terms, [](const WeightExplanation::Term& term) {
            val row = val::object();
            row.set("to", term.to);
            row.set("weight", term.weight);
            row.set("delta", term.delta);
            row.set("product", term.product);
            return row;
          }));
  return out;
}

val describe(const WeightCheck& check) {
  val out = val::object();
  out.set("analytic", check.in64.analytic);
  out.set("numeric", check.in64.numeric);
  out.set("error", check.in64.error);
  out.set("h", check.in64.h);
  out.set("kink", check.in64.kink);
  out.set("rounding", check.rounding);
  out.set("agrees", check.agrees);
  return out;
}

val nameOf(std::optional<Op> activation) {
  return val(std::string(activation ? opInfo(*activation).name : "identity"));
}

class JsRun {
 public:
  explicit JsRun(const RunOptions& options) : trainer_(options) {}

  JsStatus step(double count) {
    const auto steps = wholeNumber("step", count, 0, mostStepsAtOnce);
    if (!steps.ok()) return JsStatus(errorObject(steps.error()));
    trainer_.step(steps.value());
    return status();
  }

  JsStatus setLr(const JsOptionValue& lr) {
    const Status set = trainer_.setLr(optionFrom(lr));
    return set.ok() ? status() : JsStatus(errorObject(set.error()));
  }

  JsStatus status() const {
    const Progress& progress = trainer_.progress();
    val out = val::object();
    out.set("step", double(progress.step));
    out.set("samples", double(progress.samples));
    out.set("epoch", double(progress.epoch));
    out.set("batch", progress.batch);
    out.set("batches", progress.batches);
    out.set("lr", trainer_.options().lr);
    out.set("loss", progress.loss);
    out.set("finite", progress.stopped.empty());
    out.set("message", progress.stopped);
    return JsStatus(out);
  }

  JsOptions options() const {
    val out = val::object();
    for (const OptionInfo& option : optionTable())
      out.set(std::string(option.name), toJs(option.read(trainer_.options())));
    return JsOptions(out);
  }

  JsScores evaluate() {
    val out = val::object();
    out.set("train", describe(trainer_.evaluate(trainer_.data().train)));
    out.set("test", describe(trainer_.evaluate(trainer_.data().test)));
    return JsScores(out);
  }

  JsNetwork network() const {
    const auto& block = std::as_const(*trainer_.network().parameters());
    val out = val::object();
    out.set("layers", arrayOf(trainer_.network().layers(), [&block](const Layer& layer) {
              val row = val::object();
              row.set("inputs", layer.inputs);
              row.set("outputs", layer.outputs);
              row.set("activation", nameOf(layer.activation));
              row.set("weight", copyOf(block.values(layer.weight)));
              row.set("bias", copyOf(block.values(layer.bias)));
              row.set("weightGradient", copyOf(block.gradients(layer.weight)));
              row.set("biasGradient", copyOf(block.gradients(layer.bias)));
              return row;
            }));
    val targets = val::object();
    targets.set("low", trainer_.targets().low);
    targets.set("high", trainer_.targets().high);
    targets.set("boundary", trainer_.targets().boundary);
    out.set("targets", targets);
    return JsNetwork(out);
  }

  JsData data() const {
    val out = val::object();
    out.set("train", describe(trainer_.data().train));
    out.set("test", describe(trainer_.data().test));
    return JsData(out);
  }

  JsBatch batch() const {
    val out = val::object();
    out.set("rows", copyOf(trainer_.batchRows()));
    out.set("output", copyOf(trainer_.batch().output()));
    out.set("target", copyOf(trainer_.batch().target()));
    return JsBatch(out);
  }

  JsExample example(double index) const {
    const auto e = wholeNumber("example", index, 0, trainer_.batch().rows() - 1);
    if (!e.ok()) return JsExample(errorObject(e.error()));
    const ExampleExplanation example = explainExample(trainer_.network(), trainer_.batch(), e.value());
    val out = val::object();
    out.set("row", trainer_.batchRows()[e.value()]);
    out.set("x", copyOf(std::span<const double>(example.input)));
    out.set("target", copyOf(std::span<const double>(example.target)));
    out.set("loss", example.loss);
    out.set("layers", arrayOf(example.layers, [](const ExampleExplanation::LayerValues& layer) {
              val row = val::object();
              row.set("z", copyOf(std::span<const double>(layer.z)));
              row.set("a", copyOf(std::span<const double>(layer.a)));
              row.set("delta", copyOf(std::span<const double>(layer.delta)));
              return row;
            }));
    return JsExample(out);
  }

  JsMaps maps(double size) {
    const auto cells = wholeNumber("maps", size, 2, largestMap);
    if (!cells.ok()) return JsMaps(errorObject(cells.error()));
    val out = val::object();
    out.set("size", cells.value());
    out.set("extent", dataExtent);
    out.set("units", arrayOf(trainer_.maps(cells.value()), [](const std::vector<std::vector<float>>& layer) {
              return arrayOf(layer, [](const std::vector<float>& map) { return copyOf(std::span(map)); });
            }));
    return JsMaps(out);
  }

  JsHistory history() const {
    std::vector<double> steps;
    std::vector<float> train, test;
    for (const History::Point& point : trainer_.history().points()) {
      steps.push_back(static_cast<double>(point.step));
      train.push_back(point.train);
      test.push_back(point.test);
    }
    val out = val::object();
    out.set("step", copyOf(std::span<const double>(steps)));
    out.set("train", copyOf(std::span<const float>(train)));
    out.set("test", copyOf(std::span<const float>(test)));
    return JsHistory(out);
  }

  JsWeight weight(const JsPlace& at) const {
    const auto number = [&at](const char* key) { return at[key].isNumber() ? at[key].as<double>() : NAN; };
    const auto place = weightPlace(trainer_.network(), number("layer"), number("to"), number("from"));
    if (!place.ok()) return JsWeight(errorObject(place.error()));
    const auto example = wholeNumber("example", number("example"), 0, trainer_.batch().rows() - 1);
    if (!example.ok()) return JsWeight(errorObject(example.error()));
    const auto why =
        explainWeight(trainer_.network(), trainer_.batch(), trainer_.update(), place.value(), example.value());
    val out = val::object();
    out.set("layer", place.value().layer);
    out.set("to", place.value().to);
    out.set("from", place.value().from);
    out.set("example", example.value());
    out.set("weight", why.weight);
    out.set("gradient", why.gradient);
    out.set("update", why.update);
    out.set("next", why.next);
    val shares = val::object();
    shares.set("delta", copyOf(std::span<const double>(why.delta)));
    shares.set("activation", copyOf(std::span<const double>(why.activation)));
    shares.set("product", copyOf(std::span<const double>(why.product)));
    out.set("shares", shares);
    out.set("why", describe(why));
    out.set("check", describe(checkWeight(trainer_.network(), trainer_.batch(), place.value())));
    return JsWeight(out);
  }

 private:
  Trainer<float> trainer_;
};

JsTrainer createTrainer(const JsOptions& given) {
  const auto names = optionsFrom(given);
  if (!names.ok()) return JsTrainer(errorObject(names.error()));
  const auto options = parseOptions(names.value());
  if (!options.ok()) return JsTrainer(errorObject(options.error()));
  return JsTrainer(val(std::make_shared<JsRun>(options.value())));
}

EMSCRIPTEN_BINDINGS(trainer) {
  emscripten::register_type<JsOptions>("Record<string, number | string | number[]>");
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
      "number }[] }, check: { analytic: number, numeric: number, error: number, h: number, kink: boolean, "
      "rounding: number, agrees: boolean } }");
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
}

}  // namespace
}  // namespace backprop::wasm
