// Training: PyTorch's trajectories, reproducibility, what a resting run promises, and the stop at a non-finite number.
#include "backprop/trainer.hpp"

#include "backprop/non_finite.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "compare.hpp"

namespace backprop {
namespace {

using test::close;

RunOptions small() {
  RunOptions options;
  options.layers = {2, 4, 3, 1};
  return options;
}

template <class Real> std::vector<Real> weights(const Trainer<Real>& trainer) {
  const auto values = std::as_const(*trainer.network().parameters()).values();
  return {values.begin(), values.end()};
}

TEST_CASE("the same options give the same bits, however the steps are grouped") {
  Trainer<float> one(small()), many(small());
  one.step(250);
  for (int i = 0; i < 50; ++i) many.step(5);
  CHECK(weights(one) == weights(many));
  CHECK(one.progress().loss == many.progress().loss);
  CHECK(one.history().points().size() == many.history().points().size());
}

TEST_CASE("another seed gives other weights and data; other data leave the weights as they were") {
  RunOptions other = small();
  other.seed = 2;
  CHECK(weights(Trainer<float>(small())) != weights(Trainer<float>(other)));
  other.seed = 1;
  other.dataset = "xor";
  CHECK(weights(Trainer<float>(small())) == weights(Trainer<float>(other)));
}

TEST_CASE("at rest the gradients are those of the current batch, and a step moves each weight by −η·g") {
  Trainer<double> trainer(small());
  trainer.step(7);
  const auto before = weights(trainer);
  const auto g = std::as_const(*trainer.network().parameters()).gradients();
  const std::vector<double> gradient(g.begin(), g.end());
  trainer.step(1);
  const auto after = weights(trainer);
  for (std::size_t i = 0; i < before.size(); ++i) CHECK(after[i] == before[i] - trainer.options().lr * gradient[i]);
}

TEST_CASE("epochs and batches are counted, the last batch may be smaller, and every row is seen once an epoch") {
  RunOptions options = small();
  options.samples = 40;  // 32 to train
  options.batch_size = 10;
  Trainer<float> trainer(options);
  CHECK(trainer.progress().batches == 4);
  std::vector<int> seen(32);
  for (int batch = 1; batch <= 4; ++batch) {
    CHECK(trainer.progress().batch == batch);
    CHECK(trainer.batchRows().size() == (batch < 4 ? 10 : 2));
    for (const std::uint32_t row : trainer.batchRows()) ++seen[row];
    trainer.step(1);
  }
  CHECK(trainer.progress().epoch == 1);
  CHECK(trainer.progress().batch == 1);
  for (const int times : seen) CHECK(times == 1);
}

TEST_CASE("a batch larger than the training set is the whole set") {
  RunOptions options = small();
  options.batch_size = 1000;
  Trainer<float> trainer(options);
  CHECK(trainer.progress().batches == 1);
  CHECK(trainer.batchRows().size() == 320);
  CHECK(trainer.options().batch_size == 1000);  // as it was given
}

// Spiral takes longest and is trained on the page, by the browser's test.
TEST_CASE("circle, xor and gauss are learned: loss under its bound") {
  struct Row {
    const char* dataset;
    double bound;
    std::uint32_t steps;
  };
  for (const Row& row : {Row{"gauss", 0.05, 3000}, Row{"circle", 0.05, 6000}, Row{"xor", 0.1, 6000}}) {
    RunOptions options;
    options.dataset = row.dataset;
    Trainer<float> trainer(options);
    trainer.step(row.steps);
    const Score score = trainer.evaluateTrain();
    CAPTURE(row.dataset);
    CHECK(score.loss < row.bound);
    CHECK(score.accuracy > 0.95);
  }
}

TEST_CASE("the learning rate can change in mid-run, but not to a wrong value") {
  Trainer<float> trainer(small());
  trainer.step(3);
  CHECK_FALSE(trainer.setLr(std::nan("")).ok());
  CHECK_FALSE(trainer.setLr("fast").ok());
  CHECK(trainer.options().lr == 0.01);
  CHECK(trainer.setLr(0.0).ok());
  const auto before = weights(trainer);
  trainer.step(5);
  CHECK(weights(trainer) == before);
  CHECK(trainer.progress().step == 8);
}

TEST_CASE("training stops at the first non-finite number, says where, and keeps finite weights") {
  RunOptions options = small();
  options.activation = {"relu"};
  options.output_activation = "identity";
  options.lr = 10;
  Trainer<float> trainer(options);
  trainer.step(1000);
  const std::string why = trainer.progress().stopped;
  CAPTURE(why);
  CHECK(trainer.progress().step < 1000);
  CHECK(why.starts_with("[step " + std::to_string(trainer.progress().step + 1) + "] "));
  CHECK(why.find("training stops with the last finite weights") != std::string::npos);
  for (const float w : weights(trainer)) CHECK(std::isfinite(w));
  const auto stoppedAt = trainer.progress().step;
  trainer.step(10);
  CHECK(trainer.progress().step == stoppedAt);
}

TEST_CASE("the first number that is not finite is named: activation, loss, weight, bias") {
  Trainer<float> trainer(small());
  const Network<float>& network = trainer.network();
  auto& block = *network.parameters();
  std::vector<float> update(trainer.update().begin(), trainer.update().end());
  const auto named = [&] { return firstNonFinite<float>(network, trainer.batch(), update); };
  CHECK(named() == "");
  const Layer& second = network.layers()[1];
  update[second.bias->offset + 2] = INFINITY;
  CHECK(named() == "the bias of unit 3 of layer 2 would become ∞");
  update[second.weight.offset + 1 * second.inputs + 3] = NAN;
  CHECK(named() == "the weight from unit 4 to unit 2 of layer 2 would become NaN");

  NetworkTape<float> tape(network, trainer.loss(), 1);
  tape.target()[0] = 3e38f;
  tape.forward();
  CHECK(firstNonFinite<float>(network, tape, update) == "the loss is ∞");
  block.values(second.weight)[0] = NAN;
  tape.forward();
  CHECK(firstNonFinite<float>(network, tape, update) == "layer 2, unit 1 gives NaN");
}

TEST_CASE("a map holds the output of the network over the plane, top left first") {
  Trainer<double> trainer(small());
  trainer.step(100);
  constexpr std::uint32_t size = 4;
  const auto maps = trainer.maps(size);
  REQUIRE(maps.size() == 3);
  CHECK(maps[0].size() == 4);
  CHECK(maps[2].size() == 1);
  NetworkTape<double> tape(trainer.network(), trainer.loss(), 1, GradMode::disabled);
  for (std::uint32_t row = 0; row < size; ++row)
    for (std::uint32_t col = 0; col < size; ++col) {
      tape.input()[0] = -4.5 + 3 * col;  // middles of four cells across [−6, 6]
      tape.input()[1] = 4.5 - 3 * row;
      tape.forward();
      CHECK(close(maps[2][0][row * size + col], tape.output()[0], 1e-12, 1e-12));
    }
}

TEST_CASE("the history keeps every first step, then evenly spaced ones, and never more than its capacity") {
  History history(7);
  constexpr std::uint64_t steps = 100'000;
  for (std::uint64_t step = 0; step < steps; ++step)
    if (history.wants(step)) history.add({step, float(step), 0});
  const auto& points = history.points();
  CHECK(points.size() < History::first + History::capacity);
  CHECK(points.size() > History::capacity / 2);
  for (std::uint64_t step = 0; step < History::first; ++step) CHECK(points[step].step == step);
  const std::uint64_t stride = points[History::first + 1].step - points[History::first].step;
  for (std::size_t i = History::first + 1; i < points.size(); ++i) CHECK(points[i].step - points[i - 1].step == stride);
  CHECK(points.back().step + stride >= steps);
}

TEST_CASE("accuracy counts the rows on their class's side of the boundary, for targets ±1 and 0, 1") {
  for (const char* output : {"tanh", "sigmoid", "identity"}) {
    RunOptions options;
    options.dataset = "gauss";
    options.output_activation = output;
    Trainer<float> trainer(options);
    trainer.step(2000);
    CAPTURE(output);
    CHECK(trainer.evaluateTest().accuracy > 0.95);
  }
}

}  // namespace
}  // namespace backprop
