// By Emscripten's `val`, for the program that writes the types: it runs none of this.
#include "javascript.hpp"

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

void push(const val& array, const val& value) { array.call<void>("push", value); }

std::string typeOf(const val& value) { return value.typeOf().as<std::string>(); }

std::size_t numbersTo(std::span<double> to, const val& list) {
  std::size_t at = 0;
  for (; at < to.size() && list[static_cast<double>(at)].isNumber(); ++at)
    to[at] = list[static_cast<double>(at)].as<double>();
  return at;
}

bool isBytes(const val& value) { return value.instanceof (val::global("Uint8Array")); }

void bytesTo(std::span<char> to, const val& bytes) {
  val(emscripten::typed_memory_view(to.size(), reinterpret_cast<unsigned char*>(to.data()))).call<void>("set", bytes);
}

bool isObject(const val& value) { return !value.isNull() && typeOf(value) == "object"; }

std::optional<std::uint64_t> lengthOf(const val& value) {
  const bool isList = val::global("Array").call<bool>("isArray", value);
  if (!isList && !val::global("ArrayBuffer").call<bool>("isView", value)) return std::nullopt;
  const val length = value["length"];
  if (!length.isNumber()) return std::nullopt;  // a DataView
  return static_cast<std::uint64_t>(length.as<double>());
}

val keysOf(const val& object) { return val::global("Object").call<val>("keys", object); }

val errorObject(const Error& error) { return val::global("Error").new_(error.message); }

std::string textFrom(const val& value) { return value.call<val>("slice", 0, 1000).as<std::string>(); }

}  // namespace backprop::wasm
