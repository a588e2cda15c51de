// Names the first number of a step that is not finite.
#include "backprop/non_finite.hpp"

#include <cmath>
#include <optional>
#include <utility>

#include "backprop/text.hpp"

namespace backprop {
namespace {

/// Index of the first number for which `number(i)` is not finite.
template <class Number> std::optional<std::size_t> firstBad(std::size_t count, Number number) {
  for (std::size_t i = 0; i < count; ++i)
    if (!std::isfinite(number(i))) return i;
  return std::nullopt;
}

std::string counted(const char* what, std::size_t index) { return what + std::string(" ") + std::to_string(index + 1); }

}  // namespace

template <class Real>
std::string firstNonFinite(const Network<Real>& network, const NetworkTape<Real>& tape, std::span<const Real> update) {
  const auto layers = network.layers();
  for (std::size_t l = 0; l < layers.size(); ++l)
    for (const NodeId node : {tape.layers()[l].z, tape.layers()[l].a}) {
      const auto values = tape.tape().value(node);
      if (const auto bad = firstBad(values.size(), [&](std::size_t i) { return values[i]; }))
        return counted("layer", l) + ", " + counted("unit", *bad % layers[l].outputs) + " gives " +
               formatNumber(values[*bad]);
    }
  if (!std::isfinite(tape.loss())) return "the loss is " + formatNumber(tape.loss());

  const auto values = std::as_const(*network.parameters()).values();
  for (std::size_t l = 0; l < layers.size(); ++l) {
    const auto next = [&](Parameter p) {
      return [&, p](std::size_t i) { return values[p.offset + i] + update[p.offset + i]; };
    };
    const auto weight = next(layers[l].weight);
    if (const auto bad = firstBad(layers[l].weight.shape.size(), weight))
      return "the weight from " + counted("unit", *bad % layers[l].inputs) + " to " +
             counted("unit", *bad / layers[l].inputs) + " of " + counted("layer", l) + " would become " +
             formatNumber(weight(*bad));
    if (!layers[l].bias) continue;
    const auto bias = next(*layers[l].bias);
    if (const auto bad = firstBad(layers[l].bias->shape.size(), bias))
      return "the bias of " + counted("unit", *bad) + " of " + counted("layer", l) + " would become " +
             formatNumber(bias(*bad));
  }
  return "";
}

template std::string firstNonFinite(const Network<float>&, const NetworkTape<float>&, std::span<const float>);
template std::string firstNonFinite(const Network<double>&, const NetworkTape<double>&, std::span<const double>);

}  // namespace backprop
