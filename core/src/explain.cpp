// Explanations and checks of a weight's gradient.
#include "backprop/explain.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "backprop/options.hpp"
#include "ops/dispatch.hpp"

namespace backprop {
namespace {

/// f′(z) of an elementwise operation of one input, given z and f(z); 1 where there is none.
template <class Real> Real localDerivative(std::optional<Op> op, Real z, Real a) {
  Real derivative = 1;
  if (op)
    withRule(*op, [&]<class R>() {
      if constexpr (R::arity == 1 && !R::info.stopsGradient) derivative = ruleWith<R>(R::info.defaults()).dx(z, a);
    });
  return derivative;
}

/// Index of a weight in the block of parameters.
std::size_t offsetOf(const Layer& layer, WeightPlace place) {
  return layer.weight.offset + std::size_t{place.to} * layer.inputs + place.from;
}

template <class Real> void checkPlace(const Network<Real>& network, WeightPlace place) {
  BACKPROP_CHECK(place.layer < network.layers().size(), "no such layer");
  const Layer& layer = network.layers()[place.layer];
  BACKPROP_CHECK(place.to < layer.outputs && place.from < layer.inputs, "no such weight in the layer");
}

/// δ = ∂Lₑ/∂z of one unit. Where the tape differentiates the mean over the batch, one example's own loss moves as many
/// times as much as there are rows.
template <class Real>
double deltaOf(const Network<Real>& network, const NetworkTape<Real>& tape, std::size_t layer, std::size_t example,
               std::size_t unit) {
  const auto gradient = tape.tape().gradient(tape.layers()[layer].z);
  return tape.examplesPerLoss() * double(gradient[example * network.layers()[layer].outputs + unit]);
}

/// The loss of one row of outputs by itself, in float64.
double lossOfRow(const Loss& loss, const std::vector<double>& output, const std::vector<double>& target) {
  Tape<double> tape;
  const NodeId p = tape.constant(Shape{1, static_cast<std::uint32_t>(output.size())}, output);
  const NodeId t = loss.takesClasses() ? tape.constant(Shape::vector(1), target)
                                       : tape.constant(Shape{1, static_cast<std::uint32_t>(target.size())}, target);
  const NodeId result = tape.apply(loss.op, {p, t}, loss.attributes);
  tape.forward();
  return tape.value(result)[0];
}

}  // namespace

template <class Real>
Result<WeightPlace> weightPlace(const Network<Real>& network, double layer, double to, double from) {
  const auto layers = network.layers();
  const auto l = wholeNumber("layer", layer, 0, static_cast<std::uint32_t>(layers.size() - 1));
  if (!l.ok()) return l.error();
  const auto t = wholeNumber("to", to, 0, layers[l.value()].outputs - 1);
  if (!t.ok()) return t.error();
  const auto f = wholeNumber("from", from, 0, layers[l.value()].inputs - 1);
  if (!f.ok()) return f.error();
  return WeightPlace{l.value(), t.value(), f.value()};
}

template <class Real>
WeightExplanation explainWeight(const Network<Real>& network, const NetworkTape<Real>& tape,
                                std::span<const Real> update, WeightPlace place, std::uint32_t example) {
  checkPlace(network, place);
  BACKPROP_CHECK(example < tape.rows(), "no such example in the batch");
  const Layer& layer = network.layers()[place.layer];
  const auto& parameters = std::as_const(*network.parameters());
  const std::size_t offset = offsetOf(layer, place);
  WeightExplanation out{.weight = parameters.values()[offset],
                        .gradient = parameters.gradients()[offset],
                        .update = update[offset],
                        .next = parameters.values()[offset] + update[offset]};

  const auto below = tape.activationsBelow(place.layer);
  for (std::size_t e = 0; e < tape.rows(); ++e) {
    out.delta.push_back(deltaOf(network, tape, place.layer, e, place.to));
    out.activation.push_back(below[e * layer.inputs + place.from]);
    out.product.push_back(out.delta.back() * out.activation.back());
  }

  const auto nodes = tape.layers()[place.layer];
  const std::size_t unit = std::size_t{example} * layer.outputs + place.to;
  const Real z = tape.tape().value(nodes.z)[unit], a = tape.tape().value(nodes.a)[unit];
  out.z = z;
  out.derivative = localDerivative(layer.activation, z, a);
  out.upstream = tape.examplesPerLoss() * double(tape.tape().gradient(nodes.a)[unit]);
  out.kept = nodes.mask ? double(tape.tape().value(*nodes.mask)[unit]) : 1;
  if (place.layer + 1 < network.layers().size()) {
    const Layer& next = network.layers()[place.layer + 1];
    for (std::uint32_t k = 0; k < next.outputs; ++k) {
      const double weight = parameters.values(next.weight)[std::size_t{k} * next.inputs + place.to];
      const double delta = deltaOf(network, tape, place.layer + 1, example, k);
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
                         .target = rowOf(tape.target(), tape.target().size() / tape.rows())};
  for (std::size_t l = 0; l < network.layers().size(); ++l) {
    const std::size_t units = network.layers()[l].outputs;
    const auto nodes = tape.layers()[l];
    out.layers.push_back({rowOf(tape.tape().value(nodes.z), units), rowOf(tape.tape().value(nodes.a), units)});
    for (std::size_t unit = 0; unit < units; ++unit)
      out.layers.back().delta.push_back(deltaOf(network, tape, l, example, unit));
  }
  out.loss = lossOfRow(tape.lossFunction(), out.layers.back().a, out.target);
  return out;
}

template <class Real>
WeightCheck checkWeight(const Network<Real>& network, const NetworkTape<Real>& tape, WeightPlace place) {
  checkPlace(network, place);
  const auto copy = network.template clone<double>();
  NetworkTape<double> exact(copy, tape.lossFunction(), tape.rows());
  exact.copyData(tape);
  exact.forward();
  exact.backward();
  const Layer& layer = network.layers()[place.layer];
  const std::size_t offset = offsetOf(layer, place);
  const double analytic = copy.parameters()->gradients()[offset];
  double& w = copy.parameters()->values()[offset];
  const double at = w;

  WeightCheck check{.in64 = checkGradient(analytic, at, [&](double moved) {
                      w = at + moved;
                      exact.forward();
                      return exact.loss();
                    })};
  const double shown = std::as_const(*network.parameters()).gradients()[offset];
  check.rounding = std::abs(shown - analytic);
  double size = 0;  // what the gradient is the mean of; it may be far larger than the mean
  const auto below = tape.activationsBelow(place.layer);
  for (std::size_t e = 0; e < tape.rows(); ++e)
    size += std::abs(deltaOf(network, tape, place.layer, e, place.to) * double(below[e * layer.inputs + place.from]));
  check.agrees =
      (check.in64.agrees || check.in64.kink) && check.rounding <= 1e-6 + 1e-4 * size / tape.examplesPerLoss();
  return check;
}

template Result<WeightPlace> weightPlace(const Network<float>&, double, double, double);
template Result<WeightPlace> weightPlace(const Network<double>&, double, double, double);
template WeightExplanation explainWeight(const Network<float>&, const NetworkTape<float>&, std::span<const float>,
                                         WeightPlace, std::uint32_t);
template WeightExplanation explainWeight(const Network<double>&, const NetworkTape<double>&, std::span<const double>,
                                         WeightPlace, std::uint32_t);
template ExampleExplanation explainExample(const Network<float>&, const NetworkTape<float>&, std::uint32_t);
template ExampleExplanation explainExample(const Network<double>&, const NetworkTape<double>&, std::uint32_t);
template WeightCheck checkWeight(const Network<float>&, const NetworkTape<float>&, WeightPlace);
template WeightCheck checkWeight(const Network<double>&, const NetworkTape<double>&, WeightPlace);

}  // namespace backprop
