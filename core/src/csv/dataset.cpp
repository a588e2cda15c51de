// Carries out a choice: one-hot inputs, and classes or values.
#include <algorithm>
#include <cmath>
#include <map>

#include "backprop/csv_dataset.hpp"
#include "csv/plan.hpp"
#include "csv/words.hpp"

namespace backprop {
namespace {

using namespace csv;

/// The sentence for a table of which no row can be used, or none may be left out.
Error unusable(const DataReport& report, Missing missing) {
  const CellNote& first = report.cells.listed.front();
  const std::uint64_t all = report.cells.count;
  return errorAt(
      lineName(first.line),
      quoted(first.column) + " is missing" + (all > 1 ? ", the first of " + std::to_string(all) + " cells" : "") +
          (missing == Missing::refuse ? "; a table without gaps would be right, or the choice to drop or fill them"
                                      : ", at least one in each row; columns with fewer gaps would be right"));
}

/// Writes y and the names that go with it.
Status setTargets(Dataset& data, const Plan& plan, const DataChoice& choice) {
  const std::span<const Role> targets(plan.roles.data(), choice.targets.size());
  for (const Role& role : targets) data.outputs.push_back(role.column->name);
  const CsvColumn& first = *targets[0].column;
  const bool categories = first.kind == ColumnKind::category;
  data.task = categories || choice.integersAreClasses ? Task::classification : Task::regression;
  for (const Role& role : targets)
    if (targets.size() > 1 && (role.column->kind != ColumnKind::number || choice.integersAreClasses))
      return errorAt("target", std::to_string(targets.size()) + " columns, and " + columnName(*role.column) +
                                   " names classes; one column of classes, or numbers only, would be right");
  data.y.reserve(plan.rows.size() * targets.size());
  if (data.task == Task::regression) {
    for (const std::uint32_t row : plan.rows)
      for (const Role& role : targets) data.y.push_back(role.number(row));
    return okStatus();
  }
  std::map<double, std::uint32_t> classes;  // by code or whole number, in rising order
  for (const std::uint32_t row : plan.rows) {
    const double value = categories ? targets[0].code(row) : targets[0].number(row);
    if (value != std::floor(value))
      return errorAt(columnName(first),
                     formatNumber(value) + " is not whole; whole numbers as classes, or a regression, would be right");
    classes.emplace(value, 0);
    if (classes.size() > maxCsvCategories)
      return errorAt(columnName(first),
                     "more than " + std::to_string(maxCsvCategories) +
                         " different numbers; so many classes at most, or a regression, would be right");
  }
  for (auto& [value, index] : classes) {
    index = static_cast<std::uint32_t>(data.classes.size());
    data.classes.push_back(categories ? first.categories[static_cast<std::size_t>(value)] : formatNumber(value));
  }
  if (data.classes.size() < 2)
    return errorAt(columnName(first), quoted(data.classes[0]) + " is the only class; two or more would be right");
  for (const std::uint32_t row : plan.rows)
    data.y.push_back(classes.at(categories ? targets[0].code(row) : targets[0].number(row)));
  return okStatus();
}

/// Writes x and the names of its columns.
Status setInputs(Dataset& data, const Plan& plan, std::span<const Role> inputs) {
  std::uint64_t columns = 0;
  for (const Role& role : inputs)
    columns += role.column->kind == ColumnKind::number
                   ? 1
                   : static_cast<std::uint64_t>(std::ranges::count_if(role.counts, [](auto n) { return n > 0; }));
  const std::uint64_t cells = plan.rows.size() * columns;
  if (columns > maxCsvColumns || cells > maxCsvCells)
    return errorAt("inputs", std::to_string(columns) + " inputs in " + std::to_string(plan.rows.size()) +
                                 " rows, with one for each category; at most " + std::to_string(maxCsvColumns) +
                                 " inputs and " + std::to_string(maxCsvCells) + " cells would be right");
  for (const Role& role : inputs) {
    if (role.column->kind == ColumnKind::number) data.inputs.push_back(role.column->name);
    for (std::size_t c = 0; c < role.counts.size(); ++c)
      if (role.counts[c] > 0) data.inputs.push_back(role.column->name + "=" + role.column->categories[c]);
  }
  data.x.reserve(cells);
  for (const std::uint32_t row : plan.rows)
    for (const Role& role : inputs) {
      if (role.column->kind == ColumnKind::number) data.x.push_back(role.number(row));
      for (std::uint32_t c = 0; c < role.counts.size(); ++c)
        if (role.counts[c] > 0) data.x.push_back(role.code(row) == c);
    }
  return okStatus();
}

}  // namespace

Result<DataReport> reportOf(const CsvTable& table, const DataChoice& choice) {
  auto plan = planOf(table, choice);
  if (!plan.ok()) return plan.error();
  return std::move(plan.value().report);
}

Result<CsvDataset> datasetOf(const CsvTable& table, const DataChoice& choice) {
  auto planned = planOf(table, choice);
  if (!planned.ok()) return planned.error();
  Plan& plan = planned.value();
  if (plan.rows.empty() || plan.report.cellsRefused > 0) return unusable(plan.report, choice.missing);
  CsvDataset result;
  if (const Status status = setTargets(result.data, plan, choice); !status.ok()) return status.error();
  const auto inputs = std::span<const Role>(plan.roles).subspan(choice.targets.size());
  if (const Status status = setInputs(result.data, plan, inputs); !status.ok()) return status.error();
  for (const std::uint32_t row : plan.rows) result.lines.push_back(table.lines[row]);
  result.report = std::move(plan.report);
  return result;
}

}  // namespace backprop
