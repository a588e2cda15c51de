// Points in the plane with two classes: what the networks learn to tell apart.
//
// The four shapes are those that TensorFlow Playground made familiar; the formulas are written out in dataset.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "backprop/random.hpp"

namespace backprop {

/// Rows of (x, y) with a class, 0 or 1, each.
struct Dataset {
  std::vector<float> x;              ///< rows × 2, row by row; most points lie in [−6, 6]²
  std::vector<std::uint8_t> labels;  ///< one per row

  std::uint32_t rows() const { return static_cast<std::uint32_t>(labels.size()); }
};

/// One kind of data set.
struct DatasetInfo {
  std::string_view name;
  std::string_view help;
  Dataset (*generate)(std::uint32_t rows, double noise, Random& random);
};

/// All kinds, in the order in which they are offered.
std::span<const DatasetInfo> datasetTable();

/// Half the side of the square that holds the data, and over which maps are drawn.
inline constexpr double dataExtent = 6;

/// What training sees, and what is kept back to see how well it carries over.
struct Split {
  Dataset train;
  Dataset test;
};

/// Shuffles the rows and gives `trainFraction` of them (at least one row to each side) to training.
Split split(const Dataset& data, double trainFraction, Random& random);

}  // namespace backprop
