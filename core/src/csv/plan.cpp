// Which columns and rows a choice uses, and the report on the cells that it cannot use.
#include "csv/plan.hpp"

#include <algorithm>
#include <limits>

#include "csv/words.hpp"
#include "moments.hpp"

namespace backprop::csv {
namespace {

constexpr std::size_t maxWarnings = 200;  // those of the table with them

void warn(DataReport& report, std::string warning) {
  if (report.warnings.size() < maxWarnings) report.warnings.push_back(std::move(warning));
}

Error unknownColumn(const CsvTable& table, std::string_view place, std::string_view name) {
  constexpr std::size_t shown = 12;
  std::string list;
  for (std::size_t c = 0; c < std::min(shown, table.columns.size()); ++c)
    list += (c == 0 ? "" : ", ") + excerpt(table.columns[c].name);
  if (table.columns.size() > shown) list += " or one of " + std::to_string(table.columns.size() - shown) + " more";
  const std::string_view nearest = nearestName(name, namesOf(table.columns));
  return errorAt(place, quoted(name) + " is no column" +
                            (nearest.empty() ? "" : " (did you mean " + excerpt(nearest) + "?)") + "; " + list +
                            " would be right");
}

/// Why a column cannot be an input; empty if it can.
std::string inputFault(const CsvTable& table, const CsvColumn& column) {
  if (column.kind == ColumnKind::text)
    return "has more than " + std::to_string(maxCsvCategories) + " different texts, too many for categories";
  return column.missing == table.rows() ? "has no value in any row" : "";
}

/// The columns by name: the targets as they were named, then the inputs, or all others that can be one.
Result<std::vector<Role>> rolesOf(const CsvTable& table, const DataChoice& choice, DataReport& report) {
  std::vector<bool> used(table.columns.size());
  std::vector<Role> roles;
  for (const bool target : {true, false})
    for (const std::string& name : target ? choice.targets : choice.inputs) {
      const std::string_view place = target ? "target" : "inputs";
      const auto column = std::ranges::find(table.columns, name, &CsvColumn::name);
      if (column == table.columns.end()) return unknownColumn(table, place, name);
      const auto index = static_cast<std::size_t>(column - table.columns.begin());
      if (used[index])
        return errorAt(
            place, quoted(name) + " is named twice; a column either once as input or once as target would be right");
      if (const std::string fault = inputFault(table, *column); !fault.empty())
        return errorAt(columnName(*column), fault + "; another column would be right");
      used[index] = true;
      roles.push_back({&*column, target});
    }
  if (choice.targets.empty()) return errorAt("target", "none is named; the column to be learned would be right");
  for (std::size_t index = 0; index < used.size(); ++index) {
    if (!choice.inputs.empty() || used[index]) continue;
    const CsvColumn& column = table.columns[index];
    const std::string fault = inputFault(table, column);
    if (fault.empty())
      roles.push_back({&column, false});
    else
      warn(report, columnName(column) + " " + fault + "; it is no input");
  }
  if (roles.size() == choice.targets.size())
    return errorAt("inputs", "no column is left to learn from; one or more beside the target would be right");
  return roles;
}

bool isMissing(const Role& role, std::uint32_t row) { return role.column->isMissing(row); }

/// Means and counts over the rows that are kept.
Status summarize(Role& role, const std::vector<std::uint32_t>& rows, DataReport& report) {
  std::vector<std::uint32_t> present;
  for (const std::uint32_t row : rows)
    if (!isMissing(role, row)) present.push_back(row);
  if (present.empty() && !rows.empty())
    return errorAt(columnName(*role.column),
                   "has no value in any row that has its target; another column would be right");
  if (role.column->kind == ColumnKind::number) {
    const Moments of = momentsOf(static_cast<std::uint32_t>(present.size()),
                                 [&](std::uint32_t i) { return role.column->numbers[present[i]]; });
    role.mean = of.mean;
    if (of.largest > std::numeric_limits<float>::max())
      warn(report, columnName(*role.column) + " reaches " + shortNumber(of.largest) +
                       ", more than float32 can hold (3.4e38); it can be trained on only while it is standardised");
    return okStatus();
  }
  role.counts.resize(role.column->categories.size());
  for (const std::uint32_t row : present) ++role.counts[role.column->codes[row]];
  role.frequent = static_cast<std::uint32_t>(std::ranges::max_element(role.counts) - role.counts.begin());
  return okStatus();
}

std::string filling(const Role& role) {
  return role.column->kind == ColumnKind::number
             ? "is missing; it gets the mean, " + shortNumber(role.mean)
             : "is missing; it gets the most frequent, " + quoted(role.column->categories[role.frequent]);
}

}  // namespace

Result<Plan> planOf(const CsvTable& table, const DataChoice& choice) {
  Plan plan;
  plan.report.warnings = table.warnings;  // a slip in a column of numbers is found when the table is read
  auto roles = rolesOf(table, choice, plan.report);
  if (!roles.ok()) return roles.error();
  plan.roles = std::move(roles.value());
  const bool fill = choice.missing == Missing::mean;
  for (std::uint32_t row = 0; row < table.rows(); ++row)
    if (std::ranges::none_of(plan.roles, [&](const Role& r) { return (r.target || !fill) && isMissing(r, row); }))
      plan.rows.push_back(row);
  for (Role& role : plan.roles)
    if (const Status status = summarize(role, plan.rows, plan.report); !status.ok()) return status.error();

  DataReport& report = plan.report;
  report.rowsKept = static_cast<std::uint32_t>(plan.rows.size());
  report.rowsDropped = table.rows() - report.rowsKept;
  auto kept = plan.rows.begin();
  for (std::uint32_t row = 0; row < table.rows(); ++row) {
    const bool keeps = kept != plan.rows.end() && *kept == row;
    kept += keeps;
    for (const Role& role : plan.roles) {
      if (!isMissing(role, row)) continue;
      const bool refused = choice.missing == Missing::refuse;
      ++(refused ? report.cellsRefused : keeps ? report.cellsFilled : report.cellsDropped);
      if (report.cells.count >= CellNotes::maxListed) {
        ++report.cells.count;  // no sentence is made that would not be kept
        continue;
      }
      report.cells.add(table.lines[row], role.column->name,
                       refused ? "is missing"
                       : keeps ? filling(role)
                               : "is missing; its row is left out");
    }
  }
  return plan;
}

}  // namespace backprop::csv
