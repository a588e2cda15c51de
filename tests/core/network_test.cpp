// Networks: initialisations by their moments, activations and biases by layer, dropout, losses and features.
#include "backprop/network.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "backprop/examples.hpp"
#include "backprop/trainer.hpp"
#include "compare.hpp"

namespace backprop {
namespace {

using test::close;

struct Moments {
  double mean = 0, deviation = 0, largest = 0;
};

Moments momentsOf(std::span<const double> xs) {
  Moments m;
  for (const double x : xs) m.mean += x / double(xs.size()), m.largest = std::max(m.largest, std::abs(x));
  for (const double x : xs) m.deviation += (x - m.mean) * (x - m.mean) / double(xs.size());
  m.deviation = std::sqrt(m.deviation);
  return m;
}

TEST_CASE("each initialisation has the mean, the deviation and the bounds of its formula") {
  constexpr double in = 200, out = 300, root3 = 1.7320508075688772;
  struct Row {
    const char* name;
    double mean, deviation, bound;
  };
  const double xavier = 1.5 * std::sqrt(2 / (in + out)), kaiming = 1.5 * std::sqrt(2 / in), inf = INFINITY;
  for (const Row& row :
       {Row{"default", 0, 1 / std::sqrt(in) / root3, 1 / std::sqrt(in)}, Row{"zeros", 0, 0, 0},
        Row{"constant", 0.75, 0, 0.75}, Row{"uniform", 0.5, 1.5 / root3, 2}, Row{"normal", -0.5, 0.2, inf},
        Row{"xavier_uniform", 0, xavier, root3 * xavier}, Row{"xavier_normal", 0, xavier, inf},
        Row{"kaiming_uniform", 0, kaiming, root3 * kaiming}, Row{"kaiming_normal", 0, kaiming, inf}}) {
    CAPTURE(std::string(row.name));
    const Initialization init{
        .name = row.name, .gain = 1.5, .value = 0.75, .low = -1, .high = 2, .mean = -0.5, .std = 0.2};
    Random random(3);
    const Network<double> network({.sizes = {200, 300}, .activations = {std::nullopt}, .biases = {true}}, init, random);
    const auto& block = std::as_const(*network.parameters());
    const Moments m = momentsOf(block.values(network.layers()[0].weight));
    // 60,000 numbers: their mean lies within 5 standard errors, σ/245, and their deviation within 2 %.
    CHECK(close(m.mean, row.mean, row.deviation / 49 + 1e-12, 0));
    CHECK(close(m.deviation, row.deviation, 1e-12, 0.02));
    CHECK(m.largest <= row.bound);
    if (std::isfinite(row.bound)) CHECK(m.largest >= 0.99 * row.bound);
    const Moments biases = momentsOf(block.values(*network.layers()[0].bias));
    CHECK((std::string(row.name) == "default" ? biases.deviation > 0.03 : biases.largest == 0));
  }
}

TEST_CASE("activations and biases go by layer, and a layer without bias has fewer parameters") {
  RunOptions options;
  options.layers = {2, 3, 4, 1};
  options.activation = {"relu", "leaky_relu"};
  options.bias = {true, false, true};
  options.output_activation = "identity";
  Trainer<double> trainer(options);
  const auto layers = trainer.network().layers();
  CHECK(layers[0].activation == Op::relu);
  CHECK(layers[1].activation == Op::leaky_relu);
  CHECK_FALSE(layers[2].activation.has_value());
  CHECK_FALSE(layers[1].bias.has_value());
  CHECK(trainer.network().parameters()->size() == 6 + 3 + 12 + 4 + 1);
  trainer.step(100);
  CHECK(trainer.progress().step == 100);
}

TEST_CASE("dropout silences its share of hidden activations in training, scales the others, and none in evaluation") {
  RunOptions options;
  options.layers = {2, 400, 1};
  options.dropout = 0.25;
  Trainer<double> trainer(options);
  const auto nodes = trainer.batch().layers()[0];
  REQUIRE(nodes.mask.has_value());
  const auto mask = trainer.batch().tape().value(*nodes.mask);
  const auto a = trainer.batch().tape().value(nodes.a), out = trainer.batch().tape().value(nodes.out);
  double zeros = 0;
  for (std::size_t i = 0; i < mask.size(); ++i) {
    CHECK((mask[i] == 0 || mask[i] == 1 / 0.75));
    CHECK(out[i] == a[i] * mask[i]);
    zeros += mask[i] == 0;
  }
  CHECK(close(zeros / double(mask.size()), 0.25, 0.035, 0));  // 5 standard errors of 4,000 draws
  const std::vector<double> before(mask.begin(), mask.end());
  trainer.step(1);
  CHECK_FALSE(std::ranges::equal(before, trainer.batch().tape().value(*nodes.mask)));
  CHECK_FALSE(trainer.batch().layers()[1].mask.has_value());
  CHECK(trainer.evaluateTrain().loss == trainer.evaluateTrain().loss);
  NetworkTape<double> used(trainer.network(), trainer.loss(), 1, GradMode::disabled);
  CHECK_FALSE(used.layers()[0].mask.has_value());
}

TEST_CASE("the gradient of a network with dropout is that of its loss under the same masks") {
  RunOptions options;
  options.layers = {2, 6, 5, 1};
  options.dropout = 0.3;
  Trainer<double> trainer(options);
  trainer.step(20);
  const auto copy = trainer.network().clone<double>();
  NetworkTape<double> tape(copy, trainer.loss(), trainer.batch().rows());
  tape.copyData(trainer.batch());
  auto& block = *copy.parameters();
  tape.forward();
  CHECK(tape.loss() == trainer.progress().loss);
  const auto g = std::as_const(*trainer.network().parameters()).gradients();
  for (std::size_t i = 0; i < block.size(); ++i) {
    const double w = block.values()[i], h = 1e-6;
    block.values()[i] = w + h;
    tape.forward();
    const double above = tape.loss();
    block.values()[i] = w - h;
    tape.forward();
    const double below = tape.loss();
    block.values()[i] = w;
    CHECK(close(g[i], (above - below) / (2 * h), 1e-8, 1e-6));
  }
}

TEST_CASE("features are what their names say of the point (x, y), in the order in which they are chosen") {
  RunOptions options;
  options.features = {"sin(y)", "xy", "x", "x^2", "y^2", "sin(x)", "y"};
  options.layers = {7, 3, 1};
  Trainer<double> trainer(options);
  const double point[] = {0.5, -1.25};
  double out[7];
  trainer.encoding().encodeRow(point, out);
  const double wanted[] = {std::sin(-1.25), -0.625, 0.5, 0.25, 1.5625, std::sin(0.5), -1.25};
  for (int i = 0; i < 7; ++i) CHECK(out[i] == wanted[i]);
  options.layers = {2, 3, 1};
  CHECK(validate(options).error().message ==
        "[layers] the input layer has 2 units; 7 would be right, for the features that are chosen");
}

TEST_CASE("standardised inputs have mean 0 and deviation 1 in the training set, and maps see them alike") {
  RunOptions options;
  options.dataset = "gauss";
  options.standardize = true;
  Trainer<double> trainer(options);
  for (std::size_t column : {0, 1}) {
    std::vector<double> xs;
    for (std::size_t i = column; i < trainer.trainExamples().x.size(); i += 2)
      xs.push_back(trainer.trainExamples().x[i]);
    CHECK(close(momentsOf(xs).mean, 0, 1e-12, 0));
    CHECK(close(momentsOf(xs).deviation, 1, 0, 1e-12));
  }
  double seen[2];
  trainer.encoding().encodeRow(trainer.data().train.x.data(), seen);
  CHECK(seen[0] == trainer.trainExamples().x[0]);
}

TEST_CASE("every loss trains what it is made for, and the outputs name the right classes") {
  struct Row {
    const char *dataset, *loss, *output;
    std::vector<std::uint32_t> layers;
  };
  for (const Row& row :
       {Row{"gauss", "cross_entropy", "identity", {2, 6, 2}}, Row{"rings", "cross_entropy", "identity", {2, 16, 3}},
        Row{"gauss", "bce_with_logits", "identity", {2, 6, 1}}, Row{"moons", "hinge", "identity", {2, 12, 1}},
        Row{"rings", "mse", "tanh", {2, 16, 3}}, Row{"gauss", "l1", "tanh", {2, 6, 1}},
        Row{"gauss", "smooth_l1", "tanh", {2, 6, 1}}, Row{"rings", "hinge", "identity", {2, 16, 3}}}) {
    RunOptions options;
    options.dataset = row.dataset;
    options.loss = row.loss;
    options.output_activation = row.output;
    options.layers = row.layers;
    options.optimizer = "adam";
    options.noise = 0;
    Trainer<float> trainer(options);
    trainer.step(3000);
    const Score score = trainer.evaluateTest();
    CAPTURE(row.dataset);
    CAPTURE(row.loss);
    CHECK(score.accuracy > 0.93);
    std::uint32_t rows = 0;
    for (const std::uint32_t count : score.confusion) rows += count;
    CHECK(rows == trainer.testExamples().rows());
  }
  RunOptions regression;
  regression.dataset = "sin";
  regression.layers = {1, 16, 16, 1};
  regression.loss = "huber";
  regression.output_activation = "identity";
  regression.optimizer = "adam";
  regression.noise = 0;
  Trainer<float> trainer(regression);
  const double before = trainer.evaluateTrain().loss;
  trainer.step(5000);
  CHECK(trainer.evaluateTrain().loss < 0.1 * before);
  CHECK(std::isnan(trainer.evaluateTrain().accuracy));
}

TEST_CASE("with the reduction sum, loss and gradients are those of the mean times the rows") {
  RunOptions options;
  Trainer<double> mean(options);
  options.reduction = "sum";
  Trainer<double> sum(options);
  CHECK(close(sum.progress().loss, 10 * mean.progress().loss, 0, 1e-14));
  const auto of = [](const Trainer<double>& t) { return std::as_const(*t.network().parameters()).gradients(); };
  for (std::size_t i = 0; i < of(sum).size(); ++i) CHECK(close(of(sum)[i], 10 * of(mean)[i], 1e-15, 1e-12));
}

}  // namespace
}  // namespace backprop
