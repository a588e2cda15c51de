// A copy of a network in float64, beside the run that it copies: where a weight can be moved, and a loss measured
// without the run's rounding, while the run itself rests.
//
// It keeps its block of parameters and its tapes from one measurement to the next and only takes over the numbers, so
// that a measurement costs little more than the passes that it needs.
#pragma once

#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <vector>

#include "backprop/budget.hpp"
#include "backprop/dual.hpp"
#include "backprop/examples.hpp"
#include "backprop/network.hpp"

namespace backprop {

/// Most multiplications that one measurement may make: some seconds in a browser.
inline constexpr std::uint64_t mostWork = 4'000'000'000;

/// `Number` is double, or Dual<double> to carry a direction through both passes. It must be taken to some rows before
/// anything else is asked.
template <class Number> class NetworkTwin {
 public:
  /// Takes the present weights of `network`, and the rows that `batch` holds with their dropout. Refused where the
  /// memory for the copy is not there.
  template <class Real> Status take(const Network<Real>& network, const NetworkTape<Real>& batch);

  /// Takes the present weights, and all rows of a set without dropout, which run at most 128 at once. `rows` must stay
  /// until something else is taken.
  template <class Real> Status take(const Network<Real>& network, const Loss& loss, const Examples<Real>& rows);

  /// The run's weights, in the order of its block.
  std::span<const double> home() const { return home_; }

  /// The twin's own weights, which may be moved. Whoever moves them calls `goHome` afterwards.
  std::span<Number> weights() { return network_->parameters()->values(); }
  /// Puts the run's weights back.
  void goHome();

  /// The loss at the twin's weights, over the rows that it was taken to. Costs a forward pass.
  Number loss();
  /// The same, leaving its gradient in `gradients`. Costs a forward and a backward pass.
  Number backward();
  std::span<const Number> gradients() const { return std::as_const(*network_->parameters()).gradients(); }

  const Network<Number>& network() const { return *network_; }
  /// Rows over which the loss is taken, and the multiplications of a forward pass over them.
  std::uint32_t rows() const { return rows_; }
  std::uint64_t work() const { return std::uint64_t{rows_} * home_.size(); }

 private:
  template <class Real>
  Status takeWeights(const Network<Real>& network, const Loss& loss, std::initializer_list<std::uint32_t> tapes);
  NetworkTape<Number>& tapeFor(std::uint32_t rows);
  Number run(bool alsoBackward);

  std::optional<Network<Number>> network_;
  Loss loss_;
  std::uint32_t rows_ = 0;
  std::vector<double> home_;
  BudgetShare share_;                                              // of home
  std::map<std::uint32_t, NetworkTape<Number>> tapes_;             // by rows
  std::function<void(NetworkTape<Number>&, std::uint32_t)> load_;  // rows from a number on; none while a batch is held
};

/// The twin for losses and gradients.
using ExactTwin = NetworkTwin<double>;
/// The twin for second derivatives.
using DualTwin = NetworkTwin<Dual<double>>;

/// The loss with parameter `i` moved by so much from the run's.
double lossMoved(ExactTwin& twin, std::size_t i, double by);

/// The loss at w + Σ tₖ · dₖ, where w are the run's weights.
struct Move {
  double t = 0;
  std::span<const double> direction;  ///< one number for each parameter
};
double lossMoved(ExactTwin& twin, std::initializer_list<Move> moves);

/// H · v of the Hessian H of the loss by all parameters at the run's weights: the derivative of the gradient along v.
/// Costs a forward and a backward pass over dual numbers; exact to rounding.
/// Source: Pearlmutter, "Fast exact multiplication by the Hessian" (1994).
std::vector<double> hessianTimes(DualTwin& twin, std::span<const double> v);

}  // namespace backprop
