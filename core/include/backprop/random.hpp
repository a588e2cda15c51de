// The one source of chance: a seeded generator that gives the same numbers everywhere.
//
// Source of the method: O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random
// Number Generation" (2014), variant XSH-RR 64/32.
#pragma once

#include <cstdint>
#include <span>

namespace backprop {

class Random {
 public:
  /// The same seed gives the same sequence. `stream` picks one of 2⁶³ sequences that do not overlap, so that data,
  /// weights and shuffling can each have their own.
  explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

  /// The next 32 random bits.
  std::uint32_t bits();

  /// A number in [0, 1) with 53 random bits.
  double uniform();

  /// A number in [low, high).
  double uniform(double low, double high) { return low + (high - low) * uniform(); }

  /// A number from the normal distribution with mean 0 and standard deviation 1 (Box and Muller, 1958).
  double normal();

  /// A whole number in [0, n), each equally likely; n ≥ 1 (Lemire, 2019).
  std::uint32_t below(std::uint32_t n);

  /// Puts the items into random order (Fisher and Yates).
  void shuffle(std::span<std::uint32_t> items);

 private:
  std::uint64_t state_ = 0;
  std::uint64_t increment_;
};

}  // namespace backprop
