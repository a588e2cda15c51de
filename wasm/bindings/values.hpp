// Conversions between JavaScript and the core. Arrays cross as copies, mistakes as `Error` objects.
#pragma once

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "backprop/options.hpp"
#include "backprop/result.hpp"
#include "backprop/shape.hpp"

namespace backprop::wasm {

// Types whose TypeScript names stand in the generated definitions; values.cpp registers them.
EMSCRIPTEN_DECLARE_VAL_TYPE(Float32Array)
EMSCRIPTEN_DECLARE_VAL_TYPE(Float64Array)
EMSCRIPTEN_DECLARE_VAL_TYPE(Int32Array)

/// A copy of the numbers as a typed array, which stays valid when the module's memory grows.
Float32Array copyOf(std::span<const float> numbers);
Float64Array copyOf(std::span<const double> numbers);
Int32Array copyOf(std::span<const std::uint32_t> numbers);

/// A JavaScript array of texts.
emscripten::val copyOf(std::span<const std::string_view> texts);

/// A JavaScript array with `convert(item)` of each item.
template <class Items, class Convert>
emscripten::val arrayOf(const Items& items, Convert convert) {
  auto array = emscripten::val::array();
  for (const auto& item : items) array.call<void>("push", convert(item));
  return array;
}

/// An `Error` object. A function returns it in place of its result, and wasm/index.js throws it: thrown from here, it
/// would leave the frames of C++ without their clean-up.
emscripten::val errorObject(const Error& error);

/// `result` as `Js`, or the error.
template <class Js, class T>
Js resultOr(const Result<T>& result) {
  return Js(result.ok() ? emscripten::val(result.value()) : errorObject(result.error()));
}

/// Options by name, from a JavaScript object.
using GivenOptions = std::vector<std::pair<std::string, OptionValue>>;

/// The own properties of an options object; those that are undefined count as not given, and so does the object itself.
Result<GivenOptions> optionsFrom(const emscripten::val& object);

/// A number, a string, or a list of numbers; anything else as the name of its type, which no option accepts.
OptionValue optionFrom(const emscripten::val& value);

/// The same the other way.
emscripten::val toJs(const OptionValue& value);

/// The numbers of a list, NaN for each entry that is none; nothing when `value` is not a list, or a very long one.
std::optional<std::vector<double>> listFrom(const emscripten::val& value);

/// A matrix given as a number, a list (one row) or a list of equally long lists.
struct MatrixValue {
  Shape shape;
  std::vector<double> data;
};
Result<MatrixValue> matrixFrom(const emscripten::val& value);

}  // namespace backprop::wasm
