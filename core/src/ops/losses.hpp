// Rules of the losses that compare each prediction with its target. cross_entropy is in cross_entropy.hpp.
#pragma once

#include "backprop/text.hpp"
#include "kernels/kernels.hpp"
#include "ops/logistic.hpp"
#include "ops/rule.hpp"

namespace backprop {

inline constexpr AttributeInfo reductionAttribute{.name = "reduction", .kind = AttributeKind::reduction};

inline Status checkReduction(std::string_view op, double reduction) {
  if (reduction == 0 || reduction == 1 || reduction == 2) return okStatus();
  return errorAt(op, "reduction is {}; 0 (mean), 1 (sum) or 2 (none) would be right", reduction);
}

/// Base of the losses. A rule gives, for numbers or lanes, `loss(p, t)` of one prediction and its target, and its
/// derivatives `dp(p, t)` and `dt(p, t)`. The first attribute is the reduction.
template <class R, bool inLanes> struct PairwiseLoss : TensorRule {
  Reduction reduction;
  explicit PairwiseLoss(const Attributes& attributes) : reduction(static_cast<Reduction>(attributes[0])) {}

  static Result<Shape> shape(Shapes in, const Attributes& attributes) {
    if (in[0] != in[1])
      return errorAt(rowOf<R>().name, "the prediction is {} and the target {}: both must have the same shape", in[0],
                     in[1]);
    if (const Status fits = checkReduction(rowOf<R>().name, attributes[0]); !fits.ok()) return fits.error();
    return R(attributes).reduction == Reduction::none ? in[0] : Shape{};
  }

  template <class Real> void forward(const Operands<Real>& node) const {
    const auto& [p, t, unused] = node.in;
    const std::size_t n = p.shape.size();
    const auto loss = [this](auto p, auto t) { return self().loss(p, t); };
    if (reduction == Reduction::none)
      map(n, node.y, loss, p.value, t.value);
    else
      *node.y = reduce(n, loss, p.value, t.value) / Real(reduction == Reduction::mean ? n : 1);
  }

  template <class Real> void backward(const Operands<Real>& node) const {
    backwardTo(node, 0, [this](auto p, auto t) { return self().dp(p, t); });
    backwardTo(node, 1, [this](auto p, auto t) { return self().dt(p, t); });
  }

 private:
  const R& self() const { return static_cast<const R&>(*this); }

  template <class Real, class Slope> void backwardTo(const Operands<Real>& node, std::size_t k, Slope slope) const {
    Real* const gradient = node.in[k].gradient;
    if (!gradient) return;
    const Real *p = node.in[0].value, *t = node.in[1].value;
    const std::size_t n = node.in[0].shape.size();
    if (reduction == Reduction::none)
      return map(
          n, gradient, [slope](auto g, auto dy, auto p, auto t) { return g + dy * slope(p, t); }, gradient, node.dy, p,
          t);
    const Real scale = *node.dy / Real(reduction == Reduction::mean ? n : 1);
    map(
        n, gradient, [slope, scale](auto g, auto p, auto t) { return g + decltype(g)(scale) * slope(p, t); }, gradient,
        p, t);
  }

  template <class Real, class F, class... In> static void map(std::size_t n, Real* out, F f, const In*... in) {
    if constexpr (inLanes && std::floating_point<Real>)
      simd::map(n, out, f, in...);
    else
      scalar::map(n, out, f, in...);
  }
  template <class F, class Real> static Real reduce(std::size_t n, F f, const Real* p, const Real* t) {
    if constexpr (inLanes && std::floating_point<Real>)
      return simd::reduce<Real>(n, f, p, t);
    else
      return scalar::reduce<Real>(n, f, p, t);
  }
};

template <> struct Rule<Op::mse> : PairwiseLoss<Rule<Op::mse>, true> {
  static constexpr OpInfo info{
      .name = "mse",
      .symbol = "mse",
      .inputs = {"p", "t"},
      .formula = "Σ (pᵢ − tᵢ)² / n",
      .derivatives = {"ȳ · 2 (pᵢ − tᵢ) / n", "−ȳ · 2 (pᵢ − tᵢ) / n"},
      .formulaTex = "\\frac1n \\sum_i (p_i - t_i)^2",
      .derivativesTex = {"\\bar y\\,\\frac{2 (p_i - t_i)}{n}", "-\\bar y\\,\\frac{2 (p_i - t_i)}{n}"},
      .saved = Saved::inputs,
      .reason = "power rule",
      .torch = "F.mse_loss",
      .aliases = {"mse_loss"},
      .attributes = {{reductionAttribute}}};
  using PairwiseLoss::PairwiseLoss;
  template <class T> static T loss(T p, T t) { return (p - t) * (p - t); }
  template <class T> static T dp(T p, T t) { return T(2) * (p - t); }
  template <class T> static T dt(T p, T t) { return T(-2) * (p - t); }
};

template <> struct Rule<Op::l1> : PairwiseLoss<Rule<Op::l1>, true> {
  static constexpr OpInfo info{.name = "l1",
                               .symbol = "l1",
                               .inputs = {"p", "t"},
                               .formula = "Σ |pᵢ − tᵢ| / n",
                               .derivatives = {"ȳ · sign(pᵢ − tᵢ) / n", "−ȳ · sign(pᵢ − tᵢ) / n"},
                               .formulaTex = "\\frac1n \\sum_i |p_i - t_i|",
                               .derivativesTex = {"\\bar y\\,\\frac{\\operatorname{sign}(p_i - t_i)}{n}",
                                                  "-\\bar y\\,\\frac{\\operatorname{sign}(p_i - t_i)}{n}"},
                               .saved = Saved::inputs,
                               .convention = "where p = t the gradient is 0",
                               .reason = "case by case",
                               .torch = "F.l1_loss",
                               .aliases = {"l1_loss"},
                               .attributes = {{reductionAttribute}}};
  using PairwiseLoss::PairwiseLoss;
  template <class T> static T loss(T p, T t) { return math::abs(p - t); }
  template <class T> static T dp(T p, T t) { return where(p > t, T(1), where(p < t, T(-1), T(0))); }
  template <class T> static T dt(T p, T t) { return dp(t, p); }
};

template <> struct Rule<Op::huber> : PairwiseLoss<Rule<Op::huber>, true> {
  static constexpr OpInfo info{
      .name = "huber",
      .symbol = "huber",
      .inputs = {"p", "t"},
      .formula = "Σ h(pᵢ − tᵢ) / n, h(z) = z² / 2 where |z| < delta, else delta · (|z| − delta / 2)",
      .derivatives = {"ȳ · h′(pᵢ − tᵢ) / n, h′(z) = z cut off at ±delta", "−ȳ · h′(pᵢ − tᵢ) / n"},
      .formulaTex =
          "\\frac1n \\sum_i h(p_i - t_i),\\ h(z) = \\begin{cases} z^2 / 2 & |z| < \\delta \\\\ "
          "\\delta\\,(|z| - \\delta / 2) & |z| \\ge \\delta \\end{cases}",
      .derivativesTex = {"\\frac{\\bar y}{n} \\min(\\max(p_i - t_i, -\\delta), \\delta)",
                         "-\\frac{\\bar y}{n} \\min(\\max(p_i - t_i, -\\delta), \\delta)"},
      .saved = Saved::inputs,
      .convention = "delta must be above 0",
      .reason = "case by case",
      .torch = "F.huber_loss",
      .aliases = {"huber_loss"},
      .attributes = {{reductionAttribute, {.name = "delta", .fallback = 1}}}};
  double delta;
  explicit Rule(const Attributes& attributes) : PairwiseLoss(attributes), delta(attributes[1]) {}
  static Result<Shape> shape(Shapes in, const Attributes& attributes) {
    if (!(attributes[1] > 0))
      return errorAt(rowOf<Rule>().name, "delta is {}; a number above 0 would be right", attributes[1]);
    return PairwiseLoss::shape(in, attributes);
  }
  template <class T> T loss(T p, T t) const {
    const T z = math::abs(p - t);
    return where(z < T(delta), T(0.5) * z * z, T(delta) * (z - T(0.5 * delta)));
  }
  template <class T> T dp(T p, T t) const {
    const T z = p - t;
    return where(z >= T(delta), T(delta), where(z <= T(-delta), T(-delta), z));
  }
  template <class T> T dt(T p, T t) const { return -dp(p, t); }
};

template <> struct Rule<Op::smooth_l1> : PairwiseLoss<Rule<Op::smooth_l1>, true> {
  static constexpr OpInfo info{
      .name = "smooth_l1",
      .symbol = "smooth l1",
      .inputs = {"p", "t"},
      .formula = "Σ h(pᵢ − tᵢ) / n, h(z) = z² / (2 · beta) where |z| < beta, else |z| − beta / 2",
      .derivatives = {"ȳ · h′(pᵢ − tᵢ) / n, h′(z) = z / beta where |z| < beta, else sign z", "−ȳ · h′(pᵢ − tᵢ) / n"},
      .formulaTex =
          "\\frac1n \\sum_i h(p_i - t_i),\\ h(z) = \\begin{cases} z^2 / (2 \\beta) & |z| < \\beta \\\\ "
          "|z| - \\beta / 2 & |z| \\ge \\beta \\end{cases}",
      .derivativesTex = {"\\frac{\\bar y}{n} \\min(\\max(\\tfrac{p_i - t_i}{\\beta}, -1), 1)",
                         "-\\frac{\\bar y}{n} \\min(\\max(\\tfrac{p_i - t_i}{\\beta}, -1), 1)"},
      .saved = Saved::inputs,
      .convention = "beta = 0 is the l1 loss",
      .reason = "case by case",
      .torch = "F.smooth_l1_loss",
      .aliases = {"smooth_l1_loss"},
      .attributes = {{reductionAttribute, {.name = "beta", .fallback = 1}}}};
  double beta;
  explicit Rule(const Attributes& attributes) : PairwiseLoss(attributes), beta(attributes[1]) {}
  static Result<Shape> shape(Shapes in, const Attributes& attributes) {
    if (!(attributes[1] >= 0))
      return errorAt(rowOf<Rule>().name, "beta is {}; 0 or a number above it would be right", attributes[1]);
    return PairwiseLoss::shape(in, attributes);
  }
  template <class T> T loss(T p, T t) const {
    const T z = math::abs(p - t);
    return where(z < T(beta), T(0.5) * z * z / T(beta), z - T(0.5 * beta));
  }
  template <class T> T dp(T p, T t) const {
    const T z = p - t;
    return where(math::abs(z) < T(beta), z / T(beta), where(z > T(0), T(1), where(z < T(0), T(-1), z)));
  }
  template <class T> T dt(T p, T t) const { return -dp(p, t); }
};

template <> struct Rule<Op::bce_with_logits> : PairwiseLoss<Rule<Op::bce_with_logits>, false> {
  static constexpr OpInfo info{
      .name = "bce_with_logits",
      .symbol = "bce",
      .inputs = {"x", "t"},
      .formula = "Σ −(tᵢ · log σ(xᵢ) + (1 − tᵢ) · log σ(−xᵢ)) / n",
      .derivatives = {"ȳ · (σ(xᵢ) − tᵢ) / n", "−ȳ · xᵢ / n"},
      .formulaTex = "-\\frac1n \\sum_i \\bigl(t_i \\ln \\sigma(x_i) + (1 - t_i) \\ln \\sigma(-x_i)\\bigr)",
      .derivativesTex = {"\\bar y\\,\\frac{\\sigma(x_i) - t_i}{n}", "-\\bar y\\,\\frac{x_i}{n}"},
      .saved = Saved::inputs,
      .convention = "x are logits, not probabilities; a target outside 0 to 1 is taken as it is",
      .torch = "F.binary_cross_entropy_with_logits",
      .aliases = {"binary_cross_entropy_with_logits"},
      .attributes = {{reductionAttribute}}};
  using PairwiseLoss::PairwiseLoss;
  template <class T> static T loss(T x, T t) { return (T(1) - t) * x + logOnePlusExp(-x); }
  template <class T> static T dp(T x, T t) { return logistic(x) - t; }
  template <class T> static T dt(T x, T) { return -x; }
};

template <> struct Rule<Op::hinge> : PairwiseLoss<Rule<Op::hinge>, true> {
  static constexpr OpInfo info{
      .name = "hinge",
      .symbol = "hinge",
      .inputs = {"p", "t"},
      .formula = "Σ max(0, 1 − tᵢ · pᵢ) / n",
      .derivatives = {"−ȳ · tᵢ / n where tᵢ · pᵢ < 1, else 0", "−ȳ · pᵢ / n where tᵢ · pᵢ < 1, else 0"},
      .formulaTex = "\\frac1n \\sum_i \\max(0, 1 - t_i\\,p_i)",
      .derivativesTex = {"-\\bar y\\,\\frac{t_i}{n} [t_i\\,p_i < 1]", "-\\bar y\\,\\frac{p_i}{n} [t_i\\,p_i < 1]"},
      .saved = Saved::inputs,
      .convention = "targets are −1 and 1; where t · p = 1 the gradient is 0",
      .reason = "case by case",
      .torch = "F.relu(1 - {1} * {0})",
      .aliases = {"hinge_loss"},
      .attributes = {{reductionAttribute}}};
  using PairwiseLoss::PairwiseLoss;
  template <class T> static T loss(T p, T t) {
    const T missing = T(1) - t * p;
    return where(missing < T(0), T(0), missing);
  }
  template <class T> static T dp(T p, T t) { return where(T(1) - t * p <= T(0), T(0), T(-1)) * t; }
  template <class T> static T dt(T p, T t) { return dp(t, p); }
};

}  // namespace backprop
