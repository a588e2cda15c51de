// Explanations and checks of a weight's gradient.
#include "backprop/explain.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "instruments/slopes.hpp"
#include "order.hpp"

namespace backprop {
namespace {

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

/// Fills in which examples agree with the gradient, and which pull hardest.
void compareShares(WeightExplanation& out) {
  const auto sign = [](double x) { return (x > 0) - (x < 0); };
  const auto& product = out.product;
  for (const double share : product) out.agrees.push_back(sign(share) == sign(out.gradient));
  out.agreement = double(std::ranges::count(out.agrees, true)) / double(product.size());
  std::vector<double> fromLargest;
  for (const double share : product) fromLargest.push_back(-std::abs(share));
  out.largest = orderOf(fromLargest);
}

}  // namespace

template <class Real>
WeightExplanation explainWeight(const Network<Real>& network, const NetworkTape<Real>& tape,
                                std::span<const Real> update, WeightPlace place, std::uint32_t example) {
  const std::size_t offset = offsetOf(network, place);
  BACKPROP_CHECK(example < tape.rows(), "no such example in the batch");
  const Layer& layer = network.layers()[place.layer];
  const auto& parameters = std::as_const(*network.parameters());
  WeightExplanation out{.weight = parameters.values()[offset],
                        .gradient = parameters.gradients()[offset],
                        .update = update[offset],
                        .next = parameters.values()[offset] + update[offset]};

  for (std::size_t e = 0; e < tape.rows(); ++e) {
    out.delta.push_back(deltaOf(network, tape, place.layer, e, place.to));
    out.activation.push_back(activationInto(network, tape, place, e));
    out.product.push_back(out.delta.back() * out.activation.back());
  }
  compareShares(out);

  const auto nodes = tape.layers()[place.layer];
  const std::size_t unit = std::size_t{example} * layer.outputs + place.to;
  const Real z = tape.tape().value(nodes.z)[unit], a = tape.tape().value(nodes.a)[unit];
  out.z = z;
  out.derivative = layer.activation ? slopeAt(*layer.activation, z, a) : 1;
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
double roundingTolerance(const Network<Real>& network, const NetworkTape<Real>& tape, WeightPlace place) {
  double size = 0;
  for (std::size_t e = 0; e < tape.rows(); ++e)
    size +=
        std::abs(deltaOf(network, tape, place.layer, e, place.to) * double(activationInto(network, tape, place, e)));
  return 1e-6 + 1e-4 * size / tape.examplesPerLoss();
}

template <class Real>
Result<WeightCheck> checkWeight(ExactTwin& twin, const Network<Real>& network, const NetworkTape<Real>& tape,
                                WeightPlace place) {
  const std::size_t offset = offsetOf(network, place);
  if (const Status taken = twin.take(network, tape); !taken.ok()) return taken.error();
  const double here = twin.backward(), analytic = twin.gradients()[offset];
  WeightCheck check{.in64 = checkGradient(analytic, twin.home()[offset], [&](double moved) {
                      return moved == 0 ? here : lossMoved(twin, offset, moved);
                    })};
  check.rounding = std::abs(std::as_const(*network.parameters()).gradients()[offset] - analytic);
  check.agrees = (check.in64.agrees || check.in64.kink) && check.rounding <= roundingTolerance(network, tape, place);
  return check;
}

template WeightExplanation explainWeight(const Network<float>&, const NetworkTape<float>&, std::span<const float>,
                                         WeightPlace, std::uint32_t);
template WeightExplanation explainWeight(const Network<double>&, const NetworkTape<double>&, std::span<const double>,
                                         WeightPlace, std::uint32_t);
template ExampleExplanation explainExample(const Network<float>&, const NetworkTape<float>&, std::uint32_t);
template ExampleExplanation explainExample(const Network<double>&, const NetworkTape<double>&, std::uint32_t);
template double roundingTolerance(const Network<float>&, const NetworkTape<float>&, WeightPlace);
template double roundingTolerance(const Network<double>&, const NetworkTape<double>&, WeightPlace);
template Result<WeightCheck> checkWeight(ExactTwin&, const Network<float>&, const NetworkTape<float>&, WeightPlace);
template Result<WeightCheck> checkWeight(ExactTwin&, const Network<double>&, const NetworkTape<double>&, WeightPlace);

}  // namespace backprop
