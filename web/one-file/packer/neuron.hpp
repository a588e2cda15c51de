// What mixes many guesses into one: a neuron that learns while it predicts, by the gradient of what a bit costs.
#pragma once

#include <span>

#include "four.hpp"
#include "memory.hpp"

namespace backprop::packer {

/// p = σ(w · x), with weights of its own for each of some situations. A bit costs −log p(bit), whose gradient by w is
/// (p − bit) · x: one step of gradient descent after each bit. M. Mahoney, Adaptive Weighing of Context Models for
/// Lossless Data Compression, 2005.
template <int inputs> class Neuron {
  static_assert(inputs % 4 == 0);
  static constexpr int fours = inputs / 4;
  static constexpr float lr = 0.02F;

 public:
  explicit Neuron(std::size_t situations) : weights(zeros<Four>(situations * fours)) {
    for (Four& four : weights) four = Four{} + 0.3F;
  }

  /// w · x in a situation.
  float logit(std::size_t situation, const Four* x) {
    used = &weights[situation * fours];
    Four sum = used[0] * x[0];
    for (int i = 1; i < fours; ++i) sum += used[i] * x[i];
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
  }

  /// One step; `p` is what it predicted.
  void learn(float p, int bit, const Four* x) {
    const float step = lr * (static_cast<float>(bit) - p);
    for (int i = 0; i < fours; ++i) used[i] += step * x[i];
  }

 private:
  std::span<Four> weights;
  Four* used = nullptr;
};

}  // namespace backprop::packer
