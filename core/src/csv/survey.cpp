// Counts the rows of a text, looks into its columns and names them.
#include "csv/survey.hpp"

#include <map>
#include <set>
#include <utility>

#include "csv/cells.hpp"
#include "csv/guess.hpp"
#include "csv/words.hpp"

namespace backprop::csv {
namespace {

constexpr std::size_t maxWarnings = 100;

void count(std::uint32_t& times, std::uint32_t& first, std::uint32_t line) {
  if (times++ == 0) first = line;
}

void look(Survey& column, std::string_view text, std::uint32_t line, bool commas) {
  if (saysMissing(text)) return;
  const Notation notation = notationOf(text, commas);
  if (notation == Notation::none) {
    if (column.texts == 0) column.text = quoted(text);
    count(column.texts, column.firstText, line);
    return;
  }
  ++column.numbers;
  if (notation == Notation::point) count(column.points, column.firstPoint, line);
  if (notation != Notation::comma) return;
  if (column.commas == 0) column.number = quoted(text);
  count(column.commas, column.firstComma, line);
}

/// Whether the texts of a column look like slips of the pen among its numbers.
bool looksSlipped(const Survey& column) { return column.numbers >= 9 * std::uint64_t{column.texts}; }

std::string made(std::size_t column) { return "column " + std::to_string(column + 1); }

Error tooMany(std::string_view what, std::uint32_t limit) {
  return errorAt("csv", "the text has more than " + std::to_string(limit) + " " + std::string(what) +
                            "; at most so many would be right");
}

}  // namespace

void warn(CsvTable& table, std::string warning) {
  if (table.warnings.size() < maxWarnings)
    table.warnings.push_back(std::move(warning));
  else if (table.warnings.size() == maxWarnings)
    table.warnings.push_back("there are more warnings like these");
}

void nameColumns(CsvTable& table, const std::vector<Cell>& header) {
  std::set<std::string, std::less<>> taken;
  std::map<std::string, std::uint32_t, std::less<>> times;
  std::string buffer;
  std::vector<std::string> wanted;
  for (const Cell& cell : header) wanted.push_back(table.header ? excerpt(cell.text(buffer), maxCsvNameBytes) : "");
  taken.insert(wanted.begin(), wanted.end());  // so that no name that is made up is another's
  std::set<std::string, std::less<>> used;
  for (std::size_t c = 0; c < wanted.size(); ++c) {
    const std::string& name = wanted[c];
    const bool repeated = !name.empty() && used.contains(name);
    const std::string base = name.empty() ? made(c) : name;
    std::string own = base;
    while (used.contains(own) || (own != name && taken.contains(own)))
      own = base + " (" + std::to_string(1 + ++times[base]) + ")";
    if (repeated)
      warn(table,
           "the name " + quoted(name) + " stands above more than one column; " + made(c) + " is called " + quoted(own));
    else if (name.empty() && table.header)
      warn(table, made(c) + " has no name; it is called " + quoted(own));
    used.insert(own);
    table.columns[c].name = std::move(own);
  }
}

Result<std::uint32_t> surveyRows(const CsvTable& table, RecordReader& reader, std::vector<Cell>& cells,
                                 std::vector<Survey>& columns) {
  std::uint32_t rows = 0, ragged = 0, raggedLine = 0;
  std::size_t raggedCells = 0;
  std::string buffer;
  for (bool more = !table.header || reader.next(cells); more; more = reader.next(cells)) {
    if (rows == maxCsvRows) return tooMany("rows", maxCsvRows);
    if (std::uint64_t{++rows} * columns.size() > maxCsvCells) return tooMany("cells", maxCsvCells);
    if (cells.size() != columns.size()) {
      if (ragged == 0) raggedCells = cells.size();
      count(ragged, raggedLine, reader.line());
      continue;
    }
    for (std::size_t c = 0; c < columns.size(); ++c)
      look(columns[c], cells[c].text(buffer), reader.line(), table.delimiter == ';');
  }
  if (reader.error()) return *reader.error();
  if (ragged > 0)
    return errorAt(lineName(raggedLine),
                   "a row of " + std::to_string(raggedCells) + (raggedCells == 1 ? " cell" : " cells") +
                       (ragged > 1 ? ", the first of " + std::to_string(ragged) + " that do not fit" : "") + "; " +
                       std::to_string(columns.size()) + " would be right, as in the " +
                       (table.header ? "header" : "first row") +
                       " (delimiter: " + std::string(delimiterName(table.delimiter)) + ")");
  if (rows == 0) return errorAt("csv", "the text has a header and no rows; one row or more would be right");
  return rows;
}

void decideKinds(CsvTable& table, const std::vector<Survey>& surveys) {
  std::uint32_t withCommas = 0;
  for (std::size_t c = 0; c < surveys.size(); ++c) {
    const Survey& seen = surveys[c];
    CsvColumn& column = table.columns[c];
    column.kind = seen.texts > 0 ? ColumnKind::category : ColumnKind::number;
    if (seen.texts > 0 && seen.numbers > 0)
      warn(table, columnName(column) + " has numbers in " + std::to_string(seen.numbers) + " cells and texts in " +
                      std::to_string(seen.texts) + ", the first " + seen.text + " in " + lineName(seen.firstText) +
                      "; it is read as one of texts" +
                      (looksSlipped(seen) ? ", not of numbers: a number there, or nothing, would be right" : ""));
    if (seen.texts > 0 || seen.commas == 0) continue;
    if (seen.points > 0)
      warn(table, columnName(column) + " has decimal commas (" + lineName(seen.firstComma) + ") and decimal points (" +
                      lineName(seen.firstPoint) + "); both are read as such");
    else if (withCommas++ == 0)
      warn(table, "decimal commas are read as points: " + seen.number + " in " + lineName(seen.firstComma) +
                      ", column " + quoted(column.name));
  }
}

}  // namespace backprop::csv
