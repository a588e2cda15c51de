// Rules of the elementary functions and activations.
#pragma once

#include "ops/rule.hpp"

namespace backprop {

template <> struct Rule<Op::exp> : UnaryRule {
  static constexpr OpInfo info{.name = "exp",
                               .symbol = "exp",
                               .inputs = {"x"},
                               .formula = "e^x",
                               .derivatives = {"ȳ · y"},
                               .formulaTex = "e^x",
                               .derivativesTex = {"\\bar y\\,y"},
                               .saved = Saved::output};
  template <class T> static T forward(T x) { return math::exp(x); }
  template <class T> static T dx(T, T y) { return y; }
};

template <> struct Rule<Op::log> : UnaryRule {
  static constexpr OpInfo info{.name = "log",
                               .symbol = "log",
                               .inputs = {"x"},
                               .formula = "log x",
                               .derivatives = {"ȳ / x"},
                               .formulaTex = "\\ln x",
                               .derivativesTex = {"\\frac{\\bar y}{x}"},
                               .saved = Saved::inputs,
                               .convention = "at x = 0 the value is −∞ and the gradient ∞; below 0 the value is NaN"};
  template <class T> static T forward(T x) { return math::log(x); }
  template <class T> static T dx(T x, T) { return T(1) / x; }
};

template <> struct Rule<Op::tanh> : UnaryRule {
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

template <> struct Rule<Op::sigmoid> : UnaryRule {
  static constexpr OpInfo info{.name = "sigmoid",
                               .symbol = "σ",
                               .inputs = {"x"},
                               .formula = "1 / (1 + e^−x)",
                               .derivatives = {"ȳ · σ(x) · σ(−x)"},
                               .formulaTex = "\\frac{1}{1 + e^{-x}}",
                               .derivativesTex = {"\\bar y\\,\\sigma(x)\\,\\sigma(-x)"},
                               .saved = Saved::inputs};
  // Only e to a negative power is ever taken, so that nothing overflows.
  template <class T> static T forward(T x) {
    const T e = math::exp(-math::abs(x));
    return where(x < T(0), e, T(1)) / (T(1) + e);
  }
  // σ·(1 − σ) would be 0 from x = 37 on; this is 4.2e-18 at x = 40, as it should be.
  template <class T> static T dx(T x, T) {
    const T e = math::exp(-math::abs(x));
    return e / ((T(1) + e) * (T(1) + e));
  }
};

template <> struct Rule<Op::relu> : UnaryRule {
  static constexpr OpInfo info{.name = "relu",
                               .symbol = "relu",
                               .inputs = {"x"},
                               .formula = "max(x, 0)",
                               .derivatives = {"ȳ where x > 0, else 0"},
                               .formulaTex = "\\max(x, 0)",
                               .derivativesTex = {"\\bar y\\,[x > 0]"},
                               .saved = Saved::output,
                               .convention = "at x = 0 the gradient is 0; NaN stays NaN"};
  static constexpr bool zeroBlocks = true;
  // Written so that NaN, for which every comparison is false, passes through.
  template <class T> static T forward(T x) { return where(x < T(0), T(0), x); }
  template <class T> static T dx(T, T y) { return where(y <= T(0), T(0), T(1)); }
};

}  // namespace backprop
