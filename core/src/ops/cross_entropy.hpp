// The rule of the cross-entropy of logits with class indices or probabilities.
#pragma once

#include <cmath>

#include "ops/losses.hpp"
#include "ops/normalising.hpp"

namespace backprop {

/// The number that a value stands for, without its part in ε.
inline double plainNumber(float x) { return x; }
inline double plainNumber(double x) { return x; }
inline double plainNumber(Dual<double> x) { return x.value; }

template <> struct Rule<Op::cross_entropy> : TensorRule {
  static constexpr OpInfo info{
      .name = "cross_entropy",
      .symbol = "cross-entropy",
      .inputs = {"x", "t"},
      .formula = "Σ −log softmax(x)[t] / n over the n rows; for probabilities t, Σ −t · log softmax(x) / n",
      .derivatives = {"ȳ · (softmax(x) − t) / n, t as 1 at its class and 0 elsewhere",
                      "−ȳ · log softmax(x) / n to probabilities, 0 to class indices"},
      .formulaTex = "-\\frac1n \\sum_{r,c} t_{r,c} \\ln \\operatorname{softmax}(x_r)_c",
      .derivativesTex =
          {"\\frac{\\bar y}{n} \\bigl(\\operatorname{softmax}(x_r)_c \\textstyle\\sum_k t_{r,k} - t_{r,c}\\bigr)",
           "-\\frac{\\bar y}{n} \\ln \\operatorname{softmax}(x_r)_c"},
      .saved = Saved::inputs,
      .convention =
          "x are logits; a class index that is not a whole number from 0 to C − 1 gives NaN; indices get no "
          "gradient",
      .torch = "F.cross_entropy",
      .attributes = {{reductionAttribute}}};

  Reduction reduction;
  explicit Rule(const Attributes& attributes) : reduction(static_cast<Reduction>(attributes[0])) {}

  /// x [N, C] or [C]; t of the same shape, or of one rank less for class indices.
  static Result<Shape> shape(Shapes in, const Attributes& attributes) {
    const Shape x = in[0], t = in[1];
    if (const Status fits = checkReduction(rowOf<Rule>().name, attributes[0]); !fits.ok()) return fits.error();
    if (x.rank != 1 && x.rank != 2)
      return errorAt(rowOf<Rule>().name, "the logits have shape {}; [C] or [N, C] would be right", x);
    const Shape rows = x.rank == 2 ? Shape::vector(x.rows) : Shape{};
    if (t != x && t != rows)
      return errorAt(
          rowOf<Rule>().name,
          "the logits have shape {} and the target {}; {} for class indices or {} for probabilities would be right", x,
          t, rows, x);
    return Rule(attributes).reduction == Reduction::none ? rows : Shape{};
  }

  template <class Real> void forward(const Operands<Real>& node) const {
    const auto& [x, t, unused] = node.in;
    const std::size_t rows = x.shape.rows, classes = x.shape.cols;
    if (reduction != Reduction::none) *node.y = 0;
    for (std::size_t r = 0; r < rows; ++r) {
      const Row<Real> row(x.value + r * classes, classes);
      Real likelihood = 0;
      if (t.shape == x.shape)
        for (std::size_t c = 0; c < classes; ++c) likelihood += t.value[r * classes + c] * row.logSoftmax(c);
      else
        likelihood = isClass(t.value[r], classes) ? row.logSoftmax(classOf(t.value[r])) : Real(absent);
      if (reduction == Reduction::none)
        node.y[r] = -likelihood;
      else
        *node.y += -likelihood / divisor<Real>(rows);
    }
  }

  template <class Real> void backward(const Operands<Real>& node) const {
    const auto& [x, t, unused] = node.in;
    const std::size_t rows = x.shape.rows, classes = x.shape.cols;
    for (std::size_t r = 0; r < rows; ++r) {
      const std::size_t start = r * classes;
      const Row<Real> row(x.value + start, classes);
      const Real dy = reduction == Reduction::none ? node.dy[r] : *node.dy / divisor<Real>(rows);
      if (t.shape != x.shape) {
        if (x.gradient) addIndexGradient(row, t.value[r], dy, x.gradient + start);
        continue;
      }
      const Real total = scalar::sum(t.value + start, classes);
      for (std::size_t c = 0; c < classes; ++c) {
        if (x.gradient) x.gradient[start + c] += dy * (math::exp(row.logSoftmax(c)) * total - t.value[start + c]);
        if (t.gradient) t.gradient[start + c] -= dy * row.logSoftmax(c);
      }
    }
  }

 private:
  /// One row of logits.
  template <class Real> struct Row {
    const Real* x;
    std::size_t classes;
    Real shift, logTotal;
    Row(const Real* x, std::size_t classes) : x(x), classes(classes) {
      const Slice<const Real> slice{x, classes, 1};
      shift = largestOf(slice);
      logTotal = math::log(sumOfExponentials(slice, shift));
    }
    Real logSoftmax(std::size_t c) const { return x[c] - shift - logTotal; }
  };

  template <class Real> Real divisor(std::size_t rows) const { return Real(reduction == Reduction::mean ? rows : 1); }

  template <class Real> static bool isClass(Real t, std::size_t classes) {
    const double index = plainNumber(t);
    return index == std::trunc(index) && index >= 0 && index < double(classes);
  }
  template <class Real> static std::size_t classOf(Real t) { return static_cast<std::size_t>(plainNumber(t)); }

  template <class Real> static void addIndexGradient(const Row<Real>& row, Real t, Real dy, Real* gradient) {
    const auto slope = [=](auto g, auto x, Real target) {
      using T = decltype(x);
      return g + T(dy) * (math::exp(x - T(row.shift) - T(row.logTotal)) - T(target));
    };
    const bool known = isClass(t, row.classes);
    const std::size_t own = known ? classOf(t) : 0;
    const Real ofOwn = slope(gradient[own], row.x[own], Real(1)), others = known ? Real(0) : Real(absent);
    kernels::map(
        row.classes, gradient, [=](auto g, auto x) { return slope(g, x, others); }, gradient, row.x);
    if (known) gradient[own] = ofOwn;
  }
};

}  // namespace backprop
