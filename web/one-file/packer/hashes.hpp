// Hashes of contexts.
#pragma once

#include <cstdint>

namespace backprop::packer {

inline std::uint32_t mixed(std::uint32_t a, std::uint32_t b) {
  std::uint32_t h = (a + b + 0x9E3779B9U) * 0x2C1B3C6DU;
  h ^= h >> 15;
  h *= 0x297A2D39U;
  return h ^ h >> 15;
}

template <class... More> std::uint32_t mixed(std::uint32_t a, std::uint32_t b, More... more) {
  return mixed(mixed(a, b), more...);
}

}  // namespace backprop::packer
