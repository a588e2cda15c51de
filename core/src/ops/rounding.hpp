// Rules of the absolute value, the sign and rounding.
#pragma once

#include "ops/rule.hpp"

namespace backprop {

template <> struct Rule<Op::abs> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "abs",
                               .symbol = "|x|",
                               .inputs = {"x"},
                               .formula = "|x|",
                               .derivatives = {"ȳ where x > 0, −ȳ where x < 0, else 0"},
                               .formulaTex = "|x|",
                               .derivativesTex = {"\\bar y \\operatorname{sign} x"},
                               .saved = Saved::inputs,
                               .convention = "at x = 0 the gradient is 0",
                               .reason = "case by case",
                               .aliases = {"absolute"}};
  template <class T> static T forward(T x) { return math::abs(x); }
  template <class T> static T dx(T x, T) { return where(x > T(0), T(1), where(x < T(0), T(-1), T(0))); }
};

/// The row of a function that is constant between its steps.
constexpr OpInfo stepRow(std::string_view name, std::string_view symbol, std::string_view formula,
                         std::string_view formulaTex, std::string_view convention) {
  return {.name = name,
          .symbol = symbol,
          .inputs = {"x"},
          .formula = formula,
          .derivatives = {"0"},
          .formulaTex = formulaTex,
          .derivativesTex = {"0"},
          .convention = convention,
          .reason = "constant between its steps"};
}

template <> struct Rule<Op::sign> : UnaryRule {
  static constexpr OpInfo info =
      stepRow("sign", "sign", "1 where x > 0, −1 where x < 0, else 0", "\\operatorname{sign} x",
              "the gradient is 0, also at the step; the sign of NaN is 0");
  static constexpr bool zeroBlocks = true;
  template <class T> static T forward(T x) { return where(x > T(0), T(1), where(x < T(0), T(-1), T(0))); }
  template <class T> static T dx(T, T) { return T(0); }
};

template <> struct Rule<Op::floor> : UnaryRule {
  static constexpr OpInfo info =
      stepRow("floor", "⌊x⌋", "x rounded down", "\\lfloor x \\rfloor", "the gradient is 0, also at the steps");
  static constexpr bool hasLanes = false, zeroBlocks = true;
  template <class T> static T forward(T x) { return math::floor(x); }
  template <class T> static T dx(T, T) { return T(0); }
};

template <> struct Rule<Op::ceil> : UnaryRule {
  static constexpr OpInfo info =
      stepRow("ceil", "⌈x⌉", "x rounded up", "\\lceil x \\rceil", "the gradient is 0, also at the steps");
  static constexpr bool hasLanes = false, zeroBlocks = true;
  template <class T> static T forward(T x) { return math::ceil(x); }
  template <class T> static T dx(T, T) { return T(0); }
};

template <> struct Rule<Op::round> : UnaryRule {
  static constexpr OpInfo info =
      stepRow("round", "round", "x rounded to the nearest whole number", "\\operatorname{round} x",
              "halves go to the even neighbour; the gradient is 0, also at the steps");
  static constexpr bool hasLanes = false, zeroBlocks = true;
  template <class T> static T forward(T x) { return math::nearbyint(x); }
  template <class T> static T dx(T, T) { return T(0); }
};

}  // namespace backprop
