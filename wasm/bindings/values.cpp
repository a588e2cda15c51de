// How each kind of value crosses the boundary.
#include "values.hpp"

#include <algorithm>
#include <optional>

#include "backprop/text.hpp"
#include "javascript.hpp"

namespace backprop::wasm {
using emscripten::val;

Error tooLong(std::string_view place, std::uint64_t length, std::uint64_t most) {
  return errorAt(place, "a list of {} entries is too long; at most {} would be right", length, most);
}

val copyOf(std::span<const std::string_view> texts) {
  return arrayOf(texts, [](std::string_view text) { return std::string(text); });
}

val copyOf(const std::vector<std::string>& texts) {
  return arrayOf(texts, [](const std::string& text) { return text; });
}

val copyOf(Shape shape) {
  auto sizes = val::array();
  for (std::uint32_t dim = 0; dim < shape.rank; ++dim) push(sizes, val(shape[dim]));
  return sizes;
}

val objectOf(std::initializer_list<std::pair<const char*, val>> properties) {
  val object = val::object();
  for (const auto& [name, value] : properties) object.set(name, value);
  return object;
}

Message shown(const val& value) {
  if (value.isString()) return formatted("'{}'", excerpt(textFrom(value)));
  if (value.isNumber()) return formatNumber(value.as<double>());
  if (value.isNull()) return "null";
  if (value.isUndefined()) return "undefined";
  if (value.isTrue()) return "true";
  if (value.isFalse()) return "false";
  if (lengthOf(value)) return "a list";
  const std::string type = typeOf(value);
  return (type == "object" ? "an " : "a ") + type;
}

Result<double> numberFrom(std::string_view place, const val& value, std::string_view right) {
  if (value.isNumber()) return value.as<double>();
  const Message wrong = value.isUndefined() ? "is missing" : formatted("{} is not a number", shown(value));
  return errorAt(place, "{}; {}", wrong, right);
}

Result<std::uint32_t> wholeNumberFrom(std::string_view place, const val& value, std::uint32_t min, std::uint32_t max) {
  const auto number = numberFrom(place, value, advice({double(min), double(max), true}));
  if (!number.ok()) return number.error();
  return wholeNumber(place, number.value(), min, max);
}

Status appendNumbers(std::vector<double>& numbers, std::string_view place, const Message& row, const val& list,
                     std::uint64_t count) {
  const std::size_t before = numbers.size();
  numbers.resize(before + count);
  const std::size_t found = numbersTo(std::span(numbers).subspan(before), list);
  if (found == count) return okStatus();
  return errorAt(place, "{}{} is {}; a number would be right", row, found + 1, shown(list[static_cast<double>(found)]));
}

Result<std::vector<double>> numbersFrom(std::string_view place, const val& list, std::uint64_t most) {
  const auto length = lengthOf(list);
  if (!length) return errorAt(place, "{} is not a list; a list of numbers would be right", shown(list));
  if (*length > most) return tooLong(place, *length, most);
  std::vector<double> numbers;
  const Status status = appendNumbers(numbers, place, "entry ", list, *length);
  if (!status.ok()) return status.error();
  return numbers;
}

Status expectKeys(std::string_view place, const val& object, std::span<const std::string_view> known) {
  const val keys = keysOf(object);
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
    return errorAt(place, "{} is not a list of names, at most {} of them", shown(list), most);
  std::vector<std::string> texts;
  for (std::uint64_t i = 0; i < *length; ++i) {
    const val entry = list[static_cast<double>(i)];
    if (!entry.isString()) return errorAt(place, "entry {} is {}; a name would be right", i + 1, shown(entry));
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
