// Power iteration.
#include "backprop/curvature.hpp"

#include <algorithm>
#include <cmath>

#include "backprop/random.hpp"
#include "kernels/kernels.hpp"

namespace backprop {
namespace {

double norm(const std::vector<double>& v) { return std::sqrt(kernels::dot(v.data(), v.data(), v.size())); }

void normalize(std::vector<double>& v) {
  const double length = norm(v);
  kernels::scale(1 / length, v.data(), v.data(), v.size());
}

std::vector<double> randomVector(std::size_t size, Random& random) {
  std::vector<double> v(size);
  for (double& each : v) each = random.normal();
  normalize(v);
  return v;
}

/// Iterates with H − shift · I. `found` counts on.
void iterate(DualTwin& twin, double shift, const PowerIteration& how, std::uint32_t most, Curvature& found) {
  std::vector<double>& v = found.direction;
  while (found.iterations < most) {
    std::vector<double> product = hessianTimes(twin, v);
    ++found.iterations;
    found.eigenvalue = kernels::dot(v.data(), product.data(), v.size());
    kernels::addScaled(-shift, v.data(), product.data(), v.size());
    std::vector<double> rest = product;
    kernels::addScaled(shift - found.eigenvalue, v.data(), rest.data(), v.size());
    found.residual = norm(rest);
    const double size = std::max(std::abs(found.eigenvalue), std::abs(shift));
    found.converged = found.residual <= how.tolerance * size;
    if (found.converged || !std::isfinite(found.eigenvalue)) return;
    if (norm(product) == 0) return;
    v = std::move(product);
    normalize(v);
  }
}

}  // namespace

Curvature largestEigenvalue(DualTwin& twin, const PowerIteration& how) {
  constexpr std::uint64_t passes = 10;  // of numbers alone, that a Hessian-vector product is worth
  const auto possible = std::max<std::uint64_t>(1, mostWork / (passes * twin.work()));
  const auto most = static_cast<std::uint32_t>(std::min<std::uint64_t>(how.iterations, possible));
  Random random(how.seed);
  Curvature found{.direction = randomVector(twin.home().size(), random)};
  iterate(twin, 0, how, most, found);
  if (found.eigenvalue < 0) {
    const double lowest = found.eigenvalue;
    found.direction = randomVector(twin.home().size(), random);
    found.converged = false;
    iterate(twin, lowest, how, most, found);
  }
  return found;
}

std::optional<double> stabilityLimit(const RunOptions& options, double lr) {
  const bool plain = options.optimizer == "sgd" && options.momentum == 0 && options.weight_decay.value_or(0) == 0 &&
                     options.l1 == 0 && !options.clip_norm && !options.clip_value;
  return plain ? std::optional(2 / lr) : std::nullopt;
}

}  // namespace backprop
