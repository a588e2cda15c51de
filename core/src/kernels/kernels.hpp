// Which kernels a number type uses: `kernels::sum` is simd::sum for float and double, whose constraint is the narrower
// one, and scalar::sum for every other type. (Elementwise rules choose for themselves: not all have lanes.)
#pragma once

#include "kernels/scalar.hpp"
#ifdef BACKPROP_COMPACT
#include "kernels/compact.hpp"
#else
#include "kernels/simd.hpp"
#include "kernels/simd_matmul.hpp"
#endif

namespace backprop::kernels {

using scalar::addColumnSums, simd::addColumnSums;
using scalar::addConstant, simd::addConstant;
using scalar::addScaled, simd::addScaled;
using scalar::dot, simd::dot;
using scalar::fill, simd::fill;
using scalar::map, simd::map;
using scalar::matmulNN, simd::matmulNN;
using scalar::matmulNT, simd::matmulNT;
using scalar::matmulTN, simd::matmulTN;
using scalar::reduce, simd::reduce;
using scalar::scale, simd::scale;
using scalar::sum, simd::sum;

}  // namespace backprop::kernels
