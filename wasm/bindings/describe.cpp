// Property by property: the names are those of the TypeScript types in trainer.cpp.
#include "describe.hpp"

#include <cmath>

namespace backprop::wasm {
namespace {

using emscripten::val;

}  // namespace

val describe(const Progress& progress) {
  return objectOf({{"step", val(double(progress.step))},
                   {"samples", val(double(progress.samples))},
                   {"epoch", val(double(progress.epoch))},
                   {"batch", val(progress.batch)},
                   {"batches", val(progress.batches)},
                   {"lr", val(progress.lr)},
                   {"loss", val(progress.loss)},
                   {"finite", val(progress.stopped.empty() || progress.impatient)},
                   {"stopped", progress.stopped.empty() ? val::null()
                               : progress.impatient     ? val("patience")
                                                        : val("not finite")},
                   {"message", val(progress.stopped)}});
}

val describe(const Score& score) {
  return objectOf({{"loss", val(score.loss)},
                   {"accuracy", val(score.accuracy)},
                   {"confusion", wasm::copyOf(std::span<const std::uint32_t>(score.confusion))}});
}

val describe(const Dataset& data) {
  const std::vector<float> x(data.x.begin(), data.x.end()), y(data.y.begin(), data.y.end());
  return objectOf({{"x", wasm::copyOf(std::span<const float>(x))}, {"y", wasm::copyOf(std::span<const float>(y))}});
}

val describe(const Targets& targets) {
  return objectOf({{"low", val(targets.low)}, {"high", val(targets.high)}, {"boundary", val(targets.boundary)}});
}

template <class Real> val describe(const Layer& layer, const Parameters<Real>& block) {
  const auto biases = [&](std::span<const Real> whole) {
    return layer.bias ? whole.subspan(layer.bias->offset, layer.outputs) : std::span<const Real>();
  };
  return objectOf({{"inputs", val(layer.inputs)},
                   {"outputs", val(layer.outputs)},
                   {"activation", val(std::string(layer.activation ? opInfo(*layer.activation).name : "identity"))},
                   {"weight", wasm::copyOf(block.values(layer.weight))},
                   {"bias", wasm::copyOf(biases(block.values()))},
                   {"weightGradient", wasm::copyOf(block.gradients(layer.weight))},
                   {"biasGradient", wasm::copyOf(biases(block.gradients()))}});
}

template val describe(const Layer&, const Parameters<float>&);
template val describe(const Layer&, const Parameters<double>&);

val describe(const UpdateAnatomy& anatomy) {
  const auto orNull = [](double x) { return std::isnan(x) ? val::null() : val(x); };
  return objectOf({{"gradient", val(anatomy.gradient)},
                   {"clipped", val(anatomy.clipped)},
                   {"decay", val(anatomy.decay)},
                   {"l1", val(anatomy.l1)},
                   {"effective", val(anatomy.effective)},
                   {"first", orNull(anatomy.first)},
                   {"second", orNull(anatomy.second)},
                   {"largest", orNull(anatomy.largest)},
                   {"velocity", orNull(anatomy.velocity)},
                   {"denominator", orNull(anatomy.denominator)},
                   {"lr", val(anatomy.lr)},
                   {"update", val(anatomy.update)}});
}

val describe(const ExampleExplanation& example, std::uint32_t row) {
  const auto layer = [](const ExampleExplanation::LayerValues& values) {
    return objectOf({{"z", copyOf(values.z)}, {"a", copyOf(values.a)}, {"delta", copyOf(values.delta)}});
  };
  return objectOf({{"row", val(row)},
                   {"x", copyOf(example.input)},
                   {"target", copyOf(example.target)},
                   {"loss", val(example.loss)},
                   {"layers", arrayOf(example.layers, layer)}});
}

val describe(const History& history) {
  std::vector<double> steps;
  std::vector<float> train, test;
  for (const History::Point& point : history.points()) {
    steps.push_back(double(point.step));
    train.push_back(point.train);
    test.push_back(point.test);
  }
  return objectOf({{"step", copyOf(steps)},
                   {"train", wasm::copyOf(std::span<const float>(train))},
                   {"test", wasm::copyOf(std::span<const float>(test))}});
}

}  // namespace backprop::wasm
