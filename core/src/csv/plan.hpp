// A choice made definite: the columns, the rows that are kept, and what missing cells become.
#pragma once

#include <cstdint>
#include <vector>

#include "backprop/csv_dataset.hpp"

namespace backprop::csv {

/// A column in use.
struct Role {
  const CsvColumn* column;
  bool target;
  double mean = 0;                    // of its numbers, over the rows that are kept
  std::vector<std::uint32_t> counts;  // of its categories, over the rows that are kept
  std::uint32_t frequent = 0;         // the category that occurs most often, the first of equals

  /// What the cell holds, or what it is filled with: a number or the number of a category.
  double number(std::uint32_t row) const { return column->isMissing(row) ? mean : column->numbers[row]; }
  std::uint32_t code(std::uint32_t row) const { return column->isMissing(row) ? frequent : column->codes[row]; }
};

struct Plan {
  std::vector<Role> roles;          // the targets, then the inputs
  std::vector<std::uint32_t> rows;  // of the table, that are kept
  DataReport report;
};

Result<Plan> planOf(const CsvTable& table, const DataChoice& choice);

}  // namespace backprop::csv
