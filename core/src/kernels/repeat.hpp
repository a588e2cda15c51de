// Loops whose number of turns is part of the program: written out by the compiler, so that arrays live in registers.
#pragma once

#include <cstddef>
#include <type_traits>
#include <utility>

namespace backprop {

/// f(0), f(1), … f(count − 1), each index a constant.
template <std::size_t count, class F> [[gnu::always_inline]] inline void repeat(F&& f) {
  [&]<std::size_t... i>(std::index_sequence<i...>) __attribute__((always_inline)) {
    (f(std::integral_constant<std::size_t, i>{}), ...);
  }
  (std::make_index_sequence<count>{});
}

}  // namespace backprop
