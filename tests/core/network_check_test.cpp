// The check of a whole network: every parameter or a fair sample, red where a gradient is wrong and nowhere else.
#include "backprop/network_check.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "backprop/trainer.hpp"

namespace backprop {
namespace {

template <class Real>
NetworkCheck check(const Trainer<Real>& trainer, std::uint32_t most = 1000, std::uint32_t seed = 1) {
  ExactTwin twin;
  return checkNetwork(twin, trainer.network(), trainer.batch(), most, seed).value();
}

TEST_CASE_TEMPLATE("every parameter of a trained network is checked, and all agree", Real, float, double) {
  for (const char* loss : {"mse", "bce_with_logits", "huber"}) {
    RunOptions options;
    options.loss = loss;
    options.output_activation = "identity";
    options.dropout = 0.2;
    Trainer<Real> trainer(options);
    trainer.step(100);
    const NetworkCheck found = check(trainer);
    CHECK(found.checked.size() == trainer.network().parameters()->size());
    CHECK(found.agrees);
    CHECK(found.disagreeing == 0);
    CHECK(found.rounded == 0);
    REQUIRE(found.worst.has_value());
    CHECK(found.worst->check.agrees);
    CHECK(found.worstRounding.error <= found.worstRounding.tolerance);
    CHECK((found.worstRounding.error > 0) == std::is_same_v<Real, float>);
  }
}

TEST_CASE("a wrong gradient of the run is found whether it is in the sample or not, and its place is named") {
  Trainer<float> trainer{RunOptions{}};
  trainer.step(100);
  auto gradients = trainer.network().parameters()->gradients();
  for (const std::uint32_t wrong : {0u, 33u, 66u})
    for (const float value : {2 * gradients[wrong] + 0.1f, NAN}) {
      const float right = gradients[wrong];
      gradients[wrong] = value;
      const NetworkCheck found = check(trainer, 1);
      CHECK(found.rounded == 1);
      CHECK_FALSE(found.agrees);
      CHECK(found.worstRounding.parameter == wrong);
      gradients[wrong] = right;
    }
  CHECK(check(trainer, 1).agrees);
}

TEST_CASE("at a kink it is the kink that is counted, not an error") {
  RunOptions options;
  options.layers = {2, 4, 1};
  options.activation = {"relu"};
  options.batch_size = 1;  // several examples at a kink at once could pull the slopes of both sides past the gradient
  Trainer<double> trainer(options);
  const Layer& layer = trainer.network().layers()[0];
  REQUIRE(trainer.setParameters(0, std::vector<double>(layer.weight.shape.size() + 4)).ok());  // z = 0 everywhere
  const NetworkCheck found = check(trainer);
  CHECK(found.kinks > 0);
  CHECK(found.disagreeing == 0);
  CHECK(found.agrees);
}

TEST_CASE("a sample has as many of each layer's weights and biases as there are, or an equal share, none twice") {
  RunOptions options;
  options.layers = {2, 64, 32, 1};
  Trainer<float> trainer(options);
  const auto& network = trainer.network();
  for (const std::uint32_t most : {10u, 100u, 500u, 2305u, 5000u}) {
    const auto sample = sampleParameters(network, most, 3);
    CHECK(std::set(sample.begin(), sample.end()).size() == sample.size());
    CHECK(std::ranges::is_sorted(sample));
    CHECK(sample.size() == std::min<std::size_t>(most, network.parameters()->size()));
    if (most < 6) continue;
    for (const Layer& layer : network.layers())
      for (const Parameter& block : {layer.weight, *layer.bias}) {
        const auto inside = std::ranges::count_if(
            sample, [&](std::uint32_t i) { return i >= block.offset && i < block.offset + block.shape.size(); });
        CHECK(inside >= std::min<std::ptrdiff_t>(most / 6, static_cast<std::ptrdiff_t>(block.shape.size())));
      }
  }
  CHECK(sampleParameters(network, 100, 3) == sampleParameters(network, 100, 3));
  CHECK(sampleParameters(network, 100, 3) != sampleParameters(network, 100, 4));
}

TEST_CASE("one twin checks batches of different sizes in turn, and a run stays as it was") {
  RunOptions options;
  options.samples = 40;
  options.batch_size = 10;  // 10, 10, 10, 2
  Trainer<float> trainer(options), alone(options);
  ExactTwin twin;
  for (int step = 0; step < 8; ++step) {
    CHECK(checkNetwork(twin, trainer.network(), trainer.batch(), 1000, 1).value().agrees);
    trainer.step(1);
    alone.step(1);
  }
  CHECK(std::ranges::equal(trainer.network().parameters()->values(), alone.network().parameters()->values()));
}

}  // namespace
}  // namespace backprop
