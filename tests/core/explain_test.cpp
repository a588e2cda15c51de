// A weight's gradient taken apart adds up to the gradient, and the check tells right from wrong.
#include "backprop/explain.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "backprop/trainer.hpp"
#include "compare.hpp"

namespace backprop {
namespace {

using test::close;

/// Calls f(place) for every weight and bias of the run's network.
template <class Real, class F> void forEachWeight(const Trainer<Real>& trainer, F f) {
  for (std::size_t i = 0; i < trainer.network().parameters()->size(); ++i) f(placeOf(trainer.network(), i));
}

constexpr std::uint32_t example = 2;  // of the batch, whose δ is explained

template <class Real> WeightExplanation explain(const Trainer<Real>& trainer, WeightPlace place) {
  return explainWeight(trainer.network(), trainer.batch(), trainer.update(), place, example);
}

template <class Real>
WeightCheck check(const Network<Real>& network, const NetworkTape<Real>& tape, WeightPlace place) {
  ExactTwin twin;
  return checkWeight(twin, network, tape, place).value();
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

TEST_CASE("the examples' shares δ · a have the gradient as their mean, for every weight and bias") {
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

TEST_CASE("δ is the sum of w · δ over the next layer times f′(z), for every weight and bias") {
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

TEST_CASE("with dropout, several outputs and a sum for a loss, the shares still add up to the gradient") {
  RunOptions options;
  options.layers = {2, 5, 4, 2};
  options.loss = "cross_entropy";
  options.output_activation = "identity";
  options.reduction = "sum";
  options.dropout = 0.5;
  options.lr = 0.001;
  Trainer<double> trainer(options);
  trainer.step(20);
  forEachWeight(trainer, [&](WeightPlace place) {
    const auto why = explain(trainer, place);
    CHECK(close(std::accumulate(why.product.begin(), why.product.end(), 0.0), why.gradient, 1e-15, 1e-12));
    CHECK(close(why.upstream * why.derivative, why.delta[example], 1e-15, 1e-12));
    double sum = 0;
    for (const auto& term : why.terms) sum += term.product;
    if (place.layer + 1 < trainer.network().layers().size()) CHECK(close(sum * why.kept, why.upstream, 1e-15, 1e-12));
    CHECK(check(trainer.network(), trainer.batch(), place).agrees);
  });
}

TEST_CASE("an example's units hold what the shares of every weight are made of") {
  const auto trainer = trained("tanh", "tanh");
  const auto units = explainExample(trainer.network(), trainer.batch(), example);
  forEachWeight(trainer, [&](WeightPlace place) {
    const auto why = explain(trainer, place);
    CHECK(units.layers[place.layer].delta[place.to] == why.delta[example]);
    const auto& below = place.layer == 0 ? units.input : units.layers[place.layer - 1].a;
    CHECK((place.from ? below[*place.from] : 1) == why.activation[example]);
  });
  double sum = 0;
  for (std::uint32_t e = 0; e < trainer.batch().rows(); ++e)
    sum += explainExample(trainer.network(), trainer.batch(), e).loss;
  CHECK(close(sum / trainer.batch().rows(), trainer.batch().loss(), 1e-15, 1e-12));
}

TEST_CASE("examples that pull with the gradient are counted, and the largest shares come first") {
  const auto trainer = trained("tanh", "tanh");
  bool mixed = false;
  forEachWeight(trainer, [&](WeightPlace place) {
    const auto why = explain(trainer, place);
    std::size_t agreeing = 0;
    for (std::size_t e = 0; e < why.product.size(); ++e) {
      CHECK(why.agrees[e] == (why.product[e] * why.gradient > 0));
      agreeing += why.agrees[e];
    }
    CHECK(why.agreement == double(agreeing) / double(why.product.size()));
    mixed |= why.agreement > 0 && why.agreement < 1;
    for (std::size_t k = 1; k < why.largest.size(); ++k)
      CHECK(std::abs(why.product[why.largest[k - 1]]) >= std::abs(why.product[why.largest[k]]));
  });
  CHECK(mixed);
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
      const WeightCheck found = check(trainer.network(), trainer.batch(), place);
      CAPTURE(found.in64.error);
      CAPTURE(found.rounding);
      CHECK(found.agrees);
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
  const auto agrees = [&] { return check(trainer.network(), trainer.batch(), place).agrees; };
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
  check(trainer.network(), trainer.batch(), {.layer = 0, .to = 1, .from = 1});
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
  const WeightCheck found = check(network, tape, {});
  CHECK(found.in64.analytic == 0);
  CHECK(found.in64.numeric == doctest::Approx(-1).epsilon(1e-4));
  CHECK_FALSE(found.in64.agrees);
  CHECK(found.in64.kink);
  CHECK(found.agrees);
}

}  // namespace
}  // namespace backprop
