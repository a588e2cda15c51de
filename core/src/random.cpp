// PCG32 and what is made of its bits.
#include "backprop/random.hpp"

#include <bit>
#include <cmath>
#include <numbers>
#include <utility>

namespace backprop {

Random::Random(std::uint64_t seed, std::uint64_t stream) : increment_(stream << 1 | 1) {
  bits();
  state_ += seed;
  bits();
}

std::uint32_t Random::bits() {
  const std::uint64_t old = state_;
  state_ = old * 6364136223846793005ULL + increment_;
  const auto mixed = static_cast<std::uint32_t>(((old >> 18) ^ old) >> 27);
  return std::rotr(mixed, static_cast<int>(old >> 59));
}

double Random::uniform() {
  const std::uint64_t high = bits() >> 5, low = bits() >> 6;  // 27 and 26 bits
  return static_cast<double>(high << 26 | low) * 0x1p-53;
}

double Random::normal() {
  const double radius = std::sqrt(-2 * std::log(1 - uniform()));  // 1 − u is never 0
  return radius * std::cos(2 * std::numbers::pi * uniform());
}

std::uint32_t Random::below(std::uint32_t n) {
  std::uint64_t product = std::uint64_t{bits()} * n;
  if (static_cast<std::uint32_t>(product) < n) {
    const std::uint32_t rejected = (0 - n) % n;
    while (static_cast<std::uint32_t>(product) < rejected) product = std::uint64_t{bits()} * n;
  }
  return static_cast<std::uint32_t>(product >> 32);
}

void Random::shuffle(std::span<std::uint32_t> items) {
  for (auto last = static_cast<std::uint32_t>(items.size()); last > 1; --last)
    std::swap(items[last - 1], items[below(last)]);
}

}  // namespace backprop
