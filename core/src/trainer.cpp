// The training loop.
#include "backprop/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

#include "backprop/faults.hpp"
#include "backprop/non_finite.hpp"
#include "backprop/schedule.hpp"
#include "backprop/text.hpp"
#include "kernels/kernels.hpp"
#include "streams.hpp"

namespace backprop {
namespace {

Split generatedSplit(const RunOptions& options) {
  (void)validate(options).value();
  Random random(options.seed, dataStream);
  return splitData(options, generateData(options, random), random);
}

Split givenSplit(const RunOptions& options, const Dataset& data) {
  (void)validate(options, shapeOf(data)).value();
  Random random(options.seed, dataStream);
  return splitData(options, data, random);
}

template <class Real> Network<Real> makeNetwork(const RunOptions& options) {
  Random random(options.seed, weightStream);
  return {networkShapeOf(options), initializationOf(options), random};
}

/// The same options with what depends on the task decided, so that the run's own say what it does.
RunOptions decided(RunOptions options, Task task) {
  options.output_activation = outputActivation(options, task);
  return options;
}

/// Half the side of the square that holds the points.
double extentOf(const Dataset& data) {
  double most = 0;
  for (const double x : data.x) most = std::max(most, std::abs(x));
  return most > 0 ? 1.1 * most : 1;
}

/// Rows by their numbers, one after the other. (The C library's copy would leave WebAssembly for each row.)
template <class Real>
void gatherRows(const Real* from, std::size_t width, std::span<const std::uint32_t> rows, Real* to) {
  for (const std::uint32_t row : rows) {
    const Real* source = from + row * width;
    if (width >= laneCount<Real>)
      simd::mapInTurns<4>(
          width, to, [](auto x) { return x; }, source);
    else
      for (std::size_t c = 0; c < width; ++c) to[c] = source[c];
    to += width;
  }
}

/// Steps between two evaluations for the history such that these cost a twentieth of the training: an evaluation runs
/// all rows forward, a step runs a batch forward and back, which is three times as much per row.
std::uint64_t historyStride(std::uint32_t rows, std::uint32_t batchSize) {
  return std::max<std::uint64_t>(1, std::uint64_t{rows} * 20 / (3 * batchSize));
}

/// How many states are kept: as many as fit a tenth of what a run may take, from 2 to 64.
template <class Real>
std::size_t checkpointCapacity(const RunOptions& options, std::size_t parameters, std::size_t rows) {
  const std::uint64_t bytes =
      parameters * (sizeof(Real) * (options.fault == faultName(Fault::no_zero_grad) ? 2 : 1) +
                    Optimizer<Real>::bytesPerParameter(options) / 2) +
      rows * sizeof(std::uint32_t);
  return static_cast<std::size_t>(std::clamp<std::uint64_t>(runBudget / 10 / bytes, 2, 64));
}

/// Steps between two checkpoints at first: copying a state costs little beside the steps between.
constexpr std::uint64_t firstCheckpointStride = 128;

}  // namespace

template <class Real>
Trainer<Real>::Trainer(const RunOptions& options)
    : Trainer(decided(options, datasetNamed(options.dataset).task), generatedSplit(options),
              datasetNamed(options.dataset).extent) {}

template <class Real>
Trainer<Real>::Trainer(const RunOptions& options, const Dataset& data)
    : Trainer(decided(options, data.task), givenSplit(options, data), extentOf(data)) {}

template <class Real>
Trainer<Real>::Trainer(const RunOptions& options, Split data, double extent)
    : options_(options),
      data_(std::move(data)),
      encoding_(options, data_.train),
      train_(encoding_.encode<Real>(data_.train)),
      test_(encoding_.encode<Real>(data_.test)),
      extent_(extent),
      loss_(lossOf(options)),
      network_(makeNetwork<Real>(options)),
      evaluator_(network_, loss_),
      optimizer_(options, network_.parameters()->size()),
      schedule_(scheduleNamed(options.schedule).rate),
      shuffling_(options.seed, shuffleStream),
      order_(train_.rows()),
      batchSize_(std::min(options.batch_size, train_.rows())),
      leftover_(options.fault == faultName(Fault::no_zero_grad) ? network_.parameters()->size() : 0),
      update_(network_.parameters()->size()),
      history_(historyStride(train_.rows() + test_.rows(), batchSize_)),
      checkpoints_(checkpointCapacity<Real>(options, update_.size(), order_.size()), firstCheckpointStride),
      bestLoss_(std::numeric_limits<double>::infinity()) {
  progress_.batches = (train_.rows() + batchSize_ - 1) / batchSize_;
  std::iota(order_.begin(), order_.end(), 0);
  if (options_.shuffle) shuffling_.shuffle(order_);
  loadBatch();
  arrive();
}

template <class Real> std::span<const std::uint32_t> Trainer<Real>::batchRows() const {
  const std::size_t first = std::size_t{progress_.batch - 1} * batchSize_;
  return std::span(order_).subspan(first, std::min<std::size_t>(batchSize_, order_.size() - first));
}

template <class Real> void Trainer<Real>::loadBatch() {
  const auto rows = batchRows();
  const auto count = static_cast<std::uint32_t>(rows.size());
  if (!current_ || current_->rows() != count) {
    const auto [found, isNew] = tapes_.try_emplace(count, network_, loss_, count);
    current_ = &found->second;
    if (isNew && options_.fault == faultName(Fault::forgotten_derivative)) current_->tape().forgetDerivatives();
  }
  gatherRows(train_.x.data(), train_.inputs, rows, current_->input().data());
  gatherRows(train_.y.data(), train_.targets, rows, current_->target().data());
  if (options_.dropout > 0) {
    Random random(options_.seed, firstDropoutStream + progress_.step);
    current_->drawMasks(random);
  }
  current_->forward();
  backward();
  progress_.loss = current_->loss();
  propose();
}

// zero_grad and backward; or, by the fault no_zero_grad, backward alone.
template <class Real> void Trainer<Real>::backward() {
  if (leftover_.empty()) return current_->backwardFromZero();
  std::ranges::copy(leftover_, network_.parameters()->gradients().begin());
  current_->backward();
}

template <class Real> void Trainer<Real>::propose() {
  const auto& parameters = std::as_const(*network_.parameters());
  progress_.lr = schedule_(options_, progress_.step);
  progress_.stopped.clear();
  progress_.impatient = false;
  const bool finite = optimizer_.propose(progress_.lr, parameters.gradients(), parameters.values(), update_);
  if (finite && std::isfinite(progress_.loss)) return;
  progress_.stopped = "[step " + std::to_string(progress_.step + 1) + "] " +
                      firstNonFinite<Real>(network_, *current_, update_) +
                      "; training stops with the last finite weights";
  // Before the first update it is the weights or the data.
  if (progress_.lr > 0 && (progress_.step > 0 || std::isfinite(progress_.loss)))
    progress_.stopped += "; a learning rate below " + formatNumber(options_.lr) + " may help, from the start";
}

template <class Real> void Trainer<Real>::advance() {
  applyUpdate<Real>(update_, network_.parameters()->values());
  optimizer_.commit();
  if (!leftover_.empty()) std::ranges::copy(std::as_const(*network_.parameters()).gradients(), leftover_.begin());
  ++progress_.step;
  progress_.samples += current_->rows();
  const bool epochEnds = ++progress_.batch > progress_.batches;
  if (epochEnds) {
    progress_.batch = 1;
    ++progress_.epoch;
    if (options_.shuffle) shuffling_.shuffle(order_);
  }
  loadBatch();
  if (epochEnds && options_.patience > 0) endEpoch();
}

template <class Real> void Trainer<Real>::step(std::uint32_t count) {
  for (; count > 0 && progress_.stopped.empty(); --count) {
    advance();
    if (progress_.step >= due_) arrive();
  }
}

// Early stopping. Source: Prechelt, "Early Stopping – But When?" (1998).
template <class Real> void Trainer<Real>::endEpoch() {
  const double loss = evaluate(test_.rows() > 0 ? test_ : train_).loss;
  if (loss < bestLoss_ - options_.min_delta) {
    bestLoss_ = loss;
    epochsWithoutBetter_ = 0;
  } else if (++epochsWithoutBetter_ >= options_.patience && progress_.stopped.empty()) {
    progress_.impatient = true;
    progress_.stopped = "[patience] the loss on the " + std::string(test_.rows() > 0 ? "test" : "training") +
                        " set has not become better than " + shortNumber(bestLoss_) + " for " +
                        std::to_string(options_.patience) + (options_.patience == 1 ? " epoch" : " epochs") +
                        "; training stops here";
  }
}

// What is to be done at some steps only: keep a state, change what was changed here before, record the losses.
template <class Real> void Trainer<Real>::arrive() {
  const std::uint64_t step = progress_.step;
  if (step == checkpoints_.next(step))
    if (RunState<Real>* state = checkpoints_.add(step)) save(*state);
  applyEdits();
  if (history_.wants(step)) record();
  watched_.record<Real>(step, network_, update_);
  due_ = std::min({history_.next(step + 1), checkpoints_.next(step + 1), watched_.next(step + 1)});
  const auto edit = std::ranges::upper_bound(edits_, step, {}, &Edit::step);
  if (edit != edits_.end()) due_ = std::min(due_, edit->step);
}

template <class Real> void Trainer<Real>::record() {
  const double train = evaluateTrain().loss, test = evaluateTest().loss;
  history_.add({progress_.step, static_cast<float>(train), static_cast<float>(test)});
}

template <class Real> Status Trainer<Real>::watch(std::span<const WeightPlace> places) {
  if (places.size() > WatchList::most)
    return errorAt("watch", std::to_string(places.size()) + " parameters are too many; at most " +
                                std::to_string(WatchList::most) + " would be right");
  watched_.watch(network_, places);
  watched_.record<Real>(progress_.step, network_, update_);
  due_ = std::min(due_, watched_.next(progress_.step + 1));
  return okStatus();
}

template <class Real> UpdateAnatomy Trainer<Real>::anatomy(std::size_t i) const {
  const auto& parameters = std::as_const(*network_.parameters());
  return optimizer_.anatomy(i, parameters.gradients(), parameters.values(), update_);
}

template class Trainer<float>;
template class Trainer<double>;

}  // namespace backprop
