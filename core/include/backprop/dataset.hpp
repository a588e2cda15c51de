// Data to learn from: rows of numbers with a class or with values each; the kinds that the core can make itself, and
// the split into what is trained on and what is kept back.
//
// The generated sets are formulas, written out in src/datasets/. The first four, and both planar regressions, are those
// that TensorFlow Playground made familiar. What comes from a file is in csv_dataset.hpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "backprop/random.hpp"

namespace backprop {

/// What a network is asked for: which class a row belongs to, or which values go with it.
enum class Task { classification, regression };

/// `classification` or `regression`.
std::string_view nameOf(Task task);

/// Rows with what is to be said about them. All numbers are finite.
struct Dataset {
  Task task = Task::classification;
  std::vector<std::string> inputs;   ///< the names of the columns of x
  std::vector<std::string> classes;  ///< their names, by the numbers in y; empty for a regression
  std::vector<std::string> outputs;  ///< the names of the columns of y; of a classification one, what the classes tell
  std::vector<double> x;             ///< (rows, inputs), row by row
  std::vector<double> y;             ///< the number of the class of each row; of a regression (rows, outputs)

  std::uint32_t inputCount() const { return static_cast<std::uint32_t>(inputs.size()); }

  /// What a network puts out: a score for each class, or each value.
  std::uint32_t outputCount() const {
    return static_cast<std::uint32_t>(task == Task::classification ? classes.size() : outputs.size());
  }

  /// Columns of y: 1 for a classification.
  std::uint32_t targetCount() const {
    return task == Task::classification ? 1 : static_cast<std::uint32_t>(outputs.size());
  }

  std::uint32_t rows() const { return targetCount() == 0 ? 0 : static_cast<std::uint32_t>(y.size() / targetCount()); }

  /// The inputs, and the target values, of one row.
  std::span<const double> inputsOf(std::uint32_t row) const {
    return {x.data() + std::size_t{row} * inputCount(), inputCount()};
  }
  std::span<const double> targetsOf(std::uint32_t row) const {
    return {y.data() + std::size_t{row} * targetCount(), targetCount()};
  }

  /// The same columns and no rows.
  Dataset emptyCopy() const { return {task, inputs, classes, outputs, {}, {}}; }

  /// These rows in this order; one may be named more than once.
  Dataset subset(std::span<const std::uint32_t> rows) const;
};

/// One kind of generated data set. Its coordinates and values are rounded to float32, in which networks are trained,
/// so that a check in float64 sees the same points.
struct DatasetInfo {
  std::string_view name;
  std::string_view help;
  Task task;
  std::span<const std::string_view> inputs;   ///< `x1`, `x2` in the plane; `x` on the line
  std::span<const std::string_view> outputs;  ///< the classes; of a regression the values
  std::string_view noiseMeans;                ///< what noise does here
  double
      extent;  ///< half the side of the square, or of the interval, over which maps are drawn; most points lie inside
  void (*append)(Dataset& data, std::uint32_t rows, double noise, Random& random);

  /// `rows` rows; noise 0 gives the pure shape, 0.5 a hard one. Every random number comes from `random`.
  Dataset generate(std::uint32_t rows, double noise, Random& random) const;
};

/// All kinds, in the order in which they are offered.
std::span<const DatasetInfo> datasetTable();

/// The kind called `name`, which must be there.
const DatasetInfo& datasetNamed(std::string_view name);

/// The extent of all planar sets.
inline constexpr double dataExtent = 6;

/// What training sees, and what is kept back to see how well it carries over.
struct Split {
  Dataset train;
  Dataset test;
  std::vector<std::uint32_t> trainRows, testRows;  ///< which rows of the data these are
};

/// The first `train` rows of an order for training, the others for the test.
Split splitInOrder(const Dataset& data, std::span<const std::uint32_t> order, std::size_t train);

/// Shuffles the rows and gives `trainFraction` of them to training. Below 1 each side gets at least one row, as far as
/// there are two; with 1 the test set is empty.
Split split(const Dataset& data, double trainFraction, Random& random);

}  // namespace backprop
