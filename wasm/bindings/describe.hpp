// The core's answers as plain JavaScript objects.
#pragma once

#include "backprop/explain.hpp"
#include "backprop/trainer.hpp"
#include "values.hpp"

namespace backprop::wasm {

emscripten::val describe(const Progress& progress);
emscripten::val describe(const Score& score);
emscripten::val describe(const Dataset& data);
emscripten::val describe(const Targets& targets);
template <class Real> emscripten::val describe(const Layer& layer, const Parameters<Real>& block);
emscripten::val describe(const UpdateAnatomy& anatomy);
emscripten::val describe(const ExampleExplanation& example, std::uint32_t row);
emscripten::val describe(const History& history);

}  // namespace backprop::wasm
