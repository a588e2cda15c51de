// Rules of + − × ÷, negation and powers.
#pragma once

#include <cmath>
#include <concepts>

#include "ops/rule.hpp"

namespace backprop {

template <> struct Rule<Op::add> : BinaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "add",
                               .symbol = "+",
                               .inputs = {"a", "b"},
                               .formula = "a + b",
                               .derivatives = {"ȳ", "ȳ"},
                               .formulaTex = "a + b",
                               .derivativesTex = {"\\bar y", "\\bar y"},
                               .reason = "sum rule"};
  template <class T> static T forward(T a, T b) { return a + b; }
  template <class T> static T da(T, T, T) { return T(1); }
  template <class T> static T db(T, T, T) { return T(1); }
};

template <> struct Rule<Op::sub> : BinaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "sub",
                               .symbol = "−",
                               .inputs = {"a", "b"},
                               .formula = "a − b",
                               .derivatives = {"ȳ", "−ȳ"},
                               .formulaTex = "a - b",
                               .derivativesTex = {"\\bar y", "-\\bar y"},
                               .reason = "sum rule",
                               .aliases = {"subtract"}};
  template <class T> static T forward(T a, T b) { return a - b; }
  template <class T> static T da(T, T, T) { return T(1); }
  template <class T> static T db(T, T, T) { return T(-1); }
};

template <> struct Rule<Op::mul> : BinaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "mul",
                               .symbol = "×",
                               .inputs = {"a", "b"},
                               .formula = "a · b",
                               .derivatives = {"ȳ · b", "ȳ · a"},
                               .formulaTex = "a\\,b",
                               .derivativesTex = {"\\bar y\\,b", "\\bar y\\,a"},
                               .saved = Saved::inputs,
                               .reason = "product rule",
                               .aliases = {"multiply"}};
  template <class T> static T forward(T a, T b) { return a * b; }
  template <class T> static T da(T, T b, T) { return b; }
  template <class T> static T db(T a, T, T) { return a; }
};

template <> struct Rule<Op::div> : BinaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "div",
                               .symbol = "÷",
                               .inputs = {"a", "b"},
                               .formula = "a / b",
                               .derivatives = {"ȳ / b", "−ȳ · (a / b) / b"},
                               .formulaTex = "\\frac{a}{b}",
                               .derivativesTex = {"\\frac{\\bar y}{b}", "-\\bar y\\,\\frac{a}{b^2}"},
                               .saved = Saved::inputs,
                               .convention = "at b = 0 the value is ±∞, or NaN for 0 / 0, as IEEE 754 has it",
                               .reason = "quotient rule",
                               .aliases = {"divide", "true_divide"}};
  template <class T> static T forward(T a, T b) { return a / b; }
  template <class T> static T da(T, T b, T) { return T(1) / b; }
  template <class T> static T db(T a, T b, T) { return -(a / b) / b; }
};

template <> struct Rule<Op::neg> : UnaryRule {
  static constexpr bool inLoops = true;
  static constexpr OpInfo info{.name = "neg",
                               .symbol = "−",
                               .inputs = {"x"},
                               .formula = "−x",
                               .derivatives = {"−ȳ"},
                               .formulaTex = "-x",
                               .derivativesTex = {"-\\bar y"},
                               .reason = "linear",
                               .aliases = {"negative"}};
  template <class T> static T forward(T x) { return -x; }
  template <class T> static T dx(T, T) { return T(-1); }
};

/// aᵇ. Small whole exponents and square roots need no exp and log; NaN⁰ is 1.
template <class T> T power(T a, T b) {
  if constexpr (std::floating_point<T>) {
    if (b == 2) return a * a;
    if (b == 1) return a;
    if (b == 3) return a * a * a;
    if (b == -1) return 1 / a;
    if (b == -2) return 1 / (a * a);
    if (b == T(0.5)) return std::sqrt(a);
    if (b == T(-0.5)) return 1 / std::sqrt(a);
  }
  return math::pow(a, b);
}

template <> struct Rule<Op::pow> : BinaryRule {
  static constexpr OpInfo info{
      .name = "pow",
      .symbol = "^",
      .inputs = {"a", "b"},
      .formula = "a^b",
      .derivatives = {"ȳ · b · a^(b−1)", "ȳ · a^b · log a"},
      .formulaTex = "a^b",
      .derivativesTex = {"\\bar y\\,b\\,a^{b-1}", "\\bar y\\,a^b \\ln a"},
      .saved = Saved::both,
      .convention = "a⁰ is 1 with gradient 0 to a, also at a = 0; 0^b with b ≥ 0 sends 0 to b; a < 0 sends NaN to b",
      .reason = "power rule"};
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T a, T b) { return power(a, b); }
  template <class T> static T da(T a, T b, T) {
    if constexpr (std::floating_point<T>)
      return b == T(0) ? T(0) : b * power(a, b - T(1));  // the product would be NaN where a⁻¹ is infinite
    else                                                 // a dual b of 0 keeps its part in ε
      return b == T(0) && !(math::abs(a) > T(0)) ? T(0) : b * power(a, b - T(1));
  }
  template <class T> static T db(T a, T b, T y) { return a == T(0) && b >= T(0) ? T(0) : y * math::log(a); }
};

}  // namespace backprop
