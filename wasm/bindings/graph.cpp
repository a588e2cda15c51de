// `Graph`: a float64 tape for JavaScript. Nodes are numbers, in the order of recording.
#include <algorithm>
#include <optional>

#include "backprop/tape.hpp"
#include "backprop/text.hpp"
#include "values.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsNodeId)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNodeIdOrNull)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNodeIds)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOpName)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNumbers)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsMatrix)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsMatrixOrNull)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNode)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNothing)

std::string_view nameOf(NodeKind kind) {
  switch (kind) {
    case NodeKind::constant:
      return "constant";
    case NodeKind::parameter:
      return "parameter";
    case NodeKind::operation:
      return "operation";
  }
}

JsNothing nothingOr(const Status& status) {
  return resultOr<JsNothing>(status, [](std::monostate) { return val::undefined(); });
}

/// The operation that a name stands for.
Result<Op> opFrom(const val& name) {
  const auto names = namesOf(opTable());
  if (!name.isString()) return errorAt("apply", shown(name) + " is not a name; " + listOf(names) + " would be right");
  const std::string text = textFrom(name);
  if (const auto op = findOp(text)) return *op;
  return errorAt("apply", unknownName(text, "is not an operation", names));
}

class Graph {
 public:
  JsNodeId variable(const JsNumbers& numbers) {
    return record(numbers, [this](const MatrixValue& m) { return tape_.tryVariable(m.shape, m.data); });
  }
  JsNodeId constant(const JsNumbers& numbers) {
    return record(numbers, [this](const MatrixValue& m) { return tape_.tryConstant(m.shape, m.data); });
  }

  JsNodeId apply(const JsOpName& name, const JsNodeIds& inputs) {
    return resultOr<JsNodeId>(opFrom(name), [&](Op op) {
      const auto ids = nodesFrom(opInfo(op).name, inputs);
      return resultOr<JsNodeId>(ids.ok() ? tape_.tryApply(op, ids.value()) : Result<NodeId>(ids.error()));
    });
  }

  JsNothing set(const JsNodeId& node, const JsNumbers& numbers) {
    return withNode<JsNothing>(node, [&](NodeId id) {
      return resultOr<JsNothing>(matrixFrom(numbers), [&](const MatrixValue& m) { return nothingOr(setLeaf(id, m)); });
    });
  }

  void forward() { tape_.forward(); }
  void rewind() { tape_.rewind(); }
  JsNodeIdOrNull forwardStep() { return optional(tape_.forwardStep()); }

  JsNothing beginBackward(const JsNodeId& output) {
    return withNode<JsNothing>(output, [this](NodeId id) { return nothingOr(tape_.tryBeginBackward(id)); });
  }
  JsNodeIdOrNull backwardStep() { return optional(tape_.backwardStep()); }
  JsNothing backward(const JsNodeId& output) {
    return withNode<JsNothing>(output, [this](NodeId id) {
      const Status begun = tape_.tryBeginBackward(id);
      while (begun.ok() && tape_.backwardStep()) {
      }
      return nothingOr(begun);
    });
  }
  void zeroGrad() { tape_.zeroGrad(); }

  JsMatrix value(const JsNodeId& node) {
    return withNode<JsMatrix>(node, [this](NodeId id) { return matrix(id, tape_.value(id)); });
  }

  JsMatrixOrNull gradient(const JsNodeId& node) {
    return withNode<JsMatrixOrNull>(node, [this](NodeId id) {
      const auto gradient = tape_.gradient(id);
      return gradient.empty() ? val::null() : matrix(id, gradient);
    });
  }

  JsNode node(const JsNodeId& number) {
    return withNode<JsNode>(number, [this](NodeId id) {
      const Node& node = tape_.node(id);
      const auto inputs = std::span(node.inputs).first(node.inputCount);
      const bool computed = node.kind == NodeKind::operation;
      return objectOf({{"kind", val(std::string(nameOf(node.kind)))},
                       {"op", computed ? val(std::string(opInfo(node.op).name)) : val::null()},
                       {"inputs", arrayOf(inputs, [](NodeId input) { return input; })},
                       {"shape", copyOf(node.shape)},
                       {"requiresGrad", val(node.requiresGrad)}});
    });
  }

  unsigned size() const { return static_cast<unsigned>(tape_.size()); }

 private:
  Result<NodeId> nodeFrom(const val& number) const {
    if (tape_.size() == 0) return errorAt("node", "the graph is empty; a variable or a constant first would be right");
    return wholeNumberFrom("node", number, 0, static_cast<std::uint32_t>(tape_.size() - 1));
  }

  Result<std::vector<NodeId>> nodesFrom(std::string_view op, const val& inputs) const {
    const auto numbers = numbersFrom(op, inputs, maxInputs);
    if (!numbers.ok()) return numbers.error();
    std::vector<NodeId> ids;
    for (const double number : numbers.value()) {
      const auto id = nodeFrom(val(number));
      if (!id.ok()) return id.error();
      ids.push_back(id.value());
    }
    return ids;
  }

  /// `use(id)` of the node that a number from JavaScript stands for, or what is wrong with the number.
  template <class Js, class Use> Js withNode(const val& number, Use use) const {
    return resultOr<Js>(nodeFrom(number), use);
  }

  template <class Append> JsNodeId record(const JsNumbers& numbers, Append append) {
    return resultOr<JsNodeId>(matrixFrom(numbers), [&](const MatrixValue& m) { return resultOr<JsNodeId>(append(m)); });
  }

  Status setLeaf(NodeId id, const MatrixValue& m) {
    const Node& leaf = tape_.node(id);
    if (leaf.kind == NodeKind::operation)
      return errorAt("set", "an operation computes its value; only a leaf can be set");
    if (leaf.shape != m.shape)
      return errorAt("set", "the leaf has shape " + toString(leaf.shape) + " and the value " + toString(m.shape));
    std::ranges::copy(m.data, tape_.value(id).begin());
    return okStatus();
  }

  JsNodeIdOrNull optional(std::optional<NodeId> id) { return JsNodeIdOrNull(id ? val(*id) : val::null()); }

  val matrix(NodeId id, std::span<const double> numbers) {
    return objectOf({{"shape", copyOf(tape_.node(id).shape)}, {"data", copyOf(numbers)}});
  }

  Tape<double> tape_;
};

EMSCRIPTEN_BINDINGS(graph) {
  emscripten::register_type<JsNodeId>("number");
  emscripten::register_type<JsNodeIdOrNull>("number | null");
  emscripten::register_type<JsNodeIds>("number[]");
  emscripten::register_type<JsOpName>("string");
  emscripten::register_type<JsNumbers>("number | number[] | number[][]");
  emscripten::register_type<JsMatrix>("{ shape: number[], data: Float64Array }");
  emscripten::register_type<JsMatrixOrNull>("{ shape: number[], data: Float64Array } | null");
  emscripten::register_type<JsNode>(
      "{ kind: 'constant' | 'parameter' | 'operation', op: string | null, inputs: number[], shape: number[], "
      "requiresGrad: boolean }");
  emscripten::register_type<JsNothing>("void");
  emscripten::class_<Graph>("Graph")
      .constructor<>()
      .property("size", &Graph::size)
      .function("variable(value)", &Graph::variable)
      .function("constant(value)", &Graph::constant)
      .function("apply(op, inputs)", &Graph::apply)
      .function("set(leaf, value)", &Graph::set)
      .function("forward", &Graph::forward)
      .function("rewind", &Graph::rewind)
      .function("forwardStep", &Graph::forwardStep)
      .function("backward(output)", &Graph::backward)
      .function("beginBackward(output)", &Graph::beginBackward)
      .function("backwardStep", &Graph::backwardStep)
      .function("zeroGrad", &Graph::zeroGrad)
      .function("value(node)", &Graph::value)
      .function("gradient(node)", &Graph::gradient)
      .function("node(node)", &Graph::node);
}

}  // namespace
}  // namespace backprop::wasm
