// Rules of the smooth activation functions. relu and its kin are in rectifiers.hpp, tanh is in trigonometric.hpp.
#pragma once

#include <numbers>

#include "ops/logistic.hpp"
#include "ops/rule.hpp"

namespace backprop {

template <> struct Rule<Op::sigmoid> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "sigmoid",
                               .symbol = "σ",
                               .inputs = {"x"},
                               .formula = "1 / (1 + e^−x)",
                               .derivatives = {"ȳ · σ(x) · σ(−x)"},
                               .formulaTex = "\\frac{1}{1 + e^{-x}}",
                               .derivativesTex = {"\\bar y\\,\\sigma(x)\\,\\sigma(-x)"},
                               .saved = Saved::inputs};
  template <class T> static T forward(T x) { return logistic(x); }
  template <class T> static T dx(T x, T) { return logisticSlope(x); }
};

template <> struct Rule<Op::logsigmoid> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "logsigmoid",
                               .symbol = "log σ",
                               .inputs = {"x"},
                               .formula = "log σ(x)",
                               .derivatives = {"ȳ · σ(−x)"},
                               .formulaTex = "\\ln \\sigma(x)",
                               .derivativesTex = {"\\bar y\\,\\sigma(-x)"},
                               .saved = Saved::inputs,
                               .torch = "F.logsigmoid"};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return T(0) - logOnePlusExp(-x); }
  template <class T> static T dx(T x, T) { return logistic(-x); }
};

template <> struct Rule<Op::softplus> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "softplus",
                               .symbol = "softplus",
                               .inputs = {"x"},
                               .formula = "log(1 + e^x)",
                               .derivatives = {"ȳ · σ(x)"},
                               .formulaTex = "\\ln(1 + e^x)",
                               .derivativesTex = {"\\bar y\\,\\sigma(x)"},
                               .saved = Saved::inputs,
                               .torch = "F.softplus"};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return logOnePlusExp(x); }
  template <class T> static T dx(T x, T) { return logistic(x); }
};

template <> struct Rule<Op::softsign> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "softsign",
                               .symbol = "softsign",
                               .inputs = {"x"},
                               .formula = "x / (1 + |x|)",
                               .derivatives = {"ȳ / (1 + |x|)²"},
                               .formulaTex = "\\frac{x}{1 + |x|}",
                               .derivativesTex = {"\\frac{\\bar y}{(1 + |x|)^2}"},
                               .saved = Saved::inputs,
                               .convention = "at x = ±∞ value and gradient are NaN",
                               .torch = "F.softsign"};
  template <class T> static T forward(T x) { return x / (T(1) + math::abs(x)); }
  template <class T> static T dx(T x, T) {
    const T shrunk = T(1) / (T(1) + math::abs(x));
    return shrunk * shrunk + T(0) * x;  // NaN where the value is
  }
};

template <> struct Rule<Op::gelu> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{
      .name = "gelu",
      .symbol = "gelu",
      .inputs = {"x"},
      .formula = "x · Φ(x), Φ(x) = (1 + erf(x / √2)) / 2",
      .derivatives = {"ȳ · (Φ(x) + x · e^(−x²/2) / √(2π))"},
      .formulaTex = "x\\,\\Phi(x),\\ \\Phi(x) = \\tfrac12 (1 + \\operatorname{erf}(x / \\sqrt2))",
      .derivativesTex = {"\\bar y\\,\\bigl(\\Phi(x) + x\\,\\tfrac{1}{\\sqrt{2\\pi}} e^{-x^2/2}\\bigr)"},
      .saved = Saved::inputs,
      .convention = "at x = −∞ the value is NaN, at x = ±∞ the gradient",
      .reason = "product rule",
      .torch = "F.gelu"};
  static constexpr bool hasLanes = false;
  /// The normal distribution; 1 + erf would lose all digits far below 0.
  template <class T> static T distribution(T x) { return T(0.5) * math::erfc(-x * T(std::numbers::sqrt2 / 2)); }
  template <class T> static T forward(T x) { return x * distribution(x); }
  template <class T> static T dx(T x, T) {
    const T density = T(std::numbers::inv_sqrtpi / std::numbers::sqrt2) * math::exp(T(-0.5) * x * x);
    return distribution(x) + x * density;
  }
};

template <> struct Rule<Op::gelu_tanh> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{
      .name = "gelu_tanh",
      .symbol = "gelu≈",
      .inputs = {"x"},
      .formula = "x · (1 + tanh u) / 2, u = √(2/π) · (x + 0.044715 · x³)",
      .derivatives = {"ȳ · ((1 + tanh u) / 2 + x · (1 − tanh² u) / 2 · √(2/π) · (1 + 0.134145 · x²))"},
      .formulaTex = "\\tfrac{x}{2} (1 + \\tanh u),\\ u = \\sqrt{2/\\pi}\\,(x + 0.044715\\,x^3)",
      .derivativesTex = {"\\bar y\\,\\tfrac12 \\bigl(1 + \\tanh u + x\\,(1 - \\tanh^2 u)\\,\\tfrac{du}{dx}\\bigr)"},
      .saved = Saved::inputs,
      .convention = "at x = −∞ the value is NaN, at x = ±∞ the gradient",
      .reason = "product rule",
      .torch = "F.gelu({}, approximate='tanh')"};
  // (1 + tanh u) / 2 is σ(2u), which keeps its digits far below 0.
  static constexpr double scale = 2 * std::numbers::sqrt2 * std::numbers::inv_sqrtpi, cubic = 0.044715;
  template <class T> static T twiceU(T x) { return T(scale) * (x + T(cubic) * x * x * x); }
  template <class T> static T forward(T x) { return x * logistic(twiceU(x)); }
  template <class T> static T dx(T x, T) {
    const T u = twiceU(x);
    return logistic(u) + x * logisticSlope(u) * (T(scale) * (T(1) + T(3 * cubic) * x * x));
  }
};

template <> struct Rule<Op::silu> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "silu",
                               .symbol = "silu",
                               .inputs = {"x"},
                               .formula = "x · σ(x)",
                               .derivatives = {"ȳ · (σ(x) + x · σ(x) · σ(−x))"},
                               .formulaTex = "x\\,\\sigma(x)",
                               .derivativesTex = {"\\bar y\\,(\\sigma(x) + x\\,\\sigma(x)\\,\\sigma(-x))"},
                               .saved = Saved::inputs,
                               .convention = "at x = −∞ the value is NaN, at x = ±∞ the gradient",
                               .reason = "product rule",
                               .torch = "F.silu",
                               .aliases = {"swish"}};
  template <class T> static T forward(T x) { return x * logistic(x); }
  template <class T> static T dx(T x, T) { return logistic(x) + x * logisticSlope(x); }
};

template <> struct Rule<Op::mish> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "mish",
                               .symbol = "mish",
                               .inputs = {"x"},
                               .formula = "x · t, t = tanh(log(1 + e^x))",
                               .derivatives = {"ȳ · (t + x · (1 − t²) · σ(x))"},
                               .formulaTex = "x\\,t,\\ t = \\tanh \\ln(1 + e^x)",
                               .derivativesTex = {"\\bar y\\,(t + x\\,(1 - t^2)\\,\\sigma(x))"},
                               .saved = Saved::inputs,
                               .convention = "at x = −∞ the value is NaN, at x = ±∞ the gradient",
                               .reason = "product rule",
                               .torch = "F.mish"};
  /// t as a fraction. With w = e^x it is w(w + 2) / (w(w + 2) + 2); above 0 both parts are divided by w².
  template <class T> struct Fraction {
    T above, rest;  // t = above / (above + rest)
    explicit Fraction(T x) {
      const T e = math::exp(-math::abs(x));
      above = where(x < T(0), e * (e + T(2)), T(1) + T(2) * e);
      rest = where(x < T(0), T(2), T(2) * e * e);
    }
  };
  template <class T> static T forward(T x) {
    const Fraction<T> t(x);
    return x * (t.above / (t.above + t.rest));
  }
  template <class T> static T dx(T x, T) {
    const Fraction<T> t(x);
    const T below = t.above + t.rest;
    return t.above / below + x * (t.rest * (below + t.above) / (below * below)) * logistic(x);
  }
};

}  // namespace backprop
