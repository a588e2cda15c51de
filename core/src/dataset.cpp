// Rows picked out of a data set, and the split into train and test.
#include "backprop/dataset.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace backprop {

std::string_view nameOf(Task task) { return task == Task::classification ? "classification" : "regression"; }

Dataset Dataset::subset(std::span<const std::uint32_t> rows) const {
  Dataset part = emptyCopy();
  part.x.reserve(rows.size() * inputCount());
  part.y.reserve(rows.size() * targetCount());
  for (const std::uint32_t row : rows) {
    const auto values = inputsOf(row), targets = targetsOf(row);
    part.x.insert(part.x.end(), values.begin(), values.end());
    part.y.insert(part.y.end(), targets.begin(), targets.end());
  }
  return part;
}

Split splitInOrder(const Dataset& data, std::span<const std::uint32_t> order, std::size_t train) {
  const auto first = order.first(train), rest = order.subspan(train);
  return {data.subset(first), data.subset(rest), {first.begin(), first.end()}, {rest.begin(), rest.end()}};
}

Split split(const Dataset& data, double trainFraction, Random& random) {
  const std::uint32_t rows = data.rows();
  std::vector<std::uint32_t> order(rows);
  std::iota(order.begin(), order.end(), 0);
  random.shuffle(order);
  std::uint32_t trainRows = rows;
  if (trainFraction < 1 && rows > 1)
    trainRows = static_cast<std::uint32_t>(std::clamp(std::round(trainFraction * rows), 1.0, rows - 1.0));
  return splitInOrder(data, order, trainRows);
}

}  // namespace backprop
