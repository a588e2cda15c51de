// From an `Op` at run time to its `Rule` at compile time.
#pragma once

#include <utility>

#include "ops/arithmetic.hpp"
#include "ops/elementwise.hpp"
#include "ops/functions.hpp"
#include "ops/products.hpp"
#include "ops/reductions.hpp"

namespace backprop {

/// Calls `f(Rule<op>{})`. The comparisons become one jump table.
template <class F> void withRule(Op op, F&& f) {
  const bool found = [&]<std::size_t... i>(std::index_sequence<i...>) {
    return ((op == static_cast<Op>(i) && (f(Rule<static_cast<Op>(i)>{}), true)) || ...);
  }
  (std::make_index_sequence<opCount>{});
  BACKPROP_CHECK(found, "an operation must be one of the table");
}

template <class Real> void opForward(Op op, const Operands<Real>& node) {
  withRule(op, [&]<class R>(R) {
    if constexpr (R::kind == RuleKind::unary)
      unaryForward<R>(node);
    else if constexpr (R::kind == RuleKind::binary)
      binaryForward<R>(node);
    else
      R::forward(node);
  });
}

template <class Real> void opBackward(Op op, const Operands<Real>& node) {
  withRule(op, [&]<class R>(R) {
    if constexpr (R::kind == RuleKind::unary)
      unaryBackward<R>(node);
    else if constexpr (R::kind == RuleKind::binary)
      binaryBackward<R>(node);
    else
      R::backward(node);
  });
}

/// The shape of `op`'s output, or why the inputs' shapes do not fit.
inline Result<Shape> opShape(Op op, Shapes in) {
  Result<Shape> result = Shape{};
  withRule(op, [&]<class R>(R) {
    if constexpr (R::kind == RuleKind::unary) {
      result = in[0];
    } else if constexpr (R::kind == RuleKind::binary) {
      const auto shape = broadcast(in[0], in[1]);
      if (shape)
        result = *shape;
      else
        result = errorAt(R::info.name, toString(in[0]) + " and " + toString(in[1]) + " do not broadcast: in each " +
                                           "dimension the sizes must agree or one of them be 1");
    } else {
      result = R::shape(in);
    }
  });
  return result;
}

}  // namespace backprop
