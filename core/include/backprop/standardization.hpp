// Inputs brought to mean 0 and standard deviation 1, so that no column outweighs the others by its unit.
#pragma once

#include <string>
#include <vector>

#include "backprop/dataset.hpp"

namespace backprop {

/// One mean and one deviation per column. The deviation is that of the rows themselves (divided by n, not by n − 1),
/// and 1 for a column that is constant. All numbers are finite.
struct Standardization {
  std::vector<double> mean;
  std::vector<double> deviation;
  std::vector<std::string> warnings;  ///< columns whose numbers are too large for float32 as they are
};

/// Of the inputs. Fit it to the rows that are trained on, and use it on all.
Standardization standardizationOf(const Dataset& data);

/// Of the values of a regression, whose sizes matter as much; of a classification nothing.
Standardization targetStandardizationOf(const Dataset& data);

/// (x − mean) / deviation, within ±3.4e38, what float32 holds.
double standardized(double x, double mean, double deviation);

/// x ← (x − mean) / deviation, column by column; never NaN, and within ±3.4e38, what float32 holds.
void standardize(Dataset& data, const Standardization& inputs);

/// The same for the values of a regression.
void standardizeTargets(Dataset& data, const Standardization& targets);

}  // namespace backprop
