// Places of weights and biases: to a number in the block and back, and refused by name where there is none.
#include "backprop/weight_place.hpp"

#include <doctest/doctest.h>

#include "backprop/trainer.hpp"

namespace backprop {
namespace {

Network<double> network() {
  Random random(1);
  return {{.sizes = {2, 5, 4, 1}, .activations = {Op::tanh, Op::relu, std::nullopt}, .biases = {true, false, true}},
          {},
          random};
}

TEST_CASE("every parameter has a place of its own that leads back to it, layer by layer, weights before biases") {
  const auto net = network();
  std::size_t i = 0;
  for (std::uint32_t l = 0; l < 3; ++l) {
    const Layer& layer = net.layers()[l];
    for (std::uint32_t to = 0; to < layer.outputs; ++to)
      for (std::uint32_t from = 0; from < layer.inputs; ++from, ++i) {
        CHECK(placeOf(net, i) == WeightPlace{l, to, from});
        CHECK(offsetOf(net, WeightPlace{l, to, from}) == i);
      }
    for (std::uint32_t to = 0; layer.bias && to < layer.outputs; ++to, ++i) {
      CHECK(placeOf(net, i) == WeightPlace{l, to, std::nullopt});
      CHECK(offsetOf(net, WeightPlace{l, to, std::nullopt}) == i);
    }
  }
  CHECK(i == net.parameters()->size());
}

TEST_CASE("places that do not exist are refused by name") {
  const auto at = [net = network()](double layer, double to, std::optional<double> from) {
    const auto place = weightPlace(net, layer, to, from);
    return place.ok() ? std::string("ok") : place.error().message;
  };
  CHECK(at(0, 4, 1) == "ok");
  CHECK(at(0, 4, std::nullopt) == "ok");
  CHECK(at(3, 0, 0) == "[layer] 3 is out of range; a whole number from 0 to 2 would be right");
  CHECK(at(0, 5, 0) == "[to] 5 is out of range; a whole number from 0 to 4 would be right");
  CHECK(at(0, 0, 2) == "[from] 2 is out of range; a whole number from 0 to 1 would be right");
  CHECK(at(0.5, 0, 0) == "[layer] 0.5 is out of range; a whole number from 0 to 2 would be right");
  CHECK(at(1, 0, std::nullopt) == "[from] layer 1 has no biases; a whole number from 0 to 4 would be right");
}

}  // namespace
}  // namespace backprop
