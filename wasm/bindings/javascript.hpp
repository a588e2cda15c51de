// What the bindings ask JavaScript in a way of its own for each kind of `val`: that of lite.hpp, or Emscripten's.
#pragma once

#include "values.hpp"

namespace backprop::wasm {

/// `typeof value`.
std::string typeOf(const emscripten::val& value);

/// Copies the numbers of a list as long as `to`, until one is none; how many. A typed array is copied as a whole: entry
/// by entry, pictures would take seconds.
std::size_t numbersTo(std::span<double> to, const emscripten::val& list);

/// Whether a value is a Uint8Array.
bool isBytes(const emscripten::val& value);

/// Copies a Uint8Array as long as `to`.
void bytesTo(std::span<char> to, const emscripten::val& bytes);

}  // namespace backprop::wasm
