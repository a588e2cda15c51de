// The size of a tensor of rank 0 to 3, and NumPy's broadcasting for two of them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace backprop {

/// Sizes along each dimension, the last one fastest in memory. A scalar has rank 0, a vector rank 1, a matrix rank 2.
/// Sizes of dimensions that a tensor does not have are 1, so that a loop over planes, rows and cols visits any tensor.
struct Shape {
  std::uint32_t planes = 1;
  std::uint32_t rows = 1;
  std::uint32_t cols = 1;
  std::uint32_t rank = 0;

  static constexpr std::uint32_t maxRank = 3;

  /// A scalar, a matrix, or a stack of matrices.
  constexpr Shape() = default;
  constexpr Shape(std::uint32_t rows, std::uint32_t cols) : rows(rows), cols(cols), rank(2) {}
  constexpr Shape(std::uint32_t planes, std::uint32_t rows, std::uint32_t cols)
      : planes(planes), rows(rows), cols(cols), rank(3) {}
  static constexpr Shape vector(std::uint32_t size) {
    Shape shape(1, size);
    shape.rank = 1;
    return shape;
  }

  /// Number of elements, in 64 bits so that 65536×65536 does not wrap around; more than fit count as the largest
  /// number.
  constexpr std::uint64_t size() const {
    const std::uint64_t matrix = std::uint64_t{rows} * cols;
    if (planes == 1) return matrix;  // the check below costs a division
    const bool fits = planes == 0 || matrix <= std::numeric_limits<std::uint64_t>::max() / planes;
    return fits ? matrix * planes : std::numeric_limits<std::uint64_t>::max();
  }

  /// Whether there is one element, whatever the rank.
  constexpr bool isScalar() const { return size() == 1; }

  /// Size along dimension `dim`, 0 to rank − 1.
  constexpr std::uint32_t operator[](std::uint32_t dim) const {
    const std::uint32_t fromEnd = rank - dim;
    return fromEnd == 1 ? cols : fromEnd == 2 ? rows : planes;
  }

  constexpr bool operator==(const Shape&) const = default;
};

/// A shape of this rank with these sizes; those in front that the rank does not have are ignored.
constexpr Shape shapeOf(std::uint32_t rank, std::uint32_t planes, std::uint32_t rows, std::uint32_t cols) {
  Shape shape(rank > 2 ? planes : 1, rank > 1 ? rows : 1, rank > 0 ? cols : 1);
  shape.rank = rank;
  return shape;
}

/// The shape of an elementwise operation on `a` and `b`: counted from the last, in each dimension the sizes agree or
/// one of them is 1 (NumPy's rule). Nothing when they do not fit.
constexpr std::optional<Shape> broadcast(Shape a, Shape b) {
  const auto fits = [](std::uint32_t m, std::uint32_t n) { return m == n || m == 1 || n == 1; };
  if (!fits(a.planes, b.planes) || !fits(a.rows, b.rows) || !fits(a.cols, b.cols)) return std::nullopt;
  const auto joint = [](std::uint32_t m, std::uint32_t n) { return m == 1 ? n : m; };
  return shapeOf(std::max(a.rank, b.rank), joint(a.planes, b.planes), joint(a.rows, b.rows), joint(a.cols, b.cols));
}

/// `[3, 4]`, as PyTorch prints it; `[]` is a scalar.
std::string toString(const Shape& shape);

}  // namespace backprop
