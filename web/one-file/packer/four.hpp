// Four numbers that are computed with at once.
#pragma once

#include <cstdint>

namespace backprop::packer {

using Four = float __attribute__((vector_size(16)));
using FourWhole = std::int32_t __attribute__((vector_size(16)));

inline Four asFloats(FourWhole x) { return __builtin_convertvector(x, Four); }

/// Towards 0.
inline FourWhole asWhole(Four x) { return __builtin_convertvector(x, FourWhole); }

}  // namespace backprop::packer
