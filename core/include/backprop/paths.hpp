// The chain rule as a sum over paths: ∂to/∂from is the sum, over all paths from one number to another, of the product
// of the local derivatives along each.
//
// There may be exponentially many paths. They are counted and summed node by node, never listed; only the largest few
// are written out. Source of the k best: Dijkstra-like dynamic programming over an acyclic graph, as in Eppstein,
// "Finding the k shortest paths" (1998), section 2.
#pragma once

#include <cstdint>
#include <vector>

#include "backprop/tape.hpp"

namespace backprop {

/// One number on a tape: an element of a node, counted row by row.
struct Element {
  NodeId node = 0;
  std::uint32_t index = 0;
  bool operator==(const Element&) const = default;
};

/// A way from one number to another.
struct Path {
  std::vector<Element> elements;    ///< from the start to the end, both included
  std::vector<double> derivatives;  ///< ∂ of the next element by the one before, one for each step
  double product = 1;               ///< of the derivatives
};

/// All ways together.
struct PathSum {
  double sum = 0;           ///< ∂to/∂from
  double count = 0;         ///< how many paths there are; exact up to 2⁵³
  bool complete = false;    ///< whether `paths` has all of them
  std::vector<Path> paths;  ///< the `most` whose products are the largest by size, largest first
};

/// The paths from one number to a later one, at the values that the tape holds now (after `forward`). An elementwise
/// operation without broadcasting has a step to each of its inputs; any other one only steps whose local derivative is
/// not 0. It is refused when the tensors on the way have more dependences than 4 million, or when what there is to keep
/// does not fit the memory budget.
Result<PathSum> sumOverPaths(const Tape<double>& tape, Element from, Element to, std::size_t most = 8);

}  // namespace backprop
