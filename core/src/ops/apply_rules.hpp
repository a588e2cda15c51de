// The definitions behind ops/apply.hpp; included once per number type.
#pragma once

#include "ops/apply.hpp"
#include "ops/compact_elementwise.hpp"
#include "ops/dispatch.hpp"
#include "ops/elementwise.hpp"

namespace backprop {

template <class R, class Real> void ruleForward(const Operands<Real>& node) {
  if constexpr (!isElementwise<R>)
    ruleWith<R>(node.attributes).forward(node);
  else if constexpr (hasLoops<R, Real>)
    elementwiseForward(ruleWith<R>(node.attributes), node);
  else
    compact::forward(ruleElement<R, Real>, completed<R>(node));
}

template <class R, class Real> void ruleBackward(const Operands<Real>& node) {
  if constexpr (R::info.stopsGradient) {
    BACKPROP_CHECK(false, "no gradient passes this operation");
  } else if constexpr (!isElementwise<R>) {
    ruleWith<R>(node.attributes).backward(node);
  } else if constexpr (hasLoops<R, Real>) {
    elementwiseBackward(ruleWith<R>(node.attributes), node);
  } else {
    compact::backward(ruleElement<R, Real>, completed<R>(node));
  }
}

/// What `of` gives for each operation that a build has.
template <class Row, class Of> constexpr std::array<Row, opCount> rowsOf(Of of) {
  const auto row = [of]<std::size_t i>() -> Row {
    if constexpr (isLeftOut(static_cast<Op>(i)))
      return nullptr;
    else
      return of.template operator()<Rule<static_cast<Op>(i)>>();
  };
  return [row]<std::size_t... i>(std::index_sequence<i...>) {
    return std::array<Row, opCount>{row.template operator()<i>()...};
  }
  (std::make_index_sequence<opCount>{});
}

template <class Real> OpFunction<Real> opForward(Op op) {
  static constexpr auto functions =
      rowsOf<OpFunction<Real>>([]<class R>() -> OpFunction<Real> { return &ruleForward<R, Real>; });
  return functions[static_cast<std::size_t>(op)];
}

template <class Real> OpFunction<Real> opBackward(Op op) {
  static constexpr auto functions =
      rowsOf<OpFunction<Real>>([]<class R>() -> OpFunction<Real> { return &ruleBackward<R, Real>; });
  return functions[static_cast<std::size_t>(op)];
}

template <class Real> const Element<Real>& elementOf(Op op) {
  static constexpr auto elements = rowsOf<const Element<Real>*>([]<class R>() -> const Element<Real>* {
    if constexpr (isElementwise<R>) return &ruleElement<R, Real>;
    return nullptr;
  });
  return *elements[static_cast<std::size_t>(op)];
}

}  // namespace backprop
