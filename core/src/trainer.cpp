// The training loop.
#include "backprop/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "backprop/non_finite.hpp"
#include "backprop/optimizer.hpp"
#include "backprop/text.hpp"

namespace backprop {
namespace {

// Each purpose has its own stream of random numbers: other data leave the weights as they were.
enum Stream : std::uint64_t { dataStream = 1, weightStream = 2, shuffleStream = 3 };

Split makeData(const RunOptions& options) {
  const auto kind = std::ranges::find(datasetTable(), options.dataset, &DatasetInfo::name);
  Random random(options.seed, dataStream);
  const Dataset all = kind->generate(options.samples, options.noise, random);
  return split(all, options.train_fraction, random);
}

/// The options as they are, once they are known to be right.
const RunOptions& validated(const RunOptions& options) {
  (void)validate(options).value();
  return options;
}

template <class Real> Network<Real> makeNetwork(const RunOptions& options) {
  Random random(options.seed, weightStream);
  return {options.layers, findOp(options.activation), findOp(options.output_activation), random};
}

/// Steps between two evaluations for the history such that these cost a tenth of the training: an evaluation runs all
/// rows forward, a step runs a batch forward and back, which is three times as much per row.
std::uint64_t historyStride(const RunOptions& options, std::uint32_t batchSize) {
  return std::max<std::uint64_t>(1, options.samples * 10 / (3 * batchSize));
}

}  // namespace

template <class Real>
Trainer<Real>::Trainer(const RunOptions& options)
    : options_(validated(options)),
      targets_(options.output_activation == "sigmoid" ? Targets{0, 1, 0.5} : Targets{-1, 1, 0}),
      data_(makeData(options)),
      network_(makeNetwork<Real>(options)),
      evaluator_(network_),
      shuffling_(options.seed, shuffleStream),
      order_(data_.train.rows()),
      batchSize_(std::min(options.batch_size, data_.train.rows())),
      update_(network_.parameters()->size()),
      history_(historyStride(options, batchSize_)) {
  progress_.batches = (data_.train.rows() + batchSize_ - 1) / batchSize_;
  std::iota(order_.begin(), order_.end(), 0);
  shuffling_.shuffle(order_);
  loadBatch();
  record();
}

template <class Real> std::span<const std::uint32_t> Trainer<Real>::batchRows() const {
  const std::size_t first = std::size_t{progress_.batch - 1} * batchSize_;
  return std::span(order_).subspan(first, std::min<std::size_t>(batchSize_, order_.size() - first));
}

template <class Real> void Trainer<Real>::loadBatch() {
  const auto rows = batchRows();
  const auto count = static_cast<std::uint32_t>(rows.size());
  current_ = &tapes_.try_emplace(count, network_, count).first->second;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    current_->input()[2 * i] = data_.train.x[2 * rows[i]];
    current_->input()[2 * i + 1] = data_.train.x[2 * rows[i] + 1];
    current_->target()[i] = static_cast<Real>(targets_.of(data_.train.labels[rows[i]]));
  }
  current_->tape().zeroGrad();
  current_->forward();
  current_->backward();
  progress_.loss = current_->loss();
  propose();
}

template <class Real> void Trainer<Real>::propose() {
  const auto& parameters = std::as_const(*network_.parameters());
  sgd<Real>(static_cast<Real>(options_.lr), parameters.gradients(), update_);
  progress_.stopped.clear();
  if (std::isfinite(progress_.loss) && updateIsFinite<Real>(update_, parameters.values())) return;
  progress_.stopped = "[step " + std::to_string(progress_.step + 1) + "] " +
                      firstNonFinite<Real>(network_, *current_, update_) +
                      "; training stops with the last finite weights; a learning rate below " +
                      formatNumber(options_.lr) + " may help, from the start";
}

template <class Real> void Trainer<Real>::step(std::uint32_t count) {
  for (; count > 0 && progress_.stopped.empty(); --count) {
    applyUpdate<Real>(update_, network_.parameters()->values());
    ++progress_.step;
    progress_.samples += current_->rows();
    if (++progress_.batch > progress_.batches) {
      progress_.batch = 1;
      ++progress_.epoch;
      shuffling_.shuffle(order_);
    }
    loadBatch();
    record();
  }
}

template <class Real> void Trainer<Real>::record() {
  if (!history_.wants(progress_.step)) return;
  const double train = evaluate(data_.train).loss, test = evaluate(data_.test).loss;
  history_.add({progress_.step, static_cast<float>(train), static_cast<float>(test)});
}

template <class Real> Status Trainer<Real>::setLr(const OptionValue& lr) {
  const Status written = std::ranges::find(optionTable(), "lr", &OptionInfo::name)->write(options_, lr);
  if (written.ok()) propose();
  return written;
}

template class Trainer<float>;
template class Trainer<double>;

}  // namespace backprop
