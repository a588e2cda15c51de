// The settings of a training run: one table from which defaults, ranges, messages, controls and docs follow.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

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

/// What a user gave for an option, before it is known to be right.
using OptionValue = std::variant<double, std::string, std::vector<double>>;

enum class OptionType : std::uint8_t { number, integer, choice, integers };

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
  /// The option's value in `options`.
  OptionValue read(const RunOptions& options) const;
  /// Checks `value` and writes it, or says what is wrong with it and what would be right.
  Status write(RunOptions& options, const OptionValue& value) const;
};

/// All options, in the order in which they are shown.
std::span<const OptionInfo> optionTable();

/// `value` as a whole number between `min` and `max`, both included, or what is wrong with it. `place` names the
/// argument.
Result<std::uint32_t> wholeNumber(std::string_view place, double value, std::uint32_t min, std::uint32_t max);

/// Options by name over the defaults. The first wrong one is named; unknown names are wrong.
Result<RunOptions> parseOptions(std::span<const std::pair<std::string, OptionValue>> given);

}  // namespace backprop
