// Standardization without overflow.
#include "backprop/standardization.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "backprop/check.hpp"
#include "backprop/text.hpp"
#include "moments.hpp"

namespace backprop {
namespace {

constexpr double largestFloat = std::numeric_limits<float>::max();
constexpr std::size_t maxWarnings = 100;

Standardization ofColumns(const std::vector<double>& values, const std::vector<std::string>& names) {
  Standardization result;
  const auto columns = names.size();
  const auto rows = static_cast<std::uint32_t>(columns == 0 ? 0 : values.size() / columns);
  for (std::size_t c = 0; c < columns; ++c) {
    const Moments of = momentsOf(rows, [&](std::uint32_t row) { return values[row * columns + c]; });
    result.mean.push_back(of.mean);
    result.deviation.push_back(of.deviation > 0 ? of.deviation : 1);
    if (of.largest > largestFloat && result.warnings.size() < maxWarnings)
      result.warnings.push_back(
          "column '" + excerpt(names[c]) + "' reaches " + shortNumber(of.largest) +
          ", more than float32 can hold (3.4e38); it can be trained on only while it is standardised");
  }
  return result;
}

void apply(std::vector<double>& values, const Standardization& by) {
  const std::size_t columns = by.mean.size();
  if (columns == 0) return;
  BACKPROP_CHECK(values.size() % columns == 0, "a standardization belongs to data with as many columns");
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = standardized(values[i], by.mean[i % columns], by.deviation[i % columns]);
}

}  // namespace

// The difference of two large numbers could overflow; a quarter of it cannot.
double standardized(double x, double mean, double deviation) {
  const double quarter = (0.25 * x - 0.25 * mean) / deviation;
  const bool large = std::abs(x) > 1e300 || std::abs(mean) > 1e300;
  return std::clamp(large ? 4 * quarter : (x - mean) / deviation, -largestFloat, largestFloat);
}

Standardization standardizationOf(const Dataset& data) { return ofColumns(data.x, data.inputs); }

Standardization targetStandardizationOf(const Dataset& data) {
  return data.task == Task::regression ? ofColumns(data.y, data.outputs) : Standardization{};
}

void standardize(Dataset& data, const Standardization& inputs) {
  BACKPROP_CHECK(inputs.mean.size() == data.inputs.size(), "a standardization belongs to data with as many columns");
  apply(data.x, inputs);
}

void standardizeTargets(Dataset& data, const Standardization& targets) {
  if (data.task == Task::regression) apply(data.y, targets);
}

}  // namespace backprop
