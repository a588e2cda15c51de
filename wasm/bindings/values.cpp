// How each kind of value crosses the boundary.
#include "values.hpp"

#include <limits>

#include "backprop/tape.hpp"
#include "backprop/text.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

constexpr double longestList = 1000;  // of option values and inputs; no option and no operation takes more

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
  if (!isList(value) || value["length"].as<double>() > longestList) return std::nullopt;
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
  const double rows = isList(value[0]) ? value["length"].as<double>() : 1;
  const double cols = isList(value[0]) ? value[0]["length"].as<double>() : value["length"].as<double>();
  if (rows * cols == 0) return errorAt("tensor", "the list is empty; at least one number would be right");
  if (rows * cols > double(maxTapeElements))
    return errorAt("tensor", "a list of " + formatNumber(rows * cols) + " numbers is too long; at most " +
                                 std::to_string(maxTapeElements) + " would be right");
  MatrixValue matrix{{static_cast<std::uint32_t>(rows), static_cast<std::uint32_t>(cols)}, {}};
  for (std::uint32_t r = 0; r < matrix.shape.rows; ++r) {
    const val row = isList(value[0]) ? value[r] : value;
    const unsigned length = isList(row) ? row["length"].as<unsigned>() : 0;
    if (length != matrix.shape.cols)
      return errorAt("tensor", "row " + std::to_string(r + 1) + " has " + std::to_string(length) +
                                   " numbers; every row must have as many as the first, and one at least");
    for (unsigned c = 0; c < length; ++c) {
      const val entry = row[c];
      if (!entry.isNumber())
        return errorAt("tensor", "row " + std::to_string(r + 1) + ", column " + std::to_string(c + 1) + " is a " +
                                     entry.typeOf().as<std::string>() + "; a number would be right");
      matrix.data.push_back(entry.as<double>());
    }
  }
  return matrix;
}

EMSCRIPTEN_BINDINGS(values) {
  emscripten::register_type<Float32Array>("Float32Array");
  emscripten::register_type<Float64Array>("Float64Array");
  emscripten::register_type<Int32Array>("Int32Array");
}

}  // namespace backprop::wasm
