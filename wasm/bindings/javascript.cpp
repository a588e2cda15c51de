// By lite.hpp.
#include "javascript.hpp"

namespace backprop::wasm {

using emscripten::val;
using lite::Kind;

Float32Array copyOf(std::span<const float> numbers) {
  return Float32Array(val::at(lite::jsCopyFloats(numbers.data(), numbers.size())));
}
Float64Array copyOf(std::span<const double> numbers) {
  return Float64Array(val::at(lite::jsCopyDoubles(numbers.data(), numbers.size())));
}
Int32Array copyOf(std::span<const std::uint32_t> numbers) {
  return Int32Array(val::at(lite::jsCopyInts(numbers.data(), numbers.size())));
}

void push(const val& array, const val& value) { lite::jsPush(array.place(), value.place()); }

std::string typeOf(const val& value) { return lite::textOf(lite::jsTypeOf(value.place()), -1); }

std::size_t numbersTo(std::span<double> to, const val& list) {
  return lite::jsNumbersTo(list.place(), to.data(), to.size());
}

bool isBytes(const val& value) { return lite::jsIsBytes(value.place()); }

void bytesTo(std::span<char> to, const val& bytes) { lite::jsBytesTo(bytes.place(), to.data()); }

bool isObject(const val& value) { return value.kind() >= Kind::list && value.kind() <= Kind::object; }

std::optional<std::uint64_t> lengthOf(const val& value) {
  const Kind kind = value.kind();
  if (kind != Kind::list && kind != Kind::numbers) return std::nullopt;
  return static_cast<std::uint64_t>(lite::jsLength(value.place()));
}

val keysOf(const val& object) { return val::at(lite::jsKeys(object.place())); }

val errorObject(const Error& error) {
  const std::string_view message = error.message;
  return val::at(lite::jsError(message.data(), message.size()));
}

std::string textFrom(const val& value) { return lite::textOf(value.place(), 1000); }

}  // namespace backprop::wasm
