// From an `Op` at run time to its `Rule` at compile time.
#pragma once

#include <utility>

#include "backprop/check.hpp"
#include "ops/activations.hpp"
#include "ops/arithmetic.hpp"
#include "ops/barriers.hpp"
#include "ops/choices.hpp"
#include "ops/cross_entropy.hpp"
#include "ops/exponentials.hpp"
#include "ops/losses.hpp"
#include "ops/normalising.hpp"
#include "ops/products.hpp"
#include "ops/rectifiers.hpp"
#include "ops/reductions.hpp"
#include "ops/rounding.hpp"
#include "ops/shapes.hpp"
#include "ops/trigonometric.hpp"

namespace backprop {

/// Calls `f.operator()<Rule<op>>()`. The comparisons become one jump table.
template <class F> void withRule(Op op, F&& f) {
  const bool found = [&]<std::size_t... i>(std::index_sequence<i...>) {
    return ((op == static_cast<Op>(i) && (f.template operator()<Rule<static_cast<Op>(i)>>(), true)) || ...);
  }
  (std::make_index_sequence<opCount>{});
  BACKPROP_CHECK(found, "an operation must be one of the table");
}

}  // namespace backprop
