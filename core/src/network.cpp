// Building a network and recording it on a tape.
#include "backprop/network.hpp"

#include <cmath>
#include <utility>

namespace backprop {
namespace {

template <class Real> std::vector<Real> uniformNumbers(std::size_t n, double bound, Random& random) {
  std::vector<Real> numbers(n);
  for (Real& x : numbers) x = static_cast<Real>(random.uniform(-bound, bound));
  return numbers;
}

}  // namespace

template <class Real>
Network<Real>::Network(std::span<const std::uint32_t> sizes, std::optional<Op> activation,
                       std::optional<Op> outputActivation, Random& random) {
  BACKPROP_CHECK(sizes.size() >= 2, "a network has an input and an output layer at least");
  for (std::size_t l = 1; l < sizes.size(); ++l) {
    const std::uint32_t in = sizes[l - 1], out = sizes[l];
    const double bound = 1 / std::sqrt(double(in));
    const auto weights = uniformNumbers<Real>(std::size_t{in} * out, bound, random);
    const auto biases = uniformNumbers<Real>(out, bound, random);
    layers_.push_back({.inputs = in,
                       .outputs = out,
                       .activation = l + 1 < sizes.size() ? activation : outputActivation,
                       .weight = parameters_->add({out, in}, weights),
                       .bias = parameters_->add({1, out}, biases)});
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

template <class Real>
NetworkTape<Real>::NetworkTape(const Network<Real>& network, std::uint32_t rows, GradMode mode)
    : rows_(rows), tape_(network.parameters(), mode) {
  input_ = tape_.constant(Shape{rows, network.layers().front().inputs});
  target_ = tape_.constant(Shape{rows, network.layers().back().outputs});
  NodeId below = input_;
  for (const Layer& layer : network.layers()) {
    const NodeId z = tape_.apply(Op::linear, {below, tape_.parameter(layer.weight), tape_.parameter(layer.bias)});
    below = layer.activation ? tape_.apply(*layer.activation, {z}) : z;
    layers_.push_back({z, below});
  }
  loss_ = tape_.apply(Op::mse, {below, target_});
}

template class Network<float>;
template class Network<double>;
template Network<double> Network<float>::clone() const;
template Network<double> Network<double>::clone() const;
template class NetworkTape<float>;
template class NetworkTape<double>;

}  // namespace backprop
