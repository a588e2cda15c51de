// `Graph`: a float64 tape for JavaScript. Nodes are numbers, in the order of recording.
#include <memory>

#include "backprop/tape.hpp"
#include "backprop/text.hpp"
#include "values.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsNodeId)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNodeIdOrNull)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNodeIds)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNumbers)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsMatrix)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsMatrixOrNull)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNode)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNothing)

JsNothing nothingOr(const Status& status) {
  return JsNothing(status.ok() ? val::undefined() : errorObject(status.error()));
}

class Graph {
 public:
  JsNodeId variable(const JsNumbers& numbers) {
    const auto matrix = matrixFrom(numbers);
    if (!matrix.ok()) return JsNodeId(errorObject(matrix.error()));
    return resultOr<JsNodeId>(tape_.tryVariable(matrix.value().shape, matrix.value().data));
  }

  JsNodeId constant(const JsNumbers& numbers) {
    const auto matrix = matrixFrom(numbers);
    if (!matrix.ok()) return JsNodeId(errorObject(matrix.error()));
    return resultOr<JsNodeId>(tape_.tryConstant(matrix.value().shape, matrix.value().data));
  }

  JsNodeId apply(const std::string& name, const JsNodeIds& inputs) {
    const auto op = findOp(name);
    if (!op) {
      std::vector<std::string_view> names;
      for (const OpInfo& info : opTable()) names.push_back(info.name);
      return JsNodeId(
          errorObject(errorAt("apply", "'" + name.substr(0, 40) + "' is not an operation" + suggestion(name, names))));
    }
    const auto numbers = listFrom(inputs);
    if (!numbers) return JsNodeId(errorObject(errorAt(name, "takes a list of nodes")));
    std::vector<NodeId> ids;
    for (const double number : *numbers) {
      const auto id = nodeId(number);
      if (!id.ok()) return JsNodeId(errorObject(id.error()));
      ids.push_back(id.value());
    }
    return resultOr<JsNodeId>(tape_.tryApply(*op, ids));
  }

  JsNothing set(double node, const JsNumbers& numbers) {
    const auto id = nodeId(node);
    if (!id.ok()) return nothingOr(id.error());
    const auto matrix = matrixFrom(numbers);
    if (!matrix.ok()) return nothingOr(matrix.error());
    const Node& leaf = tape_.node(id.value());
    if (leaf.kind == NodeKind::operation)
      return nothingOr(errorAt("set", "an operation computes its value; only a leaf can be set"));
    if (leaf.shape != matrix.value().shape)
      return nothingOr(
          errorAt("set", "the leaf is " + toString(leaf.shape) + " and the value " + toString(matrix.value().shape)));
    std::ranges::copy(matrix.value().data, tape_.value(id.value()).begin());
    return nothingOr(okStatus());
  }

  void forward() { tape_.forward(); }
  void rewind() { tape_.rewind(); }
  JsNodeIdOrNull forwardStep() { return optional(tape_.forwardStep()); }

  JsNothing beginBackward(double output) {
    const auto id = nodeId(output);
    return nothingOr(id.ok() ? tape_.tryBeginBackward(id.value()) : Status(id.error()));
  }
  JsNodeIdOrNull backwardStep() { return optional(tape_.backwardStep()); }
  JsNothing backward(double output) {
    const auto id = nodeId(output);
    const Status begun = id.ok() ? tape_.tryBeginBackward(id.value()) : Status(id.error());
    while (begun.ok() && tape_.backwardStep()) {
    }
    return nothingOr(begun);
  }
  void zeroGrad() { tape_.zeroGrad(); }

  JsMatrix value(double node) {
    const auto id = nodeId(node);
    return JsMatrix(id.ok() ? matrix(id.value(), tape_.value(id.value())) : errorObject(id.error()));
  }

  JsMatrixOrNull gradient(double node) {
    const auto id = nodeId(node);
    if (!id.ok()) return JsMatrixOrNull(errorObject(id.error()));
    const auto gradient = tape_.gradient(id.value());
    return JsMatrixOrNull(gradient.empty() ? val::null() : matrix(id.value(), gradient));
  }

  JsNode node(double number) {
    const auto id = nodeId(number);
    if (!id.ok()) return JsNode(errorObject(id.error()));
    constexpr const char* kinds[] = {"constant", "parameter", "operation"};
    const Node& node = tape_.node(id.value());
    val row = val::object();
    row.set("kind", std::string(kinds[static_cast<std::size_t>(node.kind)]));
    row.set("op", node.kind == NodeKind::operation ? val(std::string(opInfo(node.op).name)) : val::null());
    row.set("inputs", arrayOf(std::span(node.inputs).first(node.inputCount), [](NodeId input) { return input; }));
    row.set("rows", node.shape.rows);
    row.set("cols", node.shape.cols);
    row.set("requiresGrad", node.requiresGrad);
    return JsNode(row);
  }

  unsigned size() const { return static_cast<unsigned>(tape_.size()); }

 private:
  Result<NodeId> nodeId(double number) const {
    if (tape_.size() == 0) return errorAt("node", "the graph is empty");
    return wholeNumber("node", number, 0, static_cast<std::uint32_t>(tape_.size() - 1));
  }

  JsNodeIdOrNull optional(std::optional<NodeId> id) { return JsNodeIdOrNull(id ? val(*id) : val::null()); }

  val matrix(NodeId id, std::span<const double> numbers) {
    val out = val::object();
    out.set("rows", tape_.node(id).shape.rows);
    out.set("cols", tape_.node(id).shape.cols);
    out.set("data", copyOf(numbers));
    return out;
  }

  Tape<double> tape_;
};

EMSCRIPTEN_BINDINGS(graph) {
  emscripten::register_type<JsNodeId>("number");
  emscripten::register_type<JsNodeIdOrNull>("number | null");
  emscripten::register_type<JsNodeIds>("number[]");
  emscripten::register_type<JsNumbers>("number | number[] | number[][]");
  emscripten::register_type<JsMatrix>("{ rows: number, cols: number, data: Float64Array }");
  emscripten::register_type<JsMatrixOrNull>("{ rows: number, cols: number, data: Float64Array } | null");
  emscripten::register_type<JsNode>(
      "{ kind: 'constant' | 'parameter' | 'operation', op: string | null, inputs: number[], rows: number, cols: "
      "number, requiresGrad: boolean }");
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
