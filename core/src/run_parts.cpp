// The parts of a run that follow from its options.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "backprop/trainer.hpp"
#include "streams.hpp"

namespace backprop {

Dataset generateData(const RunOptions& options) {
  Random random(options.seed, dataStream);
  return generateData(options, random);
}

Dataset generateData(const RunOptions& options, Random& random) {
  return datasetNamed(options.dataset).generate(options.samples, options.noise, random);
}

Split splitData(const RunOptions& options, const Dataset& data, Random& random) {
  if (options.shuffle) return split(data, options.train_fraction, random);
  std::vector<std::uint32_t> rows(data.rows());
  std::iota(rows.begin(), rows.end(), 0);
  const auto wanted = static_cast<std::size_t>(std::lround(options.train_fraction * data.rows()));
  // As of a random split, below 1 each side gets a row.
  const std::size_t most = options.train_fraction < 1 && rows.size() > 1 ? rows.size() - 1 : rows.size();
  const std::size_t train = std::clamp<std::size_t>(wanted, 1, most);
  return splitInOrder(data, rows, train);
}

NetworkShape networkShapeOf(const RunOptions& options) {
  BACKPROP_CHECK(options.output_activation != "default", "a run has decided what its outputs are made of");
  const std::size_t layers = options.layers.size() - 1;
  NetworkShape shape{.sizes = options.layers, .dropout = options.dropout};
  for (std::size_t l = 0; l < layers; ++l) {
    const bool last = l + 1 == layers;
    shape.activations.push_back(
        findOp(last ? options.output_activation : options.activation[options.activation.size() == 1 ? 0 : l]));
    shape.biases.push_back(options.bias[options.bias.size() == 1 ? 0 : l]);
  }
  return shape;
}

Initialization initializationOf(const RunOptions& o) {
  return {o.init, o.init_gain, o.init_value, o.init_low, o.init_high, o.init_mean, o.init_std};
}

Loss lossOf(const RunOptions& options) {
  Loss loss{.op = *findOp(options.loss), .mean = options.reduction == "mean"};
  loss.attributes = opInfo(loss.op).defaults();
  loss.attributes[0] = static_cast<double>(loss.mean ? Reduction::mean : Reduction::sum);
  if (loss.op == Op::huber) loss.attributes[1] = options.delta;
  return loss;
}

}  // namespace backprop
