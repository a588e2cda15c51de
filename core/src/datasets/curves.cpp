// Functions of one variable, y(x) for x from −5 to 5, with values from −1 to 1.
#include <cmath>

#include "datasets/shapes.hpp"

namespace backprop::shapes {
namespace {

/// `rows` places uniform along the line; noise is the standard deviation of what is added to each value.
template <class Function>
void sample(Dataset& data, std::uint32_t rows, double noise, Random& random, Function function) {
  for (std::uint32_t i = 0; i < rows; ++i) {
    const double x = random.uniform(-radius, radius);
    data.x.push_back(rounded(x));
    data.y.push_back(rounded(function(x) + noise * random.normal()));
  }
}

}  // namespace

void sine(Dataset& data, std::uint32_t rows, double noise, Random& random) {
  sample(data, rows, noise, random, [](double x) { return std::sin(x); });
}

/// −1 left of 0, and 1 from 0 on.
void step(Dataset& data, std::uint32_t rows, double noise, Random& random) {
  sample(data, rows, noise, random, [](double x) { return x < 0 ? -1.0 : 1.0; });
}

/// |x| / 2.5 − 1.
void absolute(Dataset& data, std::uint32_t rows, double noise, Random& random) {
  sample(data, rows, noise, random, [](double x) { return std::abs(x) / 2.5 - 1; });
}

/// 4t³ − 3t with t = x / 5: Chebyshev's third polynomial, which touches −1 and 1 twice each.
void polynomial(Dataset& data, std::uint32_t rows, double noise, Random& random) {
  sample(data, rows, noise, random, [](double x) {
    const double t = x / radius;
    return (4 * t * t - 3) * t;
  });
}

}  // namespace backprop::shapes
