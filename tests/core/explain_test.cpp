// A weight's gradient taken apart adds up to the gradient, and the check tells right from wrong.
#include "backprop/explain.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "backprop/trainer.hpp"
#include "compare.hpp"

namespace backprop {
namespace {

using test::close;

/// Calls f(place) for every weight of the run's network.
template <class Real, class F> void forEachWeight(const Trainer<Real>& trainer, F f) {
  const auto layers = trainer.network().layers();
  for (std::uint32_t l = 0; l < layers.size(); ++l)
    for (std::uint32_t to = 0; to < layers[l].outputs; ++to)
      for (std::uint32_t from = 0; from < layers[l].inputs; ++from) f(WeightPlace{l, to, from});
}

constexpr std::uint32_t example = 2;  // of the batch, whose δ is explained

template <class Real> WeightExplanation explain(const Trainer<Real>& trainer, WeightPlace place) {
  return explainWeight(trainer.network(), trainer.batch(), trainer.update(), place, example);
}

Trainer<double> trained(const char* activation, const char* output) {
  RunOptions options;
  options.layers = {2, 5, 4, 1};
  options.activation = {activation};
  options.output_activation = output;
  Trainer<double> trainer(options);
  trainer.step(200);
  return trainer;
}

constexpr const char* configurations[][2] = {{"tanh", "tanh"},     {"sigmoid", "tanh"},    {"relu", "tanh"},
                                             {"tanh", "identity"}, {"relu", "identity"},   {"sigmoid", "sigmoid"},
                                             {"tanh", "sigmoid"},  {"sigmoid", "identity"}};

TEST_CASE("the examples' shares δ · a have the gradient as their mean, for every weight") {
  for (const auto& [activation, output] : configurations) {
    const auto trainer = trained(activation, output);
    forEachWeight(trainer, [&](WeightPlace place) {
      const auto why = explain(trainer, place);
      const double mean = std::accumulate(why.product.begin(), why.product.end(), 0.0) / double(why.product.size());
      CHECK(close(mean, why.gradient, 1e-15, 1e-12));
      for (std::size_t e = 0; e < why.product.size(); ++e) CHECK(why.product[e] == why.delta[e] * why.activation[e]);
    });
  }
}

TEST_CASE("δ is the sum of w · δ over the next layer times f′(z), for every weight") {
  for (const auto& [activation, output] : configurations) {
    const auto trainer = trained(activation, output);
    forEachWeight(trainer, [&](WeightPlace place) {
      const auto why = explain(trainer, place);
      CHECK(close(why.upstream * why.derivative, why.delta[example], 1e-15, 1e-12));
      double sum = 0;
      for (const auto& term : why.terms) sum += term.product;
      if (place.layer + 1 < trainer.network().layers().size())
        CHECK(close(sum, why.upstream, 1e-15, 1e-12));
      else
        CHECK(why.terms.empty());
    });
  }
}

TEST_CASE("one example's share is the gradient of that example's own loss") {
  const auto trainer = trained("tanh", "tanh");
  const WeightPlace place{.layer = 1, .to = 2, .from = 3};
  const auto why = explain(trainer, place);
  const auto copy = trainer.network().clone<double>();
  NetworkTape<double> alone(copy, trainer.loss(), 1);
  std::copy_n(trainer.batch().input().begin() + 2 * example, 2, alone.input().begin());
  alone.target()[0] = trainer.batch().target()[example];
  alone.forward();
  alone.backward();
  const Layer& layer = copy.layers()[1];
  CHECK(close(copy.parameters()->gradients(layer.weight)[2 * layer.inputs + 3], why.product[example], 1e-15, 1e-12));
}

TEST_CASE("the update that is announced is the one that the step makes, to the bit") {
  RunOptions options;
  Trainer<float> trainer(options);
  trainer.step(50);
  const WeightPlace place{.layer = 1, .to = 2, .from = 3};
  const auto before = explain(trainer, place);
  trainer.step(1);
  const auto after = explain(trainer, place);
  CHECK(after.weight == before.next);
}

TEST_CASE("an example's units hold what the shares of every weight are made of") {
  const auto trainer = trained("tanh", "tanh");
  const auto units = explainExample(trainer.network(), trainer.batch(), example);
  forEachWeight(trainer, [&](WeightPlace place) {
    const auto why = explain(trainer, place);
    CHECK(units.layers[place.layer].delta[place.to] == why.delta[example]);
    const auto& below = place.layer == 0 ? units.input : units.layers[place.layer - 1].a;
    CHECK(below[place.from] == why.activation[example]);
  });
  double sum = 0;
  for (std::uint32_t e = 0; e < trainer.batch().rows(); ++e)
    sum += explainExample(trainer.network(), trainer.batch(), e).loss;
  CHECK(close(sum / trainer.batch().rows(), trainer.batch().loss(), 1e-15, 1e-12));
}

TEST_CASE("places that do not exist are refused by name") {
  const auto trainer = trained("tanh", "tanh");
  const auto at = [&](double layer, double to, double from) {
    const auto place = weightPlace(trainer.network(), layer, to, from);
    return place.ok() ? std::string("ok") : place.error().message;
  };
  CHECK(at(0, 4, 1) == "ok");
  CHECK(at(3, 0, 0) == "[layer] 3 is out of range; a whole number from 0 to 2 would be right");
  CHECK(at(0, 5, 0) == "[to] 5 is out of range; a whole number from 0 to 4 would be right");
  CHECK(at(0, 0, 2) == "[from] 2 is out of range; a whole number from 0 to 1 would be right");
  CHECK(at(0.5, 0, 0) == "[layer] 0.5 is out of range; a whole number from 0 to 2 would be right");
}

TEST_CASE("the check is green for every weight of eight configurations, in float and double") {
  for (const auto& [activation, output] : configurations) {
    RunOptions options;
    options.layers = {2, 5, 4, 1};
    options.activation = {activation};
    options.output_activation = output;
    Trainer<float> trainer(options);
    trainer.step(200);
    forEachWeight(trainer, [&](WeightPlace place) {
      const WeightCheck check = checkWeight(trainer.network(), trainer.batch(), place);
      const auto why = explain(trainer, place);
      CAPTURE(check.in64.error);
      CAPTURE(check.rounding);
      CHECK(check.agrees);
    });
  }
}

TEST_CASE("the check turns red when the run's gradient is wrong, by sign, by a factor or by a forgotten example") {
  RunOptions options;
  Trainer<float> trainer(options);
  trainer.step(200);
  const WeightPlace place{.layer = 1, .to = 2, .from = 3};
  auto& block = *trainer.network().parameters();
  float& shown = block.gradients(trainer.network().layers()[1].weight)[2 * 6 + 3];
  const float right = shown;
  const auto agrees = [&] { return checkWeight(trainer.network(), trainer.batch(), place).agrees; };
  REQUIRE(agrees());
  const auto why = explain(trainer, place);
  for (const float wrong : {-right, 2 * right, right * 1.01f, 0.0f, right - float(why.product[0] / 10), NAN}) {
    shown = wrong;
    CAPTURE(wrong);
    CHECK_FALSE(agrees());
  }
  shown = right;
  CHECK(agrees());
}

TEST_CASE("the check leaves the network, its gradients and the run untouched") {
  const auto trainer = trained("tanh", "tanh");
  const auto& block = std::as_const(*trainer.network().parameters());
  const std::vector<double> values(block.values().begin(), block.values().end());
  const std::vector<double> gradients(block.gradients().begin(), block.gradients().end());
  checkWeight(trainer.network(), trainer.batch(), {.layer = 0, .to = 1, .from = 1});
  CHECK(std::ranges::equal(values, block.values()));
  CHECK(std::ranges::equal(gradients, block.gradients()));
}

TEST_CASE("at the kink of relu the check says so instead of calling the gradient wrong") {
  Random random(1);
  const Network<double> network({.sizes = {1, 1}, .activations = {Op::relu}, .biases = {true}}, {}, random);
  network.parameters()->values()[0] = 0;  // z = 0·x + 0: exactly at the kink, where relu's gradient is 0 by convention
  network.parameters()->values()[1] = 0;
  NetworkTape<double> tape(network, Loss{}, 1);
  tape.input()[0] = 1;
  tape.target()[0] = 1;
  tape.forward();
  tape.backward();
  const WeightCheck check = checkWeight(network, tape, {});
  CHECK(check.in64.analytic == 0);
  CHECK(check.in64.numeric == doctest::Approx(-1).epsilon(1e-4));
  CHECK_FALSE(check.in64.agrees);
  CHECK(check.in64.kink);
  CHECK(check.agrees);
}

}  // namespace
}  // namespace backprop
