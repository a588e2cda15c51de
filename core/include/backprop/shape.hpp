// The size of a matrix, and NumPy's broadcasting for two of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace backprop {

/// Rows × columns of a matrix, stored row by row. A scalar is 1×1, a row vector 1×n.
struct Shape {
  std::uint32_t rows = 1;
  std::uint32_t cols = 1;

  /// Number of elements, in 64 bits so that 65536×65536 does not wrap around.
  constexpr std::uint64_t size() const { return std::uint64_t{rows} * cols; }
  constexpr bool isScalar() const { return rows == 1 && cols == 1; }
  constexpr bool operator==(const Shape&) const = default;
};

/// The shape of an elementwise operation on `a` and `b`: in each dimension the sizes agree or one of them is 1
/// (NumPy's rule for rank 2). Nothing when they do not fit.
constexpr std::optional<Shape> broadcast(Shape a, Shape b) {
  const auto fits = [](std::uint32_t m, std::uint32_t n) { return m == n || m == 1 || n == 1; };
  if (!fits(a.rows, b.rows) || !fits(a.cols, b.cols)) return std::nullopt;
  return Shape{a.rows == 1 ? b.rows : a.rows, a.cols == 1 ? b.cols : a.cols};
}

/// `3×4`, as messages print it.
inline std::string toString(Shape shape) { return std::to_string(shape.rows) + "×" + std::to_string(shape.cols); }

}  // namespace backprop
