// Rules that pass on one of their inputs: max, min, clamp, where. What is not passed on gets no gradient, not even of
// an infinite or NaN ȳ.
#pragma once

#include <limits>

#include "ops/rule.hpp"

namespace backprop {

template <> struct Rule<Op::max> : BinaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{
      .name = "max",
      .symbol = "max",
      .inputs = {"a", "b"},
      .formula = "a where a > b, else b",
      .derivatives = {"ȳ where a > b, ȳ / 2 where a = b, else 0", "ȳ where b > a, ȳ / 2 where a = b, else 0"},
      .formulaTex = "\\max(a, b)",
      .derivativesTex = {"\\bar y\\,([a > b] + \\tfrac12 [a = b])", "\\bar y\\,([b > a] + \\tfrac12 [a = b])"},
      .saved = Saved::inputs,
      .convention = "at a tie each gets half; NaN on either side gives NaN",
      .reason = "case by case",
      .torch = "torch.maximum",
      .aliases = {"maximum"}};
  static constexpr bool zeroBlocks = true;
  // Every comparison with NaN is false but ≠: an a that is NaN stays, a b that is NaN is taken.
  template <class T> static T forward(T a, T b) { return where(a < b || b != b, b, a); }
  template <class T> static T da(T a, T b, T) { return where(a == b, T(0.5), where(a < b, T(0), T(1))); }
  template <class T> static T db(T a, T b, T) { return where(a == b, T(0.5), where(a > b, T(0), T(1))); }
};

template <> struct Rule<Op::min> : BinaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{
      .name = "min",
      .symbol = "min",
      .inputs = {"a", "b"},
      .formula = "a where a < b, else b",
      .derivatives = {"ȳ where a < b, ȳ / 2 where a = b, else 0", "ȳ where b < a, ȳ / 2 where a = b, else 0"},
      .formulaTex = "\\min(a, b)",
      .derivativesTex = {"\\bar y\\,([a < b] + \\tfrac12 [a = b])", "\\bar y\\,([b < a] + \\tfrac12 [a = b])"},
      .saved = Saved::inputs,
      .convention = "at a tie each gets half; NaN on either side gives NaN",
      .reason = "case by case",
      .torch = "torch.minimum",
      .aliases = {"minimum"}};
  static constexpr bool zeroBlocks = true;
  template <class T> static T forward(T a, T b) { return where(a > b || b != b, b, a); }
  template <class T> static T da(T a, T b, T) { return where(a == b, T(0.5), where(a > b, T(0), T(1))); }
  template <class T> static T db(T a, T b, T) { return where(a == b, T(0.5), where(a < b, T(0), T(1))); }
};

template <> struct Rule<Op::clamp> : TernaryRule {
  static constexpr OpInfo info{
      .name = "clamp",
      .symbol = "clamp",
      .inputs = {"x", "min", "max"},
      .formula = "min(max(x, min), max)",
      .derivatives = {"ȳ where min ≤ x ≤ max, else 0", "ȳ where x < min < max, else 0",
                      "ȳ where x > max or max < min, else 0"},
      .formulaTex = "\\min(\\max(x, \\mathit{min}), \\mathit{max})",
      .derivativesTex = {"\\bar y\\,[\\mathit{min} \\le x \\le \\mathit{max}]",
                         "\\bar y\\,[x < \\mathit{min} < \\mathit{max}]",
                         "\\bar y\\,[x > \\mathit{max} \\lor \\mathit{max} < \\mathit{min}]"},
      .saved = Saved::inputs,
      .convention =
          "at a bound the gradient goes to x; where min > max the value is max; NaN gives NaN; max may be left out",
      .reason = "case by case",
      .aliases = {"clip"},
      .optionalInputs = 1};
  static constexpr bool zeroBlocks = true;
  /// The bound when none is given.
  static constexpr double whenLeftOut = std::numeric_limits<double>::infinity();
  template <class T> static T forward(T x, T low, T high) {
    const T raised = where(x < low || low != low, low, x);
    return where(x != x, x, where(raised > high || high != high, high, raised));
  }
  template <class T> static T da(T x, T low, T high, T) { return where(x >= low && x <= high, T(1), T(0)); }
  template <class T> static T db(T x, T low, T high, T) { return where(x < low && low < high, T(1), T(0)); }
  template <class T> static T dc(T x, T low, T high, T) { return where(x > high || high < low, T(1), T(0)); }
};

template <> struct Rule<Op::where> : TernaryRule {
  static constexpr OpInfo info{.name = "where",
                               .symbol = "where",
                               .inputs = {"c", "a", "b"},
                               .formula = "a where c ≠ 0, else b",
                               .derivatives = {"0", "ȳ where c ≠ 0, else 0", "ȳ where c = 0, else 0"},
                               .formulaTex = "\\begin{cases} a & c \\ne 0 \\\\ b & c = 0 \\end{cases}",
                               .derivativesTex = {"0", "\\bar y\\,[c \\ne 0]", "\\bar y\\,[c = 0]"},
                               .saved = Saved::inputs,
                               .convention = "no gradient to the condition",
                               .reason = "case by case"};
  static constexpr bool zeroBlocks = true;
  template <class T> static T forward(T c, T a, T b) { return backprop::where(c != T(0), a, b); }
  template <class T> static T da(T, T, T, T) { return T(0); }
  template <class T> static T db(T c, T, T, T) { return backprop::where(c != T(0), T(1), T(0)); }
  template <class T> static T dc(T c, T, T, T) { return backprop::where(c != T(0), T(0), T(1)); }
};

}  // namespace backprop
