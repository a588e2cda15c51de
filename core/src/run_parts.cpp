// The parts of a run that follow from its options.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "backprop/trainer.hpp"
#include "streams.hpp"

namespace backprop {

Dataset generateData(const RunOptions& options) {
  Random random(options.seed, dataStream);
  return datasetNamed(options.dataset).generate(options.samples, options.noise, random);
}

Split splitData(const RunOptions& options, const Dataset& data, Random& random) {
  if (options.shuffle) return split(data, options.train_fraction, random);
  std::vector<std::uint32_t> rows(data.rows());
  std::iota(rows.begin(), rows.end(), 0);
  const auto wanted = static_cast<std::size_t>(std::lround(options.train_fraction * data.rows()));
  const std::span all(rows);
  const std::size_t train = std::max<std::size_t>(1, wanted);
  return {data.subset(all.first(train)), data.subset(all.subspan(train))};
}

NetworkShape networkShapeOf(const RunOptions& options) {
  const std::size_t layers = options.layers.size() - 1;
  NetworkShape shape{.sizes = options.layers, .dropout = options.dropout};
  for (std::size_t l = 0; l < layers; ++l) {
    const std::string& hidden = options.activation[options.activation.size() == 1 ? 0 : l];
    shape.activations.push_back(findOp(l + 1 < layers ? hidden : options.output_activation));
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
