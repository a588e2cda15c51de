// Data that JavaScript gives a run, as a data set.
#pragma once

#include "backprop/dataset.hpp"
#include "backprop/options.hpp"
#include "values.hpp"

namespace backprop::wasm {

/// `{ x, y, classes }`, or a table `{ csv, … }`, checked.
Result<Dataset> givenDataFrom(const RunOptions& options, const emscripten::val& given);

}  // namespace backprop::wasm
