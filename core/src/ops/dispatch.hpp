// From an `Op` at run time to its `Rule` at compile time.
#pragma once

#include <utility>

#include "backprop/check.hpp"
#include "ops/arithmetic.hpp"
#include "ops/functions.hpp"
#include "ops/products.hpp"
#include "ops/reductions.hpp"

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
