// What values.cpp asks JavaScript in a way of its own for each kind of module: by Emscripten's `val`, or by lite.hpp.
#pragma once

#include "values.hpp"

namespace backprop::wasm {

/// `typeof value`.
std::string typeOf(const emscripten::val& value);

/// Whether a list is a typed array.
bool isTyped(const emscripten::val& list);

/// Copies a typed array of as many numbers into `to`.
void copyTo(std::span<double> to, const emscripten::val& numbers);

}  // namespace backprop::wasm
