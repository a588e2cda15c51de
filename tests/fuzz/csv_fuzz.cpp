// Fuzz target of the tables: any bytes are read as CSV, made into data, standardised, and what was promised is checked.
//
// The first two bytes choose: delimiter, header and the way with missing values; the target and integers as classes.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

#include "backprop/csv_dataset.hpp"
#include "backprop/standardization.hpp"

namespace {

using namespace backprop;

void expect(bool promise, const char* what) {
  if (promise) return;
  std::fprintf(stderr, "csv: broken promise: %s\n", what);
  std::abort();
}

// A message for a page: it names a place, and is short whatever the text holds.
void checkError(const Error& error) {
  expect(error.message.starts_with("[") && error.message.find("] ") != std::string::npos, "an error names its place");
  expect(error.message.find("would be right") != std::string::npos, "an error says what would be right");
  expect(error.message.size() < 1500, "an error is short");
}

void checkNotes(const CellNotes& notes) {
  expect(notes.listed.size() == std::min<std::uint64_t>(notes.count, CellNotes::maxListed),
         "notes are listed up to the limit");
  for (const CellNote& note : notes.listed) expect(note.line > 0 && !note.column.empty(), "a note has a place");
}

void checkTable(const CsvTable& table, std::size_t bytes) {
  expect(table.rows() > 0 && !table.columns.empty(), "a table has a cell");
  expect(std::uint64_t{table.rows()} * table.columns.size() <= maxCsvCells, "a table is within its limit");
  expect(std::ranges::is_sorted(table.lines) && table.lines.front() > 0 && table.lines.back() <= bytes + 1,
         "rows come in the order of their lines");
  checkNotes(table.notes);
  for (const CsvColumn& column : table.columns) {
    expect(!column.name.empty() && column.name.size() <= maxCsvNameBytes + 3, "a name is neither empty nor long");
    expect(std::ranges::count(table.columns, column.name, &CsvColumn::name) == 1, "a name is its column's alone");
    expect(column.numbers.size() == (column.kind == ColumnKind::number ? table.rows() : 0), "a number for each row");
    expect(column.codes.size() == (column.kind == ColumnKind::category ? table.rows() : 0), "a code for each row");
    if (column.kind == ColumnKind::text) continue;
    std::uint32_t missing = 0;
    for (std::uint32_t row = 0; row < table.rows(); ++row) {
      missing += column.isMissing(row);
      if (column.isMissing(row)) continue;
      if (column.kind == ColumnKind::number)
        expect(std::isfinite(column.numbers[row]), "a number is finite");
      else
        expect(column.codes[row] < column.categories.size(), "a code is one of a category");
    }
    expect(missing == column.missing, "missing cells are counted");
  }
}

void checkFinite(const std::vector<double>& values, double limit) {
  expect(std::ranges::all_of(values, [&](double x) { return std::abs(x) <= limit; }), "data are finite");
}

void checkData(const CsvTable& table, CsvDataset made) {
  Dataset& data = made.data;
  const DataReport& report = made.report;
  expect(data.rows() == report.rowsKept && report.rowsKept + report.rowsDropped == table.rows(), "rows are counted");
  expect(data.x.size() == std::size_t{data.rows()} * data.inputCount(), "x is rows × inputs");
  expect(data.y.size() == std::size_t{data.rows()} * data.targetCount(), "y is rows × targets");
  expect(made.lines.size() == data.rows(), "each row has its line");
  expect(report.cells.count == report.cellsDropped + report.cellsFilled + report.cellsRefused, "cells are counted");
  expect((report.rowsDropped > 0) == (report.cellsDropped > 0), "a row is dropped for a cell");
  checkNotes(report.cells);
  checkFinite(data.x, std::numeric_limits<double>::max());
  checkFinite(data.y, std::numeric_limits<double>::max());
  if (data.task == Task::classification)
    for (const double label : data.y) expect(label < double(data.classes.size()), "a class is one of them");
  standardize(data, standardizationOf(data));
  standardizeTargets(data, targetStandardizationOf(data));
  checkFinite(data.x, 3.5e38);
  if (data.task == Task::regression) checkFinite(data.y, 3.5e38);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2 || size > 4096) return 0;
  const unsigned first = data[0], second = data[1];
  const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
  CsvOptions options;
  if (first % 8 < 5) options.delimiter = ",;\t|:"[first % 8];
  if (first / 8 % 4 < 2) options.header = first / 8 % 4 == 1;
  const auto table = readCsv(text, options);
  if (!table.ok()) {
    checkError(table.error());
    return 0;
  }
  checkTable(table.value(), size);
  const auto& columns = table.value().columns;
  DataChoice choice;
  choice.targets = {columns[second / 2 % columns.size()].name};
  choice.integersAreClasses = second % 2 == 1;
  choice.missing = std::array{Missing::drop, Missing::mean, Missing::refuse, Missing::mean}[first / 32 % 4];
  const auto report = reportOf(table.value(), choice);
  auto made = datasetOf(table.value(), choice);
  expect(report.ok() || !made.ok(), "a report is given for what can be made");
  if (report.ok()) checkNotes(report.value().cells);
  if (made.ok())
    checkData(table.value(), std::move(made.value()));
  else
    checkError(made.error());
  return 0;
}
