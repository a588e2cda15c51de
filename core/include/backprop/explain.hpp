// Where one weight's gradient comes from, as numbers: each example's δ · a, the reason of δ, and a check.
#pragma once

#include <cstdint>
#include <vector>

#include "backprop/gradient_check.hpp"
#include "backprop/network_twin.hpp"
#include "backprop/weight_place.hpp"

namespace backprop {

/// ∂L/∂w of one weight or bias, taken apart. L is the batch's mean loss; Lₑ is the loss of example e alone.
struct WeightExplanation {
  double weight = 0;
  double gradient = 0;  ///< ∂L/∂w as the tape holds it: what the update will use
  double update = 0;    ///< Δw as the step will make it
  double next = 0;      ///< w + Δw, rounded as the run rounds

  /// Per example e: δₑ = ∂Lₑ/∂z of the unit it leads to, aₑ of the unit it comes from (1 for a bias), and their
  /// product, e's share. The mean of the products (the sum, where that is the loss's reduction) is `gradient`, up to
  /// the rounding of the sum.
  std::vector<double> delta, activation, product;

  /// Which examples pull the way of the gradient: sign(product) = sign(gradient).
  std::vector<bool> agrees;
  double agreement = 0;                ///< their share of the batch, from 0 to 1
  std::vector<std::uint32_t> largest;  ///< all examples by |product|, the largest first; equal ones in their order

  /// Why δ of the chosen example is what it is: δ = upstream · f′(z), where upstream = ∂Lₑ/∂a is a sum over the units
  /// of the next layer, w · δ each, times `kept`. At the output it comes from the loss itself and there are no terms.
  struct Term {
    std::uint32_t to = 0;
    double weight = 0, delta = 0, product = 0;
  };
  double z = 0;
  double derivative = 0;
  double kept = 1;  ///< what dropout multiplied the unit's activation by: 0, or 1 / (1 − p)
  double upstream = 0;
  std::vector<Term> terms;
};

/// Takes the gradient of one weight apart, with the reason of δ for one example of the batch. `tape` has run forward
/// and backward at the network's present weights; `update` is what the optimizer made of all gradients.
template <class Real>
WeightExplanation explainWeight(const Network<Real>& network, const NetworkTape<Real>& tape,
                                std::span<const Real> update, WeightPlace place, std::uint32_t example);

/// One example of the batch on its way through the network: what every unit gives, and how much each matters.
struct ExampleExplanation {
  struct LayerValues {
    std::vector<double> z, a;   ///< sums and activations, one per unit
    std::vector<double> delta;  ///< ∂Lₑ/∂z of this example's own loss
  };
  std::vector<double> input, target;
  double loss = 0;  ///< Lₑ, of this example alone
  std::vector<LayerValues> layers;
};

/// Everything about one example of the batch after the backward pass.
template <class Real>
ExampleExplanation explainExample(const Network<Real>& network, const NetworkTape<Real>& tape, std::uint32_t example);

/// The gradient of one weight, checked twice. `in64` compares a backward pass in float64 with central differences;
/// `rounding` is how far the run's own gradient, which the step will use, lies from the one in float64.
struct WeightCheck {
  GradientCheck in64;
  double rounding = 0;
  bool agrees = false;  ///< in64 agrees or stands at a kink, and rounding ≤ 1e-6 + 1e-4 · mean |δ · a|
};

/// Checks one weight on the rows that `tape` holds, in the twin. Costs a backward pass and three to seven forward
/// passes. Refused where the memory for the twin is not there.
template <class Real>
Result<WeightCheck> checkWeight(ExactTwin& twin, const Network<Real>& network, const NetworkTape<Real>& tape,
                                WeightPlace place);

/// How far a run's gradient may lie from the one in float64 by rounding alone: 1e-6 + 1e-4 · the sum of |δ · a| of
/// which it is the mean or sum, which may be far larger than the gradient.
template <class Real>
double roundingTolerance(const Network<Real>& network, const NetworkTape<Real>& tape, WeightPlace place);

}  // namespace backprop
