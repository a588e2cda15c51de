// Rules of the matrix product and of a linear layer.
#pragma once

#include "kernels/kernels.hpp"
#include "ops/rule.hpp"

namespace backprop {

template <> struct Rule<Op::matmul> : TensorRule {
  static constexpr OpInfo info{.name = "matmul",
                               .symbol = "@",
                               .inputs = {"A", "B"},
                               .formula = "A · B",
                               .derivatives = {"Ȳ · Bᵀ", "Aᵀ · Ȳ"},
                               .formulaTex = "A B",
                               .derivativesTex = {"\\bar Y B^\\top", "A^\\top \\bar Y"},
                               .saved = Saved::inputs,
                               .reason = "product rule"};

  /// Sizes of the product A (m, k) · B (k, n). A vector on the left is a row, one on the right a column; the dimension
  /// that this adds is not in the result.
  struct Sizes {
    std::size_t m, k, n, rowsOfB;
    Sizes(Shape a, Shape b)
        : m(a.rank == 1 ? 1 : a.rows), k(a.cols), n(b.rank == 1 ? 1 : b.cols), rowsOfB(b.rank == 1 ? b.cols : b.rows) {}
  };

  static Result<Shape> shape(Shapes in, const Attributes&) {
    const Shape a = in[0], b = in[1];
    for (const Shape side : {a, b})
      if (side.rank != 1 && side.rank != 2)
        return errorAt(rowOf<Rule>().name, "takes matrices and vectors, not a tensor of shape {}{}", side,
                       side.rank == 0 ? "; * multiplies by a number" : "");
    const Sizes sizes(a, b);
    if (sizes.k != sizes.rowsOfB)
      return errorAt(rowOf<Rule>().name, "{} @ {} do not fit: the left one's {}{} must equal the right one's {}{}", a,
                     b, sizes.k, a.rank == 1 ? " elements" : " columns", sizes.rowsOfB,
                     b.rank == 1 ? " elements" : " rows");
    if (a.rank == 1 && b.rank == 1) return Shape{};
    if (a.rank == 1) return Shape::vector(b.cols);
    if (b.rank == 1) return Shape::vector(a.rows);
    return Shape{a.rows, b.cols};
  }

  template <class Real> static void forward(const Operands<Real>& node) {
    const auto& [a, b, unused] = node.in;
    const auto [m, k, n, rows] = Sizes(a.shape, b.shape);
    kernels::matmulNN(a.value, b.value, node.y, m, n, k, Start<Real>::value(0));
  }

  template <class Real> static void backward(const Operands<Real>& node) {
    const auto& [a, b, unused] = node.in;
    const auto [m, k, n, rows] = Sizes(a.shape, b.shape);
    if (a.gradient) kernels::matmulNT(node.dy, b.value, a.gradient, m, k, n);
    if (b.gradient) kernels::matmulTN(a.value, node.dy, b.gradient, k, n, m);
  }
};

template <> struct Rule<Op::linear> : TensorRule {
  static constexpr OpInfo info{.name = "linear",
                               .symbol = "linear",
                               .inputs = {"x", "W", "b"},
                               .formula = "x · Wᵀ + b",
                               .derivatives = {"ȳ · W", "ȳᵀ · x", "Σ over rows of ȳ"},
                               .formulaTex = "x W^\\top + b",
                               .derivativesTex = {"\\bar y\\,W", "\\bar y^\\top x", "\\textstyle\\sum_r \\bar y_r"},
                               .saved = Saved::inputs,
                               .reason = "linear",
                               .torch = "F.linear",
                               .optionalInputs = 1};

  /// x (rows, in) or (in), W (out, in), b (out) or (1, out) → (rows, out) or (out).
  static Result<Shape> shape(Shapes in, const Attributes&) {
    const Shape x = in[0], w = in[1];
    if (w.rank != 2 || (x.rank != 1 && x.rank != 2) || x.cols != w.cols)
      return errorAt(rowOf<Rule>().name,
                     "x has shape {} and W {}: W must be a matrix, and x must have as many columns as W", x, w);
    if (in.size() > 2 && in[2] != Shape::vector(w.rows) && in[2] != Shape{1, w.rows})
      return errorAt(rowOf<Rule>().name, "b has shape {} and W {}: b must have shape {}", in[2], w,
                     Shape::vector(w.rows));
    return x.rank == 1 ? Shape::vector(w.rows) : Shape{x.rows, w.rows};
  }

  template <class Real> [[gnu::always_inline]] static void forward(const Operands<Real>& node) {
    const auto& [x, w, b] = node.in;
    const std::size_t rows = x.shape.rows, in = x.shape.cols, out = w.shape.rows;
    kernels::matmulNT(x.value, w.value, node.y, rows, out, in,
                      b.value ? Start<Real>::bias(b.value) : Start<Real>::value(0));
  }

  template <class Real> [[gnu::always_inline]] static void backward(const Operands<Real>& node) {
    const auto& [x, w, b] = node.in;
    const std::size_t rows = x.shape.rows, in = x.shape.cols, out = w.shape.rows;
    if (x.gradient) kernels::matmulNN(node.dy, w.value, x.gradient, rows, in, out);
    if (w.gradient)
      kernels::matmulTN(node.dy, x.value, w.gradient, out, in, rows,
                        w.gradientIsNew ? Start<Real>::value(0) : Start<Real>{});
    if (b.gradient) kernels::addColumnSums(node.dy, b.gradient, rows, out);
  }
};

}  // namespace backprop
