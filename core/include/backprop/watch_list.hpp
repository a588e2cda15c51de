// A few parameters of a run whose value, gradient and update are kept over time.
#pragma once

#include <span>
#include <vector>

#include "backprop/thinned_points.hpp"
#include "backprop/weight_place.hpp"

namespace backprop {

/// One parameter at rest before the update of `step`.
struct WatchPoint {
  std::uint64_t step = 0;
  double weight = 0;
  double gradient = 0;  ///< of the batch of this step
  double update = 0;    ///< Δw as the step makes it
};

struct WatchedWeight {
  WeightPlace place;
  std::size_t offset = 0;  ///< in the network's block
  ThinnedPoints<WatchPoint> record;
};

/// At most `most` parameters, each with a record of its own that begins where it is first watched. Recording costs a
/// few loads a step at most, and less and less often; nothing while nothing is watched.
class WatchList {
 public:
  static constexpr std::size_t most = 8;

  /// Watches these and no others; those that were watched before keep what is recorded of them. The places exist, and
  /// are at most `most`.
  template <class Real> void watch(const Network<Real>& network, std::span<const WeightPlace> places);

  const std::vector<WatchedWeight>& weights() const { return weights_; }

  /// The first step from `step` on that is to be recorded for one of them.
  std::uint64_t next(std::uint64_t step) const;

  /// Records the run at rest before the update of `step`, for those that want the step.
  template <class Real> void record(std::uint64_t step, const Network<Real>& network, std::span<const Real> update);

  /// Drops what was recorded from `step` on.
  void forgetFrom(std::uint64_t step);

 private:
  std::vector<WatchedWeight> weights_;
};

}  // namespace backprop
