// The settings object of a measurement, such as `{ points: 51, rows: 'batch' }`: every property is known, each has a
// fallback, and the first that is wrong is named.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "values.hpp"

namespace backprop::wasm {

class Settings {
 public:
  /// `place` names the object in a message. Undefined is an object without properties.
  Settings(std::string_view place, const emscripten::val& object, std::initializer_list<std::string_view> known);

  /// Each gives the fallback where the property is undefined, and where it is wrong.
  double number(const char* name, double fallback, const NumberRange& range);
  std::uint32_t whole(const char* name, std::uint32_t fallback, std::uint32_t min, std::uint32_t max);
  /// The index of one of the names.
  std::size_t choice(const char* name, std::size_t fallback, std::initializer_list<std::string_view> names);

  /// A property as it is, undefined where there is none.
  emscripten::val operator[](const char* name) const;

  /// Records that something else is wrong.
  void refuse(const Error& error);

  bool ok() const { return !error_; }
  const Error& error() const { return *error_; }

 private:
  emscripten::val object_;
  std::optional<Error> error_;
};

}  // namespace backprop::wasm
