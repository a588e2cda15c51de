// Rules that make one number of the numbers along a dimension, or of all: sums, means, extremes, norms.
#pragma once

#include <cmath>
#include <limits>

#include "kernels/kernels.hpp"
#include "ops/axis.hpp"

namespace backprop {

/// Base of the reductions. A rule has `dim` and `keepdim` among its attributes and gives `reduce(x)`, for a slice x,
/// and `spread(x, y, dy, dx)`, which adds to the slice dx what dy sends back.
template <class R> struct ReductionRule : TensorRule {
  static constexpr std::size_t place(std::string_view attribute) {
    std::size_t i = 0;
    while (R::info.attributes[i].name != attribute) ++i;
    return i;
  }

  static Result<Shape> shape(Shapes in, const Attributes& attributes) {
    return reducedShape(rowOf<R>().name, in[0], attributes[place("dim")], attributes[place("keepdim")] != 0);
  }

  template <class Real> void forward(const Operands<Real>& node) const {
    const Slices slices(node.in[0].shape, node.attributes[place("dim")]);
    for (std::size_t k = 0; k < slices.count(); ++k) node.y[k] = self().reduce(slices.of(node.in[0].value, k));
  }

  template <class Real> void backward(const Operands<Real>& node) const {
    const auto& x = node.in[0];
    const Slices slices(x.shape, node.attributes[place("dim")]);
    for (std::size_t k = 0; k < slices.count(); ++k)
      self().spread(slices.of(x.value, k), node.y[k], node.dy[k], slices.of(x.gradient, k));
  }

 private:
  const R& self() const { return static_cast<const R&>(*this); }
};

/// Σ xᵢ, in lanes where x lies together.
template <class Real> Real sumOf(Slice<const Real> x) {
  if (x.step == 1) return kernels::sum(x.first, x.size);
  Real total = 0;
  for (std::size_t i = 0; i < x.size; ++i) total += x[i];
  return total;
}

/// dxᵢ += value.
template <class Real> void addToAll(Slice<Real> dx, Real value) {
  if (dx.step == 1) return kernels::addConstant(value, dx.first, dx.size);
  for (std::size_t i = 0; i < dx.size; ++i) dx[i] += value;
}

template <> struct Rule<Op::sum> : ReductionRule<Rule<Op::sum>> {
  static constexpr OpInfo info{.name = "sum",
                               .symbol = "Σ",
                               .inputs = {"x"},
                               .formula = "Σ xᵢ",
                               .derivatives = {"ȳ to every xᵢ"},
                               .formulaTex = "\\sum_i x_i",
                               .derivativesTex = {"\\bar y"},
                               .reason = "sum rule",
                               .attributes = {{axisAttribute, keepAttribute}}};
  template <class Real> static Real reduce(Slice<const Real> x) { return sumOf(x); }
  template <class Real> static void spread(Slice<const Real>, Real, Real dy, Slice<Real> dx) { addToAll(dx, dy); }
};

template <> struct Rule<Op::mean> : ReductionRule<Rule<Op::mean>> {
  static constexpr OpInfo info{.name = "mean",
                               .symbol = "mean",
                               .inputs = {"x"},
                               .formula = "Σ xᵢ / n",
                               .derivatives = {"ȳ / n to every xᵢ"},
                               .formulaTex = "\\frac1n \\sum_i x_i",
                               .derivativesTex = {"\\frac{\\bar y}{n}"},
                               .reason = "sum rule",
                               .attributes = {{axisAttribute, keepAttribute}}};
  template <class Real> static Real reduce(Slice<const Real> x) { return sumOf(x) / Real(x.size); }
  template <class Real> static void spread(Slice<const Real> x, Real, Real dy, Slice<Real> dx) {
    addToAll(dx, dy / Real(x.size));
  }
};

template <> struct Rule<Op::var> : ReductionRule<Rule<Op::var>> {
  static constexpr OpInfo info{.name = "var",
                               .symbol = "var",
                               .inputs = {"x"},
                               .formula = "Σ (xᵢ − m)² / (n − correction), m = Σ xᵢ / n",
                               .derivatives = {"ȳ · 2 (xᵢ − m) / (n − correction)"},
                               .formulaTex = "\\frac{1}{n - c} \\sum_i (x_i - m)^2,\\ m = \\frac1n \\sum_i x_i",
                               .derivativesTex = {"\\bar y\\,\\frac{2 (x_i - m)}{n - c}"},
                               .saved = Saved::inputs,
                               .convention = "of one number with correction 1, value and gradient are NaN",
                               .reason = "chain rule",
                               .attributes = {{axisAttribute, {.name = "correction", .fallback = 1}, keepAttribute}}};
  double correction;
  explicit Rule(const Attributes& attributes) : correction(attributes[1]) {}
  template <class Real> Real reduce(Slice<const Real> x) const {
    const Real mean = sumOf(x) / Real(x.size);
    Real total = 0;
    for (std::size_t i = 0; i < x.size; ++i) total += (x[i] - mean) * (x[i] - mean);
    return total / Real(std::max(double(x.size) - correction, 0.0));
  }
  template <class Real> void spread(Slice<const Real> x, Real, Real dy, Slice<Real> dx) const {
    const Real mean = sumOf(x) / Real(x.size), factor = dy * (Real(2) / Real(double(x.size) - correction));
    for (std::size_t i = 0; i < x.size; ++i) dx[i] += factor * (x[i] - mean);
  }
};

/// Shares dy among the n entries for which `taken(i)` holds.
template <class Real, class Taken> void shareAmong(Slice<Real> dx, Real dy, Taken taken) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < dx.size; ++i) count += taken(i);
  for (std::size_t i = 0; i < dx.size; ++i) dx[i] += dy * Real(taken(i) ? 1 : 0) / Real(count);
}

/// y, the largest or the smallest xᵢ. Of dual numbers all that are equal to y share its derivative, as in reverse mode.
template <class Real> Real sharedAtTies(Slice<const Real>, Real y) { return y; }
template <class Real> Dual<Real> sharedAtTies(Slice<const Dual<Real>> x, Dual<Real> y) {
  Real total = 0, count = 0;
  for (std::size_t i = 0; i < x.size; ++i)
    if (x[i] == y) {
      total += x[i].derivative;
      ++count;
    }
  return {y.value, total / count};
}

template <> struct Rule<Op::amax> : ReductionRule<Rule<Op::amax>> {
  static constexpr OpInfo info{.name = "amax",
                               .symbol = "max",
                               .inputs = {"x"},
                               .formula = "the largest xᵢ",
                               .derivatives = {"ȳ / k to each of the k that are the largest, else 0"},
                               .formulaTex = "\\max_i x_i",
                               .derivativesTex = {"\\bar y\\,\\frac{[x_i = y]}{\\sum_j [x_j = y]}"},
                               .saved = Saved::both,
                               .convention = "at a tie all share equally; a NaN among them gives NaN, and gradient NaN",
                               .reason = "case by case",
                               .attributes = {{axisAttribute, keepAttribute}}};
  template <class Real> static Real reduce(Slice<const Real> x) {
    Real most = x[0];
    for (std::size_t i = 1; i < x.size; ++i)
      if (x[i] > most || x[i] != x[i]) most = x[i];
    return sharedAtTies(x, most);
  }
  template <class Real> static void spread(Slice<const Real> x, Real y, Real dy, Slice<Real> dx) {
    shareAmong(dx, dy, [&](std::size_t i) { return x[i] == y; });
  }
};

template <> struct Rule<Op::amin> : ReductionRule<Rule<Op::amin>> {
  static constexpr OpInfo info{.name = "amin",
                               .symbol = "min",
                               .inputs = {"x"},
                               .formula = "the smallest xᵢ",
                               .derivatives = {"ȳ / k to each of the k that are the smallest, else 0"},
                               .formulaTex = "\\min_i x_i",
                               .derivativesTex = {"\\bar y\\,\\frac{[x_i = y]}{\\sum_j [x_j = y]}"},
                               .saved = Saved::both,
                               .convention = "at a tie all share equally; a NaN among them gives NaN, and gradient NaN",
                               .reason = "case by case",
                               .attributes = {{axisAttribute, keepAttribute}}};
  template <class Real> static Real reduce(Slice<const Real> x) {
    Real least = x[0];
    for (std::size_t i = 1; i < x.size; ++i)
      if (x[i] < least || x[i] != x[i]) least = x[i];
    return sharedAtTies(x, least);
  }
  template <class Real> static void spread(Slice<const Real> x, Real y, Real dy, Slice<Real> dx) {
    shareAmong(dx, dy, [&](std::size_t i) { return x[i] == y; });
  }
};

template <> struct Rule<Op::norm> : ReductionRule<Rule<Op::norm>> {
  static constexpr OpInfo info{.name = "norm",
                               .symbol = "‖x‖",
                               .inputs = {"x"},
                               .formula = "(Σ |xᵢ|^p)^(1/p)",
                               .derivatives = {"ȳ · sign(xᵢ) · (|xᵢ| / y)^(p−1)"},
                               .formulaTex = "\\bigl(\\sum_i |x_i|^p\\bigr)^{1/p}",
                               .derivativesTex = {"\\bar y \\operatorname{sign}(x_i)\\,\\bigl(|x_i| / y\\bigr)^{p-1}"},
                               .saved = Saved::both,
                               .convention =
                                   "where x is 0 everywhere the gradient is 0; p = ∞ is the largest |xᵢ|, −∞ the "
                                   "smallest, shared at ties; p = 0 counts what is not 0",
                               .reason = "chain rule",
                               .attributes = {{{.name = "p", .fallback = 2}, axisAttribute, keepAttribute}}};
  double p;
  explicit Rule(const Attributes& attributes) : p(attributes[0]) {}

  template <class Real> static Real signOf(Real x) { return x > Real(0) ? Real(1) : x < Real(0) ? Real(-1) : Real(0); }

  template <class Real> Real reduce(Slice<const Real> x) const {
    Real y = std::isinf(p) ? math::abs(x[0]) : Real(0);
    for (std::size_t i = 0; i < x.size; ++i) {
      const Real size = math::abs(x[i]);
      if (std::isinf(p))
        y = size != size || (p > 0 ? size > y : size < y) ? size : y;
      else if (p == 2)
        y += size * size;
      else if (p == 1)
        y += size;
      else if (p == 0)
        y += Real(size != Real(0) ? 1 : 0);
      else
        y += math::pow(size, Real(p));
    }
    return p == 2 ? math::sqrt(y) : std::isinf(p) || p == 1 || p == 0 ? y : math::pow(y, Real(1 / p));
  }

  template <class Real> void spread(Slice<const Real> x, Real y, Real dy, Slice<Real> dx) const {
    if (p == 0) return;
    if (std::isinf(p)) {
      const auto decides = [&](std::size_t i) { return math::abs(x[i]) == y || (x[i] != x[i] && y != y); };
      std::size_t count = 0;
      for (std::size_t i = 0; i < x.size; ++i) count += decides(i);
      for (std::size_t i = 0; i < x.size; ++i) dx[i] += signOf(x[i]) * Real(decides(i) ? 1 : 0) * (dy / Real(count));
      return;
    }
    if (p != 1 && y == Real(0)) return;
    for (std::size_t i = 0; i < x.size; ++i) {
      if (p == 2)
        dx[i] += dy * (x[i] / y);
      else if (p == 1)
        dx[i] += dy * signOf(x[i]);
      else if (p < 1 && x[i] == Real(0))
        dx[i] += dy * (Real(0) * y);  // the power would be infinite; NaN where y is no number
      else
        dx[i] += dy * signOf(x[i]) * (math::pow(math::abs(x[i]), Real(p - 1)) / math::pow(y, Real(p - 1)));
    }
  }
};

}  // namespace backprop
