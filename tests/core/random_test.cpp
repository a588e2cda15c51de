// The random generator: the published sequence, ranges, and permutations.
#include "backprop/random.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace backprop {
namespace {

TEST_CASE("the bits are those of PCG32's reference with seed 42 and stream 54") {
  Random random(42, 54);
  // The first line that the reference implementation's demo prints.
  for (const std::uint32_t want : {0xa15c02b7u, 0x7b47f409u, 0xba1d3330u, 0x83d2f293u, 0xbfa4784bu, 0xcbed606eu})
    CHECK(random.bits() == want);
}

TEST_CASE("uniform numbers fill [0, 1) evenly and normal ones have mean 0 and deviation 1") {
  Random random(7);
  constexpr int n = 100'000;
  double sum = 0, normalSum = 0, normalSquares = 0;
  for (int i = 0; i < n; ++i) {
    const double u = random.uniform();
    REQUIRE((u >= 0 && u < 1));
    sum += u;
    const double z = random.normal();
    normalSum += z;
    normalSquares += z * z;
  }
  CHECK(std::abs(sum / n - 0.5) < 0.005);  // 5 standard errors of 0.29 / √n
  CHECK(std::abs(normalSum / n) < 0.016);  // 5 standard errors of 1 / √n
  CHECK(std::abs(normalSquares / n - 1) < 0.023);
}

TEST_CASE("a shuffle is a permutation, another one for another seed, the same for the same") {
  const auto shuffled = [](std::uint64_t seed) {
    std::vector<std::uint32_t> items(50);
    std::iota(items.begin(), items.end(), 0);
    Random(seed).shuffle(items);
    return items;
  };
  auto items = shuffled(1);
  CHECK(items == shuffled(1));
  CHECK(items != shuffled(2));
  std::ranges::sort(items);
  for (std::uint32_t i = 0; i < 50; ++i) CHECK(items[i] == i);
}

TEST_CASE("whole numbers below 3 are equally likely") {
  Random random(3);
  std::vector<int> counts(3);
  for (int i = 0; i < 30'000; ++i) ++counts[random.below(3)];
  for (const int count : counts) CHECK(std::abs(count - 10'000) < 410);  // 5 standard deviations
}

}  // namespace
}  // namespace backprop
