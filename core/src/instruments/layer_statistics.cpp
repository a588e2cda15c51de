// Histograms by the exponents that floating-point numbers carry, and slopes of activations.
#include "backprop/layer_statistics.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "instruments/slopes.hpp"

namespace backprop {
namespace {

/// The layout of a floating-point number (IEEE 754): sign, exponent, fraction.
template <class Real> struct Layout;
template <> struct Layout<float> {
  using Bits = std::uint32_t;
  static constexpr int fraction = 23, exponents = 256, bias = 127;
};
template <> struct Layout<double> {
  using Bits = std::uint64_t;
  static constexpr int fraction = 52, exponents = 2048, bias = 1023;
};

/// Sorts the counts by exponent into bins: `counts[exponent]` of positive numbers, then of negative ones.
template <class Real>
Histogram histogramOf(std::span<const std::uint32_t> counts, std::uint32_t zeros, std::uint32_t negativeZeros) {
  using L = Layout<Real>;
  Histogram out;
  out.counts[Histogram::zero] = zeros + negativeZeros;
  for (const bool negative : {false, true}) {
    const auto half = counts.subspan(negative ? L::exponents : 0, L::exponents);
    for (int field = 0; field < L::exponents - 1; ++field) {
      const auto step = static_cast<std::size_t>(std::clamp(field - L::bias, Histogram::lowest, Histogram::highest) -
                                                 Histogram::lowest + 1);
      out.counts[negative ? Histogram::zero - step : Histogram::zero + step] += half[static_cast<std::size_t>(field)];
    }
    // The field of 0 is also that of the smallest numbers, which lie in the lowest octave.
    out.counts[negative ? Histogram::zero - 1 : Histogram::zero + 1] -= negative ? negativeZeros : zeros;
    out.nonFinite += half.back();
  }
  return out;
}

/// Functions whose slope has no largest value to be compared with, or only a few values.
constexpr bool hasPlainSlopes(Op op) {
  return op == Op::relu || op == Op::relu6 || op == Op::leaky_relu || op == Op::hardtanh || op == Op::square;
}

template <class Real>
void countSaturated(Op activation, std::span<const Real> z, std::span<const Real> a, std::size_t units,
                    LayerStatistics& out) {
  std::vector<bool> alive(units);
  std::size_t saturated = 0;
  const double bound = saturationBound(activation);
  for (std::size_t i = 0, unit = 0; i < z.size(); ++i, unit = unit + 1 == units ? 0 : unit + 1) {
    if (std::abs(slopeAt(activation, z[i], a[i])) <= bound)
      ++saturated;
    else
      alive[unit] = true;
  }
  out.saturated = double(saturated) / double(z.size());
  out.dead = double(std::ranges::count(alive, false)) / double(units);
}

}  // namespace

template <class Real> NumberStatistics statisticsOf(std::span<const Real> numbers) {
  using L = Layout<Real>;
  std::vector<std::uint32_t> counts(2 * L::exponents);
  std::uint32_t zeros[2] = {};  // 0 and −0
  double sums[2] = {};          // one would have each addition wait for the last
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const Real x = numbers[i];
    const auto field = static_cast<std::size_t>(std::bit_cast<typename L::Bits>(x) >> L::fraction);
    ++counts[field];
    zeros[field / L::exponents] += x == 0;
    sums[i % 2] += double(x) * double(x);
  }
  const auto count = static_cast<std::uint32_t>(numbers.size());
  return {.histogram = histogramOf<Real>(counts, zeros[0], zeros[1]),
          .count = count,
          .norm = std::sqrt(sums[0] + sums[1]),
          .zeros = double(zeros[0] + zeros[1]) / count};
}

double saturationBound(Op activation) {
  constexpr double share = 0.05;
  if (hasPlainSlopes(activation)) return 0;
  static std::array<double, opCount> bounds{};  // 0 where it is not known yet
  double& bound = bounds[static_cast<std::size_t>(activation)];
  if (bound > 0) return bound;
  // The largest slope of each lies well within these, and none has a narrow peak.
  double largest = 0;
  for (double z = -8; z <= 8; z += 1.0 / 64)
    largest = std::max(largest, std::abs(slopeAt(activation, z, activationAt(activation, z))));
  return bound = share * largest;
}

template <class Real>
std::vector<LayerStatistics> layerStatistics(const Network<Real>& network, const NetworkTape<Real>& tape,
                                             std::span<const Real> update) {
  const auto& block = std::as_const(*network.parameters());
  std::vector<LayerStatistics> all;
  for (std::size_t l = 0; l < network.layers().size(); ++l) {
    const Layer& layer = network.layers()[l];
    const auto nodes = tape.layers()[l];
    const auto a = tape.tape().value(nodes.a);
    LayerStatistics& out = all.emplace_back();
    out.gradient = statisticsOf(block.gradients(layer.weight));
    out.weight = statisticsOf(block.values(layer.weight));
    out.update = statisticsOf(update.subspan(layer.weight.offset, layer.weight.shape.size()));
    out.activation = statisticsOf(a);
    out.ratio = out.update.norm / out.weight.norm;
    if (layer.activation) countSaturated(*layer.activation, tape.tape().value(nodes.z), a, layer.outputs, out);
  }
  return all;
}

template NumberStatistics statisticsOf(std::span<const float>);
template NumberStatistics statisticsOf(std::span<const double>);
template std::vector<LayerStatistics> layerStatistics(const Network<float>&, const NetworkTape<float>&,
                                                      std::span<const float>);
template std::vector<LayerStatistics> layerStatistics(const Network<double>&, const NetworkTape<double>&,
                                                      std::span<const double>);

}  // namespace backprop
