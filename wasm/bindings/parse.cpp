// `parse`: a text becomes a graph to look at.
#include <array>
#include <memory>

#include "backprop/text.hpp"
#include "graph.hpp"
#include "language.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsParsed)

/// Where each node stands in the text, in JavaScript's characters, or null.
val spansOf(const Program<double>& program, std::string_view source) {
  std::vector<std::uint32_t> units(source.size() + 1);  // UTF-16 units before each byte
  for (std::size_t i = 0; i < source.size(); ++i) {
    const auto byte = static_cast<unsigned char>(source[i]);
    units[i + 1] = units[i] + (byte >= 0xF0 ? 2 : (byte & 0xC0) == 0x80 ? 0 : 1);
  }
  return arrayOf(program.origins, [&](const auto& origin) {
    if (origin.span.empty()) return val::null();
    return objectOf({{"begin", val(units[origin.span.begin])}, {"end", val(units[origin.span.end])}});
  });
}

JsParsed parse(const JsSource& source, std::optional<JsProgramOptions> options) {
  constexpr std::array<std::string_view, 2> names = {"values", "defaultValue"};
  const auto request = requestFrom("parse", source, options ? *options : val::undefined(), names);
  return resultOr<JsParsed>(request, [](const Request& given) {
    auto [program, diagnostics] = record<double>(given.source, given.options);
    const auto named = [](const auto& entry) {
      return objectOf({{"name", val(std::string(entry.first))}, {"node", val(entry.second)}});
    };
    const auto leaf = [](const Leaf& each) { return objectOf({{"name", val(each.name)}, {"node", val(each.node)}}); };
    val result = objectOf({{"output", program.output ? val(*program.output) : val::null()},
                           {"backwards", val(program.backwards)},
                           {"names", arrayOf(program.names, named)},
                           {"leaves", arrayOf(program.leaves, leaf)},
                           {"freeNames", copyOf(program.freeNames)},
                           {"spans", spansOf(program, given.source)},
                           {"errors", listOf(diagnostics)}});
    auto graph = std::make_unique<Graph>();
    for (NodeId id = 0; id < program.tape.size(); ++id) graph->names.emplace_back(program.nameOf(id));
    graph->backwards = program.backwards;
    graph->tape = std::move(program.tape);
    result.set("graph", handleOf(std::move(graph)));
    return result;
  });
}

EMSCRIPTEN_BINDINGS(parse) {
  if constexpr (writesTypes)
    emscripten::register_type<JsParsed>(
        (formatted(
             "{ graph: Graph, output: number | null, backwards: number, names: { name: string, node: number }[], "
             "leaves: { name: string, node: number }[], freeNames: string[], spans: ({ begin: number, end: number } | "
             "null)[], {} }",
             errorsType))
            .c_str());
  emscripten::function("parse(source, options)", &parse);
}

}  // namespace
}  // namespace backprop::wasm
