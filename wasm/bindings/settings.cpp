// Reading settings one by one.
#include "settings.hpp"

#include <algorithm>
#include <vector>

#include "backprop/argument.hpp"
#include "backprop/text.hpp"

namespace backprop::wasm {

using emscripten::val;

Settings::Settings(std::string_view place, const val& object, std::initializer_list<std::string_view> known)
    : object_(val::undefined()) {
  if (object.isUndefined()) return;
  const std::vector<std::string_view> names(known);
  if (!isRecord(object)) {
    refuse(errorAt(place, shown(object) + " is no object of settings; one with " + listOf(names) + " would be right"));
    return;
  }
  const val keys = keysOf(object);
  for (std::uint64_t i = 0; i < *lengthOf(keys); ++i) {
    const std::string name = textFrom(keys[static_cast<double>(i)]);
    if (std::ranges::find(names, name) == names.end())
      refuse(errorAt(place, unknownName(name, "is no setting", names)));
  }
  object_ = object;
}

val Settings::operator[](const char* name) const { return object_.isUndefined() ? val::undefined() : object_[name]; }

void Settings::refuse(const Error& error) {
  if (!error_) error_ = error;
}

double Settings::number(const char* name, double fallback, const NumberRange& range) {
  const val given = (*this)[name];
  if (given.isUndefined()) return fallback;
  const auto number = numberFrom(name, given, advice(range));
  if (!number.ok()) return refuse(number.error()), fallback;
  const Status right = checkNumber(name, number.value(), range);
  if (!right.ok()) return refuse(right.error()), fallback;
  return number.value();
}

std::uint32_t Settings::whole(const char* name, std::uint32_t fallback, std::uint32_t min, std::uint32_t max) {
  return static_cast<std::uint32_t>(number(name, fallback, {double(min), double(max), true}));
}

std::size_t Settings::choice(const char* name, std::size_t fallback, std::initializer_list<std::string_view> known) {
  const val given = (*this)[name];
  if (given.isUndefined()) return fallback;
  const std::vector<std::string_view> names(known);
  if (!given.isString()) {
    refuse(errorAt(name, shown(given) + " is not a name; " + listOf(names) + " would be right"));
    return fallback;
  }
  const std::string text = textFrom(given);
  const auto found = std::ranges::find(names, text);
  if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
  refuse(errorAt(name, unknownName(text, "is unknown", names)));
  return fallback;
}

}  // namespace backprop::wasm
