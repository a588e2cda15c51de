// A text recorded on a tape: what every node is called, where it stands in the text, and what the output is.
//
//     auto [program, diagnostics] = record<double>("x = 2; y = x**2 + 3*x + 1");
//     program.tape.forward();
//     program.tape.backward(*program.output);   // program.tape.gradient(*program.find("x"))[0] == 7
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backprop/syntax.hpp"
#include "backprop/tape.hpp"

namespace backprop {

/// Numbers for a leaf, row by row.
struct LeafValue {
  Shape shape;
  std::vector<double> numbers;
};

/// What a text is given from outside.
struct RecordOptions {
  /// Values by name. A name that the text uses without assigning it becomes a leaf with gradient; one that the text
  /// assigns a literal gets this value instead of the literal.
  std::map<std::string, LeafValue, std::less<>> values;

  /// The value of a name that is neither assigned nor given. Without it, such a name is an error.
  std::optional<double> defaultValue;
};

/// A leaf with gradient.
struct Leaf {
  std::string name;  ///< empty where the text gives it none
  NodeId node = 0;
};

/// Of a node: the index of its name in `nodeNames`, or −1; and the expression that made it.
struct Origin {
  std::int32_t name = -1;
  Span span;
};

/// A recorded text. What it holds after a mistake is what could be recorded.
template <class Real> struct Program {
  Tape<Real> tape;

  /// The node on which `backward()` is called, or else that of the last statement with a value.
  std::optional<NodeId> output;

  /// How often the text calls `backward()`; gradients add up.
  std::uint32_t backwards = 0;

  /// The node that each name stands for at the end.
  std::map<std::string, NodeId, std::less<>> names;

  /// Leaves with gradient in the order of the tape.
  std::vector<Leaf> leaves;

  /// Names that the text uses without assigning them, in order, whether a value was given or not.
  std::vector<std::string> freeNames;

  std::vector<Origin> origins;
  std::vector<std::string> nodeNames;

  /// The name that a node was given first; empty for what stands inside an expression.
  std::string_view nameOf(NodeId node) const {
    if (node >= origins.size() || origins[node].name < 0) return {};
    return nodeNames[static_cast<std::size_t>(origins[node].name)];
  }

  /// The node that a name stands for at the end.
  std::optional<NodeId> find(std::string_view name) const {
    const auto entry = names.find(name);
    return entry == names.end() ? std::nullopt : std::optional(entry->second);
  }
};

/// A program and what is wrong with its text, in the order of the text.
template <class Real> struct Recorded {
  Program<Real> program;
  std::vector<Diagnostic> diagnostics;

  bool ok() const { return diagnostics.empty(); }
};

/// Reads and records a text, in float or double.
template <class Real> Recorded<Real> record(std::string_view source, const RecordOptions& options = {});

template <> Recorded<float> record(std::string_view, const RecordOptions&);
template <> Recorded<double> record(std::string_view, const RecordOptions&);

}  // namespace backprop
