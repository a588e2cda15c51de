// What the generated data sets share: points, how they are added, and the names of their kinds.
#pragma once

#include "backprop/dataset.hpp"

namespace backprop::shapes {

inline constexpr double radius = 5;  // of what the shapes fill

struct Point {
  double x, y;
};

/// Uniform in the square of half side `reach`: x is drawn first.
inline Point inSquare(double reach, Random& random) {
  const double x = random.uniform(-reach, reach);
  return {x, random.uniform(-reach, reach)};
}

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }

/// A number as float32 holds it.
inline double rounded(double value) { return static_cast<double>(static_cast<float>(value)); }

/// A row of the plane: with the number of its class, or with its value.
inline void add(Dataset& data, Point p, double target) {
  data.x.push_back(rounded(p.x));
  data.x.push_back(rounded(p.y));
  data.y.push_back(rounded(target));
}

// Each appends `rows` rows; what it draws is said where it is defined.
using Append = void(Dataset& data, std::uint32_t rows, double noise, Random& random);
Append circle, exclusiveOr, gauss, spiral, moons, rings, checkerboard;  // classes.cpp
Append plane, hills;                                                    // surfaces.cpp
Append sine, step, absolute, polynomial;                                // curves.cpp

}  // namespace backprop::shapes
