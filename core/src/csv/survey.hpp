// The first reading of a text: how many rows it has, what its columns hold and what they are called.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "backprop/csv.hpp"
#include "csv/records.hpp"

namespace backprop::csv {

/// Adds a warning, up to a number of them that a page can show.
void warn(CsvTable& table, std::string warning);

/// What is found in a column: how often, and first on which line.
struct Survey {
  std::uint32_t numbers = 0, texts = 0, commas = 0, points = 0;
  std::uint32_t firstText = 0, firstComma = 0, firstPoint = 0;
  std::string text, number;  // the first of each, to be shown
};

/// Gives each column a name of its own: that in the header, or one that is made up, which is said.
void nameColumns(CsvTable& table, const std::vector<Cell>& header);

/// Counts the rows and looks into every column. `reader` stands behind the first record, which `cells` holds; it is a
/// row itself if the table has no header. Stops at the first row beyond a limit, at a quote that does not end, and
/// fails if rows differ in their number of cells.
Result<std::uint32_t> surveyRows(const CsvTable& table, RecordReader& reader, std::vector<Cell>& cells,
                                 std::vector<Survey>& columns);

/// Decides what the columns hold, and says what may not be as it was meant.
void decideKinds(CsvTable& table, const std::vector<Survey>& columns);

}  // namespace backprop::csv
