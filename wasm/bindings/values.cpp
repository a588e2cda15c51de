// How each kind of value crosses the boundary.
#include "values.hpp"

#include <limits>

namespace backprop::wasm {
namespace {

using emscripten::val;

/// Copies with JavaScript's own `slice`, out of the module's memory.
template <class T> val sliceOf(std::span<const T> numbers) {
  return val(emscripten::typed_memory_view(numbers.size(), numbers.data())).template call<val>("slice");
}

bool isList(const val& value) {
  return val::global("Array").call<bool>("isArray", value) || val::global("ArrayBuffer").call<bool>("isView", value);
}

}  // namespace

Float32Array copyOf(std::span<const float> numbers) { return Float32Array(sliceOf(numbers)); }
Float64Array copyOf(std::span<const double> numbers) { return Float64Array(sliceOf(numbers)); }
Int32Array copyOf(std::span<const std::uint32_t> numbers) {
  return Int32Array(sliceOf(std::span(reinterpret_cast<const std::int32_t*>(numbers.data()), numbers.size())));
}

val copyOf(std::span<const std::string_view> texts) {
  return arrayOf(texts, [](std::string_view text) { return std::string(text); });
}

val errorObject(const Error& error) { return val::global("Error").new_(error.message); }

Result<GivenOptions> optionsFrom(const val& object) {
  GivenOptions options;
  if (object.isUndefined()) return options;
  if (object.isNull() || object.typeOf().as<std::string>() != "object" || isList(object))
    return errorAt("options", "an object such as { lr: 0.01 } would be right");
  const val keys = val::global("Object").call<val>("keys", object);
  const auto count = keys["length"].as<unsigned>();
  for (unsigned i = 0; i < count; ++i) {
    const val value = object[keys[i]];
    if (!value.isUndefined()) options.emplace_back(keys[i].as<std::string>(), optionFrom(value));
  }
  return options;
}

std::optional<std::vector<double>> listFrom(const val& value) {
  if (!isList(value)) return std::nullopt;
  const auto length = value["length"].as<unsigned>();
  std::vector<double> numbers;
  numbers.reserve(length);
  for (unsigned i = 0; i < length; ++i) {
    const val entry = value[i];
    numbers.push_back(entry.isNumber() ? entry.as<double>() : std::numeric_limits<double>::quiet_NaN());
  }
  return numbers;
}

OptionValue optionFrom(const val& value) {
  if (value.isNumber()) return value.as<double>();
  if (value.isString()) return value.as<std::string>();
  if (auto list = listFrom(value)) return *std::move(list);
  return value.isNull() ? "null" : value.typeOf().as<std::string>();
}

val toJs(const OptionValue& value) {
  if (const auto* number = std::get_if<double>(&value)) return val(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return val(*text);
  return arrayOf(std::get<std::vector<double>>(value), [](double number) { return number; });
}

Result<MatrixValue> matrixFrom(const val& value) {
  if (value.isNumber()) return MatrixValue{{}, {value.as<double>()}};
  if (!isList(value))
    return errorAt("tensor", "a number, a list of numbers or a list of equally long lists would be right, not " +
                                 value.typeOf().as<std::string>());
  const auto length = value["length"].as<unsigned>();
  if (length == 0) return errorAt("tensor", "the list is empty; at least one number would be right");
  if (!isList(value[0])) return MatrixValue{{1, length}, *listFrom(value)};
  MatrixValue matrix{{length, value[0]["length"].as<unsigned>()}, {}};
  for (unsigned r = 0; r < length; ++r) {
    const val row = value[r];
    const unsigned cols = isList(row) ? row["length"].as<unsigned>() : 0;
    if (cols != matrix.shape.cols || cols == 0)
      return errorAt("tensor", "row " + std::to_string(r + 1) + " has " + std::to_string(cols) +
                                   " numbers; every row must have as many as the first, and one at least");
    const auto numbers = *listFrom(row);
    matrix.data.insert(matrix.data.end(), numbers.begin(), numbers.end());
  }
  return matrix;
}

EMSCRIPTEN_BINDINGS(values) {
  emscripten::register_type<Float32Array>("Float32Array");
  emscripten::register_type<Float64Array>("Float64Array");
  emscripten::register_type<Int32Array>("Int32Array");
}

}  // namespace backprop::wasm
