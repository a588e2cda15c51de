// `evaluate`: a text becomes numbers at once.
#include <algorithm>
#include <array>
#include <map>

#include "backprop/text.hpp"
#include "language.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsEvaluated)

template <class Real> val named(std::string_view name, Shape shape, std::span<const Real> numbers) {
  val entry = tensorOf(shape, numbers);
  entry.set("name", val(std::string(name)));
  return entry;
}

/// Runs the backward pass as often as the text asks for it, at least once. Where nothing that the output is computed
/// from requires a gradient, all gradients are 0.
template <class Real> Status runBackward(Program<Real>& program, const std::optional<TensorValue>& given) {
  const NodeId output = *program.output;
  const Shape shape = program.tape.node(output).shape;
  if (given && given->shape != shape && !(given->shape.isScalar() && shape.isScalar()))
    return errorAt("backward", "the cotangent has shape {} and the output {}; the same shape would be right",
                   given->shape, shape);
  if (!program.tape.node(output).requiresGrad) return okStatus();
  std::vector<Real> cotangent;
  if (given) cotangent.assign(given->data.begin(), given->data.end());
  for (std::uint32_t pass = 0; pass < std::max(program.backwards, 1u); ++pass) {
    const Status possible = program.tape.canBackward(output, cotangent);
    if (!possible.ok()) return possible;
    program.tape.backward(output, cotangent);
  }
  return okStatus();
}

template <class Real> val evaluateAs(const Request& request) {
  auto [program, diagnostics] = record<Real>(request.source, request.options);
  auto& tape = program.tape;
  val values = val::array(), gradients = val::array();
  val output = val::null();
  if (diagnostics.empty() && program.output) {
    tape.forward();
    const NodeId last = *program.output;
    output = tensorOf(tape.node(last).shape, std::span<const Real>(tape.value(last)));
    const Status ran = runBackward(program, request.cotangent);
    const Span place = last < program.origins.size() ? program.origins[last].span : Span{};
    if (!ran.ok()) diagnostics.push_back(diagnose(request.source, place, ran.error().message));
  } else if (diagnostics.empty()) {
    tape.forward();
  }
  std::multimap<NodeId, std::string_view> byNode;  // in the order in which the text computes them
  for (const auto& [name, node] : program.names) byNode.emplace(node, name);
  for (const auto& [node, name] : byNode)
    push(values, named(name, tape.node(node).shape, std::span<const Real>(tape.value(node))));
  if (diagnostics.empty())
    for (const Leaf& leaf : program.leaves)
      push(gradients, named(leaf.name, tape.node(leaf.node).shape, std::span<const Real>(tape.gradient(leaf.node))));
  return objectOf({{"output", output}, {"values", values}, {"gradients", gradients}, {"errors", listOf(diagnostics)}});
}

JsEvaluated evaluate(const JsSource& source, std::optional<JsProgramOptions> options) {
  constexpr std::array<std::string_view, 4> names = {"values", "defaultValue", "dtype", "cotangent"};
  const auto request = requestFrom("evaluate", source, options ? *options : val::undefined(), names);
  return resultOr<JsEvaluated>(request, [](const Request& given) {
#ifndef BACKPROP_COMPACT
    if (given.single) return evaluateAs<float>(given);
#endif
    return evaluateAs<double>(given);
  });
}

EMSCRIPTEN_BINDINGS(evaluate) {
  if constexpr (writesTypes) {
    const std::string named = "{ name: string, shape: number[], data: Float64Array | Float32Array }[]";
    emscripten::register_type<JsEvaluated>(
        std::string(formatted("{ output: { shape: number[], data: Float64Array | Float32Array } | null, values: {}, "
                              "gradients: {}, {} }",
                              named, named, errorsType))
            .c_str());
  }
  emscripten::function("evaluate(source, options)", &evaluate);
}

}  // namespace
}  // namespace backprop::wasm
