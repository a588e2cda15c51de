// Operations that no gradient passes: comparisons, whose value is 1 or 0, and detach.
#pragma once

#include "ops/rule.hpp"

namespace backprop {

constexpr OpInfo comparisonRow(std::string_view name, std::string_view symbol, std::string_view formula,
                               std::string_view formulaTex, std::string_view alias) {
  return {.name = name,
          .symbol = symbol,
          .inputs = {"a", "b"},
          .formula = formula,
          .derivatives = {"0", "0"},
          .formulaTex = formulaTex,
          .derivativesTex = {"0", "0"},
          .convention = "no gradient passes",
          .reason = "not differentiable",
          .aliases = {alias},
          .stopsGradient = true};
}

template <> struct Rule<Op::gt> : BinaryRule {
  static constexpr OpInfo info = comparisonRow("gt", ">", "1 where a > b, else 0", "[a > b]", "greater");
  template <class T> static T forward(T a, T b) { return where(a > b, T(1), T(0)); }
};

template <> struct Rule<Op::ge> : BinaryRule {
  static constexpr OpInfo info = comparisonRow("ge", "≥", "1 where a ≥ b, else 0", "[a \\ge b]", "greater_equal");
  template <class T> static T forward(T a, T b) { return where(a >= b, T(1), T(0)); }
};

template <> struct Rule<Op::lt> : BinaryRule {
  static constexpr OpInfo info = comparisonRow("lt", "<", "1 where a < b, else 0", "[a < b]", "less");
  template <class T> static T forward(T a, T b) { return where(a < b, T(1), T(0)); }
};

template <> struct Rule<Op::le> : BinaryRule {
  static constexpr OpInfo info = comparisonRow("le", "≤", "1 where a ≤ b, else 0", "[a \\le b]", "less_equal");
  template <class T> static T forward(T a, T b) { return where(a <= b, T(1), T(0)); }
};

template <> struct Rule<Op::eq> : BinaryRule {
  static constexpr OpInfo info = comparisonRow("eq", "=", "1 where a = b, else 0", "[a = b]", "");
  template <class T> static T forward(T a, T b) { return where(a == b, T(1), T(0)); }
};

template <> struct Rule<Op::ne> : BinaryRule {
  static constexpr OpInfo info = comparisonRow("ne", "≠", "1 where a ≠ b, else 0", "[a \\ne b]", "not_equal");
  template <class T> static T forward(T a, T b) { return where(a != b, T(1), T(0)); }
};

template <> struct Rule<Op::detach> : UnaryRule {
  static constexpr OpInfo info{.name = "detach",
                               .symbol = "detach",
                               .inputs = {"x"},
                               .formula = "x",
                               .derivatives = {"0"},
                               .formulaTex = "x",
                               .derivativesTex = {"0"},
                               .convention = "no gradient passes: y counts as a constant",
                               .reason = "stopped on purpose",
                               .stopsGradient = true};
  template <class T> static T forward(T x) { return x; }
};

}  // namespace backprop
