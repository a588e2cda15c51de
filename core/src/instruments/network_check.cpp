// The sample, and both comparisons.
#include "backprop/network_check.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "backprop/explain.hpp"
#include "order.hpp"

namespace backprop {
namespace {

/// How many times the error is what is allowed; an error that is no number is worse than any.
double excess(double error, double allowed) {
  const double times = error / allowed;
  return std::isnan(times) ? std::numeric_limits<double>::infinity() : times;
}

double excess(const GradientCheck& check) { return excess(check.error, 1e-7 + 1e-6 * std::abs(check.numeric)); }

/// Appends `count` of the numbers from `first` to `first + size − 1`, none twice (Floyd's way; Bentley, 1987).
void drawFrom(std::uint32_t first, std::uint32_t size, std::uint32_t count, Random& random,
              std::vector<std::uint32_t>& out) {
  std::vector<bool> taken(size);
  for (std::uint32_t last = size - count; last < size; ++last) {
    const std::uint32_t drawn = random.below(last + 1), next = taken[drawn] ? last : drawn;
    taken[next] = true;
    out.push_back(first + next);
  }
}

template <class Real>
void compareRounding(const ExactTwin& twin, const Network<Real>& network, const NetworkTape<Real>& tape,
                     NetworkCheck& out) {
  const auto shown = std::as_const(*network.parameters()).gradients();
  double worst = -1;
  for (std::uint32_t i = 0; i < shown.size(); ++i) {
    const double exact = twin.gradients()[i], error = std::abs(double(shown[i]) - exact);
    const double tolerance = roundingTolerance(network, tape, placeOf(network, i));
    const double times = excess(error, tolerance);
    out.rounded += times > 1;
    if (times <= worst) continue;
    worst = times;
    out.worstRounding = {i, double(shown[i]), exact, error, tolerance};
  }
}

}  // namespace

template <class Real>
std::vector<std::uint32_t> sampleParameters(const Network<Real>& network, std::uint32_t most, std::uint32_t seed) {
  std::vector<Parameter> blocks;
  for (const Layer& layer : network.layers()) {
    blocks.push_back(layer.weight);
    if (layer.bias) blocks.push_back(*layer.bias);
  }
  // Small blocks first: what they leave of their share goes to the larger ones.
  sortBy(blocks, [](const Parameter& block) { return block.shape.size(); });
  Random random(seed);
  std::vector<std::uint32_t> sample;
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const auto left = static_cast<std::uint32_t>(most - sample.size());
    const auto share = left / static_cast<std::uint32_t>(blocks.size() - b);
    const auto size = static_cast<std::uint32_t>(blocks[b].shape.size());
    drawFrom(blocks[b].offset, size, std::min(share, size), random, sample);
  }
  sortBy(sample, [](std::uint32_t parameter) { return parameter; });
  return sample;
}

template <class Real>
Result<NetworkCheck> checkNetwork(ExactTwin& twin, const Network<Real>& network, const NetworkTape<Real>& tape,
                                  std::uint32_t most, std::uint32_t seed) {
  if (const Status taken = twin.take(network, tape); !taken.ok()) return taken.error();
  constexpr std::uint64_t passes = 3;  // for most of them
  const double here = twin.backward();
  const std::vector<double> analytic(twin.gradients().begin(), twin.gradients().end());
  NetworkCheck out;
  compareRounding(twin, network, tape, out);
  const auto possible = std::max<std::uint64_t>(1, mostWork / (passes * twin.work()));
  double worst = -1;
  for (const std::uint32_t i :
       sampleParameters(network, static_cast<std::uint32_t>(std::min<std::uint64_t>(most, possible)), seed)) {
    const GradientCheck check = checkGradient(
        analytic[i], twin.home()[i], [&](double moved) { return moved == 0 ? here : lossMoved(twin, i, moved); });
    out.checked.push_back({i, check});
    out.kinks += check.kink;
    if (check.kink) continue;
    out.disagreeing += !check.agrees;
    if (excess(check) <= worst) continue;
    worst = excess(check);
    out.worst = out.checked.back();
  }
  out.agrees = out.disagreeing == 0 && out.rounded == 0;
  return out;
}

template std::vector<std::uint32_t> sampleParameters(const Network<float>&, std::uint32_t, std::uint32_t);
template std::vector<std::uint32_t> sampleParameters(const Network<double>&, std::uint32_t, std::uint32_t);
template Result<NetworkCheck> checkNetwork(ExactTwin&, const Network<float>&, const NetworkTape<float>&, std::uint32_t,
                                           std::uint32_t);
template Result<NetworkCheck> checkNetwork(ExactTwin&, const Network<double>&, const NetworkTape<double>&,
                                           std::uint32_t, std::uint32_t);

}  // namespace backprop
