// `Graph`: why a node is what it is, along which paths a gradient flows, and where a number stopped being finite.
#include "backprop/explain_node.hpp"
#include "backprop/paths.hpp"
#include "graph.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsExplanation)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsElement)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsPaths)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNonFinite)

constexpr std::uint32_t usualPaths = 8;
constexpr std::uint32_t mostPaths = 1000;

val describe(const Written& written) {
  return objectOf({{"symbols", val(written.symbols)}, {"numbers", val(written.numbers)}});
}

val describe(const EdgeExplanation& edge) {
  return objectOf({{"input", val(edge.input)},
                   {"name", val(edge.name)},
                   {"local", copyOf(edge.local)},
                   {"back", describe(edge.back)},
                   {"contribution", copyOf(edge.contribution)}});
}

val describe(const UseExplanation& use) {
  return objectOf(
      {{"consumer", val(use.consumer)}, {"slot", val(static_cast<double>(use.slot))}, {"edge", describe(use.edge)}});
}

JsExplanation explain(Graph& graph, const JsNodeId& node) {
  return graph.withNode<JsExplanation>(node, [&](NodeId id) {
    const NodeExplanation found = explainNode(graph.tape, id, graph.output);
    const auto each = [](const auto& item) { return describe(item); };
    return objectOf({{"rule", describe(found.rule)},
                     {"edges", arrayOf(found.edges, each)},
                     {"uses", arrayOf(found.uses, each)},
                     {"passGradient", copyOf(found.passGradient)},
                     {"gradient", copyOf(found.gradient)},
                     {"reason", val(found.reason)}});
  });
}

/// A number on the tape: `{ node, index }`, or a node that holds one number alone.
Result<Element> elementFrom(const Graph& graph, const val& value) {
  const bool both = isObject(value);
  const auto node = graph.nodeFrom(both ? value["node"] : value);
  if (!node.ok()) return node.error();
  const std::uint64_t size = graph.tape.node(node.value()).shape.size();
  const std::string name = std::to_string(node.value());
  if (!both && size != 1)
    return errorAt("paths", "node {} holds {} numbers; { node: {}, index: 0 } would be right for the first of them",
                   name, size, name);
  if (!both) return Element{node.value(), 0};
  const auto index = wholeNumberFrom("index", value["index"], 0, static_cast<std::uint32_t>(size - 1));
  if (!index.ok()) return index.error();
  return Element{node.value(), index.value()};
}

val describe(const Element& element) { return objectOf({{"node", val(element.node)}, {"index", val(element.index)}}); }

val describe(const PathSum& found) {
  const auto path = [](const Path& each) {
    return objectOf({{"elements", arrayOf(each.elements, [](const Element& element) { return describe(element); })},
                     {"derivatives", copyOf(each.derivatives)},
                     {"product", val(each.product)}});
  };
  return objectOf({{"sum", val(found.sum)},
                   {"count", val(found.count)},
                   {"complete", val(found.complete)},
                   {"paths", arrayOf(found.paths, path)}});
}

JsPaths paths(Graph& graph, const JsElement& from, const JsElement& to, std::optional<JsNumber> most) {
  return resultOr<JsPaths>(elementFrom(graph, from), [&](Element first) {
    return resultOr<JsPaths>(elementFrom(graph, to), [&](Element last) {
      const auto count = most ? wholeNumberFrom("paths", *most, 0, mostPaths) : Result(usualPaths);
      return resultOr<JsPaths>(count, [&](std::uint32_t number) {
        const auto found = sumOverPaths(graph.tape, first, last, number);
        return resultOr<JsPaths>(found, [](const PathSum& sum) { return describe(sum); });
      });
    });
  });
}

JsNonFinite nonFinite(Graph& graph) {
  const auto found = findNonFinite(graph.tape, graph.output);
  if (!found) return JsNonFinite(val::null());
  return JsNonFinite(objectOf({{"node", val(found->node)},
                               {"index", val(found->element)},
                               {"value", val(found->value)},
                               {"inGradient", val(found->inGradient)},
                               {"operands", copyOf(found->operands)},
                               {"reason", val(found->reason)}}));
}

EMSCRIPTEN_BINDINGS(explanations) {
  if constexpr (writesTypes) {
    const std::string written = "{ symbols: string, numbers: string }";
    const std::string edge = formatted(
        "{ input: number, name: string, local: Float64Array, back: {}, contribution: Float64Array }", written);
    emscripten::register_type<JsExplanation>(
        (formatted("{ rule: {}, edges: {}[], uses: { consumer: number, slot: number, edge: {} }[], passGradient: "
                   "Float64Array, gradient: Float64Array, reason: string }",
                   written, edge, edge))
            .c_str());
    emscripten::register_type<JsElement>("number | { node: number, index: number }");
    emscripten::register_type<JsPaths>(
        "{ sum: number, count: number, complete: boolean, paths: { elements: { node: number, index: number }[], "
        "derivatives: Float64Array, product: number }[] }");
    emscripten::register_type<JsNonFinite>(
        "{ node: number, index: number, value: number, inGradient: boolean, operands: Float64Array, reason: string } | "
        "null");
    emscripten::register_optional<JsNumber>();
  }
}

}  // namespace

void bindExplanations(GraphClass& graph) {
  graph.function("explain(node)", &explain).function("paths(from, to, most)", &paths).function("nonFinite", &nonFinite);
}

}  // namespace backprop::wasm
