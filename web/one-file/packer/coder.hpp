// Arithmetic coding: a bit of probability p takes −log₂ p bits.
#pragma once

#include <algorithm>
#include <cstdint>

namespace backprop::packer {

/// The range in which the number that stands for all bits lies; what its ends agree in is written, or was read.
class Coder {
 public:
  /// Writes to `packed`.
  explicit Coder(std::uint8_t* packed) : at(packed) {}

  /// Reads from it; behind its end come zeros.
  Coder(std::uint8_t* packed, std::size_t size) : at(packed), end(packed + size) {
    for (int i = 0; i < 4; ++i) value = value << 8 | read();
  }

  void encode(int bit, float p) {
    narrow(bit, middle(p));
    while (isSettled()) *at++ = shifted();
  }

  int decode(float p) {
    const std::uint32_t cut = middle(p);
    const int bit = value <= cut;
    narrow(bit, cut);
    while (isSettled()) {
      shifted();
      value = value << 8 | read();
    }
    return bit;
  }

  /// Writes what tells the last bits. @returns behind the last byte
  std::uint8_t* finish() {
    for (int i = 0; i < 4; ++i) *at++ = shifted();
    return at;
  }

 private:
  std::uint32_t middle(float p) const {
    const auto chance = static_cast<std::uint32_t>(std::clamp(static_cast<int>(p * 65536), 1, 65535));
    return low + static_cast<std::uint32_t>((std::uint64_t{high - low} * chance) >> 16);
  }

  void narrow(int bit, std::uint32_t cut) {
    if (bit)
      high = cut;
    else
      low = cut + 1;
  }

  bool isSettled() const { return (low ^ high) >> 24 == 0; }

  std::uint8_t shifted() {
    const auto byte = static_cast<std::uint8_t>(high >> 24);
    low <<= 8;
    high = high << 8 | 255;
    return byte;
  }

  std::uint32_t read() { return at < end ? *at++ : 0; }

  std::uint8_t* at;
  std::uint8_t* end = nullptr;
  std::uint32_t low = 0, high = 0xffffffff, value = 0;
};

}  // namespace backprop::packer
