// Mean and standard deviation of numbers of any size.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace backprop {

struct Moments {
  double mean = 0;
  double deviation = 0;  // over n
  double largest = 0;    // absolute value
};

/// Of `value(0)` … `value(count − 1)`, all finite. They are brought near 1 by a power of two, which costs no bit, so
/// that neither sums nor squares overflow. Equal numbers have that mean and deviation 0 exactly.
template <class Value> Moments momentsOf(std::uint32_t count, Value value) {
  if (count == 0) return {};
  double low = value(0), high = low;
  for (std::uint32_t i = 1; i < count; ++i) {
    low = std::min(low, value(i));
    high = std::max(high, value(i));
  }
  const double largest = std::max(std::abs(low), std::abs(high));
  if (low == high) return {low, 0, largest};
  const int exponent = std::clamp(std::ilogb(largest), -1000, 1000);
  const double down = std::ldexp(1, -exponent), up = std::ldexp(1, exponent);
  double sum = 0, squares = 0;
  for (std::uint32_t i = 0; i < count; ++i) sum += value(i) * down;
  const double mean = sum / count;
  for (std::uint32_t i = 0; i < count; ++i) {
    const double away = value(i) * down - mean;
    squares += away * away;
  }
  const double deviation = std::sqrt(squares / count) * up;
  return {std::clamp(mean * up, low, high), std::min(deviation, std::numeric_limits<double>::max()), largest};
}

}  // namespace backprop
