// Reads a text twice: first to count its cells and to see what its columns hold, then to store them.
#include <cmath>
#include <map>
#include <string>

#include "backprop/csv.hpp"
#include "csv/cells.hpp"
#include "csv/guess.hpp"
#include "csv/records.hpp"
#include "csv/survey.hpp"
#include "csv/words.hpp"

namespace backprop {
namespace {

using namespace csv;

/// The numbers of the categories of one column, by their whole text.
using Codes = std::map<std::string, std::uint32_t, std::less<>>;

void storeText(CsvColumn& column, Codes& codes, std::string_view text) {
  if (column.kind == ColumnKind::text) return;
  auto known = codes.find(text);
  if (known == codes.end()) {
    if (codes.size() == maxCsvCategories) {
      column.kind = ColumnKind::text;
      column.codes = {};
      column.categories = {};
      codes = {};
      return;
    }
    known = codes.emplace(std::string(text), static_cast<std::uint32_t>(codes.size())).first;
    column.categories.push_back(excerpt(text, maxCsvNameBytes));
  }
  column.codes.push_back(known->second);
}

void store(CsvTable& table, CsvColumn& column, Codes& codes, std::string_view text, std::uint32_t line) {
  if (column.kind != ColumnKind::number) {
    if (!saysMissing(text)) return storeText(column, codes, text);
    ++column.missing;
    if (column.kind == ColumnKind::category) column.codes.push_back(CsvColumn::missingCode);
    return;
  }
  double value = std::nan("");
  if (!saysMissing(text)) {
    if (notationOf(text, true) != Notation::infinite) value = numberIn(text);
    if (!std::isfinite(value)) {
      table.notes.add(line, column.name, quoted(text) + " is beyond ±1.8e308; it counts as missing");
      value = std::nan("");
    }
  }
  column.missing += std::isnan(value);
  column.numbers.push_back(value);
}

}  // namespace

void CellNotes::add(std::uint32_t line, std::string_view column, std::string_view what) {
  if (count++ < maxListed) listed.push_back({line, std::string(column), std::string(what)});
}

std::string_view nameOf(ColumnKind kind) {
  return kind == ColumnKind::number ? "number" : kind == ColumnKind::category ? "category" : "text";
}

Result<CsvTable> readCsv(std::string_view text, const CsvOptions& options) {
  if (text.size() > maxCsvBytes)
    return errorAt("csv", "the text has " + std::to_string(text.size()) + " bytes; at most " +
                              std::to_string(maxCsvBytes) + " would be right");
  if (const std::optional<Error> error = encodingError(text)) return *error;
  if (options.delimiter && delimiters.find(*options.delimiter) == std::string_view::npos)
    return errorAt("delimiter",
                   quoted({&*options.delimiter, 1}) + " parts no cells; comma, semicolon, tab or pipe would be right");
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);

  CsvTable table;
  table.delimiter = options.delimiter ? *options.delimiter : guessDelimiter(text);
  RecordReader reader(text, table.delimiter);
  std::vector<Cell> cells;
  if (!reader.next(cells))
    return reader.error() ? *reader.error() : errorAt("csv", "the text is empty; a row or more would be right");
  table.header = options.header ? *options.header : guessHeader(text, table.delimiter);
  table.columns.resize(cells.size());
  nameColumns(table, cells);
  if (!options.header && !table.header)
    warn(table, "the first row holds a number; it is read as data, and the columns are numbered");
  if (const std::uint32_t line = lineOfStrayByte(text))
    warn(table, lineName(line) + " holds bytes that are no UTF-8; letters of names may look wrong");

  std::vector<Survey> surveys(cells.size());
  const auto rows = surveyRows(table, reader, cells, surveys);
  if (!rows.ok()) return rows.error();
  decideKinds(table, surveys);

  table.lines.reserve(rows.value());
  for (CsvColumn& column : table.columns)
    if (column.kind == ColumnKind::number)
      column.numbers.reserve(rows.value());
    else
      column.codes.reserve(rows.value());
  std::vector<Codes> codes(table.columns.size());
  RecordReader again(text, table.delimiter);
  std::string buffer;
  if (table.header) (void)again.next(cells);
  while (again.next(cells)) {
    table.lines.push_back(again.line());
    for (std::size_t c = 0; c < cells.size(); ++c)
      store(table, table.columns[c], codes[c], cells[c].text(buffer), again.line());
  }
  return table;
}

}  // namespace backprop
