// Data that a program gives as numbers, turned into a data set once they are known to be right.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "backprop/dataset.hpp"
#include "backprop/options.hpp"
#include "backprop/result.hpp"
#include "backprop/shape.hpp"

namespace backprop {

/// Most numbers of x and y together: 80 MB.
inline constexpr std::uint64_t maxDataNumbers = 10'000'000;

/// Numbers with their sizes.
struct GivenTensor {
  Shape shape;
  std::vector<double> data;
};

/// x (rows, columns) or (rows); y (rows), (rows, 1) or (rows, outputs). All must be finite. y holds the index of each
/// row's class where `classes` names them, for the loss cross-entropy (there are as many as outputs), and for BCE
/// where it is one column of 0 and 1; else it holds numbers to predict.
Result<Dataset> datasetOf(const RunOptions& options, GivenTensor x, GivenTensor y,
                          std::vector<std::string> classes = {});

}  // namespace backprop
