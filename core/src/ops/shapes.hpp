// Rules that only move numbers: transpose and reshape.
#pragma once

#include <algorithm>
#include <cmath>

#include "backprop/budget.hpp"
#include "backprop/text.hpp"
#include "kernels/kernels.hpp"
#include "ops/axis.hpp"

namespace backprop {

template <> struct Rule<Op::transpose> : TensorRule {
  static constexpr OpInfo info{.name = "transpose",
                               .symbol = "ᵀ",
                               .inputs = {"x"},
                               .formula = "xᵀ",
                               .derivatives = {"ȳᵀ"},
                               .formulaTex = "x^\\top",
                               .derivativesTex = {"\\bar y^\\top"},
                               .convention = "a vector stays as it is",
                               .reason = "linear",
                               .torch = "torch.t",
                               .aliases = {"t"}};

  static Result<Shape> shape(Shapes in, const Attributes&) {
    if (in[0].rank > 2)
      return errorAt(rowOf<Rule>().name, "takes a matrix or a vector, not a tensor of shape {}", in[0]);
    return in[0].rank == 2 ? Shape{in[0].cols, in[0].rows} : in[0];
  }

  template <class Real> static void forward(const Operands<Real>& node) {
    const auto [rows, cols] = sides(node);
    for (std::size_t r = 0; r < rows; ++r)
      for (std::size_t c = 0; c < cols; ++c) node.y[c * rows + r] = node.in[0].value[r * cols + c];
  }

  template <class Real> static void backward(const Operands<Real>& node) {
    const auto [rows, cols] = sides(node);
    for (std::size_t r = 0; r < rows; ++r)
      for (std::size_t c = 0; c < cols; ++c) node.in[0].gradient[r * cols + c] += node.dy[c * rows + r];
  }

 private:
  template <class Real> static std::pair<std::size_t, std::size_t> sides(const Operands<Real>& node) {
    return {node.in[0].shape.rows, node.in[0].shape.cols};
  }
};

constexpr AttributeInfo sizeAttribute(std::string_view name) {
  return {.name = name, .kind = AttributeKind::size, .fallback = absent};
}

template <> struct Rule<Op::reshape> : TensorRule {
  static constexpr OpInfo info{
      .name = "reshape",
      .symbol = "reshape",
      .inputs = {"x"},
      .formula = "the numbers of x in order, in another shape",
      .derivatives = {"ȳ in the shape of x"},
      .formulaTex = "\\operatorname{reshape} x",
      .derivativesTex = {"\\operatorname{reshape} \\bar y"},
      .reason = "linear",
      .aliases = {"view"},
      .attributes = {{sizeAttribute("size0"), sizeAttribute("size1"), sizeAttribute("size2")}}};

  /// The sizes are those of the new shape, as many as its rank; one may be −1, for what remains.
  static Result<Shape> shape(Shapes in, const Attributes& attributes) {
    const std::uint64_t elements = in[0].size();
    std::array<std::uint32_t, maxAttributes> sizes{};
    std::uint32_t rank = 0;
    std::optional<std::uint32_t> open;
    std::uint64_t product = 1;
    for (; rank < maxAttributes && !std::isnan(attributes[rank]); ++rank) {
      const double given = attributes[rank];
      const bool whole = given == std::trunc(given) && given >= -1 && given <= 4294967295.0 && given != 0;
      if (!whole || (given == -1 && open))
        return errorAt(rowOf<Rule>().name,
                       "{} as size {} does not fit; whole numbers from 1 on would be right, and one may be -1", given,
                       rank + 1);
      if (given == -1)
        open = rank;
      else
        product = saturatingProduct(product, sizes[rank] = static_cast<std::uint32_t>(given));
    }
    if (open) sizes[*open] = static_cast<std::uint32_t>(product <= elements ? elements / product : 0);
    if (open ? elements % product != 0 || product > elements : product != elements)
      return errorAt(rowOf<Rule>().name, "a tensor of shape {} has {} elements; the sizes must multiply to that", in[0],
                     elements);
    return shapeFrom(std::span(sizes).first(rank));
  }

  template <class Real> static void forward(const Operands<Real>& node) {
    std::copy_n(node.in[0].value, node.shape.size(), node.y);
  }
  template <class Real> static void backward(const Operands<Real>& node) {
    kernels::addScaled(Real(1), node.dy, node.in[0].gradient, node.shape.size());
  }
};

}  // namespace backprop
