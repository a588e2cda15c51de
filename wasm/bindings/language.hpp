// A text recorded from JavaScript: its source and its options as the core takes them.
#pragma once

#include "backprop/program.hpp"
#include "values.hpp"

namespace backprop::wasm {

EMSCRIPTEN_DECLARE_VAL_TYPE(JsSource)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsProgramOptions)

/// What `parse` and `evaluate` are given.
struct Request {
  std::string source;
  RecordOptions options;
  bool single = false;  // `dtype` is float32
  std::optional<TensorValue> cotangent;
};

/// Both checked: `values`, `defaultValue`, and those of `dtype` and `cotangent` that `names` has.
Result<Request> requestFrom(std::string_view place, const emscripten::val& source, const emscripten::val& options,
                            std::span<const std::string_view> names);

/// `{ message, line, column, length }` of each.
emscripten::val listOf(const std::vector<Diagnostic>& diagnostics);

/// The TypeScript of a member that `listOf` makes.
inline constexpr std::string_view errorsType =
    "errors: { message: string, line: number, column: number, length: number }[]";

}  // namespace backprop::wasm
