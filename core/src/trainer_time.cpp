// Moving through the time of a run: states, what was changed between them, and the way back.
#include <algorithm>
#include <cmath>
#include <utility>

#include "backprop/text.hpp"
#include "backprop/trainer.hpp"

namespace backprop {

template <class Real> void Trainer<Real>::save(RunState<Real>& state) const {
  const auto parameters = std::as_const(*network_.parameters()).values();
  state.progress = progress_;
  state.baseLr = options_.lr;
  state.parameters.assign(parameters.begin(), parameters.end());
  state.optimizer = optimizer_.state();
  state.leftover = leftover_;
  state.shuffling = shuffling_;
  state.order = order_;
  state.bestLoss = bestLoss_;
  state.epochsWithoutBetter = epochsWithoutBetter_;
}

template <class Real> void Trainer<Real>::restore(const RunState<Real>& state) {
  progress_ = state.progress;
  options_.lr = state.baseLr;
  std::ranges::copy(state.parameters, network_.parameters()->values().begin());
  optimizer_.restore(state.optimizer);
  leftover_ = state.leftover;
  shuffling_ = state.shuffling;
  order_ = state.order;
  bestLoss_ = state.bestLoss;
  epochsWithoutBetter_ = state.epochsWithoutBetter;
  loadBatch();
  if (progress_.stopped.empty()) {
    progress_.stopped = state.progress.stopped;
    progress_.impatient = state.progress.impatient;
  }
}

template <class Real> void Trainer<Real>::goTo(std::uint64_t step) {
  const RunState<Real>& state = checkpoints_.before(step);
  // From where the run stands, if that is nearer.
  if (step < progress_.step || state.progress.step > progress_.step) {
    restore(state);
    arrive();
  }
  while (progress_.step < step && progress_.stopped.empty())
    this->step(static_cast<std::uint32_t>(std::min<std::uint64_t>(step - progress_.step, 1'000'000)));
}

// Edits set numbers, so that making one twice does no harm.
template <class Real> void Trainer<Real>::applyEdits() {
  const auto edit = std::ranges::lower_bound(edits_, progress_.step, {}, &Edit::step);
  if (edit == edits_.end() || edit->step != progress_.step) return;
  // A run that had waited long enough for a better loss is given that patience again.
  if (options_.patience > 0 && epochsWithoutBetter_ >= options_.patience) epochsWithoutBetter_ = 0;
  if (edit->lr) options_.lr = *edit->lr;
  for (const auto& [offset, values] : edit->parameters)
    std::ranges::copy(values, network_.parameters()->values().begin() + offset);
  if (edit->parameters.empty())
    propose();
  else
    loadBatch();
}

/// Bytes of the parameters that are kept with the edits.
template <class Real> std::uint64_t Trainer<Real>::editBytes() const {
  std::uint64_t bytes = 0;
  for (const Edit& edit : edits_)
    for (const auto& [offset, values] : edit.parameters) bytes += values.size() * sizeof(Real);
  return bytes;
}

template <class Real> typename Trainer<Real>::Edit& Trainer<Real>::editHere() {
  while (!edits_.empty() && edits_.back().step > progress_.step) edits_.pop_back();
  checkpoints_.forgetAfter(progress_.step);
  history_.forgetAfter(progress_.step);
  watched_.forgetFrom(progress_.step);  // its gradient and update change here
  due_ = progress_.step;                // what is due next is found again
  if (edits_.empty() || edits_.back().step < progress_.step) edits_.push_back({.step = progress_.step});
  return edits_.back();
}

template <class Real> Status Trainer<Real>::setLr(const OptionValue& lr) {
  RunOptions checked;
  const Status written = optionNamed("lr").write(checked, lr);
  if (!written.ok()) return written;
  editHere().lr = checked.lr;
  applyEdits();
  watched_.record<Real>(progress_.step, network_, update_);
  return okStatus();
}

template <class Real> Status Trainer<Real>::setParameters(std::uint32_t offset, std::span<const Real> values) {
  const std::size_t size = network_.parameters()->size();
  if (offset > size || values.size() > size - offset)
    return errorAt("parameters", std::to_string(values.size()) + " values from number " + std::to_string(offset) +
                                     " on do not fit; the network has " + std::to_string(size) + " parameters");
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!std::isfinite(values[i]))
      return errorAt("parameters", "value " + std::to_string(i + 1) + " is " + formatNumber(values[i]) +
                                       "; a finite number would be right");
  if (editBytes() + values.size() * sizeof(Real) > maxEditBytes)
    return errorAt("parameters", "the changes of this run that are kept to be made again would take more than " +
                                     std::to_string(maxEditBytes / 1'000'000) +
                                     " MB; a new run that starts from these parameters would be right");
  auto& edits = editHere().parameters;
  // Of many changes in one place, as of a slider that is dragged, the last one counts.
  std::erase_if(edits, [&](const auto& edit) { return edit.first == offset && edit.second.size() == values.size(); });
  edits.emplace_back(offset, std::vector<Real>(values.begin(), values.end()));
  applyEdits();
  history_.forgetFrom(progress_.step);
  if (history_.wants(progress_.step)) record();
  watched_.record<Real>(progress_.step, network_, update_);
  return okStatus();
}

template class Trainer<float>;
template class Trainer<double>;

}  // namespace backprop
