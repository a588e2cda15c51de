// Each purpose has its own stream of random numbers: other data leave the weights as they were.
#pragma once

#include <cstdint>

namespace backprop {

/// Of dropout there is one stream a step, so that a mask follows from the step alone.
enum Stream : std::uint64_t { dataStream = 1, weightStream = 2, shuffleStream = 3, firstDropoutStream = 1ULL << 32 };

}  // namespace backprop
