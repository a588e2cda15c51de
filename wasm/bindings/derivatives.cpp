// `Graph`: derivatives in three ways, second derivatives, checks and faults.
#include "backprop/derivatives.hpp"

#include <array>

#include "backprop/faults.hpp"
#include "backprop/text.hpp"
#include "graph.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsMode)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsDirection)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsDerivatives)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsChecks)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsFaultName)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsFaulty)

struct ModeInfo {
  std::string_view name;
};
constexpr std::array<ModeInfo, 3> modes = {{{"reverse"}, {"forward"}, {"central_differences"}}};  // by `DerivativeMode`

/// The index of the row of a table that a name stands for.
template <class Table> Result<std::size_t> rowFrom(std::string_view place, const val& name, const Table& table) {
  const auto names = namesOf(table);
  if (!name.isString()) return errorAt(place, "{} is not a name; {} would be right", shown(name), listOf(names));
  const std::string text = textFrom(name);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (text == names[i]) return i;
  return errorAt(place, unknownName(text, "is unknown", names));
}

val describe(const Graph& graph, const Derivatives& derivatives) {
  const auto leaf = [&](const LeafGradient& each) {
    return objectOf({{"leaf", val(each.leaf)}, {"gradient", graph.tensor(each.leaf, each.gradient)}});
  };
  const Work& work = derivatives.work;
  return objectOf({{"leaves", arrayOf(derivatives.leaves, leaf)},
                   {"work", objectOf({{"visits", val(static_cast<double>(work.visits))},
                                      {"operations", val(static_cast<double>(work.operations))}})}});
}

JsDerivatives derivatives(Graph& graph, const JsNodeId& output, const JsMode& mode,
                          std::optional<JsNumbers> cotangent) {
  return graph.withCotangent<JsDerivatives>(output, cotangent, [&](NodeId id, std::span<const double> numbers) {
    return resultOr<JsDerivatives>(rowFrom("derivatives", mode, modes), [&](std::size_t row) {
      const auto found = differentiate(graph.tape, id, static_cast<DerivativeMode>(row), numbers);
      return resultOr<JsDerivatives>(found, [&](const Derivatives& d) { return describe(graph, d); });
    });
  });
}

JsDerivatives secondDerivatives(Graph& graph, const JsNodeId& output, const JsDirection& direction) {
  return graph.withNode<JsDerivatives>(output, [&](NodeId id) {
    const auto numbers = numbersFrom("direction", direction, maxTapeElements);
    const auto found = numbers.ok() ? hessianVectorProduct(graph.tape, id, numbers.value()) : numbers.error();
    return resultOr<JsDerivatives>(found, [&](const Derivatives& d) { return describe(graph, d); });
  });
}

val describe(const LeafCheck& check) {
  const auto entry = [](const GradientCheck& each) {
    return objectOf({{"analytic", val(each.analytic)},
                     {"numeric", val(each.numeric)},
                     {"error", val(each.error)},
                     {"h", val(each.h)},
                     {"agrees", val(each.agrees)},
                     {"kink", val(each.kink)}});
  };
  return objectOf({{"leaf", val(check.leaf)}, {"entries", arrayOf(check.entries, entry)}});
}

JsChecks check(Graph& graph, const JsNodeId& output, std::optional<JsNumbers> cotangent) {
  return graph.withCotangent<JsChecks>(output, cotangent, [&](NodeId id, std::span<const double> numbers) {
    const auto checks = checkGradients(graph.tape, id, numbers);
    return resultOr<JsChecks>(checks, [](const std::vector<LeafCheck>& leaves) {
      return arrayOf(leaves, [](const LeafCheck& leaf) { return describe(leaf); });
    });
  });
}

/// Per node its gradient, or null.
val gradientsOf(const Graph& graph, const std::vector<std::vector<double>>& gradients) {
  auto list = val::array();
  for (NodeId id = 0; id < gradients.size(); ++id)
    push(list, gradients[id].empty() ? val::null() : graph.tensor(id, gradients[id]));
  return list;
}

JsFaulty fault(Graph& graph, const JsNodeId& output, const JsFaultName& name, std::optional<JsNumbers> cotangent) {
  return graph.withCotangent<JsFaulty>(output, cotangent, [&](NodeId id, std::span<const double> numbers) {
    return resultOr<JsFaulty>(rowFrom("fault", name, faultTable()), [&](std::size_t row) {
      const auto both = backwardWithFault(graph.tape, id, static_cast<Fault>(row), numbers);
      return resultOr<JsFaulty>(both, [&](const FaultyGradients<double>& gradients) {
        return objectOf(
            {{"wrong", gradientsOf(graph, gradients.wrong)}, {"right", gradientsOf(graph, gradients.right)}});
      });
    });
  });
}

EMSCRIPTEN_BINDINGS(derivatives) {
  emscripten::register_type<JsMode>("'reverse' | 'forward' | 'central_differences'");
  emscripten::register_type<JsDirection>("number[] | Float64Array");
  emscripten::register_type<JsDerivatives>(
      "{ leaves: { leaf: number, gradient: { shape: number[], data: Float64Array } }[], work: { visits: number, "
      "operations: number } }");
  emscripten::register_type<JsChecks>(
      "{ leaf: number, entries: { analytic: number, numeric: number, error: number, h: number, agrees: boolean, kink: "
      "boolean }[] }[]");
  emscripten::register_type<JsFaultName>("string");
  emscripten::register_type<JsFaulty>(
      "{ wrong: ({ shape: number[], data: Float64Array } | null)[], right: ({ shape: number[], data: Float64Array } | "
      "null)[] }");
}

}  // namespace

void bindDerivatives(GraphClass& graph) {
  graph.function("derivatives(output, mode, cotangent)", &derivatives)
      .function("hessianVectorProduct(output, direction)", &secondDerivatives)
      .function("check(output, cotangent)", &check)
      .function("fault(output, name, cotangent)", &fault);
}

}  // namespace backprop::wasm
