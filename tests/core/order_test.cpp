// The one sort, against the C++ library's.
#include "order.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "backprop/random.hpp"

namespace backprop {
namespace {

TEST_CASE("the order of keys is that of a stable sort, for every length and many ties") {
  Random random(1);
  for (std::size_t size = 0; size <= 70; ++size) {
    std::vector<double> keys(size);
    for (double& key : keys) key = random.below(10) - 5.0;
    std::vector<std::uint32_t> expected(size);
    std::iota(expected.begin(), expected.end(), 0);
    std::ranges::stable_sort(expected, {}, [&](std::uint32_t place) { return keys[place]; });
    CHECK(orderOf(keys) == expected);
  }
}

TEST_CASE("items go with their keys, and equal ones stay in their order") {
  std::vector<std::pair<std::string, int>> items{{"c", 2}, {"a", 1}, {"d", 2}, {"b", 1}};
  sortBy(items, [](const auto& item) { return item.second; });
  CHECK(items == std::vector<std::pair<std::string, int>>{{"a", 1}, {"b", 1}, {"c", 2}, {"d", 2}});
}

}  // namespace
}  // namespace backprop
