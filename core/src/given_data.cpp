// The checks of given numbers.
#include "backprop/given_data.hpp"

#include <algorithm>
#include <cmath>

#include "backprop/text.hpp"

namespace backprop {
namespace {

std::string rowName(std::size_t row) { return "row " + std::to_string(row + 1); }

/// Whether a tensor has one row for each example, and how many numbers a row has.
Result<std::uint32_t> columnsOf(std::string_view place, const Shape& shape) {
  if (shape.rank == 1) return 1u;
  if (shape.rank == 2) return shape.cols;
  return errorAt(place, "has shape " + toString(shape) + "; one row for each example would be right");
}

std::uint32_t rowsOf(const Shape& shape) { return shape.rank == 1 ? shape.cols : shape.rows; }

Status checkFinite(std::string_view place, const std::string& what, const GivenTensor& tensor, std::uint32_t columns) {
  for (std::size_t i = 0; i < tensor.data.size(); ++i)
    if (!std::isfinite(tensor.data[i]))
      return errorAt(place, what + rowName(i / columns) + " is not finite: " + formatNumber(tensor.data[i]) +
                                "; finite numbers would be right");
  return okStatus();
}

Status checkClasses(const std::vector<double>& y, std::size_t classes) {
  for (std::size_t row = 0; row < y.size(); ++row) {
    if (y[row] != std::trunc(y[row]))
      return errorAt("y", rowName(row) + " is " + formatNumber(y[row]) +
                              "; the index of a class must be whole, from 0 to " + std::to_string(classes - 1));
    if (y[row] < 0 || y[row] >= double(classes))
      return errorAt("y", rowName(row) + ": class " + formatNumber(y[row]) + " is out of range; from 0 to " +
                              std::to_string(classes - 1) + " would be right");
  }
  return okStatus();
}

std::vector<std::string> numbered(const std::string& stem, std::uint32_t from, std::uint32_t count) {
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < count; ++i) names.push_back(stem + std::to_string(from + i));
  return names;
}

}  // namespace

Result<Dataset> datasetOf(const RunOptions& options, GivenTensor x, GivenTensor y, std::vector<std::string> classes) {
  const auto inputs = columnsOf("x", x.shape), columns = columnsOf("y", y.shape);
  if (!inputs.ok()) return inputs.error();
  if (!columns.ok()) return columns.error();
  if (x.data.empty() || y.data.empty()) return errorAt("data", "there are no rows; at least one would be right");
  if (rowsOf(x.shape) != rowsOf(y.shape))
    return errorAt("data", "x has " + std::to_string(rowsOf(x.shape)) + " rows and y " +
                               std::to_string(rowsOf(y.shape)) + "; as many of both would be right");
  if (x.data.size() + y.data.size() > maxDataNumbers)
    return errorAt("data", std::to_string(x.data.size() + y.data.size()) + " numbers are too many; at most " +
                               std::to_string(maxDataNumbers) + " would be right");
  if (Status finite = checkFinite("x", "", x, inputs.value()); !finite.ok()) return finite.error();
  if (Status finite = checkFinite("y", "target ", y, columns.value()); !finite.ok()) return finite.error();

  Dataset data{.inputs = numbered("x", 1, inputs.value()), .x = std::move(x.data), .y = std::move(y.data)};
  const bool binary = std::ranges::all_of(data.y, [](double t) { return t == 0 || t == 1; });
  if (classes.empty() && options.loss == "cross_entropy") classes = numbered("", 0, options.layers.back());
  if (classes.empty() && options.loss == "bce_with_logits" && columns.value() == 1 && binary) classes = {"0", "1"};
  if (classes.empty()) {
    data.task = Task::regression;
    data.outputs = numbered("y", 1, columns.value());
    return data;
  }
  data.task = Task::classification;
  data.outputs = {"class"};
  data.classes = std::move(classes);
  if (data.classes.size() < 2)
    return errorAt(options.loss == "cross_entropy" ? "layers" : "classes",
                   (options.loss == "cross_entropy" ? "cross_entropy needs" : "a classification needs") +
                       std::string(" at least 2 classes, not ") + std::to_string(data.classes.size()));
  if (columns.value() != 1)
    return errorAt(
        "y", "has " + std::to_string(columns.value()) + " columns; the index of a class, one a row, would be right");
  if (Status known = checkClasses(data.y, data.classes.size()); !known.ok()) return known.error();
  return data;
}

}  // namespace backprop
