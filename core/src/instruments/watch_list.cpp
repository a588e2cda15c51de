// Which parameters are watched, and what is kept of them.
#include "backprop/watch_list.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace backprop {

template <class Real> void WatchList::watch(const Network<Real>& network, std::span<const WeightPlace> places) {
  BACKPROP_CHECK(places.size() <= most, "more parameters than a list may have");
  std::vector<WatchedWeight> now;
  for (const WeightPlace& place : places) {
    const auto before = std::ranges::find(weights_, place, &WatchedWeight::place);
    if (before != weights_.end())
      now.push_back(*before);
    else
      now.push_back({place, offsetOf(network, place), ThinnedPoints<WatchPoint>()});
  }
  weights_ = std::move(now);
}

std::uint64_t WatchList::next(std::uint64_t step) const {
  std::uint64_t first = std::numeric_limits<std::uint64_t>::max();
  for (const WatchedWeight& each : weights_) first = std::min(first, each.record.next(step));
  return first;
}

template <class Real>
void WatchList::record(std::uint64_t step, const Network<Real>& network, std::span<const Real> update) {
  const auto& block = std::as_const(*network.parameters());
  for (WatchedWeight& each : weights_)
    if (each.record.wants(step))
      each.record.add({step, double(block.values()[each.offset]), double(block.gradients()[each.offset]),
                       double(update[each.offset])});
}

void WatchList::forgetFrom(std::uint64_t step) {
  for (WatchedWeight& each : weights_) each.record.forgetFrom(step);
}

template void WatchList::watch(const Network<float>&, std::span<const WeightPlace>);
template void WatchList::watch(const Network<double>&, std::span<const WeightPlace>);
template void WatchList::record(std::uint64_t, const Network<float>&, std::span<const float>);
template void WatchList::record(std::uint64_t, const Network<double>&, std::span<const double>);

}  // namespace backprop
