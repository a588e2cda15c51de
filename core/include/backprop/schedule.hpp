// The learning rate as a function of the step: PyTorch's schedules in closed form.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "backprop/options.hpp"

namespace backprop {

/// One way to change the rate. `rate(options, t)` is η of the step after t updates, t = 0, 1, …
struct ScheduleInfo {
  std::string_view name;
  std::string_view formula;
  double (*rate)(const RunOptions& options, std::uint64_t t);
};

/// All of them: constant, step (StepLR), exponential (ExponentialLR), cosine (CosineAnnealingLR), linear (LinearLR, a
/// warm-up) and one_cycle (OneCycleLR with anneal_strategy 'cos' and without a cycle of the momentum; it stays at its
/// last rate when the cycle is over). Sources: PyTorch's documentation; Loshchilov & Hutter, "SGDR" (2017) for the
/// cosine; Smith & Topin, "Super-Convergence" (2018) for the one cycle.
std::span<const ScheduleInfo> scheduleTable();

/// The schedule called `name`, which must be there.
const ScheduleInfo& scheduleNamed(std::string_view name);

/// η of the step after `t` updates.
double scheduledLr(const RunOptions& options, std::uint64_t t);

}  // namespace backprop
