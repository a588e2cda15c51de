// Matrix products in 128-bit lanes; meaning, shapes and results, to the bit, as in kernels/scalar.hpp. Instantiated for
// float and double in kernels/simd_matmul.cpp.
#pragma once

#include <concepts>
#include <cstddef>

#include "kernels/scalar.hpp"

namespace backprop::simd {

/// C = start + A·B with A (m, k), B (k, n), C (m, n); without `start`, C += A·B.
template <std::floating_point Real>
void matmulNN(const Real* a, const Real* b, Real* c, std::size_t m, std::size_t n, std::size_t k,
              const Start<Real>& start = {});

/// C = start + Aᵀ·B with A (k, m), B (k, n), C (m, n).
template <std::floating_point Real>
void matmulTN(const Real* a, const Real* b, Real* c, std::size_t m, std::size_t n, std::size_t k,
              const Start<Real>& start = {});

/// C = start + A·Bᵀ with A (m, k), B (n, k), C (m, n).
template <std::floating_point Real>
void matmulNT(const Real* a, const Real* b, Real* c, std::size_t m, std::size_t n, std::size_t k,
              const Start<Real>& start = {});

}  // namespace backprop::simd
