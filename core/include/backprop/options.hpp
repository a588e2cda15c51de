// The settings of a training run: one table from which defaults, ranges, messages, controls and docs follow.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "backprop/argument.hpp"
#include "backprop/budget.hpp"
#include "backprop/result.hpp"

namespace backprop {

/// A run of one network on one data set. The initial values are the defaults; `optionTable` says what each may be.
struct RunOptions {
  std::string dataset = "spiral";
  std::uint32_t samples = 400;
  double noise = 0.1;
  double train_fraction = 0.8;
  std::uint32_t batch_size = 10;
  std::vector<std::uint32_t> layers = {2, 6, 6, 1};  ///< units per layer, input first, output last
  std::string activation = "tanh";
  std::string output_activation = "tanh";
  double lr = 0.01;
  std::uint32_t seed = 1;
};

/// A value that no option takes, as a message calls it: `null`, `an object`.
struct OtherValue {
  std::string what;
};

/// What a user gave for an option, before it is known to be right.
using OptionValue = std::variant<double, std::string, std::vector<double>, OtherValue>;

enum class OptionType : std::uint8_t { number, integer, choice, integers };

/// `number`, `integer`, `choice`, `integers`.
std::string_view nameOf(OptionType type);

/// One row: an option's name (PyTorch's where it has one), what it may be, and what it does.
struct OptionInfo {
  using Field = std::variant<double RunOptions::*, std::uint32_t RunOptions::*, std::string RunOptions::*,
                             std::vector<std::uint32_t> RunOptions::*>;
  std::string_view name;
  Field field;                               ///< its index is the `OptionType`
  double min = 0, max = 0;                   ///< inclusive; of each entry for `integers`
  std::uint32_t minCount = 0, maxCount = 0;  ///< fewest and most entries of `integers`
  std::span<const std::string_view> choices = {};
  std::string_view help = "";

  OptionType type() const { return static_cast<OptionType>(field.index()); }
  /// What the number, or each entry of `integers`, may be.
  NumberRange range() const { return {min, max, type() != OptionType::number}; }
  /// The option's value in `options`.
  OptionValue read(const RunOptions& options) const;
  /// Checks `value` and writes it, or says what is wrong with it and what would be right.
  Status write(RunOptions& options, const OptionValue& value) const;
};

/// All options, in the order in which they are shown.
std::span<const OptionInfo> optionTable();

/// Most bytes that the tapes and parameters of a run may take: half of what there is, so that the next run can stand
/// before the last one is freed.
inline constexpr std::uint64_t runBudget = memoryBudget / 2;

/// An upper bound on the bytes of a run's tapes and parameters, whatever is asked of it. Maps come on top.
std::uint64_t bytesHeld(const RunOptions& options);

/// Whether every option is in its row's range and all of them together make a run that fits `runBudget`; nothing of
/// its size is allocated.
Status validate(const RunOptions& options);

/// Options by name over the defaults, validated. The first wrong one is named; unknown names are wrong.
Result<RunOptions> parseOptions(std::span<const std::pair<std::string, OptionValue>> given);

}  // namespace backprop
