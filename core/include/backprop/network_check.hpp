// The gradient of a whole network, checked: every parameter, or a fair sample of them where there are many.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "backprop/gradient_check.hpp"
#include "backprop/network_twin.hpp"
#include "backprop/weight_place.hpp"

namespace backprop {

/// One parameter's gradient in float64 beside central differences.
struct ParameterCheck {
  std::uint32_t parameter = 0;  ///< its number in the block
  GradientCheck check;
};

/// One parameter's gradient as the run has it, beside the one in float64.
struct RoundingCheck {
  std::uint32_t parameter = 0;
  double shown = 0, exact = 0;
  double error = 0;      ///< |shown − exact|
  double tolerance = 0;  ///< of `roundingTolerance`
};

struct NetworkCheck {
  std::vector<ParameterCheck> checked;  ///< in the order of the block
  std::uint32_t disagreeing = 0;        ///< of those: neither agree nor stand at a kink
  std::uint32_t kinks = 0;              ///< of those: the loss has no derivative there
  std::optional<ParameterCheck> worst;  ///< the largest error as a share of what is allowed, kinks left out
  std::uint32_t rounded = 0;            ///< of all parameters: run and float64 differ by more than rounding
  RoundingCheck worstRounding;          ///< of all parameters: the largest error as a share of what is allowed
  bool agrees = false;                  ///< none disagrees, in float64 or by rounding
};

/// Checks the batch that `tape` holds. The backward pass of the run is compared with that of the twin for every
/// parameter; that of the twin with central differences for `sampleParameters(…)`, at most as many as `mostWork`
/// allows. Costs a backward pass, and two to six forward passes for each parameter of the sample.
template <class Real>
Result<NetworkCheck> checkNetwork(ExactTwin& twin, const Network<Real>& network, const NetworkTape<Real>& tape,
                                  std::uint32_t most, std::uint32_t seed);

/// At most `most` parameters by their numbers, in order: all, or else equally many from each layer's weights and from
/// its biases (all where there are fewer, for the benefit of the others), drawn from `seed`.
template <class Real>
std::vector<std::uint32_t> sampleParameters(const Network<Real>& network, std::uint32_t most, std::uint32_t seed);

}  // namespace backprop
