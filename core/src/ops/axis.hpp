// A tensor seen along one of its dimensions: what reductions and softmax are written in.
#pragma once

#include <algorithm>
#include <cmath>

#include "backprop/text.hpp"
#include "ops/rule.hpp"

namespace backprop {

/// The numbers of a tensor that differ only in their place along the dimension; all of them when there is none.
template <class Real> struct Slice {
  Real* first;
  std::size_t size, step;
  Real& operator[](std::size_t i) const { return first[i * step]; }
};

/// How a tensor falls into slices along dimension `dim`, a valid axis or `absent`.
struct Slices {
  std::size_t outer = 1, size, inner = 1;

  Slices(Shape shape, double dim) : size(shape.size()) {
    if (std::isnan(dim) || shape.rank == 0) return;
    const auto axis = static_cast<std::uint32_t>(dim < 0 ? dim + shape.rank : dim);
    size = shape[axis];
    for (std::uint32_t d = 0; d < axis; ++d) outer *= shape[d];
    for (std::uint32_t d = axis + 1; d < shape.rank; ++d) inner *= shape[d];
  }

  std::size_t count() const { return outer * inner; }

  /// The k-th slice of the tensor that starts at `x`.
  template <class Real> Slice<Real> of(Real* x, std::size_t k) const {
    return {x + k / inner * inner * size + k % inner, size, inner};
  }
};

/// The shape with these sizes, at most three.
constexpr Shape shapeFrom(std::span<const std::uint32_t> sizes) {
  const auto fromEnd = [sizes](std::size_t k) { return sizes.size() >= k ? sizes[sizes.size() - k] : 1; };
  return shapeOf(static_cast<std::uint32_t>(sizes.size()), fromEnd(3), fromEnd(2), fromEnd(1));
}

/// Whether `dim` is a dimension of `shape`, or `absent`. A scalar takes 0 and −1, as in PyTorch.
inline Status checkAxis(std::string_view op, Shape shape, double dim) {
  const double rank = std::max(shape.rank, 1u);
  if (std::isnan(dim) || (dim == std::trunc(dim) && -rank <= dim && dim < rank)) return okStatus();
  if (rank == 1) return errorAt(op, "dim is {} for a tensor of shape {}; 0 or -1 would be right", dim, shape);
  return errorAt(op, "dim is {} for a tensor of shape {}; a dimension from {} to {} would be right", dim, shape, -rank,
                 rank - 1);
}

/// The shape after a reduction along `dim`.
inline Result<Shape> reducedShape(std::string_view op, Shape shape, double dim, bool keepdim) {
  if (const Status fits = checkAxis(op, shape, dim); !fits.ok()) return fits.error();
  std::array<std::uint32_t, Shape::maxRank> sizes{};
  std::uint32_t rank = 0;
  for (std::uint32_t d = 0; d < shape.rank; ++d) {
    const bool reduced = std::isnan(dim) || d == (dim < 0 ? dim + shape.rank : dim);
    if (!reduced)
      sizes[rank++] = shape[d];
    else if (keepdim)
      sizes[rank++] = 1;
  }
  return shapeFrom(std::span(sizes).first(rank));
}

inline constexpr AttributeInfo axisAttribute{.name = "dim", .kind = AttributeKind::axis, .fallback = absent};
inline constexpr AttributeInfo keepAttribute{.name = "keepdim", .kind = AttributeKind::flag};

}  // namespace backprop
