// Points in the plane with a value each: TensorFlow Playground's two regressions.
#include <algorithm>
#include <array>
#include <cmath>

#include "datasets/shapes.hpp"

namespace backprop::shapes {
namespace {

/// `rows` points uniform in the square, each with the value of the surface at a place that noise moves: what is seen of
/// a point stays exact, what is said about it does not.
template <class Surface> void sample(Dataset& data, std::uint32_t rows, double noise, Random& random, Surface surface) {
  for (std::uint32_t i = 0; i < rows; ++i) {
    const Point p = inSquare(dataExtent, random);
    add(data, p, surface(p + inSquare(noise * dataExtent, random)));
  }
}

}  // namespace

/// (x₁ + x₂) / 10: from −1.2 in one corner to 1.2 in the other.
void plane(Dataset& data, std::uint32_t rows, double noise, Random& random) {
  sample(data, rows, noise, random, [](Point p) { return (p.x + p.y) / 10; });
}

/// Six cones of height 1 and radius 2 around (−4, 0 or 4, ±2.5), up and down by turns; 0 between them.
void hills(Dataset& data, std::uint32_t rows, double noise, Random& random) {
  struct Hill {
    Point center;
    double height;
  };
  static constexpr std::array<Hill, 6> all{
      {{{-4, 2.5}, 1}, {{0, 2.5}, -1}, {{4, 2.5}, 1}, {{-4, -2.5}, -1}, {{0, -2.5}, 1}, {{4, -2.5}, -1}}};
  sample(data, rows, noise, random, [](Point p) {
    for (const auto& [center, height] : all)  // no two of them overlap
      if (const double distance = std::hypot(p.x - center.x, p.y - center.y); distance < 2)
        return height * (1 - distance / 2);
    return 0.0;
  });
}

}  // namespace backprop::shapes
