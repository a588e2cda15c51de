// Taylor's first two terms, and the difference that they stand for.
#include "backprop/loss_change.hpp"

#include "kernels/kernels.hpp"

namespace backprop {

LossChange lossChange(ExactTwin& twin, std::span<const double> update) {
  LossChange change{.loss = twin.backward()};
  change.first = kernels::dot(twin.gradients().data(), update.data(), update.size());
  change.next = lossMoved(twin, {{1, update}});
  change.real = change.next - change.loss;
  return change;
}

double secondOrderChange(DualTwin& twin, std::span<const double> update) {
  const auto product = hessianTimes(twin, update);
  return kernels::dot(product.data(), update.data(), update.size()) / 2;
}

}  // namespace backprop
