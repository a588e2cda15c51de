// A recorded computation as text again: in the language, so that it records to the same tape, and as a PyTorch script.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backprop/program.hpp"

namespace backprop {

/// What a tape does not know about itself.
struct PrintOptions {
  /// The name of a node, or nothing. A name that cannot stand in the text, or that is still in use, is replaced.
  std::function<std::string_view(NodeId)> nameOf;
  std::optional<NodeId> output;
  std::uint32_t backwards = 0;  ///< how often `backward()` is called on it

  /// For PyTorch: the gradient that enters at the output, row by row; ones where there is none and one is needed.
  std::vector<double> cotangent;
};

/// Text that records to the same tape again: the same nodes in the same order, with the numbers that the leaves hold
/// now. A node without a name that is used once stands inside the expression of its user, with as few brackets as the
/// grammar allows, unless order, depth or length forbid it; then it gets a fresh name, v1, v2 …
template <class Real> std::string toText(const Tape<Real>& tape, const PrintOptions& options);
template <class Real> std::string toText(const Program<Real>& program);

/// A script for PyTorch 1.13 or newer, in float64, that computes the same, calls `backward` and prints every leaf's
/// gradient.
template <class Real> std::string toPyTorch(const Tape<Real>& tape, const PrintOptions& options);
template <class Real> std::string toPyTorch(const Program<Real>& program, std::vector<double> cotangent = {});

/// A number in as few digits as tell it from every other one of its type: `0.1`, `1e+20`, `-0.0`, `inf`, `nan`.
template <class Real> std::string shortestNumber(Real x);

}  // namespace backprop
