// The longest stretch that came before just as what was seen last, and what followed it there.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

#include "logistic.hpp"
#include "memory.hpp"

namespace backprop::packer {

class Repeat {
 public:
  /// Begins when at least so many bytes agree.
  explicit Repeat(int least) : least(least), places(zeros<std::uint32_t>(std::size_t{1} << bits)) {
    for (std::size_t i = 0; i < trust.size(); ++i) trust[i] = 1 - 0.5F / (static_cast<float>(i) + 1.5F);
  }

  /// The byte at `at` comes next.
  void turnTo(const std::uint8_t* seen, int at) {
    if (length > 0 && seen[from] == seen[at - 1]) {
      ++length;
      ++from;
    } else {
      length = 0;
    }
    if (at >= least) {
      std::uint32_t h = 0;
      for (int i = least; i > 0; --i) h = (h + seen[at - i] + 1) * 0x2F0B4C47U;
      std::uint32_t& place = places[h >> (32 - bits)];
      if (length == 0) {
        from = static_cast<int>(place);
        while (length < longest && length < from && seen[from - 1 - length] == seen[at - 1 - length]) ++length;
        if (length < least) length = 0;
      }
      place = static_cast<std::uint32_t>(at);
    }
    expected = length > 0 ? seen[from] | 256U : 0;
    kind = static_cast<std::size_t>(std::min(length < 16 ? length : 16 + (length - 16) / 8, 63));
  }

  /// The logit of a 1 as bit `shift`; 0 where nothing is expected.
  float logit(std::uint32_t node, int shift, const Logistic& logistic) {
    said = expected >> (shift + 1) == node;
    if (!said) return 0;
    bit = static_cast<int>(expected >> shift & 1);
    const float x = logistic.logit(static_cast<int>(trust[kind] * 4095.9F));
    return bit ? x : -x;
  }

  void learn(int seen) {
    if (!said) return;
    trust[kind] = std::clamp(trust[kind] + ((bit == seen ? 1.F : 0.F) - trust[kind]) * 0.01F, 0.5F, 0.9998F);
    if (bit != seen) length = 0;
  }

 private:
  static constexpr int bits = 18;
  static constexpr int longest = 400;

  int least;
  std::span<std::uint32_t> places;  ///< where bytes with a hash ended last
  std::array<float, 64> trust;      ///< by length: how often what is expected comes
  int length = 0, from = 0;
  std::uint32_t expected = 0;  ///< the byte, behind a 1
  std::size_t kind = 0;
  bool said = false;
  int bit = 0;
};

}  // namespace backprop::packer
