// `parse` and `evaluate`: a text becomes a graph to look at, or numbers at once.
#include "language.hpp"

#include <array>
#include <cmath>
#include <memory>

#include "backprop/text.hpp"
#include "graph.hpp"

namespace backprop::wasm {

using emscripten::val;

namespace {

Status readValues(RecordOptions& options, const val& values) {
  if (!isRecord(values))
    return errorAt("values", "{} gives no values by name; an object such as { x: 2 } would be right", shown(values));
  const val keys = keysOf(values);
  const std::uint64_t count = *lengthOf(keys);
  for (std::uint64_t i = 0; i < count; ++i) {
    const val key = keys[static_cast<double>(i)];
    auto tensor = tensorFrom(values[key]);
    if (!tensor.ok()) return errorAt("values", "{}: {}", excerpt(textFrom(key)), tensor.error().message);
    options.values.insert_or_assign(textFrom(key), LeafValue{tensor.value().shape, std::move(tensor.value().data)});
  }
  return okStatus();
}

Status readOption(Request& request, const std::string& name, const val& value) {
  if (name == "values") return readValues(request.options, value);
  if (name == "defaultValue") {
    const auto number = numberFrom(name, value, "a number would be right");
    if (!number.ok()) return number.error();
    request.options.defaultValue = number.value();
    return okStatus();
  }
  if (name == "dtype") {
    const std::string dtype = value.isString() ? textFrom(value) : "";
    if (dtype != "float32" && dtype != "float64")
      return errorAt(name, "{} is no type of numbers; 'float64' or 'float32' would be right", shown(value));
    request.single = dtype == "float32";
#ifdef BACKPROP_COMPACT
    if (request.single) return errorAt(name, "this module has graphs in 'float64' alone; that would be right");
#endif
    return okStatus();
  }
  auto tensor = tensorFrom(value);
  if (!tensor.ok()) return errorAt(name, tensor.error().message);
  request.cotangent = std::move(tensor.value());
  return okStatus();
}

}  // namespace

Result<Request> requestFrom(std::string_view place, const val& source, const val& options,
                            std::span<const std::string_view> names) {
  Request request;
  if (!source.isString()) return errorAt(place, "{} is not a text; one such as 'x^2' would be right", shown(source));
  if (source["length"].as<double>() > static_cast<double>(maxSource))
    return errorAt(place, "the text is too long; at most {} bytes would be right", maxSource);
  request.source = source.as<std::string>();
  if (options.isUndefined()) return request;
  if (!isRecord(options))
    return errorAt(place, "{} is not a set of options; an object such as { values: { x: 2 } } would be right",
                   shown(options));
  const val keys = keysOf(options);
  const std::uint64_t count = *lengthOf(keys);
  for (std::uint64_t i = 0; i < count; ++i) {
    const val key = keys[static_cast<double>(i)], value = options[key];
    const std::string name = textFrom(key);
    if (std::ranges::find(names, name) == names.end()) return errorAt(place, unknownName(name, "is no option", names));
    if (value.isUndefined()) continue;
    const Status read = readOption(request, name, value);
    if (!read.ok()) return read.error();
  }
  return request;
}

val describe(const Diagnostic& diagnostic) {
  return objectOf({{"message", val(diagnostic.message)},
                   {"line", val(diagnostic.line)},
                   {"column", val(diagnostic.column)},
                   {"length", val(diagnostic.length)}});
}

namespace {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsParsed)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsEvaluated)

val listOf(const std::vector<Diagnostic>& diagnostics) {
  return arrayOf(diagnostics, [](const Diagnostic& each) { return describe(each); });
}

// A text as a graph ---------------------------------------------------------------------------------------------------

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

// A text as numbers ---------------------------------------------------------------------------------------------------

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
  std::vector<std::pair<NodeId, std::string_view>> byNode;  // in the order in which the text computes them
  for (const auto& [name, node] : program.names) byNode.emplace_back(node, name);
  std::ranges::sort(byNode);
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

EMSCRIPTEN_BINDINGS(language) {
  if constexpr (writesTypes) {
    const std::string errors = "errors: { message: string, line: number, column: number, length: number }[]";
    const std::string named = "{ name: string, shape: number[], data: Float64Array | Float32Array }[]";
    emscripten::register_type<JsSource>("string");
    emscripten::register_type<JsProgramOptions>(
        "{ values?: Record<string, number | number[] | number[][] | number[][][]>, defaultValue?: number, dtype?: "
        "'float64' | 'float32', cotangent?: number | number[] | number[][] | number[][][] }");
    emscripten::register_optional<JsProgramOptions>();
    emscripten::register_type<JsParsed>(
        (formatted(
             "{ graph: Graph, output: number | null, backwards: number, names: { name: string, node: number }[], "
             "leaves: { name: string, node: number }[], freeNames: string[], spans: ({ begin: number, end: number } | "
             "null)[], {} }",
             errors))
            .c_str());
    emscripten::register_type<JsEvaluated>(
        (formatted(
             "{ output: { shape: number[], data: Float64Array | Float32Array } | null, values: {}, gradients: {}, {} }",
             named, named, errors))
            .c_str());
  }
  emscripten::function("parse(source, options)", &parse);
  emscripten::function("evaluate(source, options)", &evaluate);
}

}  // namespace
}  // namespace backprop::wasm
