// From places to numbers in the block of parameters and back.
#include "backprop/weight_place.hpp"

#include <algorithm>

#include "backprop/argument.hpp"

namespace backprop {

template <class Real>
Result<WeightPlace> weightPlace(const Network<Real>& network, double layer, double to, std::optional<double> from) {
  const auto layers = network.layers();
  const auto l = wholeNumber("layer", layer, 0, static_cast<std::uint32_t>(layers.size() - 1));
  if (!l.ok()) return l.error();
  const Layer& chosen = layers[l.value()];
  const auto t = wholeNumber("to", to, 0, chosen.outputs - 1);
  if (!t.ok()) return t.error();
  if (!from) {
    if (!chosen.bias)
      return errorAt("from", "layer " + std::to_string(l.value()) + " has no biases; a whole number from 0 to " +
                                 std::to_string(chosen.inputs - 1) + " would be right");
    return WeightPlace{l.value(), t.value(), std::nullopt};
  }
  const auto f = wholeNumber("from", *from, 0, chosen.inputs - 1);
  if (!f.ok()) return f.error();
  return WeightPlace{l.value(), t.value(), f.value()};
}

template <class Real> std::size_t offsetOf(const Network<Real>& network, WeightPlace place) {
  BACKPROP_CHECK(place.layer < network.layers().size(), "no such layer");
  const Layer& layer = network.layers()[place.layer];
  BACKPROP_CHECK(place.to < layer.outputs && (place.from ? *place.from < layer.inputs : layer.bias.has_value()),
                 "no such weight in the layer");
  return place.from ? layer.weight.offset + std::size_t{place.to} * layer.inputs + *place.from
                    : layer.bias->offset + std::size_t{place.to};
}

template <class Real> WeightPlace placeOf(const Network<Real>& network, std::size_t offset) {
  BACKPROP_CHECK(offset < network.parameters()->size(), "no such parameter");
  const auto layers = network.layers();
  const auto above = std::ranges::upper_bound(layers, offset, {}, [](const Layer& each) { return each.weight.offset; });
  const auto l = static_cast<std::uint32_t>(above - layers.begin() - 1);
  const auto within = static_cast<std::uint32_t>(offset - layers[l].weight.offset), inputs = layers[l].inputs;
  if (within < layers[l].weight.shape.size()) return {l, within / inputs, within % inputs};
  return {l, within - inputs * layers[l].outputs, std::nullopt};
}

template Result<WeightPlace> weightPlace(const Network<float>&, double, double, std::optional<double>);
template Result<WeightPlace> weightPlace(const Network<double>&, double, double, std::optional<double>);
template std::size_t offsetOf(const Network<float>&, WeightPlace);
template std::size_t offsetOf(const Network<double>&, WeightPlace);
template WeightPlace placeOf(const Network<float>&, std::size_t);
template WeightPlace placeOf(const Network<double>&, std::size_t);

}  // namespace backprop
