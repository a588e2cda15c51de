// The formulas of the schedules.
#include "backprop/schedule.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace backprop {
namespace {

/// Half a cosine from `from` at share 0 to `to` at share 1.
double annealed(double from, double to, double share) {
  return to + (from - to) / 2 * (1 + std::cos(std::numbers::pi * share));
}

double constant(const RunOptions& o, std::uint64_t) { return o.lr; }

double step(const RunOptions& o, std::uint64_t t) { return o.lr * std::pow(o.gamma, double(t / o.step_size)); }

double exponential(const RunOptions& o, std::uint64_t t) { return o.lr * std::pow(o.gamma, double(t)); }

double cosine(const RunOptions& o, std::uint64_t t) { return annealed(o.lr, o.eta_min, double(t) / o.t_max); }

double linear(const RunOptions& o, std::uint64_t t) {
  const double share = double(std::min<std::uint64_t>(t, o.total_iters)) / o.total_iters;
  return o.lr * (o.start_factor + (1 - o.start_factor) * share);
}

double oneCycle(const RunOptions& o, std::uint64_t t) {
  const double first = o.lr / o.div_factor, last = first / o.final_div_factor;
  const double peak = o.pct_start * o.total_steps - 1, end = o.total_steps - 1.0;
  const double at = std::min(double(t), end);
  if (at <= peak) return annealed(first, o.lr, peak > 0 ? at / peak : 1);
  return annealed(o.lr, last, (at - peak) / (end - peak));
}

constexpr std::array table{
    ScheduleInfo{"constant", "η = lr", constant},
    ScheduleInfo{"step", "η = lr · gamma^⌊t / step_size⌋", step},
    ScheduleInfo{"exponential", "η = lr · gamma^t", exponential},
    ScheduleInfo{"cosine", "η = eta_min + (lr − eta_min) · (1 + cos(π t / T_max)) / 2", cosine},
    ScheduleInfo{"linear", "η = lr · (start_factor + (1 − start_factor) · min(t / total_iters, 1))", linear},
    ScheduleInfo{"one_cycle",
                 "half a cosine from lr / div_factor up to lr, then one down to a final_div_factor-th of the first",
                 oneCycle},
};

}  // namespace

std::span<const ScheduleInfo> scheduleTable() { return table; }

const ScheduleInfo& scheduleNamed(std::string_view name) {
  const auto row = std::ranges::find(table, name, &ScheduleInfo::name);
  BACKPROP_CHECK(row != table.end(), "a schedule must be one of the table");
  return *row;
}

double scheduledLr(const RunOptions& options, std::uint64_t t) {
  return scheduleNamed(options.schedule).rate(options, t);
}

}  // namespace backprop
