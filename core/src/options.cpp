// The table of options, and the checks that every value passes.
#include "backprop/options.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "backprop/dataset.hpp"
#include "backprop/text.hpp"

namespace backprop {
namespace {

/// The names of the data sets, as their own table has them.
std::span<const std::string_view> datasetNames() {
  static const std::vector<std::string_view> names = namesOf(datasetTable());
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

constexpr std::string_view listAdvice = "a list of whole numbers such as [2, 8, 1] would be right";

/// What a message calls a value.
std::string shown(const OptionValue& value) {
  if (const auto* number = std::get_if<double>(&value)) return formatNumber(*number);
  if (const auto* text = std::get_if<std::string>(&value)) return "'" + excerpt(*text) + "'";
  if (const auto* other = std::get_if<OtherValue>(&value)) return other->what;
  return "a list";
}

Status writeNumber(const OptionInfo& option, const OptionValue& value, auto& field) {
  const double* number = std::get_if<double>(&value);
  if (!number) return errorAt(option.name, shown(value) + " is not a number; " + advice(option.range()));
  const Status status = checkNumber(option.name, *number, option.range());
  if (status.ok()) field = static_cast<std::remove_reference_t<decltype(field)>>(*number);
  return status;
}

Status writeChoice(const OptionInfo& option, const OptionValue& value, std::string& field) {
  const auto* text = std::get_if<std::string>(&value);
  if (!text)
    return errorAt(option.name, shown(value) + " is not a name; " + listOf(option.choices) + " would be right");
  if (std::ranges::find(option.choices, *text) == option.choices.end())
    return errorAt(option.name, unknownName(*text, "is unknown", option.choices));
  field = *text;
  return okStatus();
}

Status writeIntegers(const OptionInfo& option, const OptionValue& value, std::vector<std::uint32_t>& field) {
  const auto* numbers = std::get_if<std::vector<double>>(&value);
  if (!numbers) return errorAt(option.name, shown(value) + " is not a list; " + std::string(listAdvice));
  if (numbers->size() < option.minCount || numbers->size() > option.maxCount)
    return errorAt(option.name, "the number of layers is " + std::to_string(numbers->size()) + "; from " +
                                    std::to_string(option.minCount) + " to " + std::to_string(option.maxCount) +
                                    ", input and output included, would be right");
  for (std::size_t i = 0; i < numbers->size(); ++i)
    if (!option.range().contains((*numbers)[i]))
      return errorAt(option.name, "layer " + std::to_string(i + 1) + " of " + std::to_string(numbers->size()) +
                                      " has " + formatNumber((*numbers)[i]) + " units; " + advice(option.range()));
  field.assign(numbers->begin(), numbers->end());
  return okStatus();
}

std::uint64_t unitsOf(const RunOptions& options) {
  return std::accumulate(options.layers.begin(), options.layers.end(), std::uint64_t{0});
}

/// Arrays grow by half, so that a third of one may be empty.
constexpr std::uint64_t grown(std::uint64_t bytes) { return bytes + bytes / 2; }

/// Bytes for each row of a batch: sums, activations and the gradients of both, in two tapes of float32 (of whole
/// batches and of the last one) and one of float64 for the check.
std::uint64_t bytesPerRow(const RunOptions& options) {
  return grown(4 * unitsOf(options) * (2 * sizeof(float) + sizeof(double)));
}

/// Whether the run fits the budget. Where a smaller batch would do, it is the batch that is named.
Status checkSize(const RunOptions& options) {
  const std::uint64_t held = bytesHeld(options);
  if (held <= runBudget) return okStatus();
  const auto megabytes = [](std::uint64_t bytes) { return std::to_string((bytes + 999'999) / 1'000'000) + " MB"; };
  const std::uint64_t rows = std::min(options.batch_size, options.samples);
  const std::uint64_t besides = held - rows * bytesPerRow(options);
  const std::string needs = " needs " + megabytes(held) + " of memory, more than " + megabytes(runBudget) + "; ";
  if (besides + bytesPerRow(options) > runBudget)
    return errorAt("layers", "a network of this size" + needs + "fewer or smaller layers would be right");
  return errorAt("batch_size", "a batch of " + std::to_string(rows) + " rows through these layers" + needs +
                                   "at most " + std::to_string((runBudget - besides) / bytesPerRow(options)) +
                                   " rows, or smaller layers, would be right");
}

/// What no single row can see.
Status checkTogether(const RunOptions& options) {
  if (options.layers.front() != 2)
    return errorAt("layers", "the input layer has " + std::to_string(options.layers.front()) +
                                 " units; 2 would be right, for the features x and y");
  if (options.layers.back() != 1)
    return errorAt("layers", "the output layer has " + std::to_string(options.layers.back()) +
                                 " units; 1 would be right, for two classes");
  return checkSize(options);
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

std::string_view nameOf(OptionType type) {
  constexpr std::array<std::string_view, std::variant_size_v<OptionInfo::Field>> names{"number", "integer", "choice",
                                                                                       "integers"};
  return names[static_cast<std::size_t>(type)];
}

std::uint64_t bytesHeld(const RunOptions& options) {
  std::uint64_t parameters = 0;
  for (std::size_t l = 1; l < options.layers.size(); ++l)
    parameters += (std::uint64_t{options.layers[l - 1]} + 1) * options.layers[l];
  // Values, gradients and updates in float32; values and gradients of a check in float64.
  const std::uint64_t ofParameters = parameters * (3 * sizeof(float) + 2 * sizeof(double));
  // Sums and activations of an evaluation, in tapes of 512 rows and of the remainder.
  const std::uint64_t ofEvaluations = 2 * 512 * 2 * unitsOf(options) * sizeof(float);
  return grown(ofParameters + ofEvaluations) + bytesPerRow(options) * std::min(options.batch_size, options.samples);
}

Status validate(const RunOptions& options) {
  RunOptions checked;
  for (const OptionInfo& option : table)
    if (Status status = option.write(checked, option.read(options)); !status.ok()) return status;
  return checkTogether(options);
}

Result<RunOptions> parseOptions(std::span<const std::pair<std::string, OptionValue>> given) {
  RunOptions options;
  for (const auto& [name, value] : given) {
    const auto row = std::ranges::find(table, name, &OptionInfo::name);
    if (row == table.end()) return errorAt("options", unknownName(name, "is not an option", namesOf(table)));
    if (const Status status = row->write(options, value); !status.ok()) return status.error();
  }
  if (const Status status = validate(options); !status.ok()) return status.error();
  return options;
}

}  // namespace backprop
