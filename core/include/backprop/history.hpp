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
  explicit History(std::uint64_t stride = 1) : stride_(stride) {}

  /// Whether the point of this step belongs to the history.
  bool wants(std::uint64_t step) const { return step < first || step % stride_ == 0; }

  /// Adds the point of a step that is wanted and later than all before.
  void add(Point point) {
    points_.push_back(point);
    if (points_.size() < first + capacity) return;
    stride_ *= 2;
    std::erase_if(points_, [this](const Point& kept) { return !wants(kept.step); });
  }

  const std::vector<Point>& points() const { return points_; }

 private:
  std::vector<Point> points_;
  std::uint64_t stride_;
};

}  // namespace backprop
