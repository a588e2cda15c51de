// Options by name, and the checks that no single row of their table can make.
#include "backprop/options.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "backprop/optimizer.hpp"
#include "backprop/text.hpp"

namespace backprop {
namespace {

std::string counted(std::uint64_t n, const std::string& noun, const std::string& more = "s") {
  return std::to_string(n) + " " + noun + (n == 1 ? "" : more);
}

std::uint64_t unitsOf(const RunOptions& options) {
  return std::accumulate(options.layers.begin(), options.layers.end(), std::uint64_t{0});
}

/// Arrays grow by half, so that a third of one may be empty.
constexpr std::uint64_t grown(std::uint64_t bytes) { return bytes + bytes / 2; }

std::uint64_t realSize(const RunOptions& options) {
  return options.dtype == "float64" ? sizeof(double) : sizeof(float);
}

std::uint32_t batchRows(const RunOptions& options, const DataShape& data) {
  return std::min(options.batch_size, data.rows);
}

/// Bytes for each row of a batch: sums, activations, masks and their gradients, in two tapes of the run (of whole
/// batches and of the last one) and one of float64 for the check.
std::uint64_t bytesPerRow(const RunOptions& options) {
  const std::uint64_t blocks = options.dropout > 0 ? 7 : 4;
  return grown(blocks * unitsOf(options) * (2 * realSize(options) + sizeof(double)));
}

std::uint64_t parametersOf(const RunOptions& options) {
  std::uint64_t count = 0;
  for (std::size_t l = 1; l < options.layers.size(); ++l)
    count += (std::uint64_t{options.layers[l - 1]} + 1) * options.layers[l];
  return count;
}

/// Inputs and targets of all rows.
std::uint64_t bytesOfData(const RunOptions& options, const DataShape& data) {
  return std::uint64_t{data.rows} * (std::uint64_t{options.layers.front()} + options.layers.back()) * realSize(options);
}

/// Whether the run fits the budget. Where a smaller batch would do, it is the batch that is named.
Status checkSize(const RunOptions& options, const DataShape& data) {
  const std::uint64_t held = bytesHeld(options, data);
  if (held <= runBudget) return okStatus();
  const auto megabytes = [](std::uint64_t bytes) { return std::to_string((bytes + 999'999) / 1'000'000) + " MB"; };
  const std::uint64_t rows = batchRows(options, data);
  const std::uint64_t besides = held - rows * bytesPerRow(options);
  const std::string needs = " needs " + megabytes(held) + " of memory, more than " + megabytes(runBudget) + "; ";
  const std::uint64_t ofData = bytesOfData(options, data);
  if (ofData > held / 2)
    return errorAt("data", counted(data.rows, "row") + " of " +
                               counted(options.layers.front() + std::uint64_t{options.layers.back()}, "number") +
                               " need " + megabytes(ofData) + " of memory, in a run that may take " +
                               megabytes(runBudget) + "; fewer rows would be right");
  if (besides + bytesPerRow(options) > runBudget)
    return errorAt("layers", "a network of this size" + needs + "fewer or smaller layers would be right");
  return errorAt("batch_size", "a batch of " + std::to_string(rows) + " rows through these layers" + needs +
                                   "at most " + std::to_string((runBudget - besides) / bytesPerRow(options)) +
                                   " rows, or smaller layers, would be right");
}

/// `a, b, c and 7 more`.
std::string listOfSome(std::span<const std::string> names) {
  constexpr std::size_t most = 12;
  std::string list;
  for (const std::string& name : names.first(std::min(names.size(), most)))
    list += (list.empty() ? "" : ", ") + excerpt(name);
  return names.size() > most ? list + " and " + std::to_string(names.size() - most) + " more" : list;
}

/// What the network sees of a row, and why it is that many.
Status checkInputs(const RunOptions& options, const DataShape& data) {
  if (!options.features.empty() && data.inputs != 2)
    return errorAt("features", "the data have " + counted(data.inputs, "input") +
                                   "; features are made of the two coordinates of points in the plane");
  const auto seen = options.features.empty() ? data.inputs : static_cast<std::uint32_t>(options.features.size());
  if (options.layers.front() == seen) return okStatus();
  const std::string why = !options.features.empty() ? "for the features that are chosen"
                          : !data.names.empty()     ? "one for each column of the data: " + listOfSome(data.names)
                          : data.inputs == 2        ? "for the features x and y"
                                                    : "one for each column of the data";
  return errorAt("layers", "the input layer has " + counted(options.layers.front(), "unit") + "; " +
                               std::to_string(seen) + " would be right, " + why);
}

Status checkOutputs(const RunOptions& options, const DataShape& data) {
  if (data.task == Task::regression) {
    if (options.loss == "cross_entropy")
      return errorAt(
          "loss",
          "cross_entropy is for classes, and these data have numbers to predict; mse, l1, huber or "
          "smooth_l1 would be right" +
              std::string(data.wholeTargets ? ", or integersAreClasses: true where they number classes" : ""));
  } else if (data.outputs < 2) {
    return errorAt("data", "there is one class alone; at least two would be right");
  }
  const std::uint32_t units = options.layers.back(), wanted = outputUnits(options, data);
  if (units == wanted) return okStatus();
  if (options.loss == "cross_entropy" && units < 2)
    return errorAt("layers", "cross_entropy needs at least 2 outputs, and the output layer has " +
                                 counted(units, "unit") + "; " + std::to_string(wanted) +
                                 " would be right, one for each class");
  const std::string why = data.task == Task::regression ? "one for each column to predict"
                          : wanted == 1                 ? "for two classes"
                                                        : "one for each class";
  return errorAt("layers", "the output layer has " + counted(units, "unit") + "; " + std::to_string(wanted) +
                               " would be right, " + why);
}

/// Lists of one entry for each layer.
Status checkByLayer(std::string_view name, std::size_t given, std::size_t layers, std::string_view which) {
  if (given == 1 || given == layers) return okStatus();
  return errorAt(name, "a list of " + std::to_string(given) + " entries is given for " +
                           counted(layers, std::string(which) + " layer") +
                           "; one for each, or one for all, would be right");
}

Status checkOptimizer(const RunOptions& options) {
  if (options.nesterov && (options.momentum == 0 || options.dampening != 0))
    return errorAt("nesterov", "needs a momentum above 0 and no dampening, as in PyTorch; momentum is " +
                                   formatNumber(options.momentum) + " and dampening " +
                                   formatNumber(options.dampening));
  if (options.init_low > options.init_high)
    return errorAt("init_low", formatNumber(options.init_low) + " is above init_high, " +
                                   formatNumber(options.init_high) + "; at most that would be right");
  return okStatus();
}

/// What no single row can see.
Status checkTogether(const RunOptions& options, const DataShape& data) {
  const std::size_t layers = options.layers.size() - 1;
  for (const Status& status :
       {checkInputs(options, data), checkOutputs(options, data),
        layers == 1 ? okStatus() : checkByLayer("activation", options.activation.size(), layers - 1, "hidden"),
        checkByLayer("bias", options.bias.size(), layers, "computed"), checkOptimizer(options)})
    if (!status.ok()) return status;
  return checkSize(options, data);
}

/// The nearest name alone: all of them would fill a screen.
std::string unknownOption(std::string_view name) {
  std::string lower(excerpt(name));
  std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
  const std::string_view nearest = nearestName(lower, namesOf(optionTable()));
  return "'" + excerpt(name) + "' is not an option; " +
         (nearest.empty() ? "one of the table of options would be right"
                          : "did you mean " + std::string(nearest) + "?");
}

}  // namespace

const OptionInfo& optionNamed(std::string_view name) {
  const auto row = std::ranges::find(optionTable(), name, &OptionInfo::name);
  BACKPROP_CHECK(row != optionTable().end(), "an option must be one of the table");
  return *row;
}

DataShape shapeOf(const Dataset& data) {
  const bool whole = data.task == Task::regression && data.outputCount() == 1 &&
                     std::ranges::all_of(data.y, [](double y) { return y == std::trunc(y); });
  return {data.task, data.inputCount(), data.outputCount(), data.rows(), whole, data.inputs};
}

DataShape shapeOf(const RunOptions& options) {
  const DatasetInfo& kind = datasetNamed(options.dataset);
  return {kind.task,
          static_cast<std::uint32_t>(kind.inputs.size()),
          static_cast<std::uint32_t>(kind.outputs.size()),
          options.samples,
          false,
          {}};
}

std::uint32_t outputUnits(const RunOptions& options, const DataShape& data) {
  const bool single = data.task == Task::classification && data.outputs == 2 && options.loss != "cross_entropy";
  return single ? 1 : data.outputs;
}

std::string outputActivation(const RunOptions& options, Task task) {
  if (options.output_activation != "default") return options.output_activation;
  constexpr std::array<std::string_view, 3> scored{"cross_entropy", "bce_with_logits", "hinge"};
  const bool scores = std::ranges::find(scored, options.loss) != scored.end();
  return scores || task == Task::regression ? "identity" : "tanh";
}

std::uint64_t bytesHeld(const RunOptions& options, const DataShape& data) {
  const std::uint64_t real = realSize(options);
  // Values, gradients and updates, what the optimizer keeps, as much again in checkpoints; values, gradients and the
  // run's own weights in the float64 twin of the instruments.
  const std::uint64_t kept = real == sizeof(double) ? Optimizer<double>::bytesPerParameter(options)
                                                    : Optimizer<float>::bytesPerParameter(options);
  const std::uint64_t ofParameters = parametersOf(options) * (3 * real + 2 * kept + 3 * sizeof(double));
  // Sums and activations of an evaluation, in tapes of 512 rows and of two remainders.
  const std::uint64_t ofEvaluations = 3 * std::min<std::uint64_t>(512, data.rows) * 2 * unitsOf(options) * real;
  return grown(ofParameters + ofEvaluations) + bytesOfData(options, data) +
         bytesPerRow(options) * batchRows(options, data);
}

Status validate(const RunOptions& options, const DataShape& data) {
  RunOptions checked;
  for (const OptionInfo& option : optionTable())
    if (Status status = option.write(checked, option.read(options)); !status.ok()) return status;
  return checkTogether(options, data);
}

Status validate(const RunOptions& options) {
  RunOptions checked;
  if (Status known = optionNamed("dataset").write(checked, options.dataset); !known.ok()) return known;
  return validate(options, shapeOf(options));
}

Result<RunOptions> readOptions(std::span<const std::pair<std::string, OptionValue>> given) {
  RunOptions options;
  for (const auto& [name, value] : given) {
    const auto row = std::ranges::find(optionTable(), name, &OptionInfo::name);
    if (row == optionTable().end()) return errorAt("options", unknownOption(name));
    if (const Status status = row->write(options, value); !status.ok()) return status.error();
  }
  return options;
}

Result<RunOptions> parseOptions(std::span<const std::pair<std::string, OptionValue>> given) {
  auto options = readOptions(given);
  if (!options.ok()) return options;
  if (const Status status = validate(options.value()); !status.ok()) return status.error();
  return options;
}

}  // namespace backprop
