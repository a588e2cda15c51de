// Which kernels a number type uses: `kernels::map` is simd::map for float and double, whose constraint is the
// narrower one, and scalar::map for every other type.
#pragma once

#include "kernels/scalar.hpp"
#include "kernels/simd.hpp"
#include "kernels/simd_matmul.hpp"

namespace backprop::kernels {

using scalar::addColumnSums, simd::addColumnSums;
using scalar::addConstant, simd::addConstant;
using scalar::addScaled, simd::addScaled;
using scalar::addScaledDifference, simd::addScaledDifference;
using scalar::dot, simd::dot;
using scalar::map, simd::map;
using scalar::mapBackward, simd::mapBackward;
using scalar::matmulNN, simd::matmulNN;
using scalar::matmulNT, simd::matmulNT;
using scalar::matmulTN, simd::matmulTN;
using scalar::squaredDistance, simd::squaredDistance;
using scalar::sum, simd::sum;
using scalar::zip, simd::zip;
using scalar::zipBackwardA, simd::zipBackwardA;
using scalar::zipBackwardB, simd::zipBackwardB;

}  // namespace backprop::kernels
