// Helpers of the tests that read tables: what must be a table, and what must be an error.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "backprop/csv_dataset.hpp"

namespace backprop::test {

/// The table of a text that must be one.
inline CsvTable read(std::string_view text, const CsvOptions& options = {}) {
  const auto table = readCsv(text, options);
  const std::string error = table.ok() ? "" : table.error().message;
  CAPTURE(error);
  REQUIRE(table.ok());
  return table.value();
}

/// What is wrong with a text; empty if nothing is.
inline std::string errorOf(std::string_view text, const CsvOptions& options = {}) {
  const auto table = readCsv(text, options);
  return table.ok() ? "" : table.error().message;
}

/// The names of the columns.
inline std::vector<std::string> namesIn(const CsvTable& table) {
  std::vector<std::string> names;
  for (const CsvColumn& column : table.columns) names.push_back(column.name);
  return names;
}

/// Category of each row, `-` where it is missing.
inline std::vector<std::string> textsOf(const CsvColumn& column) {
  std::vector<std::string> texts;
  for (const std::uint32_t code : column.codes)
    texts.push_back(code == CsvColumn::missingCode ? "-" : column.categories[code]);
  return texts;
}

/// The data of a choice that must be right.
inline CsvDataset make(std::string_view text, const DataChoice& choice) {
  const auto data = datasetOf(read(text), choice);
  const std::string error = data.ok() ? "" : data.error().message;
  CAPTURE(error);
  REQUIRE(data.ok());
  return data.value();
}

/// What is wrong with a choice; empty if nothing is.
inline std::string choiceError(std::string_view text, const DataChoice& choice) {
  const auto data = datasetOf(read(text), choice);
  return data.ok() ? "" : data.error().message;
}

using Names = std::vector<std::string>;
using Numbers = std::vector<double>;

}  // namespace backprop::test
