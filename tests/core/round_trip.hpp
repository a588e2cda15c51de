// The property that printing promises: the text of a tape records to the same tape again.
#pragma once

#include <bit>
#include <cmath>
#include <string>

#include "backprop/printing.hpp"

namespace backprop::test {

/// Equal, where NaN equals NaN and −0 is not 0.
template <class Real> bool sameNumber(Real a, Real b) {
  return (std::isnan(a) && std::isnan(b)) || (a == b && std::signbit(a) == std::signbit(b));
}

/// What tells two tapes apart, or nothing: nodes in order, with their kinds, operations, inputs, attributes and shapes,
/// and the numbers of all leaves.
template <class Real> std::string difference(const Tape<Real>& a, const Tape<Real>& b) {
  if (a.size() != b.size()) return std::to_string(a.size()) + " nodes and " + std::to_string(b.size());
  for (NodeId id = 0; id < a.size(); ++id) {
    const Node &m = a.node(id), &n = b.node(id);
    const std::string place = "node " + std::to_string(id) + ": ";
    if (m.kind != n.kind) return place + "another kind";
    if (m.shape != n.shape) return place + toString(m.shape) + " and " + toString(n.shape);
    if (m.requiresGrad != n.requiresGrad) return place + "one requires a gradient";
    if (m.kind != NodeKind::operation) {
      for (std::size_t i = 0; i < a.value(id).size(); ++i)
        if (!sameNumber(a.value(id)[i], b.value(id)[i])) return place + "another number";
      continue;
    }
    if (m.op != n.op) return place + std::string(opInfo(m.op).name) + " and " + std::string(opInfo(n.op).name);
    if (m.inputCount != n.inputCount || m.inputs != n.inputs) return place + "other inputs";
    for (std::size_t i = 0; i < maxAttributes; ++i)
      if (!sameNumber(a.attributes(id)[i], b.attributes(id)[i])) return place + "another attribute";
  }
  return {};
}

/// How many numbers a tape holds.
template <class Real> std::uint64_t elementsOf(const Tape<Real>& tape) {
  std::uint64_t sum = 0;
  for (const Node& node : tape.nodes()) sum += node.shape.size();
  return sum;
}

/// What is wrong with the round trip of a program, or nothing: it must record without a mistake to the same tape and
/// output, and print the same text again.
template <class Real> std::string roundTripFault(const Program<Real>& program) {
  const std::string text = toText(program);
  const auto again = record<Real>(text);
  if (!again.ok()) return "\"" + again.diagnostics[0].message + "\" in\n" + text;
  if (const std::string what = difference(program.tape, again.program.tape); !what.empty())
    return what + " in\n" + text;
  // What is left of a text with mistakes may have no output; a text always has one.
  if (program.output && program.output != again.program.output) return "another output in\n" + text;
  if (program.backwards != again.program.backwards) return "another number of backward passes in\n" + text;
  return {};
}

}  // namespace backprop::test
