// The training loop, evaluation and maps.
#include "backprop/trainer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "backprop/text.hpp"
#include "kernels/kernels.hpp"

namespace backprop {
namespace {

// Each purpose has its own stream of random numbers: other data leave the weights as they were.
enum Stream : std::uint64_t { dataStream = 1, weightStream = 2, shuffleStream = 3 };

constexpr std::uint32_t evaluatedAtOnce = 512;  // rows; bounds the memory of an evaluation

const DatasetInfo& datasetCalled(std::string_view name) {
  return *std::ranges::find(datasetTable(), name, &DatasetInfo::name);
}

Split makeData(const RunOptions& options) {
  Random random(options.seed, dataStream);
  const Dataset all = datasetCalled(options.dataset).generate(options.samples, options.noise, random);
  return split(all, options.train_fraction, random);
}

template <class Real>
Network<Real> makeNetwork(const RunOptions& options) {
  Random random(options.seed, weightStream);
  return {options.layers, findOp(options.activation), findOp(options.output_activation), random};
}

/// Whether every w − η·g is finite. A number times zero is zero unless it is infinite or NaN.
template <class Real>
bool updateIsFinite(std::span<const Real> w, std::span<const Real> g, Real lr) {
  const auto zeroIfFinite = [lr](auto weight, auto gradient) { return (weight - lr * gradient) * Real(0); };
  return simd::reduce<Real>(w.size(), zeroIfFinite, w.data(), g.data()) == 0;
}

}  // namespace

template <class Real>
Trainer<Real>::Trainer(const RunOptions& options)
    : options_(options),
      targets_(options.output_activation == "sigmoid" ? Targets{0, 1, 0.5} : Targets{-1, 1, 0}),
      data_(makeData(options)),
      network_(makeNetwork<Real>(options)),
      shuffling_(options.seed, shuffleStream),
      order_(data_.train.rows()) {
  options_.batch_size = std::min(options_.batch_size, data_.train.rows());
  progress_.batches = (data_.train.rows() + options_.batch_size - 1) / options_.batch_size;
  std::iota(order_.begin(), order_.end(), 0);
  shuffling_.shuffle(order_);
  loadBatch();
  record();
}

template <class Real>
std::span<const std::uint32_t> Trainer<Real>::batchRows() const {
  const std::size_t first = std::size_t{progress_.batch - 1} * options_.batch_size;
  return std::span(order_).subspan(first, std::min<std::size_t>(options_.batch_size, order_.size() - first));
}

template <class Real>
void Trainer<Real>::load(NetworkTape<Real>& tape, const Dataset& data, std::span<const std::uint32_t> rows) const {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    tape.input()[2 * i] = data.x[2 * rows[i]];
    tape.input()[2 * i + 1] = data.x[2 * rows[i] + 1];
    tape.target()[i] = target(data, rows[i]);
  }
}

template <class Real>
void Trainer<Real>::loadBatch() {
  const auto rows = batchRows();
  const auto count = static_cast<std::uint32_t>(rows.size());
  current_ = &tapes_.try_emplace(count, network_, count).first->second;
  load(*current_, data_.train, rows);
  current_->tape().zeroGrad();
  current_->forward();
  current_->backward();
  progress_.loss = current_->loss();
  if (!std::isfinite(progress_.loss)) nameNonFinite();
}

template <class Real>
bool Trainer<Real>::update() {
  auto& parameters = *network_.parameters();
  const Real lr = static_cast<Real>(options_.lr);
  const auto w = parameters.values();
  const auto g = parameters.gradients();
  if (!updateIsFinite<Real>(w, g, lr)) {
    nameNonFinite();
    return false;
  }
  kernels::addScaled(-lr, std::as_const(g).data(), w.data(), w.size());
  return true;
}

template <class Real>
void Trainer<Real>::step(std::uint32_t count) {
  for (; count > 0 && progress_.stopped.empty() && update(); --count) {
    ++progress_.step;
    if (++progress_.batch > progress_.batches) {
      progress_.batch = 1;
      ++progress_.epoch;
      shuffling_.shuffle(order_);
    }
    loadBatch();
    record();
  }
}

template <class Real>
void Trainer<Real>::record() {
  if (!history_.wants(progress_.step)) return;
  const double train = evaluate(data_.train).loss, test = evaluate(data_.test).loss;
  history_.add({progress_.step, static_cast<float>(train), static_cast<float>(test)});
}

template <class Real>
void Trainer<Real>::nameNonFinite() {
  const std::string where = "step " + std::to_string(progress_.step + 1);
  const std::string advice =
      "training stops with the last finite weights; a learning rate below " + formatNumber(options_.lr) + " may help";
  const auto layers = current_->layers();
  for (std::size_t l = 0; l < layers.size(); ++l)
    for (const NodeId node : {layers[l].sum, layers[l].activation})
      for (const Real x : current_->tape().value(node))
        if (!std::isfinite(x)) {
          progress_.stopped =
              "[" + where + "] layer " + std::to_string(l + 1) + " gives " + formatNumber(x) + "; " + advice;
          return;
        }
  if (!std::isfinite(current_->loss())) {
    progress_.stopped = "[" + where + "] the loss is " + formatNumber(current_->loss()) + "; " + advice;
    return;
  }
  const auto& parameters = *network_.parameters();
  for (std::size_t l = 0; l < network_.layers().size(); ++l) {
    const Layer& layer = network_.layers()[l];
    for (std::size_t i = 0; i < layer.weight.shape.size(); ++i) {
      const Real next =
          parameters.values(layer.weight)[i] - static_cast<Real>(options_.lr) * parameters.gradients(layer.weight)[i];
      if (std::isfinite(next)) continue;
      progress_.stopped = "[" + where + "] the weight from unit " + std::to_string(i % layer.inputs + 1) + " to unit " +
                          std::to_string(i / layer.inputs + 1) + " of layer " + std::to_string(l + 1) +
                          " would become " + formatNumber(next) + "; " + advice;
      return;
    }
  }
  progress_.stopped = "[" + where + "] a bias would no longer be finite; " + advice;
}

template <class Real>
Status Trainer<Real>::setLr(const OptionValue& lr) {
  return std::ranges::find(optionTable(), "lr", &OptionInfo::name)->write(options_, lr);
}

template <class Real>
NetworkTape<Real>& Trainer<Real>::evaluator(std::uint32_t rows) {
  return evaluators_.try_emplace(rows, network_, rows, GradMode::disabled).first->second;
}

template <class Real>
Score Trainer<Real>::evaluate(const Dataset& data) {
  Score score;
  std::vector<std::uint32_t> rows;
  for (std::uint32_t first = 0; first < data.rows(); first += evaluatedAtOnce) {
    rows.resize(std::min(evaluatedAtOnce, data.rows() - first));
    std::iota(rows.begin(), rows.end(), first);
    auto& tape = evaluator(static_cast<std::uint32_t>(rows.size()));
    load(tape, data, rows);
    tape.forward();
    score.loss += static_cast<double>(tape.loss()) * double(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      score.accuracy += (tape.output()[i] > targets_.boundary) == (data.labels[rows[i]] == 1);
  }
  score.loss /= data.rows();
  score.accuracy /= data.rows();
  return score;
}

template <class Real>
std::vector<std::vector<std::vector<Real>>> Trainer<Real>::maps(std::uint32_t size) {
  auto& tape = evaluator(size * size);
  const auto coordinate = [size](std::uint32_t i) { return (2 * (i + 0.5) / size - 1) * dataExtent; };
  for (std::uint32_t i = 0; i < size * size; ++i) {
    tape.input()[2 * i] = static_cast<Real>(coordinate(i % size));
    tape.input()[2 * i + 1] = static_cast<Real>(-coordinate(i / size));
  }
  tape.forward();
  std::vector<std::vector<std::vector<Real>>> maps;
  for (std::size_t l = 0; l < tape.layers().size(); ++l) {
    const std::size_t units = network_.layers()[l].outputs;
    const auto values = tape.tape().value(tape.layers()[l].activation);
    auto& layer = maps.emplace_back(units, std::vector<Real>(size * size));
    for (std::size_t i = 0; i < values.size(); ++i) layer[i % units][i / units] = values[i];
  }
  return maps;
}

template class Trainer<float>;
template class Trainer<double>;

}  // namespace backprop
