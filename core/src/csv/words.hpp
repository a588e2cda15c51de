// Words of messages about tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "backprop/csv.hpp"
#include "backprop/text.hpp"

namespace backprop::csv {

/// `'name'`, of which only the beginning is shown if it is long.
inline std::string quoted(std::string_view name) { return "'" + excerpt(name) + "'"; }

/// `line 12` and `column 'bill'`, as places.
inline std::string lineName(std::uint32_t line) { return "line " + std::to_string(line); }
inline std::string columnName(const CsvColumn& column) { return "column " + quoted(column.name); }

}  // namespace backprop::csv
