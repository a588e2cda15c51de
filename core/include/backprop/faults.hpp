// Backward passes that make a classic mistake on purpose, beside the right one: for teaching.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "backprop/tape.hpp"

namespace backprop {

enum class Fault : std::uint8_t {
  none,
  overwrite,             ///< `=` instead of `+=`: of several contributions only the last stays
  wrong_order,           ///< each node hands on what it has when it is first reached, before all its uses have reported
  forgotten_derivative,  ///< a function of one input hands its gradient on unchanged, without f′
  no_zero_grad           ///< the leaves still hold the gradients of an earlier pass
};

struct FaultInfo {
  std::string_view name;  ///< as the options take it
  std::string_view help;  ///< one sentence
};

/// The table, indexed by `Fault`.
std::span<const FaultInfo> faultTable();
inline std::string_view faultName(Fault fault) { return faultTable()[static_cast<std::size_t>(fault)].name; }

/// Gradients of every node by a faulty pass and by a right one, each of the node's shape; empty for a node that the
/// output does not depend on, or that requires none.
template <class Real> struct FaultyGradients { std::vector<std::vector<Real>> wrong, right; };

/// Runs both passes on the values that the tape holds; its own gradients stay as they are. It is refused where
/// `Tape::tryBeginBackward` would be.
template <class Real>
Result<FaultyGradients<Real>> backwardWithFault(const Tape<Real>& tape, NodeId output, Fault fault,
                                                std::span<const Real> cotangent = {});

}  // namespace backprop
