// `Graph` as text again: in the language, and as a PyTorch script.
#include "backprop/printing.hpp"

#include "backprop/text.hpp"
#include "graph.hpp"

namespace backprop::wasm {
namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsText)

PrintOptions optionsOf(const Graph& graph) {
  return {.nameOf = [&graph](NodeId id) { return id < graph.names.size() ? graph.names[id] : std::string_view(); },
          .output = {},
          .backwards = graph.backwards};
}

JsText toText(Graph& graph, std::optional<JsNodeId> output) {
  if (!output) return JsText(emscripten::val(backprop::toText(graph.tape, optionsOf(graph))));
  return graph.withNode<JsText>(*output, [&](NodeId id) {
    PrintOptions options = optionsOf(graph);
    options.output = id;
    return backprop::toText(graph.tape, options);
  });
}

JsText toPyTorch(Graph& graph, const JsNodeId& output, std::optional<JsNumbers> cotangent) {
  return graph.withCotangent<JsText>(output, cotangent, [&](NodeId id, std::span<const double> numbers) {
    PrintOptions options = optionsOf(graph);
    options.output = id;
    options.cotangent.assign(numbers.begin(), numbers.end());
    return backprop::toPyTorch(graph.tape, options);
  });
}

EMSCRIPTEN_BINDINGS(printing) { emscripten::register_type<JsText>("string"); }

}  // namespace

void bindPrinting(GraphClass& graph) {
  graph.function("toText(output)", &toText).function("toPyTorch(output, cotangent)", &toPyTorch);
}

}  // namespace backprop::wasm
