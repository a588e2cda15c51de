// The definitions behind ops/apply.hpp; included once per number type.
#pragma once

#include "ops/apply.hpp"
#include "ops/dispatch.hpp"
#include "ops/elementwise.hpp"

namespace backprop {

template <class Real> void opForward(Op op, const Operands<Real>& node) {
  withRule(op, [&]<class R>() {
    const R rule = ruleWith<R>(node.attributes);
    if constexpr (isElementwise<R> && R::info.optionalInputs > 0)
      elementwiseForward(rule, completed<R>(node));
    else if constexpr (isElementwise<R>)
      elementwiseForward(rule, node);
    else
      rule.forward(node);
  });
}

template <class Real> void opBackward(Op op, const Operands<Real>& node) {
  withRule(op, [&]<class R>() {
    if constexpr (R::info.stopsGradient) {
      BACKPROP_CHECK(false, "no gradient passes this operation");
    } else {
      const R rule = ruleWith<R>(node.attributes);
      if constexpr (isElementwise<R> && R::info.optionalInputs > 0)
        elementwiseBackward(rule, completed<R>(node));
      else if constexpr (isElementwise<R>)
        elementwiseBackward(rule, node);
      else
        rule.backward(node);
    }
  });
}

}  // namespace backprop
