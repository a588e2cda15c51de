// `Graph`, a float64 tape for JavaScript, and what the files that bind its methods share.
#pragma once

#include <memory>
#include <optional>

#include "backprop/tape.hpp"
#include "values.hpp"

namespace backprop::wasm {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsNodeId)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNothing)

struct Graph {
  Tape<double> tape;
  std::optional<NodeId> output;    // of the last backward pass
  std::vector<std::string> names;  // of the nodes that a text has named, by number; empty for the others
  std::uint32_t backwards = 0;     // how often the text calls `backward()`

  /// The node that a number from JavaScript stands for.
  Result<NodeId> nodeFrom(const emscripten::val& number) const;

  /// `use(id)` of that node, or what is wrong with the number.
  template <class Js, class Use> Js withNode(const emscripten::val& number, Use use) const {
    return resultOr<Js>(nodeFrom(number), use);
  }

  /// `use(id, cotangent)` of a node and numbers of its shape; no numbers where `cotangent` is undefined.
  template <class Js, class Use>
  Js withCotangent(const emscripten::val& node, const std::optional<JsNumbers>& cotangent, Use use) const {
    return withNode<Js>(node, [&](NodeId id) {
      return resultOr<Js>(cotangentFrom(tape.node(id).shape, cotangent),
                          [&](const std::vector<double>& numbers) { return use(id, std::span(numbers)); });
    });
  }

  /// Numbers of a node's shape, as JavaScript gets them.
  emscripten::val tensor(NodeId id, std::span<const double> numbers) const {
    return tensorOf(tape.node(id).shape, numbers);
  }
};

using GraphClass = emscripten::class_<Graph>;

// Each file binds its part.
void bindDerivatives(GraphClass& graph);
void bindExplanations(GraphClass& graph);
void bindPrinting(GraphClass& graph);

/// Nothing, or the error.
inline JsNothing nothingOr(const Status& status) {
  return resultOr<JsNothing>(status, [](std::monostate) { return emscripten::val::undefined(); });
}

}  // namespace backprop::wasm
