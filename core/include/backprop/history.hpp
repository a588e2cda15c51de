// The loss over a whole run in a bounded number of points, however long the run is.
#pragma once

#include <cstdint>
#include <vector>

namespace backprop {

/// Every one of the first steps, then every s-th: when there are `capacity` of those, every second one is dropped and s
/// doubles. Which steps are kept depends on the step count alone, never on time.
class History {
 public:
  struct Point {
    std::uint64_t step;
    float train, test;  ///< losses over all training and all test rows
  };
  static constexpr std::uint64_t first = 64;    ///< steps that are all kept
  static constexpr std::size_t capacity = 512;  ///< most points after those

  /// `stride` is the first s: large enough that the evaluations cost little beside the steps between them.
  explicit History(std::uint64_t stride = 1) : stride_(stride) { points_.reserve(first + capacity); }

  /// Whether the point of this step belongs to the history and is not there yet.
  bool wants(std::uint64_t step) const { return keeps(step) && (points_.empty() || step > points_.back().step); }

  /// The first step from `step` on that belongs to it.
  std::uint64_t next(std::uint64_t step) const {
    return step < first ? step : (step + stride_ - 1) / stride_ * stride_;
  }

  /// Adds the point of a step that is wanted and later than all before.
  void add(Point point) {
    points_.push_back(point);
    if (points_.size() < first + capacity) return;
    stride_ *= 2;
    std::erase_if(points_, [this](const Point& kept) { return !keeps(kept.step); });
  }

  /// Drops the points after `step`.
  void forgetAfter(std::uint64_t step) {
    while (!points_.empty() && points_.back().step > step) points_.pop_back();
  }

  const std::vector<Point>& points() const { return points_; }

 private:
  bool keeps(std::uint64_t step) const { return step < first || step % stride_ == 0; }

  std::vector<Point> points_;
  std::uint64_t stride_;
};

}  // namespace backprop
