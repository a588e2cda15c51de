// How each kind of value crosses the boundary.
#include "values.hpp"

#include <algorithm>
#include <optional>

#include "backprop/text.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

/// Copies with JavaScript's own `slice`, out of the module's memory.
template <class T> val sliceOf(std::span<const T> numbers) {
  return val(emscripten::typed_memory_view(numbers.size(), numbers.data())).template call<val>("slice");
}

}  // namespace

Float32Array copyOf(std::span<const float> numbers) { return Float32Array(sliceOf(numbers)); }
Float64Array copyOf(std::span<const double> numbers) { return Float64Array(sliceOf(numbers)); }
Int32Array copyOf(std::span<const std::uint32_t> numbers) {
  return Int32Array(sliceOf(std::span(reinterpret_cast<const std::int32_t*>(numbers.data()), numbers.size())));
}

Error tooLong(std::string_view place, std::uint64_t length, std::uint64_t most) {
  return errorAt(place, "a list of " + std::to_string(length) + " entries is too long; at most " +
                            std::to_string(most) + " would be right");
}

val copyOf(std::span<const std::string_view> texts) {
  return arrayOf(texts, [](std::string_view text) { return std::string(text); });
}

val copyOf(const std::vector<std::string>& texts) {
  return arrayOf(texts, [](const std::string& text) { return text; });
}

val copyOf(Shape shape) {
  auto sizes = val::array();
  for (std::uint32_t dim = 0; dim < shape.rank; ++dim) sizes.call<void>("push", shape[dim]);
  return sizes;
}

std::optional<std::uint64_t> lengthOf(const val& value) {
  if (!val::global("Array").call<bool>("isArray", value) && !val::global("ArrayBuffer").call<bool>("isView", value))
    return std::nullopt;
  const val length = value["length"];
  if (!length.isNumber()) return std::nullopt;  // a DataView
  return static_cast<std::uint64_t>(length.as<double>());
}

val objectOf(std::initializer_list<std::pair<const char*, val>> properties) {
  val object = val::object();
  for (const auto& [name, value] : properties) object.set(name, value);
  return object;
}

val errorObject(const Error& error) { return val::global("Error").new_(error.message); }

std::string textFrom(const val& value) { return value.call<val>("slice", 0, 1000).as<std::string>(); }

std::string shown(const val& value) {
  if (value.isString()) return "'" + excerpt(textFrom(value)) + "'";
  if (value.isNumber()) return formatNumber(value.as<double>());
  if (value.isNull()) return "null";
  if (value.isUndefined()) return "undefined";
  if (value.isTrue()) return "true";
  if (value.isFalse()) return "false";
  if (lengthOf(value)) return "a list";
  const auto type = value.typeOf().as<std::string>();
  return (type == "object" ? "an " : "a ") + type;
}

Result<double> numberFrom(std::string_view place, const val& value, std::string_view right) {
  if (value.isNumber()) return value.as<double>();
  const std::string wrong = value.isUndefined() ? "is missing" : shown(value) + " is not a number";
  return errorAt(place, wrong + "; " + std::string(right));
}

Result<std::uint32_t> wholeNumberFrom(std::string_view place, const val& value, std::uint32_t min, std::uint32_t max) {
  const auto number = numberFrom(place, value, advice({double(min), double(max), true}));
  if (!number.ok()) return number.error();
  return wholeNumber(place, number.value(), min, max);
}

Status appendNumbers(std::vector<double>& numbers, std::string_view place, const std::string& row, const val& list,
                     std::uint64_t count) {
  // A typed array of numbers, not of bigints, is copied as a whole: entry by entry, pictures would take seconds.
  if (count > 0 && val::global("ArrayBuffer").call<bool>("isView", list) && list[0].isNumber()) {
    const std::size_t before = numbers.size();
    numbers.resize(before + count);
    val(emscripten::typed_memory_view(count, numbers.data() + before)).call<void>("set", list);
    return okStatus();
  }
  for (std::uint64_t i = 0; i < count; ++i) {
    const val entry = list[static_cast<double>(i)];
    if (!entry.isNumber())
      return errorAt(place, row + std::to_string(i + 1) + " is " + shown(entry) + "; a number would be right");
    numbers.push_back(entry.as<double>());
  }
  return okStatus();
}

Result<std::vector<double>> numbersFrom(std::string_view place, const val& list, std::uint64_t most) {
  const auto length = lengthOf(list);
  if (!length) return errorAt(place, shown(list) + " is not a list; a list of numbers would be right");
  if (*length > most) return tooLong(place, *length, most);
  std::vector<double> numbers;
  const Status status = appendNumbers(numbers, place, "entry ", list, *length);
  if (!status.ok()) return status.error();
  return numbers;
}

Status expectKeys(std::string_view place, const val& object, std::span<const std::string_view> known) {
  const val keys = val::global("Object").call<val>("keys", object);
  const std::uint64_t count = *lengthOf(keys);
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::string name = textFrom(keys[static_cast<double>(i)]);
    if (std::ranges::find(known, name) == known.end())
      return errorAt(place, unknownName(name, "is not known here", known));
  }
  return okStatus();
}

Result<std::vector<std::string>> textsFrom(std::string_view place, const val& list, std::uint64_t most) {
  const auto length = lengthOf(list);
  if (!length || *length > most)
    return errorAt(place, shown(list) + " is not a list of names, at most " + std::to_string(most) + " of them");
  std::vector<std::string> texts;
  for (std::uint64_t i = 0; i < *length; ++i) {
    const val entry = list[static_cast<double>(i)];
    if (!entry.isString())
      return errorAt(place, "entry " + std::to_string(i + 1) + " is " + shown(entry) + "; a name would be right");
    texts.push_back(textFrom(entry));
  }
  return texts;
}

EMSCRIPTEN_BINDINGS(values) {
  emscripten::register_type<Float32Array>("Float32Array");
  emscripten::register_type<Float64Array>("Float64Array");
  emscripten::register_type<Int32Array>("Int32Array");
  emscripten::register_type<JsNumber>("number");
  emscripten::register_type<JsNumbers>("number | number[] | number[][] | number[][][]");
  emscripten::register_optional<JsNumbers>();
}

}  // namespace backprop::wasm
