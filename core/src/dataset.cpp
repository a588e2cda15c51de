// The four data sets as formulas, and the split into train and test.
#include "backprop/dataset.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace backprop {
namespace {

constexpr double radius = 5;  // of what the shapes fill

struct Point {
  double x, y;
};

void add(Dataset& data, Point p, int label) {
  data.x.push_back(static_cast<float>(p.x));
  data.x.push_back(static_cast<float>(p.y));
  data.labels.push_back(static_cast<std::uint8_t>(label));
}

/// Uniform in the square of half side `reach`.
Point inSquare(double reach, Random& random) {
  const double x = random.uniform(-reach, reach);
  return {x, random.uniform(-reach, reach)};
}

/// Class 1 in an inner disc of half the radius, class 0 in a ring from 0.7 of it on. Noise moves the points.
Dataset circle(std::uint32_t rows, double noise, Random& random) {
  Dataset data;
  for (std::uint32_t i = 0; i < rows; ++i) {
    const bool inner = i % 2 == 0;
    const double r = inner ? random.uniform(0, 0.5 * radius) : random.uniform(0.7 * radius, radius);
    const double angle = random.uniform(0, 2 * std::numbers::pi);
    const Point moved = inSquare(noise * radius, random);
    add(data, {r * std::cos(angle) + moved.x, r * std::sin(angle) + moved.y}, inner);
  }
  return data;
}

/// Class 1 where x and y have the same sign, with a gap along the axes that noise fills.
Dataset exclusiveOr(std::uint32_t rows, double noise, Random& random) {
  constexpr double gap = 0.3;
  Dataset data;
  for (std::uint32_t i = 0; i < rows; ++i) {
    Point p = inSquare(radius, random);
    const bool same = p.x * p.y >= 0;
    p.x += p.x > 0 ? gap : -gap;
    p.y += p.y > 0 ? gap : -gap;
    const Point moved = inSquare(noise * radius, random);
    add(data, {p.x + moved.x, p.y + moved.y}, same);
  }
  return data;
}

/// Two normal clouds around (2, 2) and (−2, −2), wider with noise.
Dataset gauss(std::uint32_t rows, double noise, Random& random) {
  const double deviation = std::sqrt(0.5 + 7 * noise);
  Dataset data;
  for (std::uint32_t i = 0; i < rows; ++i) {
    const double center = i % 2 == 0 ? 2 : -2;
    const double x = center + deviation * random.normal();
    add(data, {x, center + deviation * random.normal()}, i % 2 == 0);
  }
  return data;
}

/// Two arms of one and three quarter turns, each a class. Noise moves the points.
Dataset spiral(std::uint32_t rows, double noise, Random& random) {
  Dataset data;
  for (std::uint32_t i = 0; i < rows; ++i) {
    const double along = double(i / 2) / std::max(1.0, rows / 2.0);
    const double angle = 1.75 * 2 * std::numbers::pi * along + (i % 2 == 0 ? 0 : std::numbers::pi);
    const Point moved = inSquare(noise, random);
    add(data, {radius * along * std::sin(angle) + moved.x, radius * along * std::cos(angle) + moved.y}, i % 2 == 0);
  }
  return data;
}

constexpr std::array table{
    DatasetInfo{"circle", "a disc inside a ring", circle},
    DatasetInfo{"xor", "four quadrants, opposite ones alike", exclusiveOr},
    DatasetInfo{"gauss", "two clouds that a line can part", gauss},
    DatasetInfo{"spiral", "two arms wound around each other", spiral},
};

}  // namespace

std::span<const DatasetInfo> datasetTable() { return table; }

Split split(const Dataset& data, double trainFraction, Random& random) {
  std::vector<std::uint32_t> order(data.rows());
  std::iota(order.begin(), order.end(), 0);
  random.shuffle(order);
  const auto wanted = static_cast<std::uint32_t>(std::lround(trainFraction * data.rows()));
  const std::uint32_t trainRows = std::clamp<std::uint32_t>(wanted, 1, data.rows() - 1);
  Split parts;
  for (std::uint32_t i = 0; i < data.rows(); ++i) {
    const std::uint32_t row = order[i];
    add(i < trainRows ? parts.train : parts.test, {data.x[2 * row], data.x[2 * row + 1]}, data.labels[row]);
  }
  return parts;
}

}  // namespace backprop
