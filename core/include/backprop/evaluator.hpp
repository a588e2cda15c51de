// Runs a network without gradients: over rows of data to judge it, over the plane to draw it.
#pragma once

#include <map>
#include <vector>

#include "backprop/dataset.hpp"
#include "backprop/network.hpp"

namespace backprop {

/// How good a network is on a set of rows.
struct Score {
  double loss = 0;      ///< mean squared error over the rows
  double accuracy = 0;  ///< share of rows on their class's side of the boundary
};

/// The numbers that stand for class 0 and class 1 at the output, and the boundary halfway between them.
struct Targets {
  double low = -1;
  double high = 1;
  double boundary = 0;

  /// The number that a row's label asks for.
  double of(std::uint8_t label) const { return label ? high : low; }
};

/// Tapes for one network, whose parameters it shares. At most 512 rows run at once, which bounds the memory.
template <class Real> class Evaluator {
 public:
  explicit Evaluator(const Network<Real>& network) : network_(network.share()) {}

  /// Loss and accuracy on the rows at the network's present weights.
  Score evaluate(const Dataset& data, const Targets& targets);

  /// Every unit's activation over a grid of size × size points in the square of the data, row by row from the top left:
  /// result[layer][unit][row · size + column]. Takes size² forward passes; size ≤ 4096.
  std::vector<std::vector<std::vector<Real>>> maps(std::uint32_t size);

 private:
  NetworkTape<Real>& tapeFor(std::uint32_t rows);

  Network<Real> network_;
  std::map<std::uint32_t, NetworkTape<Real>> tapes_;  // by rows: 512, and the last remainder
};

}  // namespace backprop
