// Taking over numbers, and passes over the rows a stretch at a time.
#include "backprop/network_twin.hpp"

#include <algorithm>
#include <utility>

#include "backprop/check.hpp"

namespace backprop {
namespace {

constexpr std::uint32_t rowsAtOnce = 128;
constexpr std::size_t mostTapes = 3;  // of whole batches, of the last one, and of whole stretches

/// An upper bound on the bytes of a tape: sums, activations, what dropout leaves of them, each with its gradient, and
/// the masks. Arrays grow by half.
template <class Real> std::uint64_t bytesOfTape(const Network<Real>& network, std::uint64_t rows, std::uint64_t size) {
  std::uint64_t numbers = network.layers().front().inputs + network.layers().back().outputs;
  for (const Layer& layer : network.layers()) numbers += std::uint64_t{layer.outputs} * (layer.dropout > 0 ? 7 : 4);
  return rows * numbers * size * 3 / 2 + 16'384;
}

template <class To, class From> void copyNumbers(std::span<const From> from, std::span<To> to) {
  std::ranges::transform(from, to.begin(), [](From x) { return To(double(x)); });
}

/// Every unit is kept, as where the network is used.
template <class Number> void openMasks(NetworkTape<Number>& tape) {
  for (const auto& nodes : tape.layers())
    if (nodes.mask) std::ranges::fill(tape.tape().value(*nodes.mask), Number(1));
}

}  // namespace

template <class Number>
template <class Real>
Status NetworkTwin<Number>::takeWeights(const Network<Real>& network, const Loss& loss,
                                        std::initializer_list<std::uint32_t> tapes) {
  const auto values = std::as_const(*network.parameters()).values();
  const bool known = network_ && home_.size() == values.size();
  std::uint64_t bytes = known ? 0 : values.size() * (2 * sizeof(Number) + sizeof(double));
  for (const std::uint32_t rows : tapes)
    if (rows > 0 && !(known && tapes_.contains(rows))) bytes += bytesOfTape(network, rows, sizeof(Number));
  if (bytes > 0) {
    BudgetShare probe;  // refused here in a sentence, before the first allocation
    const Status room = probe.resize(bytes, "check", "a copy of the network in float64");
    if (!room.ok()) return room;
  }
  if (!known) {
    tapes_.clear();
    network_ = network.template clone<Number>();
    (void)share_.resize(values.size() * sizeof(double), "check", "a copy of the weights").value();
  }
  loss_ = loss;
  home_.assign(values.begin(), values.end());
  goHome();
  return okStatus();
}

template <class Number>
template <class Real>
Status NetworkTwin<Number>::take(const Network<Real>& network, const NetworkTape<Real>& batch) {
  if (const Status taken = takeWeights(network, batch.lossFunction(), {batch.rows()}); !taken.ok()) return taken;
  rows_ = batch.rows();
  load_ = nullptr;
  tapeFor(rows_).copyData(batch);
  return okStatus();
}

template <class Number>
template <class Real>
Status NetworkTwin<Number>::take(const Network<Real>& network, const Loss& loss, const Examples<Real>& rows) {
  BACKPROP_CHECK(rows.rows() > 0, "a loss needs rows");
  const std::uint32_t whole = rows.rows() < rowsAtOnce ? 0 : rowsAtOnce, rest = rows.rows() % rowsAtOnce;
  if (const Status taken = takeWeights(network, loss, {whole, rest}); !taken.ok()) return taken;
  rows_ = rows.rows();
  load_ = [&rows](NetworkTape<Number>& tape, std::uint32_t first) {
    const auto input = tape.input(), target = tape.target();
    copyNumbers(std::span(rows.x).subspan(std::size_t{first} * rows.inputs, input.size()), input);
    copyNumbers(std::span(rows.y).subspan(std::size_t{first} * rows.targets, target.size()), target);
    openMasks(tape);
  };
  return okStatus();
}

template <class Number> NetworkTape<Number>& NetworkTwin<Number>::tapeFor(std::uint32_t rows) {
  if (const auto found = tapes_.find(rows); found != tapes_.end()) return found->second;
  if (tapes_.size() == mostTapes) tapes_.clear();
  return tapes_.try_emplace(rows, *network_, loss_, rows).first->second;
}

template <class Number> void NetworkTwin<Number>::goHome() { copyNumbers(std::span<const double>(home_), weights()); }

template <class Number> Number NetworkTwin<Number>::loss() { return run(false); }

template <class Number> Number NetworkTwin<Number>::backward() {
  network_->parameters()->zeroGrad();
  return run(true);
}

template <class Number> Number NetworkTwin<Number>::run(bool alsoBackward) {
  const std::uint32_t most = load_ ? rowsAtOnce : rows_;
  Number total(0);
  for (std::uint32_t first = 0; first < rows_; first += most) {
    const std::uint32_t count = std::min(most, rows_ - first);
    auto& tape = tapeFor(count);
    if (load_) load_(tape, first);
    tape.forward();
    // The loss of all rows is the mean of the stretches' means, each by its rows, or the sum of their sums.
    const Number share(loss_.mean ? double(count) / rows_ : 1);
    total += share * tape.loss();
    if (alsoBackward) tape.tape().backward(tape.lossNode(), std::span(&share, 1));
  }
  return total;
}

double lossMoved(ExactTwin& twin, std::size_t i, double by) {
  double& w = twin.weights()[i];
  w = twin.home()[i] + by;
  const double loss = twin.loss();
  w = twin.home()[i];
  return loss;
}

double lossMoved(ExactTwin& twin, std::initializer_list<Move> moves) {
  const auto weights = twin.weights();
  for (const Move& move : moves) {
    BACKPROP_CHECK(move.direction.size() == weights.size(), "a direction has one number for each parameter");
    for (std::size_t i = 0; i < weights.size(); ++i) weights[i] += move.t * move.direction[i];
  }
  const double loss = twin.loss();
  twin.goHome();
  return loss;
}

std::vector<double> hessianTimes(DualTwin& twin, std::span<const double> v) {
  const auto weights = twin.weights();
  BACKPROP_CHECK(v.size() == weights.size(), "a direction has one number for each parameter");
  for (std::size_t i = 0; i < v.size(); ++i) weights[i].derivative = v[i];
  twin.backward();
  twin.goHome();
  std::vector<double> product(v.size());
  std::ranges::transform(twin.gradients(), product.begin(), &Dual<double>::derivative);
  return product;
}

template class NetworkTwin<double>;
template class NetworkTwin<Dual<double>>;
#define BACKPROP_TAKE(Number, Real)                                                          \
  template Status NetworkTwin<Number>::take(const Network<Real>&, const NetworkTape<Real>&); \
  template Status NetworkTwin<Number>::take(const Network<Real>&, const Loss&, const Examples<Real>&);
BACKPROP_TAKE(double, float)
BACKPROP_TAKE(double, double)
BACKPROP_TAKE(Dual<double>, float)
BACKPROP_TAKE(Dual<double>, double)
#undef BACKPROP_TAKE

}  // namespace backprop
