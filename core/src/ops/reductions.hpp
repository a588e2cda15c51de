// Rules that make one number of a matrix: sum, mean, mean squared error.
#pragma once

#include "kernels/kernels.hpp"
#include "ops/rule.hpp"

namespace backprop {

template <> struct Rule<Op::sum> : TensorRule {
  static constexpr OpInfo info{.name = "sum",
                               .symbol = "Σ",
                               .inputs = {"x"},
                               .formula = "Σ xᵢ",
                               .derivatives = {"ȳ to every xᵢ"},
                               .formulaTex = "\\sum_i x_i",
                               .derivativesTex = {"\\bar y"}};

  static Result<Shape> shape(Shapes, const Attributes&) { return Shape{}; }

  template <class Real> static void forward(const Operands<Real>& node) {
    *node.y = kernels::sum(node.in[0].value, node.in[0].shape.size());
  }

  template <class Real> static void backward(const Operands<Real>& node) {
    kernels::addConstant(*node.dy, node.in[0].gradient, node.in[0].shape.size());
  }
};

template <> struct Rule<Op::mean> : TensorRule {
  static constexpr OpInfo info{.name = "mean",
                               .symbol = "mean",
                               .inputs = {"x"},
                               .formula = "Σ xᵢ / n",
                               .derivatives = {"ȳ / n to every xᵢ"},
                               .formulaTex = "\\frac1n \\sum_i x_i",
                               .derivativesTex = {"\\frac{\\bar y}{n}"}};

  static Result<Shape> shape(Shapes, const Attributes&) { return Shape{}; }

  template <class Real> static void forward(const Operands<Real>& node) {
    const std::size_t n = node.in[0].shape.size();
    *node.y = kernels::sum(node.in[0].value, n) / Real(n);
  }

  template <class Real> static void backward(const Operands<Real>& node) {
    const std::size_t n = node.in[0].shape.size();
    kernels::addConstant(*node.dy / Real(n), node.in[0].gradient, n);
  }
};

template <> struct Rule<Op::mse> : TensorRule {
  static constexpr OpInfo info{
      .name = "mse",
      .symbol = "mse",
      .inputs = {"p", "t"},
      .formula = "Σ (pᵢ − tᵢ)² / n",
      .derivatives = {"ȳ · 2 (pᵢ − tᵢ) / n", "−ȳ · 2 (pᵢ − tᵢ) / n"},
      .formulaTex = "\\frac1n \\sum_i (p_i - t_i)^2",
      .derivativesTex = {"\\bar y\\,\\frac{2 (p_i - t_i)}{n}", "-\\bar y\\,\\frac{2 (p_i - t_i)}{n}"},
      .saved = Saved::inputs};

  static Result<Shape> shape(Shapes in, const Attributes&) {
    if (in[0] != in[1])
      return errorAt(info.name, "the prediction is " + toString(in[0]) + " and the target " + toString(in[1]) +
                                    ": both must have the same shape");
    return Shape{};
  }

  template <class Real> static void forward(const Operands<Real>& node) {
    const auto& [p, t, unused] = node.in;
    const std::size_t n = p.shape.size();
    *node.y = kernels::squaredDistance(p.value, t.value, n) / Real(n);
  }

  template <class Real> static void backward(const Operands<Real>& node) {
    const auto& [p, t, unused] = node.in;
    const std::size_t n = p.shape.size();
    const Real factor = *node.dy * Real(2) / Real(n);
    if (p.gradient) kernels::addScaledDifference(factor, p.value, t.value, p.gradient, n);
    if (t.gradient) kernels::addScaledDifference(-factor, p.value, t.value, t.gradient, n);
  }
};

}  // namespace backprop
