// How much memory all tapes and parameters may take together: asked before anything is allocated, so that a size that
// a user can type never exhausts the machine.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "backprop/result.hpp"

namespace backprop {

/// Bytes for all tapes and parameters of the program. While an array grows it exists twice, and freed pieces may not
/// fit together again; three times this still lies within the 512 MB that the WebAssembly module may take.
inline constexpr std::uint64_t memoryBudget = 160'000'000;

/// Bytes of it that are taken now.
std::uint64_t memoryTaken();

/// One owner's part of the budget, given back when the owner ends.
class BudgetShare {
 public:
  BudgetShare() = default;
  BudgetShare(BudgetShare&& other) noexcept : bytes_(std::exchange(other.bytes_, 0)) {}
  BudgetShare& operator=(BudgetShare&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
  }
  ~BudgetShare();

  /// Makes the share `bytes` large, or says that the budget has no room for it; `place` and `what` name who asks.
  Status resize(std::uint64_t bytes, std::string_view place, std::string_view what);

 private:
  std::uint64_t bytes_ = 0;
};

/// a + b and a · b; what does not fit is the largest number.
constexpr std::uint64_t saturatingSum(std::uint64_t a, std::uint64_t b) {
  return a + b < a ? ~std::uint64_t{0} : a + b;
}
constexpr std::uint64_t saturatingProduct(std::uint64_t a, std::uint64_t b) {
  return b != 0 && a > ~std::uint64_t{0} / b ? ~std::uint64_t{0} : a * b;
}

/// The capacity that an array of `size` elements gets: half as much again when it must grow, so that appending stays
/// cheap on average.
template <class T> std::uint64_t capacityFor(const std::vector<T>& array, std::uint64_t size) {
  const std::uint64_t now = array.capacity();
  return size <= now ? now : std::max(size, now + now / 2);
}

/// Resizes `array` within the capacity that `capacityFor` announced.
template <class T> void growTo(std::vector<T>& array, std::uint64_t size) {
  array.reserve(capacityFor(array, size));
  array.resize(size);
}

}  // namespace backprop
