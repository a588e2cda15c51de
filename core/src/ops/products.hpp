// Rules of the matrix product and of a linear layer.
#pragma once

#include <algorithm>

#include "kernels/kernels.hpp"
#include "ops/rule.hpp"

namespace backprop {

template <> struct Rule<Op::matmul> : MatrixRule {
  static constexpr OpInfo info{.name = "matmul",
                               .symbol = "@",
                               .inputs = {"A", "B"},
                               .formula = "A · B",
                               .derivatives = {"Ȳ · Bᵀ", "Aᵀ · Ȳ"},
                               .formulaTex = "A B",
                               .derivativesTex = {"\\bar Y B^\\top", "A^\\top \\bar Y"},
                               .saved = Saved::inputs};

  static Result<Shape> shape(Shapes in) {
    if (in[0].cols != in[1].rows)
      return errorAt(info.name, toString(in[0]) + " @ " + toString(in[1]) + " do not fit: the left one's " +
                                    std::to_string(in[0].cols) + " columns must equal the right one's " +
                                    std::to_string(in[1].rows) + " rows");
    return Shape{in[0].rows, in[1].cols};
  }

  template <class Real> static void forward(const Operands<Real>& node) {
    const auto& [a, b, unused] = node.in;
    std::fill_n(node.y, node.shape.size(), Real(0));
    kernels::matmulNN(a.value, b.value, node.y, node.shape.rows, node.shape.cols, a.shape.cols);
  }

  template <class Real> static void backward(const Operands<Real>& node) {
    const auto& [a, b, unused] = node.in;
    const auto [m, n] = node.shape;
    const std::size_t k = a.shape.cols;
    if (a.gradient) kernels::matmulNT(node.dy, b.value, a.gradient, m, k, n);
    if (b.gradient) kernels::matmulTN(a.value, node.dy, b.gradient, k, n, m);
  }
};

template <> struct Rule<Op::linear> : MatrixRule {
  static constexpr OpInfo info{.name = "linear",
                               .symbol = "linear",
                               .inputs = {"x", "W", "b"},
                               .formula = "x · Wᵀ + b",
                               .derivatives = {"ȳ · W", "ȳᵀ · x", "Σ over rows of ȳ"},
                               .formulaTex = "x W^\\top + b",
                               .derivativesTex = {"\\bar y\\,W", "\\bar y^\\top x", "\\textstyle\\sum_r \\bar y_r"},
                               .saved = Saved::inputs};

  /// x (rows, in), W (out, in), b (1, out) → (rows, out).
  static Result<Shape> shape(Shapes in) {
    if (in[0].cols != in[1].cols)
      return errorAt(info.name,
                     "x is " + toString(in[0]) + " and W is " + toString(in[1]) + ": x must have as many columns as W");
    if (in[2] != Shape{1, in[1].rows})
      return errorAt(info.name, "b is " + toString(in[2]) + " and W is " + toString(in[1]) + ": b must be 1×" +
                                    std::to_string(in[1].rows));
    return Shape{in[0].rows, in[1].rows};
  }

  template <class Real> static void forward(const Operands<Real>& node) {
    const auto& [x, w, b] = node.in;
    const auto [rows, out] = node.shape;
    for (std::size_t r = 0; r < rows; ++r) std::copy_n(b.value, out, node.y + r * out);
    kernels::matmulNT(x.value, w.value, node.y, rows, out, x.shape.cols);
  }

  template <class Real> static void backward(const Operands<Real>& node) {
    const auto& [x, w, b] = node.in;
    const auto [rows, out] = node.shape;
    const std::size_t in = x.shape.cols;
    if (x.gradient) kernels::matmulNN(node.dy, w.value, x.gradient, rows, in, out);
    if (w.gradient) kernels::matmulTN(node.dy, x.value, w.gradient, out, in, rows);
    if (b.gradient) kernels::addColumnSums(node.dy, b.gradient, rows, out);
  }
};

}  // namespace backprop
