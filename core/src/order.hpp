// One sort for all: the C++ library compiles its own anew for every type, and each of those is 3 to 8 KB.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace backprop {

/// The places of the keys, that of the smallest first; equal ones stay in their order.
std::vector<std::uint32_t> orderOf(std::span<const double> keys);

/// Sorts the items by `key(item)`, a number; equal ones stay in their order.
template <class Item, class Key> void sortBy(std::vector<Item>& items, Key key) {
  std::vector<double> keys;
  for (const Item& item : items) keys.push_back(static_cast<double>(key(item)));
  std::vector<Item> sorted;
  for (const std::uint32_t place : orderOf(keys)) sorted.push_back(std::move(items[place]));
  items = std::move(sorted);
}

}  // namespace backprop
