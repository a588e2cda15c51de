// Points in the plane with a class each.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "datasets/shapes.hpp"

namespace backprop::shapes {
namespace {

Point polar(double r, double angle) { return {r * std::cos(angle), r * std::sin(angle)}; }

}  // namespace

/// Class 1 in an inner disc of half the radius, class 0 in a ring from 0.7 of it on. Noise moves the points.
void circle(Dataset& data, std::uint32_t rows, double noise, Random& random) {
  for (std::uint32_t i = 0; i < rows; ++i) {
    const bool inner = i % 2 == 0;
    const double r = inner ? random.uniform(0, 0.5 * radius) : random.uniform(0.7 * radius, radius);
    const double angle = random.uniform(0, 2 * std::numbers::pi);
    add(data, polar(r, angle) + inSquare(noise * radius, random), inner);
  }
}

/// Class 1 where x and y have the same sign, with a gap along the axes that noise fills.
void exclusiveOr(Dataset& data, std::uint32_t rows, double noise, Random& random) {
  constexpr double gap = 0.3;
  for (std::uint32_t i = 0; i < rows; ++i) {
    Point p = inSquare(radius, random);
    const bool same = p.x * p.y >= 0;
    p.x += p.x > 0 ? gap : -gap;
    p.y += p.y > 0 ? gap : -gap;
    add(data, p + inSquare(noise * radius, random), same);
  }
}

/// Two normal clouds around (2, 2) and (−2, −2), wider with noise.
void gauss(Dataset& data, std::uint32_t rows, double noise, Random& random) {
  const double deviation = std::sqrt(0.5 + 7 * noise);
  for (std::uint32_t i = 0; i < rows; ++i) {
    const double center = i % 2 == 0 ? 2 : -2;
    const double x = center + deviation * random.normal();
    add(data, {x, center + deviation * random.normal()}, i % 2 == 0);
  }
}

/// Two arms of one and three quarter turns, each a class. Noise moves the points.
void spiral(Dataset& data, std::uint32_t rows, double noise, Random& random) {
  for (std::uint32_t i = 0; i < rows; ++i) {
    const double along = double(i / 2) / std::max(1.0, rows / 2.0);
    const double angle = 1.75 * 2 * std::numbers::pi * along + (i % 2 == 0 ? 0 : std::numbers::pi);
    const Point p{radius * along * std::sin(angle), radius * along * std::cos(angle)};
    add(data, p + inSquare(noise, random), i % 2 == 0);
  }
}

/// Two half circles that reach into each other, as in scikit-learn's `make_moons`, 3⅓ times as large and centred:
/// class 1 is the upper one. Noise moves the points by a normal deviation, as it does there.
void moons(Dataset& data, std::uint32_t rows, double noise, Random& random) {
  constexpr double scale = radius / 1.5;
  for (std::uint32_t i = 0; i < rows; ++i) {
    const bool upper = i % 2 == 0;
    const double angle = random.uniform(0, std::numbers::pi);
    Point p = polar(1, angle);
    if (!upper) p = {1 - p.x, 0.5 - p.y};
    const double dx = noise * random.normal(), dy = noise * random.normal();
    add(data, {scale * (p.x - 0.5 + dx), scale * (p.y - 0.25 + dy)}, upper);
  }
}

/// Three classes: a disc, a ring around it and a ring around both, each a fifth of the radius apart. Noise moves the
/// points.
void rings(Dataset& data, std::uint32_t rows, double noise, Random& random) {
  for (std::uint32_t i = 0; i < rows; ++i) {
    const std::uint32_t ring = i % 3;
    const double inner = 0.4 * ring * radius;
    const double r = random.uniform(inner, inner + 0.2 * radius);
    const double angle = random.uniform(0, 2 * std::numbers::pi);
    add(data, polar(r, angle) + inSquare(noise * radius, random), ring);
  }
}

/// Four by four fields, class 1 the one whose column and row (from the lower left) sum to an odd number. Noise moves
/// the points.
void checkerboard(Dataset& data, std::uint32_t rows, double noise, Random& random) {
  constexpr double field = radius / 2;
  for (std::uint32_t i = 0; i < rows; ++i) {
    const Point p = inSquare(radius, random);
    const int column = static_cast<int>(std::floor(p.x / field)) + 2,
              row = static_cast<int>(std::floor(p.y / field)) + 2;
    add(data, p + inSquare(noise * radius, random), (column + row) % 2);
  }
}

}  // namespace backprop::shapes
