// A training run: data, network, mini-batches and stochastic gradient descent, reproducible to the bit from its
// options.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "backprop/dataset.hpp"
#include "backprop/evaluator.hpp"
#include "backprop/history.hpp"
#include "backprop/network.hpp"
#include "backprop/options.hpp"

namespace backprop {

/// Where a run stands.
struct Progress {
  std::uint64_t step = 0;     ///< updates made
  std::uint64_t samples = 0;  ///< examples that those updates have seen
  std::uint64_t epoch = 0;    ///< complete passes over the training rows
  std::uint32_t batch = 1;    ///< the current batch of the epoch, counted from 1
  std::uint32_t batches = 1;  ///< batches of an epoch; the last one may be smaller
  double loss = 0;            ///< of the current batch, at the current weights
  std::string stopped;        ///< why the next update cannot be made, in one sentence; empty when it can
};

/// Between calls a run rests with the update still to come: the gradients of the current batch at the current weights
/// are ready, and so is what the optimizer makes of them. So what is shown can be checked, and what the next step will
/// do is known.
template <class Real> class Trainer {
 public:
  /// A run at step 0. The options must be valid (`validate`); a batch larger than the training set is the whole set.
  explicit Trainer(const RunOptions& options);

  /// `count` times: update, next batch, zero_grad, forward, loss, backward. Ends early where a number would no longer
  /// be finite: that update is not made, the last finite weights stay, and `progress().stopped` says what happened.
  void step(std::uint32_t count);

  /// Changes the learning rate from the next update on; refuses what the option's row does not allow. A run that has
  /// stopped goes on if the update is finite with the new rate.
  Status setLr(const OptionValue& lr);

  const RunOptions& options() const { return options_; }
  const Split& data() const { return data_; }
  const Targets& targets() const { return targets_; }
  const Network<Real>& network() const { return network_; }
  const Progress& progress() const { return progress_; }
  const History& history() const { return history_; }

  /// The tape that holds the current batch after its backward pass. Valid until the next step.
  const NetworkTape<Real>& batch() const { return *current_; }
  /// The training rows of the current batch, in its order.
  std::span<const std::uint32_t> batchRows() const;
  /// Δw of every parameter, as the next step will make it, in the order of the network's block.
  std::span<const Real> update() const { return update_; }

  /// Judges and draws the network at its current weights.
  Score evaluate(const Dataset& data) { return evaluator_.evaluate(data, targets_); }
  std::vector<std::vector<std::vector<Real>>> maps(std::uint32_t size) { return evaluator_.maps(size); }

 private:
  void loadBatch();
  void propose();
  void record();

  RunOptions options_;
  Targets targets_;
  Split data_;
  Network<Real> network_;
  Evaluator<Real> evaluator_;
  Random shuffling_;
  std::vector<std::uint32_t> order_;                  // the training rows of this epoch
  std::uint32_t batchSize_;                           // rows of a whole batch
  std::map<std::uint32_t, NetworkTape<Real>> tapes_;  // by rows: whole batches, and the smaller last one
  NetworkTape<Real>* current_ = nullptr;
  std::vector<Real> update_;
  Progress progress_;
  History history_;
};

}  // namespace backprop
