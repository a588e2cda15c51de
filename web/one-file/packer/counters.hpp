// What came after each context before: for each bit of what followed a probability, which learns.
#pragma once

#include <algorithm>
#include <cstdint>

#include "contexts.hpp"
#include "four.hpp"
#include "logistic.hpp"
#include "memory.hpp"

namespace backprop::packer {

/// A counter is 16 bits of the probability that the bit is 1, 6 bits of how often it was asked, and 10 bits that tell
/// its context from others: where they are another's, it begins anew. The 15 counters of half a byte lie in one line of
/// memory.
class Counters {
  static constexpr int contexts = Contexts::count;
  static constexpr int fours = (contexts + 3) / 4;
  static constexpr int bits = 20;
  static constexpr std::int32_t certain = 30;  ///< from so many times on the probability follows at an even rate

 public:
  Counters() {
    for (int k = 0; k < contexts; ++k) counters[k] = zeros<std::int32_t>(std::size_t{1} << bits).data();
  }

  /// Half a byte begins; `node` are the bits of the byte before it, behind a 1.
  void turnTo(const std::uint32_t* hashes, std::uint32_t node) {
    for (int k = 0; k < contexts; ++k) {
      std::uint32_t h = (hashes[k] ^ node * 0x9E3779B1U) * 0x85EBCA6BU;
      h ^= h >> 15;
      h *= 0xC2B2AE35U;
      first[k] = counters[k] + (h >> (32 - bits));
      of(tags)[k] = static_cast<std::int32_t>(std::max(h & 1023, 1U));  // never 0, which is that of fresh memory
    }
  }

  /// The logits of a 1 as the next bit; about 0 where nothing is known. `node` are the bits of the half byte, behind
  /// a 1.
  void guess(std::uint32_t node, const Logistic& logistic, float* logits) {
    for (int k = 0; k < contexts; ++k) {
      used[k] = turned(first[k], node);
      of(values)[k] = *used[k];
    }
    FourWhole chances[fours];
    for (int i = 0; i < fours; ++i) {
      const FourWhole isKnown = (values[i] & 1023) == tags[i];
      values[i] = (values[i] & isKnown) | ((half | tags[i]) & ~isKnown);
      chances[i] = (values[i] >> 20) & 4095;
    }
    for (int k = 0; k < contexts; ++k) logits[k] = logistic.logit(of(chances)[k]);
  }

  /// p ← p + (bit − p) / (n + 1.6).
  void learn(int bit) {
    const Four target = Four{} + (bit ? 65535.F : 0.F);
    for (int i = 0; i < fours; ++i) {
      const Four p = asFloats((values[i] >> 16) & 0xffff);
      const FourWhole n = (values[i] >> 10) & 63;
      const FourWhole next = asWhole(p + (target - p) / (asFloats(n) + 1.6F));
      values[i] = next << 16 | (n - (n < certain)) << 10 | tags[i];  // true is −1
    }
    for (int k = 0; k < contexts; ++k) *used[k] = of(values)[k];
  }

 private:
  static constexpr std::int32_t half = std::int32_t{-0x7fffffff - 1};

  static std::int32_t* of(FourWhole* fours) { return reinterpret_cast<std::int32_t*>(fours); }

  /// The counter of a node in the line of `first`, in which that of another context may stand elsewhere.
  static std::int32_t* turned(std::int32_t* first, std::uint32_t node) {
    return reinterpret_cast<std::int32_t*>(reinterpret_cast<std::uintptr_t>(first) ^ node * sizeof(std::int32_t));
  }

  std::int32_t* counters[contexts] = {};
  std::int32_t* first[contexts] = {};
  std::int32_t* used[contexts] = {};
  FourWhole tags[fours] = {}, values[fours] = {};
};

}  // namespace backprop::packer
