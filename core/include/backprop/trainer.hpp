// A training run: data, network, mini-batches and stochastic gradient descent, reproducible to the bit from its
// options.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "backprop/dataset.hpp"
#include "backprop/history.hpp"
#include "backprop/network.hpp"
#include "backprop/options.hpp"

namespace backprop {

/// How good the network is on a set of rows.
struct Score {
  double loss = 0;      ///< mean squared error over the rows
  double accuracy = 0;  ///< share of rows on their class's side of the boundary
};

/// The numbers that stand for class 0 and class 1 at the output, and the boundary halfway between them.
struct Targets {
  double low = -1;
  double high = 1;
  double boundary = 0;
};

/// Where a run stands.
struct Progress {
  std::uint64_t step = 0;     ///< updates made
  std::uint64_t epoch = 0;    ///< complete passes over the training rows
  std::uint32_t batch = 1;    ///< the current batch of the epoch, counted from 1
  std::uint32_t batches = 1;  ///< batches of an epoch; the last one may be smaller
  double loss = 0;            ///< of the current batch, at the current weights
  std::string stopped;        ///< why training cannot go on, in one sentence; empty while it can
};

/// Between calls a run rests with the update still to come: the gradients of the current batch at the current weights
/// are ready. So what is shown can be checked, and what the next step will do is known.
template <class Real>
class Trainer {
 public:
  explicit Trainer(const RunOptions& options);

  /// `count` times: update, next batch, zero_grad, forward, loss, backward. Ends early where a number would no longer
  /// be finite: that update is not made, the last finite weights stay, and `progress().stopped` says what happened.
  void step(std::uint32_t count);

  /// Changes the learning rate from the next update on; refuses what the option's row does not allow.
  Status setLr(const OptionValue& lr);

  const RunOptions& options() const { return options_; }
  const Split& data() const { return data_; }
  const Targets& targets() const { return targets_; }
  const Network<Real>& network() const { return network_; }
  const Progress& progress() const { return progress_; }
  const History& history() const { return history_; }

  /// The tape that holds the current batch after its backward pass.
  const NetworkTape<Real>& batch() const { return *current_; }
  /// The training rows of the current batch.
  std::span<const std::uint32_t> batchRows() const;

  /// Loss and accuracy on any rows at the current weights.
  Score evaluate(const Dataset& data);

  /// Every unit's activation over a grid of size × size points in the square of the data, row by row from the top left:
  /// result[layer][unit][row · size + column].
  std::vector<std::vector<std::vector<Real>>> maps(std::uint32_t size);

 private:
  bool update();
  void loadBatch();
  void record();
  void nameNonFinite();
  Real target(const Dataset& data, std::uint32_t row) const {
    return static_cast<Real>(data.labels[row] ? targets_.high : targets_.low);
  }
  void load(NetworkTape<Real>& tape, const Dataset& data, std::span<const std::uint32_t> rows) const;
  NetworkTape<Real>& evaluator(std::uint32_t rows);

  RunOptions options_;
  Targets targets_;
  Split data_;
  Network<Real> network_;
  Random shuffling_;
  std::vector<std::uint32_t> order_;                  // the training rows of this epoch
  std::map<std::uint32_t, NetworkTape<Real>> tapes_;  // by rows: whole batches, and the smaller last one
  NetworkTape<Real>* current_ = nullptr;
  std::map<std::uint32_t, NetworkTape<Real>> evaluators_;  // by rows, without gradients
  Progress progress_;
  History history_;
};

}  // namespace backprop
