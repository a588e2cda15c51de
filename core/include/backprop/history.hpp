// The loss over a whole run in a bounded number of evenly spaced points, however long the run is.
#pragma once

#include <cstdint>
#include <vector>

namespace backprop {

/// Points at steps 0, s, 2s, …: when there are `capacity` of them every second one is dropped and the stride doubles.
/// Which steps are kept depends on the step count alone, never on time.
class History {
 public:
  struct Point {
    std::uint64_t step;
    float train, test;
  };
  static constexpr std::size_t capacity = 512;

  /// Whether the point of this step belongs to the history.
  bool wants(std::uint64_t step) const { return step % stride_ == 0; }

  /// Adds the point of a step that is wanted and later than all before.
  void add(Point point) {
    points_.push_back(point);
    if (points_.size() < capacity) return;
    for (std::size_t i = 0; 2 * i < points_.size(); ++i) points_[i] = points_[2 * i];
    points_.resize((points_.size() + 1) / 2);
    stride_ *= 2;
  }

  const std::vector<Point>& points() const { return points_; }

 private:
  std::vector<Point> points_;
  std::uint64_t stride_ = 1;
};

}  // namespace backprop
