// Building a network and recording it on a tape.
#include "backprop/network.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "backprop/dual.hpp"

namespace backprop {
namespace {

/// Draws one weight of a layer with so many inputs and outputs.
std::function<double()> weightSource(const Initialization& init, double in, double out, Random& random) {
  const auto uniform = [&random](double bound) { return [&random, bound] { return random.uniform(-bound, bound); }; };
  const auto normal = [&random](double mean, double deviation) {
    return [&random, mean, deviation] { return mean + deviation * random.normal(); };
  };
  const double xavier = init.gain * std::sqrt(2 / (in + out)), kaiming = init.gain * std::sqrt(2 / in);
  const double root3 = std::sqrt(3.0);  // a uniform number in ±√3·σ has the standard deviation σ
  if (init.name == "zeros") return [] { return 0.0; };
  if (init.name == "constant") return [value = init.value] { return value; };
  if (init.name == "uniform") return [&random, low = init.low, high = init.high] { return random.uniform(low, high); };
  if (init.name == "normal") return normal(init.mean, init.std);
  if (init.name == "xavier_uniform") return uniform(root3 * xavier);
  if (init.name == "xavier_normal") return normal(0, xavier);
  if (init.name == "kaiming_uniform") return uniform(root3 * kaiming);
  if (init.name == "kaiming_normal") return normal(0, kaiming);
  BACKPROP_CHECK(init.name == "default", "an initialisation must be one of the list");
  return uniform(1 / std::sqrt(in));
}

template <class Real> std::vector<Real> numbersFrom(const std::function<double()>& source, std::size_t count) {
  std::vector<Real> numbers(count);
  std::ranges::generate(numbers, [&] { return static_cast<Real>(source()); });
  return numbers;
}

}  // namespace

template <class Real> Network<Real>::Network(const NetworkShape& shape, const Initialization& init, Random& random) {
  BACKPROP_CHECK(shape.sizes.size() >= 2, "a network has an input and an output layer at least");
  const std::size_t count = shape.sizes.size() - 1;
  BACKPROP_CHECK(shape.activations.size() == count && shape.biases.size() == count, "one for each layer");
  for (std::size_t l = 0; l < count; ++l) {
    const std::uint32_t in = shape.sizes[l], out = shape.sizes[l + 1];
    Layer layer{
        .inputs = in, .outputs = out, .activation = shape.activations[l], .dropout = l + 1 < count ? shape.dropout : 0};
    const auto source = weightSource(init, in, out, random);
    layer.weight = parameters_->add({out, in}, numbersFrom<Real>(source, std::size_t{in} * out));
    if (shape.biases[l]) {
      const auto biases = init.name == "default" ? numbersFrom<Real>(source, out) : std::vector<Real>(out);
      layer.bias = parameters_->add({1, out}, biases);
    }
    layers_.push_back(layer);
  }
}

template <class Real> Network<Real> Network<Real>::share() const {
  Network same;
  same.layers_ = layers_;
  same.parameters_ = parameters_;
  return same;
}

template <class Real> template <class Other> Network<Other> Network<Real>::clone() const {
  Network<Other> copy;
  copy.layers_ = layers_;
  const auto values = std::as_const(*parameters_).values();
  const std::vector<Other> converted(values.begin(), values.end());
  copy.parameters_->add({1, static_cast<std::uint32_t>(converted.size())},
                        converted);  // the layers' offsets stay right
  return copy;
}

std::optional<Op> Loss::readout() const {
  if (op == Op::cross_entropy) return Op::softmax;
  if (op == Op::bce_with_logits) return Op::sigmoid;
  return std::nullopt;
}

template <class Real>
NetworkTape<Real>::NetworkTape(const Network<Real>& network, const Loss& loss, std::uint32_t rows, GradMode mode)
    : rows_(rows), lossFunction_(loss), tape_(network.parameters(), mode) {
  const std::uint32_t outputs = network.layers().back().outputs;
  input_ = tape_.constant(Shape{rows, network.layers().front().inputs});
  target_ = tape_.constant(loss.takesClasses() ? Shape::vector(rows) : Shape{rows, outputs});
  NodeId below = input_;
  for (const Layer& layer : network.layers()) {
    LayerNodes nodes;
    const NodeId weight = tape_.parameter(layer.weight);
    nodes.z = layer.bias ? tape_.apply(Op::linear, {below, weight, tape_.parameter(*layer.bias)})
                         : tape_.apply(Op::linear, {below, weight});
    nodes.a = nodes.out = layer.activation ? tape_.apply(*layer.activation, {nodes.z}) : nodes.z;
    if (layer.dropout > 0 && mode == GradMode::enabled) {
      nodes.mask = tape_.constant(Shape{rows, layer.outputs});
      nodes.out = tape_.apply(Op::mul, {nodes.a, *nodes.mask});
    }
    below = nodes.out;
    layers_.push_back(nodes);
    dropout_.push_back(layer.dropout);
  }
  loss_ = tape_.apply(loss.op, {below, target_}, loss.attributes);
}

template <class Real> void NetworkTape<Real>::drawMasks(Random& random) {
  for (std::size_t l = 0; l < layers_.size(); ++l) {
    if (!layers_[l].mask) continue;
    const Real kept = static_cast<Real>(1 / (1 - dropout_[l]));
    for (Real& entry : tape_.value(*layers_[l].mask)) entry = random.uniform() < dropout_[l] ? Real(0) : kept;
  }
}

template <class Real> template <class Other> void NetworkTape<Real>::copyData(const NetworkTape<Other>& from) {
  BACKPROP_CHECK(from.rows() == rows_ && from.layers().size() == layers_.size(), "tapes over the same layers and rows");
  const auto copy = [&](NodeId to, NodeId source) {
    std::ranges::transform(from.tape().value(source), tape_.value(to).begin(), [](Other x) { return Real(double(x)); });
  };
  copy(input_, from.input_);
  copy(target_, from.target_);
  for (std::size_t l = 0; l < layers_.size(); ++l)
    if (layers_[l].mask) copy(*layers_[l].mask, *from.layers_[l].mask);
}

template class Network<float>;
template class Network<double>;
template class Network<Dual<double>>;
template Network<double> Network<float>::clone() const;
template Network<double> Network<double>::clone() const;
template Network<Dual<double>> Network<float>::clone() const;
template Network<Dual<double>> Network<double>::clone() const;
template class NetworkTape<float>;
template class NetworkTape<double>;
template class NetworkTape<Dual<double>>;
template void NetworkTape<double>::copyData(const NetworkTape<float>&);
template void NetworkTape<double>::copyData(const NetworkTape<double>&);
template void NetworkTape<Dual<double>>::copyData(const NetworkTape<float>&);
template void NetworkTape<Dual<double>>::copyData(const NetworkTape<double>&);

}  // namespace backprop
