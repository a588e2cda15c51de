// Something recorded over a whole run in a bounded number of points, however long the run is.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace backprop {

/// Every one of the first steps, then every s-th: when there are `capacity` of those, every second one is dropped and s
/// doubles. The larger s is at the start, the fewer are the first steps, so that points that cost much do not delay
/// them. Which steps are kept depends on the step count alone, never on time. A `Point` has a `step`.
template <class P> class ThinnedPoints {
 public:
  using Point = P;
  static constexpr std::uint64_t first = 64;    ///< most steps that are all kept
  static constexpr std::size_t capacity = 512;  ///< most points after those

  /// `stride` is the first s.
  explicit ThinnedPoints(std::uint64_t stride = 1)
      : firstStride_(stride), stride_(stride), first_(std::clamp<std::uint64_t>(20'000 / stride, 1, first)) {
    points_.reserve(first + capacity);
  }

  /// Whether the point of this step belongs to the record and is not there yet.
  bool wants(std::uint64_t step) const {
    if (!keeps(step)) return false;
    if (points_.empty() || step > points_.back().step) return true;
    return std::ranges::lower_bound(points_, step, {}, &P::step)->step != step;
  }

  /// The first step from `step` on that belongs to it.
  std::uint64_t next(std::uint64_t step) const {
    return step < first_ ? step : (step + stride_ - 1) / stride_ * stride_;
  }

  /// Adds the point of a step that is wanted; most are later than all before.
  void add(const P& point) {
    points_.insert(std::ranges::upper_bound(points_, point.step, {}, &P::step), point);
    if (points_.size() < first_ + capacity) return;
    stride_ *= 2;
    std::erase_if(points_, [this](const P& kept) { return !keeps(kept.step); });
  }

  /// Drops the points from `step` on, or only those after it.
  void forgetFrom(std::uint64_t step) {
    while (!points_.empty() && points_.back().step >= step) points_.pop_back();
    // As it was when the run came here first.
    while (stride_ > firstStride_ && points_.size() < first_ + capacity / 2 && step / (stride_ / 2) < capacity)
      stride_ /= 2;
  }
  void forgetAfter(std::uint64_t step) { forgetFrom(step + 1); }

  /// By step.
  const std::vector<P>& points() const { return points_; }

 private:
  bool keeps(std::uint64_t step) const { return step < first_ || step % stride_ == 0; }

  std::vector<P> points_;
  std::uint64_t firstStride_, stride_;
  std::uint64_t first_;
};

}  // namespace backprop
