// States of a run, kept so that any past step can be reached again: the nearest one before it, and replay from there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "backprop/optimizer.hpp"
#include "backprop/random.hpp"

namespace backprop {

/// Where a run stands.
struct Progress {
  std::uint64_t step = 0;     ///< updates made
  std::uint64_t samples = 0;  ///< examples that those updates have seen
  std::uint64_t epoch = 0;    ///< complete passes over the training rows
  std::uint32_t batch = 1;    ///< the current batch of the epoch, counted from 1
  std::uint32_t batches = 1;  ///< batches of an epoch; the last one may be smaller
  double loss = 0;            ///< of the current batch, at the current weights
  double lr = 0;              ///< η of the next update, as the schedule has it
  std::string stopped;        ///< why the next update is not made, in one sentence; empty when it is
  bool impatient = false;     ///< it stopped for want of a better loss, with every number finite
};

/// Everything that the rest of a run follows from, besides its options and data.
template <class Real> struct RunState {
  Progress progress;
  double baseLr = 0;  ///< the option `lr`, from which the schedule makes η
  std::vector<Real> parameters;
  OptimizerState<Real> optimizer;
  std::vector<Real> leftover;  ///< the gradients of the steps before, where they are never set to 0
  Random shuffling{0};
  std::vector<std::uint32_t> order;  ///< the training rows of this epoch
  double bestLoss = 0;               ///< of early stopping
  std::uint32_t epochsWithoutBetter = 0;
};

/// At most `capacity` states, evenly spaced over the steps: every s-th; when they are full, every second one is dropped
/// and s doubles. Dropped ones lend their memory to the next, so that a long run does not grow.
template <class Real> class Checkpoints {
 public:
  /// The first state, of step 0, never goes.
  Checkpoints(std::size_t capacity, std::uint64_t stride)
      : capacity_(capacity), firstStride_(stride), stride_(stride) {}

  /// The first step from `step` on whose state is wanted.
  std::uint64_t next(std::uint64_t step) const { return (step + stride_ - 1) / stride_ * stride_; }

  /// A state to be filled for `step`, which is a multiple of the stride; null if there is one already.
  RunState<Real>* add(std::uint64_t step);

  /// The latest state at or before `step`.
  const RunState<Real>& before(std::uint64_t step) const;

  /// Forgets what lies after `step`.
  void forgetAfter(std::uint64_t step);

 private:
  std::size_t capacity_;
  std::uint64_t firstStride_, stride_;
  std::vector<RunState<Real>> states_;  // by step
  std::vector<RunState<Real>> spare_;
};

}  // namespace backprop
