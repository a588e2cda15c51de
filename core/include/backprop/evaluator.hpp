// Runs a network without gradients: over rows of data to judge it, over the plane to draw it.
#pragma once

#include <map>
#include <vector>

#include "backprop/examples.hpp"
#include "backprop/network.hpp"

namespace backprop {

/// Most classes of which all confusions are counted.
inline constexpr std::uint32_t maxConfusion = 256;

/// How good a network is on a set of rows.
struct Score {
  double loss = 0;  ///< the mean of the rows' losses, or their sum if that is the loss's reduction; NaN without rows
  double accuracy = 0;  ///< share of rows whose class is the one that the outputs name; NaN without rows or classes
  /// Rows by their class and the class that the outputs name: confusion[actual · classes + named]. Empty for a
  /// regression, and for more than `maxConfusion` classes.
  std::vector<std::uint32_t> confusion;
};

/// The class that a row of outputs names: the largest of several, or which side of the boundary a single one lies.
template <class Real> std::uint32_t namedClass(std::span<const Real> outputs, double boundary);

/// Tapes for one network, whose parameters it shares. At most 512 rows run at once, which bounds the memory.
template <class Real> class Evaluator {
 public:
  Evaluator(const Network<Real>& network, const Loss& loss) : network_(network.share()), loss_(loss) {}

  /// Loss, accuracy and confusion on the rows at the network's present weights. `boundary` is of `Targets`.
  Score evaluate(const Examples<Real>& data, double boundary);

  /// Every unit's activation over a grid of size × size points in the square from −extent to extent, row by row from
  /// the top left: result[layer][unit][row · size + column]. For data with one column x, y does not matter. Takes size²
  /// forward passes; size ≤ 4096.
  std::vector<std::vector<std::vector<Real>>> maps(std::uint32_t size, double extent, const Encoding& encoding);

 private:
  NetworkTape<Real>& tapeFor(std::uint32_t rows);

  Network<Real> network_;
  Loss loss_;
  std::map<std::uint32_t, NetworkTape<Real>> tapes_;  // by rows: 512, and the last two remainders
  std::uint32_t latest_ = 0;                          // the last remainder
};

}  // namespace backprop
