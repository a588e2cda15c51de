// Data that JavaScript gives a run, as a data set.
#pragma once

#include <emscripten/val.h>

#include "backprop/dataset.hpp"
#include "backprop/options.hpp"

namespace backprop::wasm {

/// `{ x, y, classes }`, or a table `{ csv, … }`, checked.
Result<Dataset> givenDataFrom(const RunOptions& options, const emscripten::val& given);

}  // namespace backprop::wasm
