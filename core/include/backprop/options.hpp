// The settings of a training run: one table from which defaults, ranges, messages, controls and docs follow.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "backprop/argument.hpp"
#include "backprop/budget.hpp"
#include "backprop/dataset.hpp"
#include "backprop/result.hpp"

namespace backprop {

/// A run of one network on one data set. The initial values are the defaults; `optionTable` says what each may be.
/// Names are PyTorch's where it has one. An absent optional means what PyTorch means by leaving it out.
struct RunOptions {
  // Data
  std::string dataset = "spiral";
  std::uint32_t samples = 400;
  double noise = 0.1;
  double train_fraction = 0.8;
  bool standardize = false;
  std::vector<std::string> features = {};
  std::uint32_t batch_size = 10;
  bool shuffle = true;
  // Network
  std::vector<std::uint32_t> layers = {2, 6, 6, 1};  ///< units per layer, input first, output last
  std::vector<std::string> activation = {"tanh"};    ///< one for all hidden layers, or one for each
  std::string output_activation = "default";         ///< see `outputActivation`
  std::vector<bool> bias = {true};                   ///< one for all layers after the input, or one for each
  std::string init = "default";
  double init_gain = 1;
  double init_value = 0;
  double init_low = -1, init_high = 1;
  double init_mean = 0, init_std = 1;
  double dropout = 0;
  // Loss
  std::string loss = "mse";
  std::string reduction = "mean";
  double delta = 1;
  // Optimizer
  std::string optimizer = "sgd";
  double lr = 0.01;
  double momentum = 0;
  double dampening = 0;
  bool nesterov = false;
  std::vector<double> betas = {0.9, 0.999};
  double alpha = 0.99;
  std::optional<double> eps;
  bool centered = false;
  bool amsgrad = false;
  double lr_decay = 0;
  double initial_accumulator_value = 0;
  std::optional<double> weight_decay;
  double l1 = 0;
  std::optional<double> clip_norm;
  std::optional<double> clip_value;
  // Schedule of the learning rate, counted in steps
  std::string schedule = "constant";
  std::uint32_t step_size = 1000;
  double gamma = 0.1;
  std::uint32_t t_max = 1000;
  double eta_min = 0;
  double start_factor = 1.0 / 3;
  std::uint32_t total_iters = 100;
  std::uint32_t total_steps = 1000;
  double pct_start = 0.3;
  double div_factor = 25, final_div_factor = 1e4;
  // Run
  std::uint32_t patience = 0;
  double min_delta = 0;
  std::string fault = "none";
  std::string dtype = "float32";
  std::uint32_t seed = 1;
};

/// A value that no option takes, as a message calls it: `null`, `an object`.
struct OtherValue {
  std::string what;
};

/// An entry of a list that a user gave.
using OptionEntry = std::variant<double, bool, std::string, OtherValue>;
using OptionList = std::vector<OptionEntry>;

/// What a user gave for an option, before it is known to be right; `monostate` is null.
using OptionValue = std::variant<double, bool, std::string, OptionList, std::monostate, OtherValue>;

/// A list of numbers as a user would give it.
OptionList listOfNumbers(std::span<const double> numbers);

/// The kinds of options, in the order of `OptionInfo::Field`.
enum class OptionType : std::uint8_t {
  number,
  integer,
  choice,            ///< one of `choices`
  integers,          ///< a list
  flag,              ///< true or false
  optional_number,   ///< a number or null
  numbers,           ///< a list
  choices_by_layer,  ///< a choice for all layers, or a list of one for each; for `features`, a list of any length
  flags_by_layer,    ///< true or false for all layers, or a list of one for each
};

/// `number`, `integer`, `choice` …, as JavaScript's table spells them.
std::string_view nameOf(OptionType type);

/// One row: an option's name (PyTorch's where it has one), what it may be, and what it does.
struct OptionInfo {
  using R = RunOptions;
  using Field = std::variant<double R::*, std::uint32_t R::*, std::string R::*, std::vector<std::uint32_t> R::*,
                             bool R::*, std::optional<double> R::*, std::vector<double> R::*,
                             std::vector<std::string> R::*, std::vector<bool> R::*>;
  std::string_view name;
  std::string_view group;                    ///< data, network, loss, optimizer, schedule or run
  Field field;                               ///< its index is the `OptionType`
  double min = 0, max = 0;                   ///< inclusive; of each entry for lists of numbers
  std::uint32_t minCount = 0, maxCount = 0;  ///< fewest and most entries of a list
  std::span<const std::string_view> choices = {};
  std::string_view help = "";

  OptionType type() const { return static_cast<OptionType>(field.index()); }
  /// What the number, or each entry of a list of them, may be.
  NumberRange range() const { return {min, max, type() == OptionType::integer || type() == OptionType::integers}; }
  /// The option's value in `options`.
  OptionValue read(const RunOptions& options) const;
  /// Checks `value` and writes it, or says what is wrong with it and what would be right.
  Status write(RunOptions& options, const OptionValue& value) const;
};

/// All options, in the order in which they are shown.
std::span<const OptionInfo> optionTable();

/// The row called `name`, which must be there.
const OptionInfo& optionNamed(std::string_view name);

/// Most bytes that the data, tapes and parameters of a run may take: half of what there is, so that the next run can
/// stand before the last one is freed.
inline constexpr std::uint64_t runBudget = memoryBudget / 2;

/// What the checks ask of the data of a run: how many columns and rows there are, and what they mean.
struct DataShape {
  Task task = Task::classification;
  std::uint32_t inputs = 2;   ///< columns of x, before `features`
  std::uint32_t outputs = 2;  ///< classes, or columns of y
  std::uint32_t rows = 400;
  bool wholeTargets = false;             ///< one column to predict, of whole numbers: they may be meant as classes
  std::span<const std::string> names{};  ///< of the inputs, for messages; none where the data are generated
};
/// It refers to the names in `data`.
DataShape shapeOf(const Dataset& data);
/// Of the data set that the options name.
DataShape shapeOf(const RunOptions& options);

/// Units that the last layer must have for such data and loss: one for two classes, except for cross-entropy, which
/// has one for each class; one for each column of a regression.
std::uint32_t outputUnits(const RunOptions& options, const DataShape& data);

/// What the option output_activation means for such a task: itself, or where it is `default` tanh for classes that are
/// told as −1 and 1 by mse, l1, huber or smooth_l1, and identity for all else: for logits, for the scores of hinge, and
/// for numbers to predict, which may lie beyond ±1. PyTorch's losses take the outputs of a last Linear likewise.
std::string outputActivation(const RunOptions& options, Task task);

/// An upper bound on the bytes of a run's tapes and parameters, with the float64 twin in which its instruments measure
/// the batch. On top come maps, and twins over all training rows or of dual numbers, which are refused in a sentence
/// where the memory is not there.
std::uint64_t bytesHeld(const RunOptions& options, const DataShape& data);

/// Whether every option is in its row's range and all of them together make a run on such data that fits `runBudget`;
/// nothing of its size is allocated.
Status validate(const RunOptions& options, const DataShape& data);
Status validate(const RunOptions& options);

/// Options by name over the defaults; the first wrong one is named, and unknown names are wrong. Each is checked by
/// itself; `validate` checks them together.
Result<RunOptions> readOptions(std::span<const std::pair<std::string, OptionValue>> given);

/// The same, validated for the data set that they name.
Result<RunOptions> parseOptions(std::span<const std::pair<std::string, OptionValue>> given);

}  // namespace backprop
