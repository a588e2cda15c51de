// A training run: data, network, mini-batches and an optimizer, reproducible to the bit from its options, at any step.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "backprop/checkpoints.hpp"
#include "backprop/dataset.hpp"
#include "backprop/evaluator.hpp"
#include "backprop/examples.hpp"
#include "backprop/history.hpp"
#include "backprop/network.hpp"
#include "backprop/optimizer.hpp"
#include "backprop/options.hpp"
#include "backprop/watch_list.hpp"

namespace backprop {

/// The data that a run with these options generates, before they are split; with the stream that splits them.
Dataset generateData(const RunOptions& options);
Dataset generateData(const RunOptions& options, Random& random);

/// The rows for training and those kept back: at random, or where nothing is shuffled the first rows for training.
Split splitData(const RunOptions& options, const Dataset& data, Random& random);

/// Most bytes of parameters that a run keeps in order to make a user's changes again.
inline constexpr std::uint64_t maxEditBytes = runBudget / 4;

/// The parts of a run that follow from its options, which must be valid, with `outputActivation` decided.
NetworkShape networkShapeOf(const RunOptions& options);
Initialization initializationOf(const RunOptions& options);
Loss lossOf(const RunOptions& options);

/// Between calls a run rests with the update still to come: the gradients of the current batch at the current weights
/// are ready, and so is what the optimizer makes of them. So what is shown can be checked, and what the next step will
/// do is known.
template <class Real> class Trainer {
 public:
  /// A run at step 0. The options must be valid (`validate`), for `data` where they are given; a batch larger than the
  /// training set is the whole set.
  explicit Trainer(const RunOptions& options);
  Trainer(const RunOptions& options, const Dataset& data);

  /// `count` times: update, next batch, zero_grad, forward, loss, backward. Ends early where a number would no longer
  /// be finite: that update is not made, the last finite weights stay, and `progress().stopped` says what happened; or
  /// where the test loss has not become better for `patience` epochs.
  void step(std::uint32_t count);

  /// Brings the run to the state that it had after `step` updates, to the bit, from the nearest checkpoint; a step that
  /// is still to come is reached by training. What was changed on the way (`setLr`, `setParameters`) is changed again.
  void goTo(std::uint64_t step);

  /// Changes the option lr from the next update on; refuses what its row does not allow. A run that has stopped goes on
  /// if the update is finite with the new rate. What the run had been after this step is forgotten.
  Status setLr(const OptionValue& lr);

  /// Writes `values` over the parameters from `offset` on, in the order of the network's block; they must be finite and
  /// fit. What the run had been after this step is forgotten. Each change is kept, up to `maxEditBytes` in all.
  Status setParameters(std::uint32_t offset, std::span<const Real> values);

  /// Keeps the value, gradient and update of these parameters from now on, and of no others; at most `WatchList::most`.
  /// The run is the same whatever is watched.
  Status watch(std::span<const WeightPlace> places);
  const WatchList& watched() const { return watched_; }

  const RunOptions& options() const { return options_; }
  const Split& data() const { return data_; }
  const Examples<Real>& trainExamples() const { return train_; }
  const Examples<Real>& testExamples() const { return test_; }
  const Encoding& encoding() const { return encoding_; }
  const Targets& targets() const { return encoding_.targets(); }
  const Network<Real>& network() const { return network_; }
  const Loss& loss() const { return loss_; }
  const Optimizer<Real>& optimizer() const { return optimizer_; }
  const Progress& progress() const { return progress_; }
  const History& history() const { return history_; }

  /// The tape that holds the current batch after its backward pass. Valid until the next step.
  const NetworkTape<Real>& batch() const { return *current_; }
  /// The training rows of the current batch, in its order.
  std::span<const std::uint32_t> batchRows() const;
  /// Δw of every parameter, as the next step will make it, in the order of the network's block.
  std::span<const Real> update() const { return update_; }
  /// How the update of parameter `i` comes about.
  UpdateAnatomy anatomy(std::size_t i) const;

  /// Judges and draws the network at its current weights.
  Score evaluate(const Examples<Real>& data) { return evaluator_.evaluate(data, targets().boundary); }
  Score evaluateTrain() { return evaluate(train_); }
  Score evaluateTest() { return evaluate(test_); }
  /// See `Evaluator::maps`; for data in the plane or on a line.
  std::vector<std::vector<std::vector<Real>>> maps(std::uint32_t size) {
    return evaluator_.maps(size, extent_, encoding_);
  }
  /// Half the side of the square over which maps are drawn.
  double extent() const { return extent_; }

 private:
  /// What a user changed in the course of a run, at rest before the update of `step`.
  struct Edit {
    std::uint64_t step = 0;
    std::optional<double> lr;
    std::vector<std::pair<std::uint32_t, std::vector<Real>>> parameters;  ///< offset, and values from there on
  };

  Trainer(const RunOptions& options, Split data, double extent);

  void loadBatch();
  void backward();
  void propose();
  void advance();
  void endEpoch();
  void arrive();
  void record();
  void save(RunState<Real>& state) const;
  void restore(const RunState<Real>& state);
  void applyEdits();
  std::uint64_t editBytes() const;
  Edit& editHere();

  RunOptions options_;
  Split data_;
  Encoding encoding_;
  Examples<Real> train_, test_;
  double extent_;
  Loss loss_;
  Network<Real> network_;
  Evaluator<Real> evaluator_;
  Optimizer<Real> optimizer_;
  double (*schedule_)(const RunOptions& options, std::uint64_t t);
  Random shuffling_;
  std::vector<std::uint32_t> order_;                  // the training rows of this epoch
  std::uint32_t batchSize_;                           // rows of a whole batch
  std::map<std::uint32_t, NetworkTape<Real>> tapes_;  // by rows: whole batches, and the smaller last one
  NetworkTape<Real>* current_ = nullptr;
  std::vector<Real> leftover_;  // the gradients of the steps before, where the fault no_zero_grad leaves them
  std::vector<Real> update_;
  Progress progress_;
  History history_;
  WatchList watched_;
  Checkpoints<Real> checkpoints_;
  std::vector<Edit> edits_;  // by step
  std::uint64_t due_ = 0;    // the next step at which there is more to do than to train
  double bestLoss_ = 0;
  std::uint32_t epochsWithoutBetter_ = 0;
};

}  // namespace backprop
