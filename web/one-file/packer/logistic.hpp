// The logistic function and its inverse, from tables: made by sums alone, so that every machine has the same.
#pragma once

#include <algorithm>
#include <array>

namespace backprop::packer {

class Logistic {
 public:
  /// Beyond ±limit, p is so close to 0 or 1 that it makes no difference.
  static constexpr float limit = 11;

  Logistic() {
    // From ln(p / (1 − p)) = 0 at p = ½ upwards, by its slope 1 / (p(1 − p)) in the middle of each step.
    double logit = 0;
    for (int i = size / 2; i < size; ++i) {
      const double p = (i + 0.25) / size;
      const double half = 0.5 / size / (p * (1 - p));
      logits[i] = static_cast<float>(logit + half);
      logits[size - 1 - i] = -logits[i];
      const double q = std::min((i + 0.75) / size, 1 - 0.25 / size);
      logit += half + 0.5 / size / (q * (1 - q));
    }
    // The inverse: the first probability whose logit is as large.
    int at = 0;
    for (int i = 0; i < size; ++i) {
      const float x = (i + 0.5F) * (2 * limit / size) - limit;
      while (at < size - 1 && logits[at] < x) ++at;
      const float below = at > 0 ? logits[at - 1] : -limit;
      const float part = at > 0 ? std::clamp((x - below) / (logits[at] - below), 0.F, 1.F) : 1;
      chances[i] = std::clamp((at - 0.5F + part) / size, least, 1 - least);
    }
  }

  /// ln(p / (1 − p)); p in 1/4096.
  float logit(int p) const { return logits[p]; }

  /// 1 / (1 + e^−x).
  float operator()(float x) const {
    const int i = static_cast<int>((std::clamp(x, -limit, limit) + limit) * (size / (2 * limit)));
    return chances[std::min(i, size - 1)];
  }

 private:
  static constexpr int size = 4096;
  static constexpr float least = 1.F / 65536;
  std::array<float, size> logits;
  std::array<float, size> chances;
};

}  // namespace backprop::packer
