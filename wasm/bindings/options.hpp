// Conversions of a run's options between JavaScript and the core.
#pragma once

#include "backprop/options.hpp"
#include "values.hpp"

namespace backprop::wasm {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsOptions)

/// The own properties of an options object; those that are undefined count as not given, and so does the object itself.
Result<std::vector<std::pair<std::string, OptionValue>>> optionsFrom(const emscripten::val& object);

/// An option's value as the core takes it. Whatever is wrong with it the core says.
Result<OptionValue> optionFrom(std::string_view name, const emscripten::val& value);

/// The same the other way.
emscripten::val toJs(const OptionValue& value);

}  // namespace backprop::wasm
