// Merge sort.
#include "order.hpp"

#include <algorithm>
#include <numeric>

namespace backprop {

std::vector<std::uint32_t> orderOf(std::span<const double> keys) {
  const std::size_t size = keys.size();
  std::vector<std::uint32_t> order(size), merged(size);
  std::iota(order.begin(), order.end(), 0);
  for (std::size_t run = 1; run < size; run *= 2) {  // runs of this length are sorted
    for (std::size_t first = 0; first < size; first += 2 * run) {
      const std::size_t middle = std::min(first + run, size), end = std::min(first + 2 * run, size);
      std::size_t left = first, right = middle;
      for (std::size_t i = first; i < end; ++i) {
        const bool takesRight = left == middle || (right < end && keys[order[right]] < keys[order[left]]);
        merged[i] = order[takesRight ? right++ : left++];
      }
    }
    order.swap(merged);
  }
  return order;
}

}  // namespace backprop
