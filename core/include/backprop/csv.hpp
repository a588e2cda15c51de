// Tables of comma-separated values: text to columns of numbers or categories, with all that was unclear about it said.
//
// The format is RFC 4180's, read with the tolerance that files from spreadsheets need: a UTF-8 mark in front, lines
// that end in CR LF, LF or CR, blank lines, spaces around cells, any of four delimiters. Reading takes time linear in
// the text and memory linear in its cells, which are counted before anything is allocated.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backprop/result.hpp"

namespace backprop {

// The limits of a text. All of MNIST's test images fit: 10,000 rows of 785 cells in 18 MB.
inline constexpr std::uint32_t maxCsvBytes = 32'000'000;
inline constexpr std::uint32_t maxCsvRows = 1'000'000;
inline constexpr std::uint32_t maxCsvColumns = 4096;
inline constexpr std::uint32_t maxCsvCells = 8'000'000;
/// A column with more different texts than this holds names or remarks rather than categories.
inline constexpr std::uint32_t maxCsvCategories = 256;
/// Bytes of a column's or a category's name that are kept; `…` stands for the rest.
inline constexpr std::uint32_t maxCsvNameBytes = 100;

/// What is known about a text; what is not is found out from its first 100 rows.
struct CsvOptions {
  std::optional<char> delimiter;  ///< `,`, `;`, tab or `|`
  std::optional<bool> header;  ///< whether the first row names the columns. Otherwise it does if none of its cells is
                               ///< a number, or if one is a text above numbers only
};

/// Something about one cell: `line 7, column 'bill': is missing; its row is left out`.
struct CellNote {
  std::uint32_t line;  ///< on which the row of the cell begins, from 1
  std::string column;
  std::string what;
};

/// All notes counted, and the first of them listed.
struct CellNotes {
  static constexpr std::size_t maxListed = 1000;
  std::uint64_t count = 0;
  std::vector<CellNote> listed;

  void add(std::uint32_t line, std::string_view column, std::string_view what);
};

/// `text` is what neither numbers nor categories fit: more than `maxCsvCategories` different texts.
enum class ColumnKind { number, category, text };

/// `number`, `category` or `text`.
std::string_view nameOf(ColumnKind kind);

/// A column is one of numbers if each of its cells is a number or missing.
struct CsvColumn {
  static constexpr std::uint32_t missingCode = std::numeric_limits<std::uint32_t>::max();

  std::string name;  ///< unlike every other column's
  ColumnKind kind = ColumnKind::number;
  std::vector<double> numbers;          ///< one per row, NaN where it is missing; empty unless the column is of numbers
  std::vector<std::uint32_t> codes;     ///< the number of the category or `missingCode`; empty unless of categories
  std::vector<std::string> categories;  ///< in the order of their first row
  std::uint32_t missing = 0;            ///< cells that are empty, `NA`, `N/A`, `NaN`, `null` or `?`, in any case, or
                                        ///< numbers beyond ±1.8e308

  /// Whether the cell of `row` is missing; not to be asked of a column of texts.
  bool isMissing(std::uint32_t row) const {
    return kind == ColumnKind::number ? numbers[row] != numbers[row] : codes[row] == missingCode;
  }
};

struct CsvTable {
  char delimiter = ',';
  bool header = true;
  std::vector<CsvColumn> columns;
  std::vector<std::uint32_t> lines;   ///< the line of the text on which each row begins, from 1
  CellNotes notes;                    ///< cells that hold something and yet count as missing: numbers out of range
  std::vector<std::string> warnings;  ///< what had to be decided, one sentence each: names made up, decimal commas, …

  std::uint32_t rows() const { return static_cast<std::uint32_t>(lines.size()); }
};

/// Reads a text of UTF-8. An error names the line: a quote that does not end, a row with too few or too many cells,
/// UTF-16, a limit. A quote counts only where a cell begins; a comma is read as a decimal point where semicolons part
/// the cells.
Result<CsvTable> readCsv(std::string_view text, const CsvOptions& options = {});

}  // namespace backprop
