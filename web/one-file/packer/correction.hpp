// A prediction's last step: what really came where it was this sure before.
#pragma once

#include <algorithm>
#include <cstdint>

#include "logistic.hpp"
#include "memory.hpp"

namespace backprop::packer {

/// For each context a curve from predicted to seen probability, by 33 points over the logit, between which it is
/// straight.
class Correction {
 public:
  Correction(std::size_t contexts, const Logistic& logistic) : curves(zeros<float>(contexts * points)) {
    for (std::size_t i = 0; i < curves.size(); ++i)
      curves[i] = logistic((static_cast<float>(i % points) - points / 2) * 0.5F);
  }

  float corrected(std::size_t context, float logit) {
    const float x = std::clamp(logit, -7.99F, 7.99F) * 2 + points / 2;
    const int below = static_cast<int>(x);
    part = x - static_cast<float>(below);
    used = &curves[context * points + static_cast<std::size_t>(below)];
    return used[0] * (1 - part) + used[1] * part;
  }

  void learn(int bit) {
    used[0] += (static_cast<float>(bit) - used[0]) * 0.02F * (1 - part);
    used[1] += (static_cast<float>(bit) - used[1]) * 0.02F * part;
  }

 private:
  static constexpr int points = 33;
  std::span<float> curves;
  float* used = nullptr;
  float part = 0;
};

}  // namespace backprop::packer
