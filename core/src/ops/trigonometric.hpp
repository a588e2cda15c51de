// Rules of circular and hyperbolic functions and their inverses.
#pragma once

#include "ops/rule.hpp"

namespace backprop {

template <> struct Rule<Op::sin> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "sin",
                               .symbol = "sin",
                               .inputs = {"x"},
                               .formula = "sin x",
                               .derivatives = {"ȳ · cos x"},
                               .formulaTex = "\\sin x",
                               .derivativesTex = {"\\bar y \\cos x"},
                               .saved = Saved::inputs};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::sin(x); }
  template <class T> static T dx(T x, T) { return math::cos(x); }
};

template <> struct Rule<Op::cos> : UnaryRule {
  static constexpr OpInfo info{.name = "cos",
                               .symbol = "cos",
                               .inputs = {"x"},
                               .formula = "cos x",
                               .derivatives = {"−ȳ · sin x"},
                               .formulaTex = "\\cos x",
                               .derivativesTex = {"-\\bar y \\sin x"},
                               .saved = Saved::inputs};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::cos(x); }
  template <class T> static T dx(T x, T) { return -math::sin(x); }
};

template <> struct Rule<Op::tan> : UnaryRule {
  static constexpr OpInfo info{.name = "tan",
                               .symbol = "tan",
                               .inputs = {"x"},
                               .formula = "tan x",
                               .derivatives = {"ȳ · (1 + y²)"},
                               .formulaTex = "\\tan x",
                               .derivativesTex = {"\\bar y\\,(1 + y^2)"},
                               .saved = Saved::output};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::tan(x); }
  template <class T> static T dx(T, T y) { return T(1) + y * y; }
};

template <> struct Rule<Op::asin> : UnaryRule {
  static constexpr OpInfo info{.name = "asin",
                               .symbol = "asin",
                               .inputs = {"x"},
                               .formula = "asin x",
                               .derivatives = {"ȳ / √(1 − x²)"},
                               .formulaTex = "\\arcsin x",
                               .derivativesTex = {"\\frac{\\bar y}{\\sqrt{1 - x^2}}"},
                               .saved = Saved::inputs,
                               .convention = "at x = ±1 the gradient is ∞; beyond, value and gradient are NaN",
                               .aliases = {"arcsin"}};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::asin(x); }
  // The product loses no digits near x = ±1, where 1 − x·x would.
  template <class T> static T dx(T x, T) { return T(1) / math::sqrt((T(1) - x) * (T(1) + x)); }
};

template <> struct Rule<Op::acos> : UnaryRule {
  static constexpr OpInfo info{.name = "acos",
                               .symbol = "acos",
                               .inputs = {"x"},
                               .formula = "acos x",
                               .derivatives = {"−ȳ / √(1 − x²)"},
                               .formulaTex = "\\arccos x",
                               .derivativesTex = {"-\\frac{\\bar y}{\\sqrt{1 - x^2}}"},
                               .saved = Saved::inputs,
                               .convention = "at x = ±1 the gradient is −∞; beyond, value and gradient are NaN",
                               .aliases = {"arccos"}};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::acos(x); }
  template <class T> static T dx(T x, T) { return T(-1) / math::sqrt((T(1) - x) * (T(1) + x)); }
};

template <> struct Rule<Op::atan> : UnaryRule {
  static constexpr OpInfo info{.name = "atan",
                               .symbol = "atan",
                               .inputs = {"x"},
                               .formula = "atan x",
                               .derivatives = {"ȳ / (1 + x²)"},
                               .formulaTex = "\\arctan x",
                               .derivativesTex = {"\\frac{\\bar y}{1 + x^2}"},
                               .saved = Saved::inputs,
                               .aliases = {"arctan"}};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::atan(x); }
  template <class T> static T dx(T x, T) { return T(1) / (T(1) + x * x); }
};

template <> struct Rule<Op::atan2> : BinaryRule {
  static constexpr OpInfo info{.name = "atan2",
                               .symbol = "atan2",
                               .inputs = {"a", "b"},
                               .formula = "the angle of the point (b, a)",
                               .derivatives = {"ȳ · b / (a² + b²)", "−ȳ · a / (a² + b²)"},
                               .formulaTex = "\\operatorname{atan2}(a, b)",
                               .derivativesTex = {"\\bar y\\,\\frac{b}{a^2 + b^2}", "-\\bar y\\,\\frac{a}{a^2 + b^2}"},
                               .saved = Saved::inputs,
                               .convention = "at a = b = 0 the value is 0 or ±π and the gradient NaN",
                               .aliases = {"arctan2"}};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T a, T b) { return math::atan2(a, b); }
  // Divided twice by the length, since its square may overflow.
  template <class T> static T da(T a, T b, T) {
    const T length = math::hypot(a, b);
    return b / length / length;
  }
  template <class T> static T db(T a, T b, T) {
    const T length = math::hypot(a, b);
    return -a / length / length;
  }
};

template <> struct Rule<Op::sinh> : UnaryRule {
  static constexpr OpInfo info{.name = "sinh",
                               .symbol = "sinh",
                               .inputs = {"x"},
                               .formula = "(e^x − e^−x) / 2",
                               .derivatives = {"ȳ · cosh x"},
                               .formulaTex = "\\sinh x",
                               .derivativesTex = {"\\bar y \\cosh x"},
                               .saved = Saved::inputs};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::sinh(x); }
  template <class T> static T dx(T x, T) { return math::cosh(x); }
};

template <> struct Rule<Op::cosh> : UnaryRule {
  static constexpr OpInfo info{.name = "cosh",
                               .symbol = "cosh",
                               .inputs = {"x"},
                               .formula = "(e^x + e^−x) / 2",
                               .derivatives = {"ȳ · sinh x"},
                               .formulaTex = "\\cosh x",
                               .derivativesTex = {"\\bar y \\sinh x"},
                               .saved = Saved::inputs};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::cosh(x); }
  template <class T> static T dx(T x, T) { return math::sinh(x); }
};

template <> struct Rule<Op::tanh> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr bool isShort = true;
  static constexpr OpInfo info{.name = "tanh",
                               .symbol = "tanh",
                               .inputs = {"x"},
                               .formula = "tanh x",
                               .derivatives = {"ȳ · (1 − y²)"},
                               .formulaTex = "\\tanh x",
                               .derivativesTex = {"\\bar y\\,(1 - y^2)"},
                               .saved = Saved::output};
  template <class T> static T forward(T x) { return math::tanh(x); }
  // The product loses no digits near y = ±1, where 1 − y·y would.
  template <class T> static T dx(T, T y) { return (T(1) - y) * (T(1) + y); }
};

template <> struct Rule<Op::asinh> : UnaryRule {
  static constexpr OpInfo info{.name = "asinh",
                               .symbol = "asinh",
                               .inputs = {"x"},
                               .formula = "log(x + √(x² + 1))",
                               .derivatives = {"ȳ / √(x² + 1)"},
                               .formulaTex = "\\operatorname{arsinh} x",
                               .derivativesTex = {"\\frac{\\bar y}{\\sqrt{x^2 + 1}}"},
                               .saved = Saved::inputs,
                               .aliases = {"arcsinh"}};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::asinh(x); }
  template <class T> static T dx(T x, T) { return T(1) / math::hypot(x, T(1)); }
};

template <> struct Rule<Op::acosh> : UnaryRule {
  static constexpr OpInfo info{.name = "acosh",
                               .symbol = "acosh",
                               .inputs = {"x"},
                               .formula = "log(x + √(x² − 1))",
                               .derivatives = {"ȳ / √(x² − 1)"},
                               .formulaTex = "\\operatorname{arcosh} x",
                               .derivativesTex = {"\\frac{\\bar y}{\\sqrt{x^2 - 1}}"},
                               .saved = Saved::inputs,
                               .convention = "at x = 1 the gradient is ∞; below 1 the value is NaN",
                               .aliases = {"arccosh"}};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::acosh(x); }
  // Adding 0 makes +0 of the product's −0 at x = −1.
  template <class T> static T dx(T x, T) { return T(1) / math::sqrt((x - T(1)) * (x + T(1)) + T(0)); }
};

template <> struct Rule<Op::atanh> : UnaryRule {
  static constexpr OpInfo info{.name = "atanh",
                               .symbol = "atanh",
                               .inputs = {"x"},
                               .formula = "log((1 + x) / (1 − x)) / 2",
                               .derivatives = {"ȳ / (1 − x²)"},
                               .formulaTex = "\\operatorname{artanh} x",
                               .derivativesTex = {"\\frac{\\bar y}{1 - x^2}"},
                               .saved = Saved::inputs,
                               .convention = "at x = ±1 the value is ±∞ and the gradient ∞; beyond, the value is NaN",
                               .aliases = {"arctanh"}};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::atanh(x); }
  template <class T> static T dx(T x, T) { return T(1) / ((T(1) - x) * (T(1) + x)); }
};

}  // namespace backprop
