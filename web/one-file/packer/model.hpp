// Predicts the next bit from what came before: many contexts guess, a neuron mixes them.
#pragma once

#include "contexts.hpp"
#include "correction.hpp"
#include "counters.hpp"
#include "neuron.hpp"
#include "repeat.hpp"

namespace backprop::packer {

/// Two neurons mix, whose weights are for other situations: their joint guess is the mean of their logits, and the
/// mean of that and its correction.
class Model {
 public:
  explicit Model(Contexts& source) : source(source) {}

  /// The byte at `at` comes next, behind all that were seen.
  void turnTo(const std::uint8_t* seen, int at) {
    source.next(seen, at);
    for (Repeat& repeat : repeats) repeat.turnTo(seen, at);
    node = 1;
    last = at > 0 ? seen[at - 1] : 0;
  }

  /// How likely bit `shift` of the byte is 1.
  float predict(int shift) {
    if (shift % 4 == 3) {
      counters.turnTo(source.hashes, node);
      half = 1;
    }
    float* const in = reinterpret_cast<float*>(x);
    counters.guess(half, logistic, in);
    for (int k = 0; k < 2; ++k) in[Contexts::count + k] = repeats[k].logit(node, shift, logistic);
    const float a = coarse.logit(source.coarse * 256 + node, x);
    const float b = fine.logit(source.fine * 8 + static_cast<unsigned>(shift), x);
    pa = logistic(a);
    pb = logistic(b);
    const float joint = (a + b) / 2;
    return (logistic(joint) + correction.corrected(last << 8 | node, joint)) / 2;
  }

  /// What the bit is, of which `predict` was asked.
  void learn(int bit) {
    coarse.learn(pa, bit, x);
    fine.learn(pb, bit, x);
    correction.learn(bit);
    counters.learn(bit);
    for (Repeat& each : repeats) each.learn(bit);
    node = node * 2 | static_cast<unsigned>(bit);
    half = half * 2 | static_cast<unsigned>(bit);
  }

 private:
  static constexpr int inputs = (Contexts::count + 2 + 3) / 4 * 4;

  Contexts& source;
  Logistic logistic;
  Counters counters;
  Repeat repeats[2] = {Repeat(5), Repeat(12)};
  Neuron<inputs> coarse{8 * 256}, fine{256 * 8};
  Correction correction{std::size_t{1} << 16, logistic};
  Four x[inputs / 4] = {};  ///< what the contexts and the repeats guess, as logits
  float pa = 0, pb = 0;
  std::uint32_t node = 1, half = 1;  ///< the bits so far of the byte and of its half, behind a 1
  std::uint32_t last = 0;            ///< the byte before
};

}  // namespace backprop::packer
