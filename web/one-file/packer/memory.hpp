// Memory of the packer: what it takes stays taken until the page drops the module.
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <span>

namespace backprop::packer {

/// The next free place, in steps of 64 bytes.
inline std::uint8_t* free = nullptr;

/// Takes bytes, all of them 0. The module ends with a trap where the browser has no more.
inline std::uint8_t* take(std::size_t bytes) {
  constexpr std::size_t page = 65536;
  static std::uint8_t* end = nullptr;
  const std::size_t rounded = (bytes + 63) / 64 * 64;
  if (static_cast<std::size_t>(end - free) < rounded) {
    const std::size_t pages = (rounded + page - 1) / page;
    const std::size_t old = __builtin_wasm_memory_grow(0, pages);
    if (old == static_cast<std::size_t>(-1)) __builtin_trap();
    std::uint8_t* const start = reinterpret_cast<std::uint8_t*>(old * page);
    if (start != end) free = start;
    end = start + pages * page;
  }
  std::uint8_t* const taken = free;
  free += rounded;
  return taken;
}

/// An array of numbers that are 0.
template <class T> std::span<T> zeros(std::size_t count) {
  return {reinterpret_cast<T*>(take(count * sizeof(T))), count};
}

}  // namespace backprop::packer
