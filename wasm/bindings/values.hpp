// Conversions between JavaScript and the core. Arrays cross as copies, mistakes as `Error` objects.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "backprop/argument.hpp"
#include "backprop/result.hpp"
#include "backprop/shape.hpp"

#ifdef BACKPROP_TYPES
#include <emscripten/bind.h>
#include <emscripten/val.h>
#else
#include "lite.hpp"
#endif

namespace backprop::wasm {

#ifdef BACKPROP_TYPES
inline constexpr bool writesTypes = true;
template <class Object> emscripten::val handleOf(std::unique_ptr<Object> object) {
  return emscripten::val(std::shared_ptr<Object>(std::move(object)));
}
#else
using lite::handleOf, lite::writesTypes;
#endif

// Types whose TypeScript names stand in the generated definitions; values.cpp registers them.
EMSCRIPTEN_DECLARE_VAL_TYPE(Float32Array)
EMSCRIPTEN_DECLARE_VAL_TYPE(Float64Array)
EMSCRIPTEN_DECLARE_VAL_TYPE(Int32Array)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNumber)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsNumbers)

/// A copy of the numbers as a typed array, which stays valid when the module's memory grows.
Float32Array copyOf(std::span<const float> numbers);
Float64Array copyOf(std::span<const double> numbers);
Int32Array copyOf(std::span<const std::uint32_t> numbers);
inline Float64Array copyOf(const std::vector<double>& numbers) { return copyOf(std::span(numbers)); }

/// A JavaScript array of texts.
emscripten::val copyOf(std::span<const std::string_view> texts);
emscripten::val copyOf(const std::vector<std::string>& texts);

/// The sizes of a shape, as PyTorch lists them.
emscripten::val copyOf(Shape shape);

/// A JavaScript object with these properties.
emscripten::val objectOf(std::initializer_list<std::pair<const char*, emscripten::val>> properties);

/// Puts a value at the end of a JavaScript array.
void push(const emscripten::val& array, const emscripten::val& value);

/// A JavaScript array with `convert(item)` of each item.
template <class Items, class Convert> emscripten::val arrayOf(const Items& items, Convert convert) {
  auto array = emscripten::val::array();
  for (const auto& item : items) push(array, emscripten::val(convert(item)));
  return array;
}

/// An `Error` object. A function returns it in place of its result, and it is thrown outside (lite.cpp): thrown from
/// here, it would leave the frames of C++ without their clean-up.
emscripten::val errorObject(const Error& error);

/// `use(value)` as `Js`, or the error.
template <class Js, class T, class Use> Js resultOr(const Result<T>& result, Use use) {
  return Js(result.ok() ? emscripten::val(use(result.value())) : errorObject(result.error()));
}

/// The value as `Js`, or the error.
template <class Js, class T> Js resultOr(const Result<T>& result) {
  return resultOr<Js>(result, [](const T& value) { return value; });
}

/// What a message calls a value: `'x'`, `null`, `5`, `a list`.
Message shown(const emscripten::val& value);

/// A number, without JavaScript's conversions: `null`, `true` and `'5'` are none. `right` says what would be right.
Result<double> numberFrom(std::string_view place, const emscripten::val& value, std::string_view right);

/// A whole number from `min` to `max`, both included.
Result<std::uint32_t> wholeNumberFrom(std::string_view place, const emscripten::val& value, std::uint32_t min,
                                      std::uint32_t max);

/// How many entries an array or a typed array has; nothing for anything else.
std::optional<std::uint64_t> lengthOf(const emscripten::val& value);

/// Whether a value is an object, a list included, and not null.
bool isObject(const emscripten::val& value);

/// Whether a value is an object that can hold properties by name.
inline bool isRecord(const emscripten::val& value) { return isObject(value) && !lengthOf(value); }

/// The names of an object's own properties, as a JavaScript array.
emscripten::val keysOf(const emscripten::val& object);

/// A text's start, at most 1000 characters: no name of ours is longer.
std::string textFrom(const emscripten::val& value);

/// The numbers of an array or typed array of at most `most` entries. Nothing is copied before the length is known to be
/// right.
Result<std::vector<double>> numbersFrom(std::string_view place, const emscripten::val& list, std::uint64_t most);

/// What is wrong with a list of more entries than `most`.
Error tooLong(std::string_view place, std::uint64_t length, std::uint64_t most);

/// Appends the `count` entries of a list to `numbers`; `row` leads the name of an entry in a message.
Status appendNumbers(std::vector<double>& numbers, std::string_view place, const Message& row,
                     const emscripten::val& list, std::uint64_t count);

/// Whether an object has no property beside the known ones.
Status expectKeys(std::string_view place, const emscripten::val& object, std::span<const std::string_view> known);

/// The texts of a list, at most `most` of them.
Result<std::vector<std::string>> textsFrom(std::string_view place, const emscripten::val& list, std::uint64_t most);

/// A tensor as JavaScript gives it: a number (a scalar), or equally long lists, nested up to three deep.
struct TensorValue {
  Shape shape;
  std::vector<double> data;
};
Result<TensorValue> tensorFrom(const emscripten::val& value, std::string_view place = "tensor");

/// The same, or `{ shape, data }` with the numbers row by row in a list or typed array.
Result<TensorValue> shapedTensorFrom(const emscripten::val& value, std::string_view place);

/// The numbers of a cotangent for an output of `shape`; none where it is undefined. A number alone fits every tensor of
/// one element.
Result<std::vector<double>> cotangentFrom(Shape shape, const std::optional<JsNumbers>& value);

/// `{ shape, data }`.
template <class Real> emscripten::val tensorOf(Shape shape, std::span<const Real> numbers) {
  return objectOf({{"shape", copyOf(shape)}, {"data", copyOf(numbers)}});
}

}  // namespace backprop::wasm
