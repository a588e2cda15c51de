// Reading and writing one option: what its row allows, and the sentence for what it does not.
#include <algorithm>
#include <array>
#include <type_traits>

#include "backprop/options.hpp"
#include "backprop/text.hpp"

namespace backprop {
namespace {

/// What a message calls a value.
std::string shown(const OptionEntry& entry) {
  if (const auto* number = std::get_if<double>(&entry)) return formatNumber(*number);
  if (const auto* flag = std::get_if<bool>(&entry)) return *flag ? "true" : "false";
  if (const auto* text = std::get_if<std::string>(&entry)) return "'" + excerpt(*text) + "'";
  return std::get<OtherValue>(entry).what;
}

std::string shown(const OptionValue& value) {
  if (std::holds_alternative<OptionList>(value)) return "a list";
  if (std::holds_alternative<std::monostate>(value)) return "null";
  return std::visit(
      [](const auto& known) -> std::string {
        if constexpr (std::is_constructible_v<OptionEntry, decltype(known)>)
          return shown(OptionEntry(known));
        else
          return "";
      },
      value);
}

/// The entries of a list; of a value by itself, that value alone.
OptionList entriesOf(const OptionValue& value) {
  if (const auto* list = std::get_if<OptionList>(&value)) return *list;
  if (const auto* number = std::get_if<double>(&value)) return {*number};
  if (const auto* flag = std::get_if<bool>(&value)) return {*flag};
  if (const auto* text = std::get_if<std::string>(&value)) return {*text};
  return {OtherValue{shown(value)}};
}

std::string entryName(std::size_t i, std::size_t count) {
  return count > 1 ? "entry " + std::to_string(i + 1) + " of " + std::to_string(count) + ", " : "";
}

/// Whether a list has as many entries as its row allows.
Status checkCount(const OptionInfo& option, std::size_t count) {
  if (count >= option.minCount && count <= option.maxCount) return okStatus();
  const std::string range = std::to_string(option.minCount) + " to " + std::to_string(option.maxCount);
  if (option.type() == OptionType::integers)
    return errorAt(option.name, "the number of layers is " + std::to_string(count) + "; from " + range +
                                    ", input and output included, would be right");
  return errorAt(option.name, "a list of " + std::to_string(count) + " entries is given; " +
                                  (option.minCount == option.maxCount ? std::to_string(option.minCount) : range) +
                                  " would be right");
}

Status write(const OptionInfo& option, const OptionValue& value, double& field) {
  const double* number = std::get_if<double>(&value);
  if (!number) return errorAt(option.name, shown(value) + " is not a number; " + advice(option.range()));
  const Status status = checkNumber(option.name, *number, option.range());
  if (status.ok()) field = *number;
  return status;
}

Status write(const OptionInfo& option, const OptionValue& value, std::uint32_t& field) {
  double number = 0;
  const Status status = write(option, value, number);
  if (status.ok()) field = static_cast<std::uint32_t>(number);
  return status;
}

Status write(const OptionInfo& option, const OptionValue& value, std::optional<double>& field) {
  if (std::holds_alternative<std::monostate>(value)) {
    field.reset();
    return okStatus();
  }
  double number = 0;
  const Status status = write(option, value, number);
  if (status.ok()) field = number;
  return status;
}

Status write(const OptionInfo& option, const OptionValue& value, bool& field) {
  const bool* flag = std::get_if<bool>(&value);
  if (!flag) return errorAt(option.name, shown(value) + " is neither true nor false; one of them would be right");
  field = *flag;
  return okStatus();
}

Result<std::string> choiceOf(const OptionInfo& option, const OptionEntry& entry, const std::string& place) {
  const auto* text = std::get_if<std::string>(&entry);
  if (!text)
    return errorAt(option.name, place + shown(entry) + " is not a name; " + listOf(option.choices) + " would be right");
  if (std::ranges::find(option.choices, *text) == option.choices.end())
    return errorAt(option.name, place + unknownName(*text, "is unknown", option.choices));
  return *text;
}

Status write(const OptionInfo& option, const OptionValue& value, std::string& field) {
  const OptionList entries = entriesOf(value);
  const bool list = std::holds_alternative<OptionList>(value);
  const auto choice = choiceOf(option, list ? OptionEntry(OtherValue{"a list"}) : entries.front(), "");
  if (!choice.ok()) return choice.error();
  field = choice.value();
  return okStatus();
}

Status write(const OptionInfo& option, const OptionValue& value, std::vector<std::string>& field) {
  const OptionList entries = entriesOf(value);
  if (const Status count = checkCount(option, entries.size()); !count.ok()) return count;
  std::vector<std::string> names;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto choice = choiceOf(option, entries[i], entryName(i, entries.size()));
    if (!choice.ok()) return choice.error();
    names.push_back(choice.value());
  }
  field = std::move(names);
  return okStatus();
}

Status write(const OptionInfo& option, const OptionValue& value, std::vector<bool>& field) {
  const OptionList entries = entriesOf(value);
  if (const Status count = checkCount(option, entries.size()); !count.ok()) return count;
  std::vector<bool> flags;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool* flag = std::get_if<bool>(&entries[i]);
    if (!flag)
      return errorAt(option.name, entryName(i, entries.size()) + shown(entries[i]) +
                                      " is neither true nor false; one of them would be right");
    flags.push_back(*flag);
  }
  field = std::move(flags);
  return okStatus();
}

/// `layer 2 of 3 has 0 units`, or for other lists `entry 1 of 2 is 2`.
std::string wrongEntry(const OptionInfo& option, const OptionEntry& entry, std::size_t i, std::size_t count) {
  const std::string place = std::to_string(i + 1) + " of " + std::to_string(count);
  if (option.type() == OptionType::integers) return "layer " + place + " has " + shown(entry) + " units; ";
  return "entry " + place + " is " + shown(entry) + "; ";
}

template <class Number>
requires std::is_arithmetic_v<Number> Status write(const OptionInfo& option, const OptionValue& value,
                                                   std::vector<Number>& field) {
  const auto* list = std::get_if<OptionList>(&value);
  if (!list) {
    const bool whole = option.type() == OptionType::integers;
    return errorAt(option.name, shown(value) + " is not a list; " +
                                    (whole ? "a list of whole numbers such as [2, 8, 1]" : "a list of numbers") +
                                    " would be right");
  }
  if (const Status count = checkCount(option, list->size()); !count.ok()) return count;
  std::vector<Number> numbers;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const double* number = std::get_if<double>(&(*list)[i]);
    if (!number || !option.range().contains(*number))
      return errorAt(option.name, wrongEntry(option, (*list)[i], i, list->size()) + advice(option.range()));
    numbers.push_back(static_cast<Number>(*number));
  }
  field = std::move(numbers);
  return okStatus();
}

OptionValue read(double field) { return field; }
OptionValue read(std::uint32_t field) { return double(field); }
OptionValue read(bool field) { return field; }
OptionValue read(const std::string& field) { return field; }
OptionValue read(const std::optional<double>& field) {
  return field ? OptionValue(*field) : OptionValue(std::monostate{});
}
template <class T> OptionValue read(const std::vector<T>& field) {
  OptionList list;
  for (const auto& entry : field) {
    if constexpr (std::is_same_v<T, bool> || std::is_same_v<T, std::string>)
      list.emplace_back(T(entry));
    else
      list.emplace_back(double(entry));
  }
  return list;
}

/// Of an option that may have one value for all layers: that value where there is one.
OptionValue readByLayer(const OptionInfo& option, OptionValue value) {
  const auto& list = std::get<OptionList>(value);
  if (list.size() != 1 || option.minCount == 0) return value;
  return std::visit([](const auto& entry) -> OptionValue { return entry; }, OptionEntry(list.front()));
}

}  // namespace

OptionList listOfNumbers(std::span<const double> numbers) { return OptionList(numbers.begin(), numbers.end()); }

OptionValue OptionInfo::read(const RunOptions& options) const {
  const OptionValue value = std::visit([&](auto member) { return backprop::read(options.*member); }, field);
  const bool byLayer = type() == OptionType::choices_by_layer || type() == OptionType::flags_by_layer;
  return byLayer ? readByLayer(*this, value) : value;
}

Status OptionInfo::write(RunOptions& options, const OptionValue& value) const {
  return std::visit([&](auto member) { return backprop::write(*this, value, options.*member); }, field);
}

std::string_view nameOf(OptionType type) {
  constexpr std::array<std::string_view, std::variant_size_v<OptionInfo::Field>> names{
      "number",          "integer", "choice",           "integers",      "flag",
      "optional_number", "numbers", "choices_by_layer", "flags_by_layer"};
  return names[static_cast<std::size_t>(type)];
}

}  // namespace backprop
