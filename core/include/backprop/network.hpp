// A multilayer perceptron: parameters in one block, and a tape that runs them over a fixed number of rows.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
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
  std::optional<Op> activation;   ///< an elementwise operation of one input; none leaves a = z
  Parameter weight;               ///< (outputs, inputs), as PyTorch's `Linear` has it
  std::optional<Parameter> bias;  ///< (1, outputs)
  double dropout = 0;             ///< chance that an activation is 0 in training
};

/// What a network is made of; see `RunOptions` for the meaning of each.
struct NetworkShape {
  std::vector<std::uint32_t> sizes;            ///< units of each layer, input first, all at least 1
  std::vector<std::optional<Op>> activations;  ///< one for each layer after the input
  std::vector<bool> biases;                    ///< the same
  double dropout = 0;                          ///< of all layers but the last
};

/// How weights start: one of `RunOptions::init` with its numbers.
struct Initialization {
  std::string name = "default";
  double gain = 1, value = 0, low = -1, high = 1, mean = 0, std = 1;
};

/// Layers over one block of parameters.
template <class Real> class Network {
 public:
  /// Weights are drawn from `random` layer by layer, row by row, weight before bias. `default` is PyTorch's `Linear`:
  /// uniform in ±1/√inputs, biases too; with any other biases are 0. Sources: Glorot & Bengio (2010) for Xavier, He et
  /// al. (2015) for Kaiming.
  Network(const NetworkShape& shape, const Initialization& init, Random& random);

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

/// What a network is trained to make small: a loss of the table of operations with its attributes. `mean` says whether
/// the batch's loss is the mean of its examples' losses or their sum.
struct Loss {
  Op op = Op::mse;
  Attributes attributes{};
  bool mean = true;

  /// Whether the target is one class index for each row instead of one number for each output.
  bool takesClasses() const { return op == Op::cross_entropy; }
  /// What turns an output into what people read: softmax of cross-entropy's logits, sigmoid of BCE's, else nothing.
  std::optional<Op> readout() const;
};

/// A network recorded once over `rows` examples, to be replayed with other data: forward to the loss and back.
template <class Real> class NetworkTape {
 public:
  /// The nodes of a layer, all (rows, outputs): its sums z, its activations a, and what the next layer sees of them,
  /// which differs from a where there is dropout. The same node serves for what is the same.
  struct LayerNodes {
    NodeId z = 0;
    NodeId a = 0;
    NodeId out = 0;
    std::optional<NodeId> mask;  ///< of dropout: 0, or 1 / (1 − p)
  };

  /// Where gradients are disabled, there is no dropout: that is how a network is used, not trained.
  NetworkTape(const Network<Real>& network, const Loss& loss, std::uint32_t rows, GradMode mode = GradMode::enabled);

  std::uint32_t rows() const { return rows_; }
  Tape<Real>& tape() { return tape_; }
  const Tape<Real>& tape() const { return tape_; }
  std::span<const LayerNodes> layers() const { return layers_; }
  const Loss& lossFunction() const { return lossFunction_; }

  std::span<Real> input() { return tape_.value(input_); }    ///< (rows, inputs)
  std::span<Real> target() { return tape_.value(target_); }  ///< (rows, outputs), or (rows) of class indices
  std::span<const Real> input() const { return tape_.value(input_); }
  std::span<const Real> target() const { return tape_.value(target_); }
  std::span<const Real> output() const { return tape_.value(layers_.back().a); }
  Real loss() const { return tape_.value(loss_)[0]; }
  NodeId lossNode() const { return loss_; }

  /// Draws new masks of dropout.
  void drawMasks(Random& random);

  /// Takes input, target and masks of a tape over the same layers and as many rows.
  template <class Other> void copyData(const NetworkTape<Other>& from);

  /// Runs the tape on what input and target hold.
  void forward() { tape_.forward(); }
  /// Adds the loss's gradient to the parameters' gradients.
  void backward() { tape_.backward(loss_); }
  /// The same after all gradients of the parameters are set to 0.
  void backwardFromZero() { tape_.backwardFromZero(loss_); }

  /// What a layer sees: the input, or what the layer below gives.
  std::span<const Real> activationsBelow(std::size_t layer) const {
    return layer == 0 ? input() : tape_.value(layers_[layer - 1].out);
  }

  /// How many times as much one example's own loss moves as the batch's: the rows of a mean, 1 of a sum.
  double examplesPerLoss() const { return lossFunction_.mean ? rows_ : 1; }

 private:
  template <class> friend class NetworkTape;

  std::uint32_t rows_;
  Loss lossFunction_;
  Tape<Real> tape_;
  NodeId input_ = 0, target_ = 0, loss_ = 0;
  std::vector<double> dropout_;  // of each layer
  std::vector<LayerNodes> layers_;
};

}  // namespace backprop
