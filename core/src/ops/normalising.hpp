// Rules of logsumexp, softmax and its logarithm: sums of exponentials, shifted by the largest so that none overflows.
#pragma once

#include <limits>

#include "ops/reductions.hpp"

namespace backprop {

/// The largest of x, which is subtracted before exponentials are taken.
template <class Real> Real largestOf(Slice<const Real> x) { return Rule<Op::amax>::reduce(x); }

/// Σ e^(xᵢ − shift).
template <class Real> Real sumOfExponentials(Slice<const Real> x, Real shift) {
  const auto term = [shift](auto each) { return math::exp(each - decltype(each)(shift)); };
  if (x.step == 1) return kernels::reduce<Real>(x.size, term, x.first);
  Real total = 0;
  for (std::size_t i = 0; i < x.size; ++i) total += term(x[i]);
  return total;
}

template <> struct Rule<Op::logsumexp> : ReductionRule<Rule<Op::logsumexp>> {
  static constexpr OpInfo info{.name = "logsumexp",
                               .symbol = "logsumexp",
                               .inputs = {"x"},
                               .formula = "log Σ e^xᵢ",
                               .derivatives = {"ȳ · e^(xᵢ − y)"},
                               .formulaTex = "\\ln \\sum_i e^{x_i}",
                               .derivativesTex = {"\\bar y\\,e^{x_i - y}"},
                               .saved = Saved::both,
                               .convention = "−∞ everywhere gives −∞ and gradient NaN",
                               .attributes = {{axisAttribute, keepAttribute}}};
  template <class Real> static Real reduce(Slice<const Real> x) {
    // An infinite shift would make ∞ − ∞ of the numbers that decide.
    Real shift = largestOf(x);
    if (math::abs(shift) == Real(std::numeric_limits<double>::infinity())) shift = 0;
    return math::log(sumOfExponentials(x, shift)) + shift;
  }
  template <class Real> static void spread(Slice<const Real> x, Real y, Real dy, Slice<Real> dx) {
    for (std::size_t i = 0; i < x.size; ++i) dx[i] += dy * math::exp(x[i] - y);
  }
};

/// Base of the rules that give as many numbers as they take: `normalise(x, y)` and `spread(y, dy, dx)`, for slices.
template <class R> struct NormalisingRule : TensorRule {
  static Result<Shape> shape(Shapes in, const Attributes& attributes) {
    const Status fits = checkAxis(rowOf<R>().name, in[0], attributes[0]);
    return fits.ok() ? Result<Shape>(in[0]) : fits.error();
  }
  template <class Real> static void forward(const Operands<Real>& node) {
    const Slices slices(node.shape, node.attributes[0]);
    for (std::size_t k = 0; k < slices.count(); ++k) R::normalise(slices.of(node.in[0].value, k), slices.of(node.y, k));
  }
  template <class Real> static void backward(const Operands<Real>& node) {
    const Slices slices(node.shape, node.attributes[0]);
    for (std::size_t k = 0; k < slices.count(); ++k)
      R::spread(slices.of(node.y, k), slices.of(node.dy, k), slices.of(node.in[0].gradient, k));
  }
};

/// Softmax goes along the last dimension when none is given.
inline constexpr AttributeInfo lastAxisAttribute{.name = "dim", .kind = AttributeKind::axis, .fallback = -1};

template <> struct Rule<Op::softmax> : NormalisingRule<Rule<Op::softmax>> {
  static constexpr OpInfo info{
      .name = "softmax",
      .symbol = "softmax",
      .inputs = {"x"},
      .formula = "e^xᵢ / Σ e^xⱼ",
      .derivatives = {"yᵢ · (ȳᵢ − Σ ȳⱼ · yⱼ)"},
      .formulaTex = "\\frac{e^{x_i}}{\\sum_j e^{x_j}}",
      .derivativesTex = {"y_i\\,\\bigl(\\bar y_i - \\textstyle\\sum_j \\bar y_j\\,y_j\\bigr)"},
      .saved = Saved::output,
      .convention = "along the last dimension when none is given; −∞ gives 0, unless all are −∞: NaN",
      .reason = "quotient rule",
      .attributes = {{lastAxisAttribute}}};
  template <class Real> static void normalise(Slice<const Real> x, Slice<Real> y) {
    const Real shift = largestOf(x), total = sumOfExponentials(x, shift);
    for (std::size_t i = 0; i < x.size; ++i) y[i] = math::exp(x[i] - shift) / total;
  }
  template <class Real> static void spread(Slice<Real> y, Slice<const Real> dy, Slice<Real> dx) {
    Real total = 0;
    for (std::size_t i = 0; i < y.size; ++i) total += dy[i] * y[i];
    for (std::size_t i = 0; i < y.size; ++i) dx[i] += y[i] * (dy[i] - total);
  }
};

template <> struct Rule<Op::log_softmax> : NormalisingRule<Rule<Op::log_softmax>> {
  static constexpr OpInfo info{.name = "log_softmax",
                               .symbol = "log softmax",
                               .inputs = {"x"},
                               .formula = "xᵢ − log Σ e^xⱼ",
                               .derivatives = {"ȳᵢ − e^yᵢ · Σ ȳⱼ"},
                               .formulaTex = "x_i - \\ln \\sum_j e^{x_j}",
                               .derivativesTex = {"\\bar y_i - e^{y_i} \\textstyle\\sum_j \\bar y_j"},
                               .saved = Saved::output,
                               .convention = "along the last dimension when none is given; −∞ everywhere gives NaN",
                               .attributes = {{lastAxisAttribute}}};
  template <class Real> static void normalise(Slice<const Real> x, Slice<Real> y) {
    const Real shift = largestOf(x), logTotal = math::log(sumOfExponentials(x, shift));
    for (std::size_t i = 0; i < x.size; ++i) y[i] = x[i] - shift - logTotal;
  }
  template <class Real> static void spread(Slice<Real> y, Slice<const Real> dy, Slice<Real> dx) {
    const Real total = sumOf(dy);
    for (std::size_t i = 0; i < y.size; ++i) dx[i] += dy[i] - math::exp(y[i]) * total;
  }
};

}  // namespace backprop
