// The operations a tape can record, and what is known about each: the one list from which the language, JavaScript's
// table and the tests of rules and kernels follow. The rules themselves stand in core/src/ops/.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

namespace backprop {

/// Every operation. A new one takes a name here and one `Rule<Op::name>` in core/src/ops/ (about 30 lines).
// clang-format off
enum class Op : std::uint8_t {
  add, sub, mul, div, neg, pow,
  abs, sign, floor, ceil, round,
  max, min, clamp, where, gt, ge, lt, le, eq, ne,
  exp, expm1, log, log1p, log2, log10, sqrt, square, reciprocal, erf, hypot, logaddexp,
  sin, cos, tan, asin, acos, atan, atan2, sinh, cosh, tanh, asinh, acosh, atanh,
  sigmoid, logsigmoid, softplus, softsign, gelu, gelu_tanh, silu, mish,
  relu, relu6, leaky_relu, elu, selu, hardtanh,
  matmul, linear, transpose, reshape,
  sum, mean, var, amax, amin, norm, logsumexp, softmax, log_softmax,
  mse, l1, huber, smooth_l1, bce_with_logits, cross_entropy, hinge,
  detach,
  count,  // how many there are; no operation
};
// clang-format on

/// How many operations there are.
inline constexpr std::size_t opCount = static_cast<std::size_t>(Op::count);

/// Whether a build lacks an operation. That for evaluation alone has what lessons compute most; a text with another one
/// is for a larger module.
constexpr bool isLeftOut([[maybe_unused]] Op op) {
#ifdef BACKPROP_EVALUATE
  constexpr Op kept[] = {Op::add,  Op::sub,    Op::mul,        Op::div,       Op::neg,     Op::pow,    Op::abs,
                         Op::max,  Op::min,    Op::where,      Op::gt,        Op::ge,      Op::lt,     Op::le,
                         Op::eq,   Op::ne,     Op::exp,        Op::log,       Op::sqrt,    Op::sin,    Op::cos,
                         Op::tanh, Op::square, Op::reciprocal, Op::relu,      Op::sigmoid, Op::matmul, Op::sum,
                         Op::mean, Op::mse,    Op::detach,     Op::transpose, Op::round,   Op::hypot};
  for (const Op each : kept)
    if (each == op) return false;
  return true;
#else
  return false;
#endif
}

/// Most inputs that an operation takes (`linear`: x, W, b).
inline constexpr std::size_t maxInputs = 3;

/// Most attributes that an operation has (`reshape`: three sizes).
inline constexpr std::size_t maxAttributes = 3;

/// The numbers that settle how an operation works, in the order of `OpInfo::attributes`; what is beyond is 0.
using Attributes = std::array<double, maxAttributes>;

/// An attribute that is not given: no axis (the whole tensor), no further size.
inline constexpr double absent = std::numeric_limits<double>::quiet_NaN();

enum class AttributeKind : std::uint8_t {
  number,     ///< any finite number
  flag,       ///< 0 or 1
  axis,       ///< a dimension from −rank to rank − 1, or `absent`: over all elements
  reduction,  ///< a `Reduction`
  size,       ///< a whole number, −1 for what remains, or `absent`
};

/// How a loss makes one number of many.
enum class Reduction : std::uint8_t { mean, sum, none };

/// What is known about one attribute. Names are PyTorch's keyword arguments.
struct AttributeInfo {
  std::string_view name;
  AttributeKind kind = AttributeKind::number;
  double fallback = 0;  ///< its value when it is not given
};

/// What a backward rule reads besides the incoming gradient.
enum class Saved : std::uint8_t { nothing, inputs, output, both };

#ifdef BACKPROP_COMPACT
/// A text that only a page of reference shows, and that a build which should be small leaves out.
struct Reference {
  template <class... Texts> constexpr Reference(const Texts&...) {}
};
using References = Reference;
#else
using Reference = std::string_view;
using References = std::array<std::string_view, maxInputs>;
#endif

/// A text that explains or prints a graph, which a build that makes numbers alone leaves out too.
#ifdef BACKPROP_EVALUATE
using Explained = Reference;
using Explanations = Reference;
#else
using Explained = std::string_view;
using Explanations = std::array<std::string_view, maxInputs>;
#endif

/// One row of the table. All texts are static.
struct OpInfo {
  std::string_view name;                           ///< PyTorch's name, as the language and the palette use it
  Explained symbol;                                ///< what a node shows: `+`, `tanh`, `@`
  std::array<std::string_view, maxInputs> inputs;  ///< names of the inputs, in order; empty where there is none
  Explained formula;                               ///< the output y, in plain text
  Explanations derivatives;                        ///< per input, what the gradient ȳ of y sends back to it
  Reference formulaTex;                            ///< the same in TeX, for formulas on a page
  References derivativesTex;
  Saved saved = Saved::nothing;
  Reference convention = "";        ///< the choice made where no derivative exists; empty where there is no such point
  Explained reason = "chain rule";  ///< the rule of calculus behind the derivative: `product rule`
  /// What PyTorch code calls, where that is not `torch.<name>`: `F.relu`. Where inputs and attributes do not simply
  /// follow in brackets, `{}` stands for them, or `{0}` and `{1}` for the inputs; of such a text a reduction is taken
  /// last: `F.relu(1 - {1} * {0}).mean()`.
  Explained torch = "";
  std::array<std::string_view, 2> aliases = {};  ///< further names that the language takes: `maximum` for max
  std::array<AttributeInfo, maxAttributes> attributes = {};  ///< in order; the name is empty where there is none
  std::uint8_t optionalInputs = 0;                           ///< how many of the last inputs may be left out
  bool stopsGradient = false;                                ///< whether no gradient passes: comparisons, `detach`

  constexpr std::size_t arity() const {
    std::size_t count = 0;
    while (count < maxInputs && !inputs[count].empty()) ++count;
    return count;
  }

  constexpr std::size_t attributeCount() const {
    std::size_t count = 0;
    while (count < maxAttributes && !attributes[count].name.empty()) ++count;
    return count;
  }

  /// Every attribute at its fallback.
  constexpr Attributes defaults() const {
    Attributes values{};
    for (std::size_t i = 0; i < attributeCount(); ++i) values[i] = attributes[i].fallback;
    return values;
  }
};

/// The whole table, indexed by `Op`.
std::span<const OpInfo, opCount> opTable();

/// The row of one operation.
const OpInfo& opInfo(Op op);

/// The operation called `name`, or that has it as an alias, if there is one.
std::optional<Op> findOp(std::string_view name);

}  // namespace backprop
