// A multilayer perceptron: parameters in one block, and a tape that runs them over a fixed number of rows.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "backprop/op.hpp"
#include "backprop/parameters.hpp"
#include "backprop/random.hpp"
#include "backprop/tape.hpp"

namespace backprop {

/// One layer: z = x · Wᵀ + b, a = activation(z).
struct Layer {
  std::uint32_t inputs = 0;
  std::uint32_t outputs = 0;
  std::optional<Op> activation;  ///< an elementwise operation; none leaves a = z
  Parameter weight;              ///< (outputs, inputs), as PyTorch's `Linear` has it
  Parameter bias;                ///< (1, outputs)
};

/// Layers over one block of parameters.
template <class Real> class Network {
 public:
  /// `sizes` lists the units of each layer, input first, all at least 1. Weights and biases start as PyTorch's `Linear`
  /// does: uniform in ±1/√inputs, drawn from `random` layer by layer, weight before bias.
  Network(std::span<const std::uint32_t> sizes, std::optional<Op> activation, std::optional<Op> outputActivation,
          Random& random);

  // A copy would share the parameters, and training one would move the other: `clone` says what is meant.
  Network(const Network&) = delete;
  Network(Network&&) = default;
  Network& operator=(Network&&) = default;

  /// Another handle to the same layers and the same parameters.
  Network share() const;

  /// The same layers over a block of their own that holds copies of the parameters, converted to `Other`.
  template <class Other> Network<Other> clone() const;

  std::span<const Layer> layers() const { return layers_; }
  const std::shared_ptr<Parameters<Real>>& parameters() const { return parameters_; }

 private:
  template <class> friend class Network;
  Network() = default;

  std::vector<Layer> layers_;
  std::shared_ptr<Parameters<Real>> parameters_ = std::make_shared<Parameters<Real>>();
};

/// A network recorded once over `rows` examples, to be replayed with other data: forward to the loss (the mean squared
/// error over all outputs and rows) and back.
template <class Real> class NetworkTape {
 public:
  /// Two nodes of a layer: its sums z and its activations a, both (rows, outputs); the same node without activation.
  struct LayerNodes {
    NodeId z = 0;
    NodeId a = 0;
  };

  NetworkTape(const Network<Real>& network, std::uint32_t rows, GradMode mode = GradMode::enabled);

  std::uint32_t rows() const { return rows_; }
  Tape<Real>& tape() { return tape_; }
  const Tape<Real>& tape() const { return tape_; }
  std::span<const LayerNodes> layers() const { return layers_; }

  std::span<Real> input() { return tape_.value(input_); }    ///< (rows, inputs)
  std::span<Real> target() { return tape_.value(target_); }  ///< (rows, outputs)
  std::span<const Real> input() const { return tape_.value(input_); }
  std::span<const Real> target() const { return tape_.value(target_); }
  std::span<const Real> output() const { return tape_.value(layers_.back().a); }
  Real loss() const { return tape_.value(loss_)[0]; }

  /// Runs the tape on what input and target hold.
  void forward() { tape_.forward(); }
  /// Adds the loss's gradient to the parameters' gradients.
  void backward() { tape_.backward(loss_); }

  /// A layer's activations before it: the input, or the layer below.
  std::span<const Real> activationsBelow(std::size_t layer) const {
    return layer == 0 ? input() : tape_.value(layers_[layer - 1].a);
  }

 private:
  std::uint32_t rows_;
  Tape<Real> tape_;
  NodeId input_ = 0, target_ = 0, loss_ = 0;
  std::vector<LayerNodes> layers_;
};

}  // namespace backprop
