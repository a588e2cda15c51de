// What `parse` and `evaluate` are given, and how they tell what is wrong.
#include "language.hpp"

#include <algorithm>

#include "backprop/text.hpp"

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
  return objectOf({{"message", val(std::string_view(diagnostic.message))},
                   {"line", val(diagnostic.line)},
                   {"column", val(diagnostic.column)},
                   {"length", val(diagnostic.length)}});
}

val listOf(const std::vector<Diagnostic>& diagnostics) {
  return arrayOf(diagnostics, [](const Diagnostic& each) { return describe(each); });
}

EMSCRIPTEN_BINDINGS(request) {
  if constexpr (writesTypes) {
    emscripten::register_type<JsSource>("string");
    emscripten::register_type<JsProgramOptions>(
        "{ values?: Record<string, number | number[] | number[][] | number[][][]>, defaultValue?: number, dtype?: "
        "'float64' | 'float32', cotangent?: number | number[] | number[][] | number[][][] }");
    emscripten::register_optional<JsProgramOptions>();
  }
}

}  // namespace backprop::wasm
