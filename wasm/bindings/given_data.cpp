// Numbers of a run: nested lists, typed arrays with a shape, or a table.
#include "given_data.hpp"

#include "backprop/given_data.hpp"
#include "csv.hpp"
#include "options.hpp"
#include "values.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

/// A tensor of up to three dimensions, nested or as `{ shape, data }`.
Result<GivenTensor> givenTensor(std::string_view place, const val& value) {
  if (value.isUndefined()) return errorAt(place, "is missing; one row of numbers for each example would be right");
  auto tensor = shapedTensorFrom(value, place);
  if (!tensor.ok()) return tensor.error();
  return GivenTensor{tensor.value().shape, std::move(tensor.value().data)};
}

}  // namespace

Result<Dataset> givenDataFrom(const RunOptions& options, const val& given) {
  if (!isRecord(given))
    return errorAt("data", shown(given) + " is no data; an object such as { x: [[0, 1]], y: [1] } would be right");
  if (!given["csv"].isUndefined()) return csvDatasetFrom(given);
  constexpr std::string_view keys[] = {"x", "y", "classes"};
  if (const Status known = expectKeys("data", given, keys); !known.ok()) return known.error();
  auto x = givenTensor("x", given["x"]), y = givenTensor("y", given["y"]);
  if (!x.ok()) return x.error();
  if (!y.ok()) return y.error();
  std::vector<std::string> classes;
  if (!given["classes"].isUndefined()) {
    auto names = textsFrom("classes", given["classes"], 4096);
    if (!names.ok()) return names.error();
    classes = std::move(names.value());
  }
  return datasetOf(options, std::move(x.value()), std::move(y.value()), std::move(classes));
}

}  // namespace backprop::wasm
