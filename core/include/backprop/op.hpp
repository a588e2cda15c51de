// The operations a tape can record, and what is known about each: the one list from which JavaScript's table and the
// tests of rules and kernels follow. The rules themselves stand in core/src/ops/.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace backprop {

/// Every operation. A new one takes a name here and one `Rule<Op::name>` in core/src/ops/ (about 30 lines).
// clang-format off
enum class Op : std::uint8_t {
  add, sub, mul, div, neg, pow,
  exp, log, tanh, sigmoid, relu,
  matmul, linear,
  sum, mean, mse,
  count,  // how many there are; no operation
};
// clang-format on

/// How many operations there are.
inline constexpr std::size_t opCount = static_cast<std::size_t>(Op::count);

/// Most inputs that an operation takes (`linear`: x, W, b).
inline constexpr std::size_t maxInputs = 3;

/// What a backward rule reads besides the incoming gradient.
enum class Saved : std::uint8_t { nothing, inputs, output };

/// One row of the table. All texts are static.
struct OpInfo {
  std::string_view name;                                ///< PyTorch's name, as the language and the palette use it
  std::string_view symbol;                              ///< what a node shows: `+`, `tanh`, `@`
  std::array<std::string_view, maxInputs> inputs;       ///< names of the inputs, in order; empty where there is none
  std::string_view formula;                             ///< the output y, in plain text
  std::array<std::string_view, maxInputs> derivatives;  ///< per input, what the gradient ȳ of y sends back to it
  std::string_view formulaTex;                          ///< the same in TeX, for formulas on a page
  std::array<std::string_view, maxInputs> derivativesTex;
  Saved saved = Saved::nothing;
  std::string_view convention = "";  ///< the choice made where no derivative exists; empty where there is no such point

  constexpr std::size_t arity() const {
    std::size_t count = 0;
    while (count < maxInputs && !inputs[count].empty()) ++count;
    return count;
  }
};

/// The whole table, indexed by `Op`.
std::span<const OpInfo, opCount> opTable();

/// The row of one operation.
const OpInfo& opInfo(Op op);

/// The operation called `name`, if there is one.
std::optional<Op> findOp(std::string_view name);

}  // namespace backprop
