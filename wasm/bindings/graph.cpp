// `Graph`: recording, running and looking. Nodes are numbers, in the order of recording.
#include "graph.hpp"

#include <algorithm>
#include <memory>

#include "attributes.hpp"
#include "backprop/text.hpp"

namespace backprop::wasm {

using emscripten::val;

Result<NodeId> Graph::nodeFrom(const val& number) const {
  if (tape.size() == 0) return errorAt("node", "the graph is empty; a variable or a constant first would be right");
  return wholeNumberFrom("node", number, 0, static_cast<std::uint32_t>(tape.size() - 1));
}

namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsNodeIdOrNull)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNodeIds)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsOpName)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsAttributes)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsFlag)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsMatrix)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsMatrixOrNull)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNode)

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

JsNodeIdOrNull orNull(std::optional<NodeId> id) { return JsNodeIdOrNull(id ? val(*id) : val::null()); }

// Recording -----------------------------------------------------------------------------------------------------------

template <class Append> JsNodeId record(const JsNumbers& numbers, Append append) {
  return resultOr<JsNodeId>(tensorFrom(numbers), [&](const TensorValue& t) { return resultOr<JsNodeId>(append(t)); });
}

JsNodeId variable(Graph& graph, const JsNumbers& numbers) {
  return record(numbers, [&](const TensorValue& t) { return graph.tape.tryVariable(t.shape, t.data); });
}

JsNodeId constant(Graph& graph, const JsNumbers& numbers) {
  return record(numbers, [&](const TensorValue& t) { return graph.tape.tryConstant(t.shape, t.data); });
}

/// The operation that a name stands for.
Result<Op> opFrom(const val& name) {
  const auto names = namesOf(opTable());
  if (!name.isString()) return errorAt("apply", "{} is not a name; {} would be right", shown(name), listOf(names));
  const std::string text = textFrom(name);
  if (const auto op = findOp(text)) return *op;
  return errorAt("apply", unknownName(text, "is not an operation", names));
}

Result<std::vector<NodeId>> nodesFrom(const Graph& graph, std::string_view op, const val& inputs) {
  const auto numbers = numbersFrom(op, inputs, maxInputs);
  if (!numbers.ok()) return numbers.error();
  std::vector<NodeId> ids;
  for (const double number : numbers.value()) {
    const auto id = graph.nodeFrom(val(number));
    if (!id.ok()) return id.error();
    ids.push_back(id.value());
  }
  return ids;
}

JsNodeId apply(Graph& graph, const JsOpName& name, const JsNodeIds& inputs, std::optional<JsAttributes> given) {
  return resultOr<JsNodeId>(opFrom(name), [&](Op op) {
    return resultOr<JsNodeId>(nodesFrom(graph, opInfo(op).name, inputs), [&](const std::vector<NodeId>& ids) {
      const auto attributes = attributesFrom(opInfo(op), given ? *given : val::undefined());
      return resultOr<JsNodeId>(attributes.ok() ? graph.tape.tryApply(op, ids, attributes.value())
                                                : Result<NodeId>(attributes.error()));
    });
  });
}

Status setLeaf(Tape<double>& tape, NodeId id, const TensorValue& t) {
  const Node& leaf = tape.node(id);
  if (leaf.kind == NodeKind::operation)
    return errorAt("set", "an operation computes its value; only a leaf can be set");
  if (leaf.shape != t.shape) return errorAt("set", "the leaf has shape {} and the value {}", leaf.shape, t.shape);
  std::ranges::copy(t.data, tape.value(id).begin());
  return okStatus();
}

JsNothing set(Graph& graph, const JsNodeId& node, const JsNumbers& numbers) {
  return graph.withNode<JsNothing>(node, [&](NodeId id) {
    return resultOr<JsNothing>(tensorFrom(numbers),
                               [&](const TensorValue& t) { return nothingOr(setLeaf(graph.tape, id, t)); });
  });
}

JsNothing setGradMode(Graph& graph, const JsFlag& enabled) {
  if (!enabled.isTrue() && !enabled.isFalse())
    return nothingOr(errorAt("setGradMode", "{} is no flag; true or false would be right", shown(enabled)));
  graph.tape.setGradMode(enabled.isTrue() ? GradMode::enabled : GradMode::disabled);
  return nothingOr(okStatus());
}

// Running -------------------------------------------------------------------------------------------------------------

void forward(Graph& graph) { graph.tape.forward(); }
void rewind(Graph& graph) { graph.tape.rewind(); }
JsNodeIdOrNull forwardStep(Graph& graph) { return orNull(graph.tape.forwardStep()); }

JsNothing beginBackward(Graph& graph, const JsNodeId& output, std::optional<JsNumbers> cotangent) {
  return graph.withCotangent<JsNothing>(output, cotangent, [&](NodeId id, std::span<const double> numbers) {
    const Status begun = graph.tape.tryBeginBackward(id, numbers);
    if (begun.ok()) graph.output = id;
    return nothingOr(begun);
  });
}

JsNodeIdOrNull backwardStep(Graph& graph) { return orNull(graph.tape.backwardStep()); }

JsNothing backward(Graph& graph, const JsNodeId& output, std::optional<JsNumbers> cotangent) {
  return graph.withCotangent<JsNothing>(output, cotangent, [&](NodeId id, std::span<const double> numbers) {
    const Status possible = graph.tape.canBackward(id, numbers);
    if (possible.ok()) {
      graph.output = id;
      graph.tape.backward(id, numbers);
    }
    return nothingOr(possible);
  });
}

JsNothing zeroGrad(Graph& graph, std::optional<JsNodeId> leaf) {
  if (!leaf) {
    graph.tape.zeroGrad();
    return nothingOr(okStatus());
  }
  return graph.withNode<JsNothing>(*leaf, [&](NodeId id) {
    if (graph.tape.node(id).kind != NodeKind::parameter)
      return nothingOr(errorAt("zeroGrad", "node {} is no variable, and keeps no gradient", id));
    std::ranges::fill(graph.tape.gradient(id), 0);
    return nothingOr(okStatus());
  });
}

// Looking -------------------------------------------------------------------------------------------------------------

JsMatrix value(Graph& graph, const JsNodeId& node) {
  return graph.withNode<JsMatrix>(node, [&](NodeId id) { return graph.tensor(id, graph.tape.value(id)); });
}

JsMatrixOrNull gradient(Graph& graph, const JsNodeId& node) {
  return graph.withNode<JsMatrixOrNull>(node, [&](NodeId id) {
    const auto gradient = graph.tape.gradient(id);
    return gradient.empty() ? val::null() : graph.tensor(id, gradient);
  });
}

JsNode node(Graph& graph, const JsNodeId& number) {
  return graph.withNode<JsNode>(number, [&](NodeId id) {
    const Node& node = graph.tape.node(id);
    const bool computed = node.kind == NodeKind::operation;
    const OpInfo& info = opInfo(node.op);
    const auto inputs = std::span(node.inputs).first(node.inputCount);
    return objectOf({{"kind", val(std::string(nameOf(node.kind)))},
                     {"op", computed ? val(std::string(info.name)) : val::null()},
                     {"inputs", arrayOf(inputs, [](NodeId input) { return input; })},
                     {"attributes", computed ? attributesOf(info, graph.tape.attributes(id)) : val::object()},
                     {"shape", copyOf(node.shape)},
                     {"requiresGrad", val(node.requiresGrad)},
                     {"onPath", val(graph.tape.onPath(id))}});
  });
}

unsigned size(const Graph& graph) { return static_cast<unsigned>(graph.tape.size()); }

EMSCRIPTEN_BINDINGS(graph) {
  emscripten::register_type<JsNodeId>("number");
  emscripten::register_optional<JsNodeId>();
  emscripten::register_type<JsNodeIdOrNull>("number | null");
  emscripten::register_type<JsNodeIds>("number[]");
  emscripten::register_type<JsOpName>("string");
  emscripten::register_type<JsAttributes>("Record<string, number | boolean | string | null | undefined>");
  emscripten::register_optional<JsAttributes>();
  emscripten::register_type<JsFlag>("boolean");
  emscripten::register_type<JsMatrix>("{ shape: number[], data: Float64Array }");
  emscripten::register_type<JsMatrixOrNull>("{ shape: number[], data: Float64Array } | null");
  emscripten::register_type<JsNode>(
      "{ kind: 'constant' | 'parameter' | 'operation', op: string | null, inputs: number[], attributes: Record<string, "
      "number | boolean | string | null>, shape: number[], requiresGrad: boolean, onPath: boolean }");
  emscripten::register_type<JsNothing>("void");
  auto graph = GraphClass("Graph")
                   .smart_ptr_constructor("Graph", &std::make_shared<Graph>)
                   .property("size", &size)
                   .function("variable(value)", &variable)
                   .function("constant(value)", &constant)
                   .function("apply(op, inputs, attributes)", &apply)
                   .function("set(leaf, value)", &set)
                   .function("setGradMode(enabled)", &setGradMode)
                   .function("forward", &forward)
                   .function("rewind", &rewind)
                   .function("forwardStep", &forwardStep)
                   .function("backward(output, cotangent)", &backward)
                   .function("beginBackward(output, cotangent)", &beginBackward)
                   .function("backwardStep", &backwardStep)
                   .function("zeroGrad(leaf)", &zeroGrad)
                   .function("value(node)", &value)
                   .function("gradient(node)", &gradient)
                   .function("node(node)", &node);
  bindDerivatives(graph);
  bindExplanations(graph);
  bindPrinting(graph);
}

}  // namespace
}  // namespace backprop::wasm
