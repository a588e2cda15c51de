// Rules of + − × ÷, negation and powers.
#pragma once

#include "ops/rule.hpp"

namespace backprop {

template <> struct Rule<Op::add> : BinaryRule {
  static constexpr OpInfo info{.name = "add",
                               .symbol = "+",
                               .inputs = {"a", "b"},
                               .formula = "a + b",
                               .derivatives = {"ȳ", "ȳ"},
                               .formulaTex = "a + b",
                               .derivativesTex = {"\\bar y", "\\bar y"}};
  template <class T> static T forward(T a, T b) { return a + b; }
  template <class T> static T da(T, T, T) { return T(1); }
  template <class T> static T db(T, T, T) { return T(1); }
};

template <> struct Rule<Op::sub> : BinaryRule {
  static constexpr OpInfo info{.name = "sub",
                               .symbol = "−",
                               .inputs = {"a", "b"},
                               .formula = "a − b",
                               .derivatives = {"ȳ", "−ȳ"},
                               .formulaTex = "a - b",
                               .derivativesTex = {"\\bar y", "-\\bar y"}};
  template <class T> static T forward(T a, T b) { return a - b; }
  template <class T> static T da(T, T, T) { return T(1); }
  template <class T> static T db(T, T, T) { return T(-1); }
};

template <> struct Rule<Op::mul> : BinaryRule {
  static constexpr OpInfo info{.name = "mul",
                               .symbol = "×",
                               .inputs = {"a", "b"},
                               .formula = "a · b",
                               .derivatives = {"ȳ · b", "ȳ · a"},
                               .formulaTex = "a\\,b",
                               .derivativesTex = {"\\bar y\\,b", "\\bar y\\,a"},
                               .saved = Saved::inputs};
  template <class T> static T forward(T a, T b) { return a * b; }
  template <class T> static T da(T, T b, T) { return b; }
  template <class T> static T db(T a, T, T) { return a; }
};

template <> struct Rule<Op::div> : BinaryRule {
  static constexpr OpInfo info{.name = "div",
                               .symbol = "÷",
                               .inputs = {"a", "b"},
                               .formula = "a / b",
                               .derivatives = {"ȳ / b", "−ȳ · (a / b) / b"},
                               .formulaTex = "\\frac{a}{b}",
                               .derivativesTex = {"\\frac{\\bar y}{b}", "-\\bar y\\,\\frac{a}{b^2}"},
                               .saved = Saved::inputs,
                               .convention = "at b = 0 the value is ±∞, or NaN for 0 / 0, as IEEE 754 has it"};
  template <class T> static T forward(T a, T b) { return a / b; }
  template <class T> static T da(T, T b, T) { return T(1) / b; }
  template <class T> static T db(T a, T b, T) { return -(a / b) / b; }
};

template <> struct Rule<Op::neg> : UnaryRule {
  static constexpr OpInfo info{.name = "neg",
                               .symbol = "−",
                               .inputs = {"x"},
                               .formula = "−x",
                               .derivatives = {"−ȳ"},
                               .formulaTex = "-x",
                               .derivativesTex = {"-\\bar y"}};
  template <class T> static T forward(T x) { return -x; }
  template <class T> static T dx(T, T) { return T(-1); }
};

template <> struct Rule<Op::pow> : BinaryRule {
  static constexpr OpInfo info{
      .name = "pow",
      .symbol = "^",
      .inputs = {"a", "b"},
      .formula = "a^b",
      .derivatives = {"ȳ · b · a^(b−1)", "ȳ · a^b · log a"},
      .formulaTex = "a^b",
      .derivativesTex = {"\\bar y\\,b\\,a^{b-1}", "\\bar y\\,a^b \\ln a"},
      .saved = Saved::inputs,
      .convention = "a⁰ is 1 with gradient 0 to a, also at a = 0; 0^b with b ≥ 0 sends 0 to b"};
  // The lanes' power goes through exp and log, which loses digits for whole exponents.
  static constexpr bool hasLanes = false;
  template <class T> static T forward(T a, T b) { return math::pow(a, b); }
  template <class T> static T da(T a, T b, T) {
    // At 0⁰ the product would be 0 · ∞. Elsewhere b = 0 makes it 0 by itself, and a dual b keeps its part in ε.
    return a == T(0) && b == T(0) ? T(0) : b * math::pow(a, b - T(1));
  }
  template <class T> static T db(T a, T b, T) { return a == T(0) && b >= T(0) ? T(0) : math::pow(a, b) * math::log(a); }
};

}  // namespace backprop
