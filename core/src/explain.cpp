// Explanations and checks of a weight's gradient.
#include "backprop/explain.hpp"

#include <algorithm>
#include <cmath>

#include "backprop/options.hpp"
#include "ops/dispatch.hpp"

namespace backprop {
namespace {

/// f′(z) of an elementwise operation of one input, given z and f(z); 1 where there is none.
template <class Real>
Real localDerivative(std::optional<Op> op, Real z, Real a) {
  Real derivative = 1;
  if (op)
    withRule(*op, [&]<class R>(R) {
      if constexpr (R::kind == RuleKind::unary) derivative = R::dx(z, a);
    });
  return derivative;
}

/// Index of a weight in the block of parameters.
std::size_t offsetOf(const Layer& layer, WeightPlace place) {
  return layer.weight.offset + std::size_t{place.to} * layer.inputs + place.from;
}

template <class Real>
void checkPlace(const Network<Real>& network, const NetworkTape<Real>& tape, WeightPlace place) {
  BACKPROP_CHECK(place.layer < network.layers().size(), "no such layer");
  const Layer& layer = network.layers()[place.layer];
  BACKPROP_CHECK(place.to < layer.outputs && place.from < layer.inputs, "no such weight in the layer");
  BACKPROP_CHECK(place.example < tape.rows(), "no such example in the batch");
}

}  // namespace

template <class Real>
Result<WeightPlace> weightPlace(const Network<Real>& network, std::uint32_t rows, double layer, double to, double from,
                                double example) {
  const auto layers = network.layers();
  const auto l = wholeNumber("layer", layer, 0, static_cast<std::uint32_t>(layers.size() - 1));
  if (!l.ok()) return l.error();
  const auto t = wholeNumber("to", to, 0, layers[l.value()].outputs - 1);
  if (!t.ok()) return t.error();
  const auto f = wholeNumber("from", from, 0, layers[l.value()].inputs - 1);
  if (!f.ok()) return f.error();
  const auto e = wholeNumber("example", example, 0, rows - 1);
  if (!e.ok()) return e.error();
  return WeightPlace{l.value(), t.value(), f.value(), e.value()};
}

/// δ = ∂Lₑ/∂z of one unit. The tape differentiates the mean over the batch; one example's own loss moves `rows` times
/// as much.
template <class Real>
double deltaOf(const Network<Real>& network, const NetworkTape<Real>& tape, std::size_t layer, std::size_t example,
               std::size_t unit) {
  const auto gradient = tape.tape().gradient(tape.layers()[layer].sum);
  return double(tape.rows()) * double(gradient[example * network.layers()[layer].outputs + unit]);
}

template <class Real>
WeightExplanation explainWeight(const Network<Real>& network, const NetworkTape<Real>& tape, WeightPlace place,
                                double lr) {
  checkPlace(network, tape, place);
  const Layer& layer = network.layers()[place.layer];
  const auto& parameters = std::as_const(*network.parameters());
  const Real w = parameters.values()[offsetOf(layer, place)], g = parameters.gradients()[offsetOf(layer, place)];
  const Real update = -static_cast<Real>(lr) * g;
  WeightExplanation out{.weight = w, .gradient = g, .update = update, .next = w + update};

  const auto below = tape.activationsBelow(place.layer);
  for (std::size_t e = 0; e < tape.rows(); ++e) {
    out.delta.push_back(deltaOf(network, tape, place.layer, e, place.to));
    out.activation.push_back(below[e * layer.inputs + place.from]);
    out.product.push_back(out.delta.back() * out.activation.back());
  }

  const auto nodes = tape.layers()[place.layer];
  const std::size_t unit = std::size_t{place.example} * layer.outputs + place.to;
  const Real z = tape.tape().value(nodes.sum)[unit], a = tape.tape().value(nodes.activation)[unit];
  out.z = z;
  out.derivative = localDerivative(layer.activation, z, a);
  out.upstream = double(tape.rows()) * double(tape.tape().gradient(nodes.activation)[unit]);
  if (place.layer + 1 < network.layers().size()) {
    const Layer& next = network.layers()[place.layer + 1];
    for (std::uint32_t k = 0; k < next.outputs; ++k) {
      const double weight = parameters.values(next.weight)[std::size_t{k} * next.inputs + place.to];
      const double delta = deltaOf(network, tape, place.layer + 1, place.example, k);
      out.terms.push_back({k, weight, delta, weight * delta});
    }
  }
  return out;
}

template <class Real>
ExampleExplanation explainExample(const Network<Real>& network, const NetworkTape<Real>& tape, std::uint32_t example) {
  BACKPROP_CHECK(example < tape.rows(), "no such example in the batch");
  const auto rowOf = [example](std::span<const Real> matrix, std::size_t cols) {
    const auto row = matrix.subspan(example * cols, cols);
    return std::vector<double>(row.begin(), row.end());
  };
  ExampleExplanation out{.input = rowOf(tape.input(), network.layers().front().inputs),
                         .target = rowOf(tape.target(), network.layers().back().outputs)};
  for (std::size_t l = 0; l < network.layers().size(); ++l) {
    const std::size_t units = network.layers()[l].outputs;
    const auto nodes = tape.layers()[l];
    out.layers.push_back(
        {rowOf(tape.tape().value(nodes.sum), units), rowOf(tape.tape().value(nodes.activation), units)});
    for (std::size_t unit = 0; unit < units; ++unit)
      out.layers.back().delta.push_back(deltaOf(network, tape, l, example, unit));
  }
  const auto& output = out.layers.back().a;
  out.loss = scalar::squaredDistance(output.data(), out.target.data(), output.size()) / double(output.size());
  return out;
}

template <class Real>
WeightCheck checkWeight(const Network<Real>& network, const NetworkTape<Real>& tape, WeightPlace place) {
  checkPlace(network, tape, place);
  const auto copy = network.template clone<double>();
  NetworkTape<double> exact(copy, tape.rows());
  std::ranges::copy(tape.input(), exact.input().begin());
  std::ranges::copy(tape.target(), exact.target().begin());
  const std::size_t offset = offsetOf(network.layers()[place.layer], place);
  double& w = copy.parameters()->values()[offset];
  const auto lossAt = [&, at = w](double moved) {
    w = at + moved;
    exact.forward();
    w = at;
    return exact.loss();
  };

  WeightCheck check;
  exact.forward();
  exact.backward();
  check.analytic = copy.parameters()->gradients()[offset];
  check.h = 1e-5 * std::max(1.0, std::abs(w));
  const double here = lossAt(0), above = lossAt(check.h), below = lossAt(-check.h);
  check.numeric = (above - below) / (2 * check.h);
  check.error = std::abs(check.analytic - check.numeric);
  const double tolerance = 1e-7 + 1e-6 * std::abs(check.analytic);
  check.agrees = check.error <= tolerance;
  const double right = (above - here) / check.h, left = (here - below) / check.h;
  check.kink = !check.agrees && check.analytic >= std::min(left, right) - tolerance &&
               check.analytic <= std::max(left, right) + tolerance;
  return check;
}

template Result<WeightPlace> weightPlace(const Network<float>&, std::uint32_t, double, double, double, double);
template Result<WeightPlace> weightPlace(const Network<double>&, std::uint32_t, double, double, double, double);
template WeightExplanation explainWeight(const Network<float>&, const NetworkTape<float>&, WeightPlace, double);
template WeightExplanation explainWeight(const Network<double>&, const NetworkTape<double>&, WeightPlace, double);
template ExampleExplanation explainExample(const Network<float>&, const NetworkTape<float>&, std::uint32_t);
template ExampleExplanation explainExample(const Network<double>&, const NetworkTape<double>&, std::uint32_t);
template WeightCheck checkWeight(const Network<float>&, const NetworkTape<float>&, WeightPlace);
template WeightCheck checkWeight(const Network<double>&, const NetworkTape<double>&, WeightPlace);

}  // namespace backprop
