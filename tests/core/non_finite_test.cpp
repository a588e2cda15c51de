// The first number that is not finite is named where dropout, missing biases or several outputs change what there is.
#include "backprop/non_finite.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "backprop/trainer.hpp"

namespace backprop {
namespace {

TEST_CASE("a network without biases names its weights, to the last one") {
  RunOptions options;
  options.layers = {2, 3, 2, 1};
  options.bias = {false};
  Trainer<float> trainer(options);
  const auto& network = trainer.network();
  for (std::size_t i = 0; i < network.parameters()->size(); ++i) {
    std::vector<float> update(trainer.update().begin(), trainer.update().end());
    update[i] = -INFINITY;
    const WeightPlace place = placeOf(network, i);
    CHECK(firstNonFinite<float>(network, trainer.batch(), update) ==
          "the weight from unit " + std::to_string(*place.from + 1) + " to unit " + std::to_string(place.to + 1) +
              " of layer " + std::to_string(place.layer + 1) + " would become −∞");
  }
}

TEST_CASE("where some layers have biases, weight and bias are told apart") {
  RunOptions options;
  options.layers = {2, 3, 2, 1};
  options.bias = {false, true, true};
  Trainer<double> trainer(options);
  const auto& network = trainer.network();
  for (std::size_t i = 0; i < network.parameters()->size(); ++i) {
    std::vector<double> update(trainer.update().begin(), trainer.update().end());
    update[i] = NAN;
    const WeightPlace place = placeOf(network, i);
    const std::string named = firstNonFinite<double>(network, trainer.batch(), update);
    CHECK(named.starts_with(place.from ? "the weight from unit " : "the bias of unit "));
    CHECK(named.ends_with("of layer " + std::to_string(place.layer + 1) + " would become NaN"));
  }
}

TEST_CASE("a unit that dropout takes out is named all the same, since its activation was computed before") {
  RunOptions options;
  options.layers = {2, 4, 3, 1};
  options.dropout = 0.5;
  Trainer<float> trainer(options);
  const auto& network = trainer.network();
  const auto nodes = trainer.batch().layers()[0];
  REQUIRE(nodes.mask.has_value());
  NetworkTape<float> tape(network, trainer.loss(), 1);
  tape.input()[0] = 1;
  network.parameters()->values()[offsetOf(network, WeightPlace{0, 2, 0})] = NAN;
  for (const float kept : {0.0f, 2.0f}) {
    std::ranges::fill(tape.tape().value(*tape.layers()[0].mask), kept);
    tape.forward();
    CHECK(firstNonFinite<float>(network, tape, trainer.update()) == "layer 1, unit 3 gives NaN");
  }
}

TEST_CASE("with several outputs it is the unit that is named, and after the outputs the loss") {
  RunOptions options;
  options.layers = {2, 4, 2};
  options.loss = "cross_entropy";
  options.output_activation = "identity";
  Trainer<float> trainer(options);
  const auto& network = trainer.network();
  NetworkTape<float> tape(network, trainer.loss(), 3);
  auto& bias = network.parameters()->values()[offsetOf(network, WeightPlace{1, 1, std::nullopt})];
  bias = INFINITY;
  tape.forward();
  CHECK(firstNonFinite<float>(network, tape, trainer.update()) == "layer 2, unit 2 gives ∞");
  bias = 3e38f;  // both finite, their difference is not: cross-entropy of the other class
  network.parameters()->values()[offsetOf(network, WeightPlace{1, 0, std::nullopt})] = -3e38f;
  tape.forward();
  CHECK(firstNonFinite<float>(network, tape, trainer.update()) == "the loss is ∞");
}

TEST_CASE("a run with dropout and without biases that diverges stops at finite weights, and says where") {
  RunOptions options;
  options.activation = {"square"};
  options.output_activation = "identity";
  options.layers = {2, 8, 1};
  options.dropout = 0.3;
  options.bias = {false};
  options.lr = 10;
  Trainer<float> trainer(options);
  trainer.step(1000);
  REQUIRE_FALSE(trainer.progress().stopped.empty());
  CHECK(trainer.progress().stopped.starts_with("[step " + std::to_string(trainer.progress().step + 1) + "] "));
  for (const float w : std::as_const(*trainer.network().parameters()).values()) CHECK(std::isfinite(w));
}

}  // namespace
}  // namespace backprop
