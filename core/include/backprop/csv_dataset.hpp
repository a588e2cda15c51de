// From a table to data to learn from: which columns are inputs, which the target, and what becomes of missing values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "backprop/csv.hpp"
#include "backprop/dataset.hpp"
#include "backprop/result.hpp"

namespace backprop {

/// What becomes of a row whose inputs are not all there. A row without its target is always left out, since no answer
/// can be made up for it.
enum class Missing {
  drop,   ///< the row is left out
  mean,   ///< a number becomes the mean of its column, a category the most frequent one, of the rows that are kept
  refuse  ///< nothing is made of the table, also if a target is missing
};

struct DataChoice {
  std::vector<std::string> inputs;   ///< names of columns; none: all but the targets and what cannot be an input
  std::vector<std::string> targets;  ///< one column of categories, or columns of numbers
  Missing missing = Missing::drop;
  bool integersAreClasses = false;  ///< a target of whole numbers names classes: the digits 0 to 9, say
};

/// What a choice does to the cells of a table.
struct DataReport {
  std::uint32_t rowsKept = 0;
  std::uint32_t rowsDropped = 0;
  std::uint64_t cellsDropped = 0;  ///< missing cells for which their row is left out
  std::uint64_t cellsFilled = 0;
  std::uint64_t cellsRefused = 0;
  CellNotes cells;                    ///< each of the cells counted above
  std::vector<std::string> warnings;  ///< those of the table, columns that were passed over, and numbers that float32
                                      ///< cannot hold
};

struct CsvDataset {
  Dataset data;
  std::vector<std::uint32_t> lines;  ///< the line of the text for each row of `data`
  DataReport report;
};

/// What `datasetOf` would do with each missing cell; an error if the choice itself is wrong.
Result<DataReport> reportOf(const CsvTable& table, const DataChoice& choice);

/// The rows that can be used, as numbers. A number is an input as it is; a category becomes one input for each of its
/// values that occurs, named `species=Adelie`, 1 in its rows and 0 elsewhere (one-hot). A target of categories makes a
/// classification, with the classes that occur, in the order of the table; one of numbers a regression. Whole numbers
/// as classes are in rising order.
Result<CsvDataset> datasetOf(const CsvTable& table, const DataChoice& choice);

}  // namespace backprop
