// How the numbers of each layer are spread: gradients, weights, updates and activations, in a few numbers and a
// histogram over many orders of magnitude. Cheap enough for every frame that is drawn.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "backprop/network.hpp"

namespace backprop {

/// Counts of numbers by sign and octave. The bin of octave k holds 2ᵏ ≤ |x| < 2ᵏ⁺¹, so that a number's exponent names
/// its bin; the 54 octaves from 2⁻⁴⁰ to 2¹⁴ cover 1e-12 to 1e4, and what lies beyond is counted in the outermost.
struct Histogram {
  static constexpr int lowest = -40, highest = 13;  ///< octaves
  static constexpr std::size_t octaves = highest - lowest + 1;
  static constexpr std::size_t bins = 2 * octaves + 1;
  static constexpr std::size_t zero = octaves;  ///< the bin of 0 alone

  /// From the most negative to the most positive: the bin of ±2ᵏ is `zero` ± (k − lowest + 1).
  std::array<std::uint32_t, bins> counts{};
  std::uint32_t nonFinite = 0;  ///< NaN, ∞ and −∞, which have no bin
};

/// One block of numbers.
struct NumberStatistics {
  Histogram histogram;
  std::uint32_t count = 0;  ///< of all numbers
  double norm = 0;          ///< √Σx², summed in float64; not finite where a number is not
  double zeros = 0;         ///< share of numbers that are exactly 0 (or −0), from 0 to 1
};

/// A layer at rest, the update still to come. Biases are not counted: there are few, and many start at 0.
struct LayerStatistics {
  NumberStatistics gradient, weight, update;  ///< of the layer's weight matrix
  NumberStatistics activation;                ///< of every unit for every row of the batch, before dropout
  double ratio = 0;  ///< ‖Δw‖ / ‖w‖, about 1e-3 where training goes well (a rule of thumb of Karpathy's, CS231n)

  /// Share of all activations of the batch through which little gradient passes: where |f′(z)| is below a twentieth of
  /// the largest slope that f has; for functions made of straight lines (relu, relu6, leaky_relu, hardtanh) and square,
  /// where f′(z) is 0. Without an activation there are none.
  double saturated = 0;
  double dead = 0;  ///< share of the layer's units that are saturated for every row of the batch
};

/// The statistics of each layer. `tape` has run forward and backward at the network's present weights; `update` is what
/// the optimizer made of all gradients. Costs one look at each weight, gradient, update and activation, and one f′ for
/// each activation.
template <class Real>
std::vector<LayerStatistics> layerStatistics(const Network<Real>& network, const NetworkTape<Real>& tape,
                                             std::span<const Real> update);

/// The statistics of any numbers.
template <class Real> NumberStatistics statisticsOf(std::span<const Real> numbers);

/// The slope below which |f′| an activation counts as saturated: 0 for functions made of straight lines and for square.
double saturationBound(Op activation);

}  // namespace backprop
