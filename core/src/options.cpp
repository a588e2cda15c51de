// The table of options, and the checks that every value passes.
#include "backprop/options.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "backprop/budget.hpp"
#include "backprop/dataset.hpp"
#include "backprop/text.hpp"

namespace backprop {
namespace {

/// The names of the data sets, as their own table has them.
std::span<const std::string_view> datasetNames() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> list;
    for (const DatasetInfo& dataset : datasetTable()) list.push_back(dataset.name);
    return list;
  }();
  return names;
}

constexpr std::array<std::string_view, 3> activations{"tanh", "sigmoid", "relu"};
constexpr std::array<std::string_view, 3> outputActivations{"tanh", "sigmoid", "identity"};

using R = RunOptions;
const std::array table{
    OptionInfo{.name = "dataset", .field = &R::dataset, .choices = datasetNames(), .help = "The points to learn"},
    OptionInfo{.name = "samples",
               .field = &R::samples,
               .min = 10,
               .max = 10000,
               .help = "How many points there are, training and test together"},
    OptionInfo{.name = "noise", .field = &R::noise, .min = 0, .max = 0.5, .help = "How far chance moves the points"},
    OptionInfo{.name = "train_fraction",
               .field = &R::train_fraction,
               .min = 0.1,
               .max = 0.9,
               .help = "Share of the points that training sees; the rest is the test set"},
    OptionInfo{.name = "batch_size",
               .field = &R::batch_size,
               .min = 1,
               .max = 1000,
               .help = "Examples per step; more than there are means all of them"},
    OptionInfo{.name = "layers",
               .field = &R::layers,
               .min = 1,
               .max = 1024,
               .minCount = 2,
               .maxCount = 10,
               .help = "Units of each layer: the 2 inputs x and y first, the 1 output last"},
    OptionInfo{.name = "activation",
               .field = &R::activation,
               .choices = activations,
               .help = "What each hidden unit makes of its weighted sum"},
    OptionInfo{.name = "output_activation",
               .field = &R::output_activation,
               .choices = outputActivations,
               .help = "What the output makes of its weighted sum"},
    OptionInfo{.name = "lr",
               .field = &R::lr,
               .min = 0,
               .max = 10,
               .help = "Learning rate η: how far a step moves against the gradient"},
    OptionInfo{.name = "seed",
               .field = &R::seed,
               .min = 0,
               .max = 4294967295.0,
               .help = "Where chance starts: the same seed gives the same run, bit for bit"},
};

/// `a number from 0 to 10 would be right`.
std::string range(const OptionInfo& option) {
  return std::string(option.type() == OptionType::number ? "a number" : "a whole number") + " from " +
         formatNumber(option.min) + " to " + formatNumber(option.max) + " would be right";
}

bool inRange(const OptionInfo& option, double x) {
  return x >= option.min && x <= option.max && (option.type() == OptionType::number || x == std::floor(x));
}

Error wrongType(const OptionInfo& option, const OptionValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) {
    return errorAt(option.name, "'" + text->substr(0, 40) + "' is not " +
                                    (option.type() == OptionType::integers ? "a list of whole numbers" : "a number") +
                                    "; " + range(option));
  }
  if (option.type() == OptionType::choice) return errorAt(option.name, "takes a name: " + listOf(option.choices));
  if (option.type() == OptionType::integers) return errorAt(option.name, "takes a list of whole numbers");
  return errorAt(option.name, "takes one number; " + range(option));
}

Status writeNumber(const OptionInfo& option, const OptionValue& value, auto& field) {
  const double* number = std::get_if<double>(&value);
  if (!number) return wrongType(option, value);
  if (!inRange(option, *number))
    return errorAt(option.name, formatNumber(*number) + " is out of range; " + range(option));
  field = static_cast<std::remove_reference_t<decltype(field)>>(*number);
  return okStatus();
}

Status writeChoice(const OptionInfo& option, const OptionValue& value, std::string& field) {
  const auto* text = std::get_if<std::string>(&value);
  if (!text) return wrongType(option, value);
  if (std::ranges::find(option.choices, *text) == option.choices.end())
    return errorAt(option.name, "'" + text->substr(0, 40) + "' is unknown" + suggestion(*text, option.choices) + "; " +
                                    listOf(option.choices) + " would be right");
  field = *text;
  return okStatus();
}

Status writeIntegers(const OptionInfo& option, const OptionValue& value, std::vector<std::uint32_t>& field) {
  const auto* numbers = std::get_if<std::vector<double>>(&value);
  if (!numbers) return wrongType(option, value);
  if (numbers->size() < option.minCount || numbers->size() > option.maxCount)
    return errorAt(option.name, "there are " + std::to_string(numbers->size()) + " layers; from " +
                                    std::to_string(option.minCount) + " to " + std::to_string(option.maxCount) +
                                    ", input and output included, would be right");
  for (std::size_t i = 0; i < numbers->size(); ++i)
    if (!inRange(option, (*numbers)[i]))
      return errorAt(option.name, "layer " + std::to_string(i + 1) + " of " + std::to_string(numbers->size()) +
                                      " has " + formatNumber((*numbers)[i]) + " units; " + range(option));
  field.assign(numbers->begin(), numbers->end());
  return okStatus();
}

/// About the memory of a run: parameters, gradients and updates in float32, sums and activations of a batch with their
/// gradients, those of 512 rows without, and a float64 copy of network and batch for the check.
double megabytesOf(const RunOptions& options) {
  double parameters = 0, units = 0;
  for (std::size_t l = 1; l < options.layers.size(); ++l) {
    parameters += (options.layers[l - 1] + 1.0) * options.layers[l];
    units += 2.0 * options.layers[l];
  }
  const double rows = std::min(options.batch_size, options.samples);
  const double bytes = parameters * (3 * sizeof(float) + 2 * sizeof(double)) +
                       rows * units * (2 * sizeof(float) + 2 * sizeof(double)) + 512 * units * sizeof(float);
  return 1.5 * bytes / 1e6;  // arrays grow by half
}

/// What no single row can see.
Status checkTogether(const RunOptions& options) {
  if (options.layers.front() != 2)
    return errorAt("layers", "the input layer has " + std::to_string(options.layers.front()) +
                                 " units; 2 would be right, for the features x and y");
  if (options.layers.back() != 1)
    return errorAt("layers", "the output layer has " + std::to_string(options.layers.back()) +
                                 " units; 1 would be right, for two classes");
  const double needed = megabytesOf(options), most = memoryBudget / 2e6;  // two runs fit: the next beside the last
  if (needed > most)
    return errorAt("layers", "the network and its batches need about " + formatNumber(std::ceil(needed)) +
                                 " MB; at most " + formatNumber(most) +
                                 " MB would be right: fewer units, or a smaller batch_size");
  return okStatus();
}

}  // namespace

OptionValue OptionInfo::read(const RunOptions& options) const {
  return std::visit(
      [&](auto member) -> OptionValue {
        const auto& value = options.*member;
        using T = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<T, std::string>)
          return value;
        else if constexpr (std::is_arithmetic_v<T>)
          return static_cast<double>(value);
        else
          return std::vector<double>(value.begin(), value.end());
      },
      field);
}

Status OptionInfo::write(RunOptions& options, const OptionValue& value) const {
  return std::visit(
      [&](auto member) -> Status {
        auto& target = options.*member;
        using T = std::decay_t<decltype(target)>;
        if constexpr (std::is_same_v<T, std::string>)
          return writeChoice(*this, value, target);
        else if constexpr (std::is_arithmetic_v<T>)
          return writeNumber(*this, value, target);
        else
          return writeIntegers(*this, value, target);
      },
      field);
}

std::span<const OptionInfo> optionTable() { return table; }

Result<std::uint32_t> wholeNumber(std::string_view place, double value, std::uint32_t min, std::uint32_t max) {
  if (value >= min && value <= max && value == std::floor(value)) return static_cast<std::uint32_t>(value);
  return errorAt(place, formatNumber(value) + " is out of range; a whole number from " + std::to_string(min) + " to " +
                            std::to_string(max) + " would be right");
}

Result<RunOptions> parseOptions(std::span<const std::pair<std::string, OptionValue>> given) {
  RunOptions options;
  for (const auto& [name, value] : given) {
    const auto row = std::ranges::find(table, name, &OptionInfo::name);
    if (row == table.end()) {
      std::vector<std::string_view> names;
      for (const OptionInfo& option : table) names.push_back(option.name);
      return errorAt("options", "'" + name.substr(0, 40) + "' is not an option" + suggestion(name, names) + "; " +
                                    listOf(names) + " would be right");
    }
    if (const Status status = row->write(options, value); !status.ok()) return status.error();
  }
  if (const Status status = checkTogether(options); !status.ok()) return status.error();
  return options;
}

}  // namespace backprop
