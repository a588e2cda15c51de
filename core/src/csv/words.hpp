// Words of messages about tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "backprop/csv.hpp"
#include "backprop/text.hpp"

namespace backprop::csv {

/// `'name'` on one line: of a long one the beginning, and signs for line ends and other characters that cannot be seen.
std::string quoted(std::string_view name, std::size_t most = 40);

/// `line 12` and `column 'bill'`, as places.
inline std::string lineName(std::uint32_t line) { return "line " + std::to_string(line); }
inline std::string columnName(const CsvColumn& column) { return "column " + quoted(column.name); }

}  // namespace backprop::csv
