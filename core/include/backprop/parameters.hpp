// The leaves that learn: all parameters of a model in one contiguous block, their gradients in another.
//
// An optimizer is one loop over the block, a snapshot one copy of it, and several tapes (train, evaluate, heat map)
// can refer to the same block.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "backprop/budget.hpp"
#include "backprop/check.hpp"
#include "backprop/result.hpp"
#include "backprop/shape.hpp"

namespace backprop {

/// A tensor inside a `Parameters` block.
struct Parameter {
  std::uint32_t offset = 0;
  Shape shape;
};

/// The block. Tensors lie one after the other in the order in which they were added.
template <class Real> class Parameters {
 public:
  /// Adds a tensor with these values (row by row) and a zero gradient, or says that there is no memory for it. Spans
  /// taken before are no longer valid.
  Result<Parameter> tryAdd(Shape shape, std::span<const Real> values) {
    BACKPROP_CHECK(values.size() == shape.size(), "a parameter needs as many values as its shape has elements");
    const std::uint64_t before = values_.size(), after = before + shape.size();
    const std::uint64_t bytes = (capacityFor(values_, after) + capacityFor(gradients_, after)) * sizeof(Real);
    if (const Status room = share_.resize(bytes, "tensor", formatted("a tensor of shape {}", shape)); !room.ok())
      return room.error();
    growTo(values_, after);
    growTo(gradients_, after);
    std::ranges::copy(values, values_.begin() + static_cast<std::ptrdiff_t>(before));
    return Parameter{static_cast<std::uint32_t>(before), shape};
  }

  /// The same for a caller who knows that it fits.
  Parameter add(Shape shape, std::span<const Real> values) { return tryAdd(shape, values).value(); }

  /// Number of scalars in the block.
  std::size_t size() const { return values_.size(); }

  std::span<Real> values() { return values_; }
  std::span<const Real> values() const { return values_; }
  std::span<Real> gradients() { return gradients_; }
  std::span<const Real> gradients() const { return gradients_; }

  /// The part of the block that belongs to one parameter.
  std::span<Real> values(Parameter p) { return values().subspan(p.offset, p.shape.size()); }
  std::span<const Real> values(Parameter p) const { return values().subspan(p.offset, p.shape.size()); }
  std::span<Real> gradients(Parameter p) { return gradients().subspan(p.offset, p.shape.size()); }
  std::span<const Real> gradients(Parameter p) const { return gradients().subspan(p.offset, p.shape.size()); }

  /// Clears every gradient; without it, backward passes add up.
  void zeroGrad() { std::ranges::fill(gradients_, Real(0)); }

 private:
  std::vector<Real> values_;
  std::vector<Real> gradients_;
  BudgetShare share_;
};

}  // namespace backprop
