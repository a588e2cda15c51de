// Rules of exponentials, logarithms, roots and what is made of them.
#pragma once

#include <limits>
#include <numbers>

#include "ops/logistic.hpp"
#include "ops/rule.hpp"

namespace backprop {

template <> struct Rule<Op::exp> : UnaryRule {
  static constexpr bool inLoops = true;
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

template <> struct Rule<Op::expm1> : UnaryRule {
  static constexpr OpInfo info{.name = "expm1",
                               .symbol = "expm1",
                               .inputs = {"x"},
                               .formula = "e^x − 1",
                               .derivatives = {"ȳ · e^x"},
                               .formulaTex = "e^x - 1",
                               .derivativesTex = {"\\bar y\\,e^x"},
                               .saved = Saved::inputs};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::expm1(x); }
  // y + 1 would be 0 where e^x still is a number.
  template <class T> static T dx(T x, T) { return math::exp(x); }
};

template <> struct Rule<Op::log> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "log",
                               .symbol = "log",
                               .inputs = {"x"},
                               .formula = "log x",
                               .derivatives = {"ȳ / x"},
                               .formulaTex = "\\ln x",
                               .derivativesTex = {"\\frac{\\bar y}{x}"},
                               .saved = Saved::inputs,
                               .convention = "at x = 0 the value is −∞ and the gradient ∞; below 0 the value is NaN",
                               .aliases = {"ln"}};
  template <class T> static T forward(T x) { return math::log(x); }
  template <class T> static T dx(T x, T) { return T(1) / x; }
};

template <> struct Rule<Op::log1p> : UnaryRule {
  static constexpr OpInfo info{.name = "log1p",
                               .symbol = "log1p",
                               .inputs = {"x"},
                               .formula = "log(1 + x)",
                               .derivatives = {"ȳ / (1 + x)"},
                               .formulaTex = "\\ln(1 + x)",
                               .derivativesTex = {"\\frac{\\bar y}{1 + x}"},
                               .saved = Saved::inputs,
                               .convention = "at x = −1 the value is −∞ and the gradient ∞; below −1 the value is NaN"};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::log1p(x); }
  template <class T> static T dx(T x, T) { return T(1) / (T(1) + x); }
};

template <> struct Rule<Op::log2> : UnaryRule {
  static constexpr OpInfo info{.name = "log2",
                               .symbol = "log₂",
                               .inputs = {"x"},
                               .formula = "log₂ x",
                               .derivatives = {"ȳ / (x · log 2)"},
                               .formulaTex = "\\log_2 x",
                               .derivativesTex = {"\\frac{\\bar y}{x \\ln 2}"},
                               .saved = Saved::inputs,
                               .convention = "at x = 0 the value is −∞ and the gradient ∞; below 0 the value is NaN"};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::log2(x); }
  template <class T> static T dx(T x, T) { return T(1) / (x * T(std::numbers::ln2)); }
};

template <> struct Rule<Op::log10> : UnaryRule {
  static constexpr OpInfo info{.name = "log10",
                               .symbol = "log₁₀",
                               .inputs = {"x"},
                               .formula = "log₁₀ x",
                               .derivatives = {"ȳ / (x · log 10)"},
                               .formulaTex = "\\log_{10} x",
                               .derivativesTex = {"\\frac{\\bar y}{x \\ln 10}"},
                               .saved = Saved::inputs,
                               .convention = "at x = 0 the value is −∞ and the gradient ∞; below 0 the value is NaN"};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::log10(x); }
  template <class T> static T dx(T x, T) { return T(1) / (x * T(std::numbers::ln10)); }
};

template <> struct Rule<Op::sqrt> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "sqrt",
                               .symbol = "√",
                               .inputs = {"x"},
                               .formula = "√x",
                               .derivatives = {"ȳ / (2 · y)"},
                               .formulaTex = "\\sqrt x",
                               .derivativesTex = {"\\frac{\\bar y}{2 y}"},
                               .saved = Saved::output,
                               .convention = "at x = 0 the gradient is ∞; below 0 the value is NaN",
                               .reason = "power rule"};
  template <class T> static T forward(T x) { return math::sqrt(x); }
  template <class T> static T dx(T, T y) { return T(0.5) / y; }
};

template <> struct Rule<Op::square> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "square",
                               .symbol = "x²",
                               .inputs = {"x"},
                               .formula = "x²",
                               .derivatives = {"ȳ · 2 · x"},
                               .formulaTex = "x^2",
                               .derivativesTex = {"\\bar y\\,2 x"},
                               .saved = Saved::inputs,
                               .reason = "power rule"};
  template <class T> static T forward(T x) { return x * x; }
  template <class T> static T dx(T x, T) { return T(2) * x; }
};

template <> struct Rule<Op::reciprocal> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "reciprocal",
                               .symbol = "1/x",
                               .inputs = {"x"},
                               .formula = "1 / x",
                               .derivatives = {"−ȳ · y²"},
                               .formulaTex = "\\frac{1}{x}",
                               .derivativesTex = {"-\\bar y\\,y^2"},
                               .saved = Saved::output,
                               .convention = "at x = 0 the value is ±∞ and the gradient −∞",
                               .reason = "power rule"};
  template <class T> static T forward(T x) { return T(1) / x; }
  template <class T> static T dx(T, T y) { return -(y * y); }
};

template <> struct Rule<Op::erf> : UnaryRule {
  static constexpr OpInfo info{.name = "erf",
                               .symbol = "erf",
                               .inputs = {"x"},
                               .formula = "2/√π · ∫₀ˣ e^(−t²) dt",
                               .derivatives = {"ȳ · 2/√π · e^(−x²)"},
                               .formulaTex = "\\frac{2}{\\sqrt\\pi} \\int_0^x e^{-t^2} dt",
                               .derivativesTex = {"\\bar y\\,\\frac{2}{\\sqrt\\pi} e^{-x^2}"},
                               .saved = Saved::inputs};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T x) { return math::erf(x); }
  template <class T> static T dx(T x, T) { return T(2 * std::numbers::inv_sqrtpi) * math::exp(-(x * x)); }
};

template <> struct Rule<Op::hypot> : BinaryRule {
  static constexpr OpInfo info{.name = "hypot",
                               .symbol = "hypot",
                               .inputs = {"a", "b"},
                               .formula = "√(a² + b²)",
                               .derivatives = {"ȳ · a / y", "ȳ · b / y"},
                               .formulaTex = "\\sqrt{a^2 + b^2}",
                               .derivativesTex = {"\\bar y\\,\\frac{a}{y}", "\\bar y\\,\\frac{b}{y}"},
                               .saved = Saved::both,
                               .convention = "at a = b = 0 the gradient is NaN"};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T a, T b) { return math::hypot(a, b); }
  template <class T> static T da(T a, T, T y) { return a / y; }
  template <class T> static T db(T, T b, T y) { return b / y; }
};

template <> struct Rule<Op::logaddexp> : BinaryRule {
  static constexpr OpInfo info{.name = "logaddexp",
                               .symbol = "logaddexp",
                               .inputs = {"a", "b"},
                               .formula = "log(e^a + e^b)",
                               .derivatives = {"ȳ · σ(a − b)", "ȳ · σ(b − a)"},
                               .formulaTex = "\\ln(e^a + e^b)",
                               .derivativesTex = {"\\bar y\\,\\sigma(a - b)", "\\bar y\\,\\sigma(b - a)"},
                               .saved = Saved::inputs,
                               .convention = "where a and b are the same infinity the gradient is NaN"};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T a, T b) {
    // Where both are the same infinity, their difference is no number, but the larger one is.
    if (a == b && math::abs(a) == T(std::numeric_limits<double>::infinity())) return a;
    return where(a < b, b, a) + math::log1p(math::exp(-math::abs(a - b)));
  }
  template <class T> static T da(T a, T b, T) { return logistic(a - b); }
  template <class T> static T db(T a, T b, T) { return logistic(b - a); }
};

}  // namespace backprop
