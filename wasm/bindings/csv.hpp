// Tables of comma-separated values as data of a run.
#pragma once

#include "backprop/dataset.hpp"
#include "values.hpp"

namespace backprop::wasm {

/// The data of `{ csv, header, delimiter, inputs, target, missing, integersAreClasses }`.
Result<Dataset> csvDatasetFrom(const emscripten::val& given);

}  // namespace backprop::wasm
