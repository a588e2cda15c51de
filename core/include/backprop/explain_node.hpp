// Why a node's value and gradient are what they are: its rule with the numbers in it, the local derivative on each
// edge, what each use contributes, and the reason in words.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "backprop/tape.hpp"

namespace backprop {

/// A formula in symbols, and for single numbers the same with the numbers in it.
struct Written {
  std::string symbols;  ///< `ȳ · b`
  std::string numbers;  ///< `4 · (−3) = −12`; empty where a tensor takes part
};

/// The edge from an input to a node.
struct EdgeExplanation {
  NodeId input = 0;
  std::string name;                  ///< what the node's formula calls the input: `a`
  std::vector<double> local;         ///< ∂y/∂input, element by element; empty where it is a matrix of its own
  Written back;                      ///< what the gradient ȳ of the node sends back along the edge
  std::vector<double> contribution;  ///< its value, of the input's shape; empty where no gradient flows
};

/// One use of a node: the edge seen from its input.
struct UseExplanation {
  NodeId consumer = 0;
  std::size_t slot = 0;  ///< which input of the consumer
  EdgeExplanation edge;
};

struct NodeExplanation {
  Written rule;                        ///< `a · b` and `2 · 3 = 6`; for a leaf its kind
  std::vector<EdgeExplanation> edges;  ///< to its inputs, in order
  std::vector<UseExplanation> uses;    ///< on the way to the output, first to last
  std::vector<double> passGradient;    ///< the sum of the contributions: what the last backward pass gave
  std::vector<double> gradient;        ///< what the node holds: a leaf's may have grown over several passes
  std::string reason;                  ///< one or two sentences
};

/// Explains a node after `forward` and `backward(output)`; before a backward pass, its rule and edges alone. Of more
/// than a million numbers in `local` and `contribution` together the later ones are left out; sums are always whole.
NodeExplanation explainNode(const Tape<double>& tape, NodeId node, std::optional<NodeId> output);

/// The first number, in the order of the walk, that is NaN or infinite.
struct NonFinite {
  NodeId node = 0;
  std::uint32_t element = 0;
  double value = 0;
  bool inGradient = false;       ///< met in the backward pass, at a node whose values are finite
  std::vector<double> operands;  ///< of an elementwise operation: the inputs' elements, in order
  std::string reason;            ///< `log gives −∞ of finite numbers: x = 0.`
};

/// Looks through values first to last, then through gradients last to first.
std::optional<NonFinite> findNonFinite(const Tape<double>& tape, std::optional<NodeId> output);

}  // namespace backprop
