// Where a parameter of a network lies: the layer, the unit that it leads to, and the unit that it comes from.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "backprop/network.hpp"
#include "backprop/result.hpp"

namespace backprop {

/// A weight by its layer (0 is the first after the input) and the units that it connects; or a unit's bias, which is
/// the weight of an input that is always 1.
struct WeightPlace {
  std::uint32_t layer = 0;
  std::uint32_t to = 0;
  std::optional<std::uint32_t> from = 0;  ///< none is the bias

  bool operator==(const WeightPlace&) const = default;
};

/// A place from numbers that a user gave, each checked against the network; no `from` asks for the bias.
template <class Real>
Result<WeightPlace> weightPlace(const Network<Real>& network, double layer, double to, std::optional<double> from);

/// The parameter's number in the network's block. The place must exist.
template <class Real> std::size_t offsetOf(const Network<Real>& network, WeightPlace place);

/// The place of parameter `offset` of the block.
template <class Real> WeightPlace placeOf(const Network<Real>& network, std::size_t offset);

/// What the weight is multiplied by in the forward pass, for one row of the batch: what its unit below gives, or 1 for
/// a bias.
template <class Real>
Real activationInto(const Network<Real>& network, const NetworkTape<Real>& tape, WeightPlace place, std::size_t row) {
  const std::size_t inputs = network.layers()[place.layer].inputs;
  return place.from ? tape.activationsBelow(place.layer)[row * inputs + *place.from] : Real(1);
}

/// δ = ∂Lₑ/∂z of one unit for row e's own loss Lₑ. Where the tape differentiates the mean over the batch, that moves as
/// many times as much as there are rows.
template <class Real>
double deltaOf(const Network<Real>& network, const NetworkTape<Real>& tape, std::size_t layer, std::size_t row,
               std::size_t unit) {
  const auto gradient = tape.tape().gradient(tape.layers()[layer].z);
  return tape.examplesPerLoss() * double(gradient[row * network.layers()[layer].outputs + unit]);
}

}  // namespace backprop
