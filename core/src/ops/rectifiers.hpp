// Rules of relu and its kin: functions with a corner, or that could have one.
#pragma once

#include "ops/rule.hpp"

namespace backprop {

template <> struct Rule<Op::relu> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr bool isShort = true;
  static constexpr OpInfo info{.name = "relu",
                               .symbol = "relu",
                               .inputs = {"x"},
                               .formula = "max(x, 0)",
                               .derivatives = {"ȳ where x > 0, else 0"},
                               .formulaTex = "\\max(x, 0)",
                               .derivativesTex = {"\\bar y\\,[x > 0]"},
                               .saved = Saved::output,
                               .convention = "at x = 0 the gradient is 0; NaN stays NaN",
                               .reason = "case by case",
                               .torch = "F.relu"};
  static constexpr bool zeroBlocks = true;
  // Written so that NaN, for which every comparison is false, passes through.
  template <class T> static T forward(T x) { return where(x < T(0), T(0), x); }
  template <class T> static T dx(T, T y) { return where(y <= T(0), T(0), T(1)); }
};

template <> struct Rule<Op::relu6> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "relu6",
                               .symbol = "relu6",
                               .inputs = {"x"},
                               .formula = "min(max(x, 0), 6)",
                               .derivatives = {"ȳ where 0 < x < 6, else 0"},
                               .formulaTex = "\\min(\\max(x, 0), 6)",
                               .derivativesTex = {"\\bar y\\,[0 < x < 6]"},
                               .saved = Saved::output,
                               .convention = "at x = 0 and x = 6 the gradient is 0; NaN stays NaN",
                               .reason = "case by case",
                               .torch = "F.relu6"};
  static constexpr bool zeroBlocks = true;
  template <class T> static T forward(T x) { return where(x < T(0), T(0), where(x > T(6), T(6), x)); }
  template <class T> static T dx(T, T y) { return where(y <= T(0) || y >= T(6), T(0), T(1)); }
};

template <> struct Rule<Op::hardtanh> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "hardtanh",
                               .symbol = "hardtanh",
                               .inputs = {"x"},
                               .formula = "min(max(x, −1), 1)",
                               .derivatives = {"ȳ where −1 < x < 1, else 0"},
                               .formulaTex = "\\min(\\max(x, -1), 1)",
                               .derivativesTex = {"\\bar y\\,[-1 < x < 1]"},
                               .saved = Saved::output,
                               .convention = "at x = ±1 the gradient is 0; NaN stays NaN",
                               .reason = "case by case",
                               .torch = "F.hardtanh"};
  static constexpr bool zeroBlocks = true;
  template <class T> static T forward(T x) { return where(x < T(-1), T(-1), where(x > T(1), T(1), x)); }
  template <class T> static T dx(T, T y) { return where(y <= T(-1) || y >= T(1), T(0), T(1)); }
};

template <> struct Rule<Op::leaky_relu> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "leaky_relu",
                               .symbol = "leaky",
                               .inputs = {"x"},
                               .formula = "x where x > 0, else negative_slope · x",
                               .derivatives = {"ȳ where x > 0, else ȳ · negative_slope"},
                               .formulaTex = "\\begin{cases} x & x > 0 \\\\ s\\,x & x \\le 0 \\end{cases}",
                               .derivativesTex = {"\\bar y \\begin{cases} 1 & x > 0 \\\\ s & x \\le 0 \\end{cases}"},
                               .saved = Saved::inputs,
                               .convention = "at x = 0 the gradient is ȳ · negative_slope",
                               .reason = "case by case",
                               .torch = "F.leaky_relu",
                               .attributes = {{{.name = "negative_slope", .fallback = 0.01}}}};
  double slope;
  explicit Rule(const Attributes& attributes) : slope(attributes[0]) {}
  template <class T> T forward(T x) const { return where(x > T(0), x, T(slope) * x); }
  template <class T> T dx(T x, T) const { return where(x > T(0), T(1), T(slope)); }
};

template <> struct Rule<Op::elu> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{
      .name = "elu",
      .symbol = "elu",
      .inputs = {"x"},
      .formula = "x where x > 0, else alpha · (e^x − 1)",
      .derivatives = {"ȳ where x > 0, else ȳ · alpha · e^x"},
      .formulaTex = "\\begin{cases} x & x > 0 \\\\ \\alpha (e^x - 1) & x \\le 0 \\end{cases}",
      .derivativesTex = {"\\bar y \\begin{cases} 1 & x > 0 \\\\ \\alpha e^x & x \\le 0 \\end{cases}"},
      .saved = Saved::inputs,
      .convention = "at x = 0 the gradient is ȳ · alpha",
      .reason = "case by case",
      .torch = "F.elu",
      .attributes = {{{.name = "alpha", .fallback = 1}}}};
  static constexpr bool hasLanes = false;
  double alpha;
  // Adding 0 makes +0 of −0, as PyTorch does.
  explicit Rule(const Attributes& attributes) : alpha(attributes[0]) {}
  template <class T> T forward(T x) const { return x <= T(0) ? T(alpha) * math::expm1(x) + T(0) : x; }
  template <class T> T dx(T x, T) const { return x <= T(0) ? T(alpha) * math::exp(x) : T(1); }
};

template <> struct Rule<Op::selu> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{
      .name = "selu",
      .symbol = "selu",
      .inputs = {"x"},
      .formula = "λ · x where x > 0, else λ · α · (e^x − 1); λ ≈ 1.0507, α ≈ 1.6733",
      .derivatives = {"ȳ · λ where x > 0, else ȳ · λ · α · e^x"},
      .formulaTex = "\\lambda \\begin{cases} x & x > 0 \\\\ \\alpha (e^x - 1) & x \\le 0 \\end{cases}",
      .derivativesTex = {"\\bar y\\,\\lambda \\begin{cases} 1 & x > 0 \\\\ \\alpha e^x & x \\le 0 \\end{cases}"},
      .saved = Saved::inputs,
      .convention = "at x = 0 the gradient is ȳ · λ · α",
      .reason = "case by case",
      .torch = "F.selu"};
  static constexpr bool hasLanes = false;
  // Klambauer et al., "Self-Normalizing Neural Networks" (2017), appendix.
  static constexpr double scale = 1.0507009873554805, alpha = 1.6732632423543772;
  template <class T> static T forward(T x) {
    return x <= T(0) ? T(scale * alpha) * math::expm1(x) + T(0) : T(scale) * x;
  }
  template <class T> static T dx(T x, T) { return x <= T(0) ? T(scale * alpha) * math::exp(x) : T(scale); }
};

}  // namespace backprop
