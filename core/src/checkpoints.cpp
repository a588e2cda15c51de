// Which states are kept.
#include "backprop/checkpoints.hpp"

#include <algorithm>
#include <utility>

#include "backprop/check.hpp"

namespace backprop {

template <class Real> RunState<Real>* Checkpoints<Real>::add(std::uint64_t step) {
  if (!states_.empty() && states_.back().progress.step >= step) return nullptr;
  if (states_.size() == capacity_) {
    stride_ *= 2;
    std::vector<RunState<Real>> kept;
    for (RunState<Real>& state : states_)
      (state.progress.step % stride_ == 0 ? kept : spare_).push_back(std::move(state));
    states_ = std::move(kept);
    if (step % stride_ != 0) return nullptr;
  }
  if (spare_.empty()) spare_.emplace_back();
  states_.push_back(std::move(spare_.back()));
  spare_.pop_back();
  states_.back().progress.step = step;
  return &states_.back();
}

template <class Real> const RunState<Real>& Checkpoints<Real>::before(std::uint64_t step) const {
  const auto later = std::ranges::upper_bound(states_, step, {}, [](const auto& state) { return state.progress.step; });
  BACKPROP_CHECK(later != states_.begin(), "the state of step 0 is always there");
  return *std::prev(later);
}

template <class Real> void Checkpoints<Real>::forgetAfter(std::uint64_t step) {
  while (!states_.empty() && states_.back().progress.step > step) {
    spare_.push_back(std::move(states_.back()));
    states_.pop_back();
  }
  // As close as they were when the run came here first.
  while (stride_ > firstStride_ && step / (stride_ / 2) < capacity_) stride_ /= 2;
}

template class Checkpoints<float>;
template class Checkpoints<double>;

}  // namespace backprop
