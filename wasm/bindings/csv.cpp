// `readCsv` and `csvReport`: what a table holds, and what becomes of its cells.
#include "csv.hpp"

#include <algorithm>
#include <array>

#include "backprop/csv_dataset.hpp"
#include "backprop/text.hpp"
#include "javascript.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(JsCsvText)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCsvOptions)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCsvTable)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCsvChoice)
EMSCRIPTEN_DECLARE_VAL_TYPE(JsCsvReport)

constexpr std::array<std::string_view, 2> readingKeys{"header", "delimiter"};
constexpr std::array<std::string_view, 7> choiceKeys{"csv",    "header",  "delimiter",         "inputs",
                                                     "target", "missing", "integersAreClasses"};

constexpr std::array<std::string_view, 3> missingNames{"drop", "mean", "refuse"};  // in the order of `Missing`

bool isAbsent(const val& value) { return value.isUndefined() || value.isNull(); }

/// The bytes of a text: a string as UTF-8, a Uint8Array as it is, so that the core judges what it is encoded in.
Result<std::string> bytesFrom(const val& text) {
  const bool bytes = isBytes(text);
  if (!bytes && !text.isString())
    return errorAt("csv", (text.isUndefined() ? "is missing" : shown(text) + " is no text") +
                              "; a string or a Uint8Array would be right");
  const auto length = text["length"].as<double>();
  if (length > maxCsvBytes)
    return errorAt("csv", "the text has " + formatNumber(length) + (bytes ? " bytes" : " letters") + "; at most " +
                              std::to_string(maxCsvBytes) + " bytes would be right");
  if (!bytes) return text.as<std::string>();
  std::string copy(static_cast<std::size_t>(length), '\0');
  bytesTo(copy, text);
  return copy;
}

/// True or false; nothing where it is not given.
Result<std::optional<bool>> flagFrom(std::string_view name, const val& value) {
  if (isAbsent(value)) return std::optional<bool>();
  if (value.isTrue() || value.isFalse()) return std::optional(value.isTrue());
  return errorAt(name, shown(value) + " is neither true nor false; one of them would be right");
}

Result<CsvOptions> readingFrom(const val& given) {
  CsvOptions options;
  const auto header = flagFrom("header", given["header"]);
  if (!header.ok()) return header.error();
  options.header = header.value();
  const val delimiter = given["delimiter"];
  if (isAbsent(delimiter)) return options;
  const std::string sign = delimiter.isString() ? textFrom(delimiter) : "";
  if (sign.size() != 1)
    return errorAt("delimiter", shown(delimiter) + " is no delimiter; ',', ';', '|' or a tab would be right");
  options.delimiter = sign[0];
  return options;
}

/// A name or several.
Result<std::vector<std::string>> columnsFrom(std::string_view place, const val& value) {
  if (isAbsent(value)) return std::vector<std::string>{};
  if (value.isString()) return std::vector{textFrom(value)};
  return textsFrom(place, value, maxCsvColumns);
}

Result<DataChoice> choiceFrom(const val& given) {
  DataChoice choice;
  auto inputs = columnsFrom("inputs", given["inputs"]), targets = columnsFrom("target", given["target"]);
  if (!inputs.ok()) return inputs.error();
  if (!targets.ok()) return targets.error();
  choice.inputs = std::move(inputs.value());
  choice.targets = std::move(targets.value());
  const auto whole = flagFrom("integersAreClasses", given["integersAreClasses"]);
  if (!whole.ok()) return whole.error();
  choice.integersAreClasses = whole.value().value_or(false);
  const val missing = given["missing"];
  if (isAbsent(missing)) return choice;
  const std::string name = missing.isString() ? textFrom(missing) : "";
  const auto found = std::ranges::find(missingNames, name);
  if (found == missingNames.end())
    return errorAt("missing", shown(missing) + " is unknown; " + listOf(missingNames) + " would be right");
  choice.missing = static_cast<Missing>(found - missingNames.begin());
  return choice;
}

/// Calls use(table, choice) for what `given` describes.
template <class T, class Use> Result<T> withTable(const val& given, Use use) {
  if (!isRecord(given))
    return errorAt("csv",
                   shown(given) + " is no choice; an object such as { csv: 'x,y…', target: 'y' } would be right");
  if (const Status known = expectKeys("csv", given, choiceKeys); !known.ok()) return known.error();
  const auto reading = readingFrom(given);
  if (!reading.ok()) return reading.error();
  const auto choice = choiceFrom(given);
  if (!choice.ok()) return choice.error();
  const auto text = bytesFrom(given["csv"]);
  if (!text.ok()) return text.error();
  const auto table = readCsv(text.value(), reading.value());
  if (!table.ok()) return table.error();
  return use(table.value(), choice.value());
}

val describe(const CellNotes& notes) {
  const auto note = [](const CellNote& each) {
    return objectOf({{"line", val(each.line)}, {"column", val(each.column)}, {"what", val(each.what)}});
  };
  return objectOf({{"count", val(double(notes.count))}, {"listed", arrayOf(notes.listed, note)}});
}

val describe(const CsvColumn& column) {
  return objectOf({{"name", val(column.name)},
                   {"kind", val(std::string(nameOf(column.kind)))},
                   {"categories", copyOf(column.categories)},
                   {"missing", val(column.missing)}});
}

val describe(const CsvTable& table) {
  const auto column = [](const CsvColumn& each) { return describe(each); };
  return objectOf({{"columns", arrayOf(table.columns, column)},
                   {"rows", val(table.rows())},
                   {"delimiter", val(std::string(1, table.delimiter))},
                   {"header", val(table.header)},
                   {"warnings", copyOf(table.warnings)},
                   {"notes", describe(table.notes)}});
}

val describe(const DataReport& report) {
  return objectOf({{"rowsKept", val(report.rowsKept)},
                   {"rowsDropped", val(report.rowsDropped)},
                   {"cellsDropped", val(double(report.cellsDropped))},
                   {"cellsFilled", val(double(report.cellsFilled))},
                   {"cellsRefused", val(double(report.cellsRefused))},
                   {"cells", describe(report.cells)},
                   {"warnings", copyOf(report.warnings)}});
}

Result<CsvTable> tableFrom(const val& text, const std::optional<JsCsvOptions>& given) {
  const val options = given && !given->isUndefined() ? val(*given) : val::object();
  if (!isRecord(options))
    return errorAt("csv", shown(options) + " is no set of options; an object such as { header: true } would be right");
  if (const Status known = expectKeys("csv", options, readingKeys); !known.ok()) return known.error();
  const auto reading = readingFrom(options);
  if (!reading.ok()) return reading.error();
  const auto bytes = bytesFrom(text);
  if (!bytes.ok()) return bytes.error();
  return readCsv(bytes.value(), reading.value());
}

JsCsvTable read(const JsCsvText& text, const std::optional<JsCsvOptions>& options) {
  return resultOr<JsCsvTable>(tableFrom(text, options), [](const CsvTable& table) { return describe(table); });
}

JsCsvReport report(const JsCsvChoice& given) {
  const auto made = withTable<DataReport>(
      given, [](const CsvTable& table, const DataChoice& choice) { return reportOf(table, choice); });
  return resultOr<JsCsvReport>(made, [](const DataReport& found) { return describe(found); });
}

}  // namespace

Result<Dataset> csvDatasetFrom(const val& given) {
  return withTable<Dataset>(given, [](const CsvTable& table, const DataChoice& choice) -> Result<Dataset> {
    auto made = datasetOf(table, choice);
    return made.ok() ? Result(std::move(made.value().data)) : made.error();
  });
}

EMSCRIPTEN_BINDINGS(csv) {
  emscripten::register_type<JsCsvText>("string | Uint8Array");
  emscripten::register_type<JsCsvOptions>("{ header?: boolean, delimiter?: string }");
  emscripten::register_optional<JsCsvOptions>();
  emscripten::register_type<JsCsvTable>(
      "{ columns: { name: string, kind: 'number' | 'category' | 'text', categories: string[], missing: number }[], "
      "rows: number, delimiter: string, header: boolean, warnings: string[], notes: { count: number, listed: { line: "
      "number, column: string, what: string }[] } }");
  emscripten::register_type<JsCsvChoice>(
      "{ csv: string | Uint8Array, header?: boolean, delimiter?: string, inputs?: string[], target: string | "
      "string[], missing?: 'drop' | 'mean' | 'refuse', integersAreClasses?: boolean }");
  emscripten::register_type<JsCsvReport>(
      "{ rowsKept: number, rowsDropped: number, cellsDropped: number, cellsFilled: number, cellsRefused: number, "
      "cells: "
      "{ count: number, listed: { line: number, column: string, what: string }[] }, warnings: string[] }");
  emscripten::function("readCsv(text, options)", &read);
  emscripten::function("csvReport(choice)", &report);
}

}  // namespace backprop::wasm
