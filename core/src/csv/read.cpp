// Reads a text twice: first to count its cells and to see what its columns hold, then to store them.
#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "backprop/csv.hpp"
#include "csv/cells.hpp"
#include "csv/guess.hpp"
#include "csv/records.hpp"
#include "csv/words.hpp"

namespace backprop {
namespace {

using namespace csv;

constexpr std::size_t maxWarnings = 100;

void warn(CsvTable& table, std::string warning) {
  if (table.warnings.size() < maxWarnings)
    table.warnings.push_back(std::move(warning));
  else if (table.warnings.size() == maxWarnings)
    table.warnings.push_back("there are more warnings like these");
}

/// What the first reading finds in a column: how often, and first on which line.
struct Survey {
  std::uint32_t numbers = 0, texts = 0, commas = 0, points = 0;
  std::uint32_t firstText = 0, firstComma = 0, firstPoint = 0;
  std::string text, number;  // the first of each, to be shown
};

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

std::string made(std::size_t column) { return "column " + std::to_string(column + 1); }

/// Gives each column a name of its own.
void nameColumns(CsvTable& table, const std::vector<Cell>& header) {
  std::unordered_set<std::string> taken;
  std::unordered_map<std::string, std::uint32_t> times;
  std::string buffer;
  std::vector<std::string> wanted;
  for (const Cell& cell : header) wanted.push_back(table.header ? excerpt(cell.text(buffer), maxCsvNameBytes) : "");
  taken.insert(wanted.begin(), wanted.end());  // so that no name that is made up is another's
  std::unordered_set<std::string> used;
  for (std::size_t c = 0; c < wanted.size(); ++c) {
    const std::string& name = wanted[c];
    std::string own = name.empty() ? made(c) : name;
    const bool repeated = !name.empty() && used.contains(name);
    while (used.contains(own) || (own != name && taken.contains(own)))
      own = (name.empty() ? made(c) : name) + " (" + std::to_string(1 + ++times[name.empty() ? made(c) : name]) + ")";
    if (repeated)
      warn(table, "the name " + quoted(name) + " stands above more than one column; column " + std::to_string(c + 1) +
                      " is called " + quoted(own));
    else if (name.empty() && table.header)
      warn(table, "column " + std::to_string(c + 1) + " has no name; it is called " + quoted(own));
    used.insert(own);
    table.columns[c].name = std::move(own);
  }
}

/// Decides what the columns hold, and says what may not be as it was meant.
void decideKinds(CsvTable& table, const std::vector<Survey>& surveys) {
  std::uint32_t withCommas = 0;
  for (std::size_t c = 0; c < surveys.size(); ++c) {
    const Survey& seen = surveys[c];
    CsvColumn& column = table.columns[c];
    column.kind = seen.texts > 0 ? ColumnKind::category : ColumnKind::number;
    if (seen.texts > 0 && seen.numbers > 0)
      warn(table, columnName(column) + " has numbers in " + std::to_string(seen.numbers) + " cells and texts in " +
                      std::to_string(seen.texts) + ", the first " + seen.text + " in " + lineName(seen.firstText) +
                      "; it is read as one of texts");
    if (seen.texts > 0 || seen.commas == 0) continue;
    if (seen.points > 0)
      warn(table, columnName(column) + " has decimal commas (" + lineName(seen.firstComma) + ") and decimal points (" +
                      lineName(seen.firstPoint) + "); both are read as such");
    else if (withCommas++ == 0)
      warn(table, "decimal commas are read as points: " + seen.number + " in " + lineName(seen.firstComma) +
                      ", column " + quoted(column.name));
  }
}

/// The numbers of the categories of one column.
struct Codes {
  std::unordered_map<std::string, std::uint32_t> of;
};

void storeText(CsvColumn& column, Codes& codes, std::string_view text) {
  if (column.kind == ColumnKind::text) return;
  const auto [entry, isNew] = codes.of.try_emplace(std::string(text), static_cast<std::uint32_t>(codes.of.size()));
  if (isNew && codes.of.size() > maxCsvCategories) {
    column.kind = ColumnKind::text;
    column.codes = {};
    column.categories = {};
    codes.of = {};
    return;
  }
  if (isNew) column.categories.push_back(excerpt(text, maxCsvNameBytes));
  column.codes.push_back(entry->second);
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

Error tooMany(std::string_view what, std::uint32_t limit) {
  return errorAt("csv", "the text has more than " + std::to_string(limit) + " " + std::string(what) +
                            "; at most so many would be right");
}

/// Counts the rows and looks into every column; `reader` stands behind the header.
Result<std::uint32_t> survey(const CsvTable& table, RecordReader& reader, std::vector<Cell>& cells, bool haveFirst,
                             std::vector<Survey>& columns) {
  std::uint32_t rows = 0, ragged = 0, raggedLine = 0;
  std::size_t raggedCells = 0;
  std::string buffer;
  for (bool more = haveFirst || reader.next(cells); more; more = reader.next(cells)) {
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
  const auto rows = survey(table, reader, cells, !table.header, surveys);
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
