// What an optimizer keeps, and the way from a gradient to an update. The formulas stand in optimizer_formulas.cpp.
#include "backprop/optimizer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "kernels/kernels.hpp"

namespace backprop {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double unlimited = std::numeric_limits<double>::infinity();

constexpr std::array table{
    OptimizerInfo{"sgd",
                  "v ← momentum · v + (1 − dampening) · g, at first g; Δθ = −η · v, with nesterov −η · (g + momentum · "
                  "v); without momentum −η · g"},
    OptimizerInfo{"adagrad", "s ← s + g²; Δθ = −η / (1 + (t − 1) · lr_decay) · g / (√s + eps), t = 1, 2, …"},
    OptimizerInfo{
        "rmsprop",
        "s ← alpha · s + (1 − alpha) · g²; Δθ = −η · g / (√s + eps); centered takes s − m² with m ← alpha · m "
        "+ (1 − alpha) · g; momentum sums the quotients: b ← momentum · b + g / (√s + eps), Δθ = −η · b"},
    OptimizerInfo{"adam",
                  "m ← β₁ · m + (1 − β₁) · g; v ← β₂ · v + (1 − β₂) · g²; Δθ = −η / (1 − β₁ᵗ) · m / (√v / √(1 − β₂ᵗ) "
                  "+ eps), t = 1, 2, …; amsgrad takes the largest v so far"},
    OptimizerInfo{"adamw", "as adam, with weight_decay beside it: Δθ = −η · weight_decay · θ − …"},
};

double decayOf(const RunOptions& options) {
  return options.weight_decay.value_or(options.optimizer == "adamw" ? 0.01 : 0);
}

bool changesGradient(const RunOptions& options) {
  return options.clip_norm || options.clip_value || options.l1 > 0 ||
         (decayOf(options) > 0 && options.optimizer != "adamw");
}

/// How many blocks of memory an optimizer keeps.
struct Blocks {
  bool velocity, first, second, largest;
  explicit Blocks(const RunOptions& o) {
    const bool adam = o.optimizer == "adam" || o.optimizer == "adamw", rmsprop = o.optimizer == "rmsprop";
    velocity = (o.optimizer == "sgd" || rmsprop) && o.momentum > 0;
    first = adam || (rmsprop && o.centered);
    second = adam || rmsprop || o.optimizer == "adagrad";
    largest = adam && o.amsgrad;
  }
  std::uint64_t count() const { return std::uint64_t{velocity} + first + second + largest; }
};

template <class Real> OptimizerState<Real> stateFor(const RunOptions& options, std::size_t size) {
  const Blocks blocks(options);
  OptimizerState<Real> state;
  if (blocks.velocity) state.velocity.resize(size);
  if (blocks.first) state.first.resize(size);
  if (blocks.second) state.second.resize(size);
  if (blocks.largest) state.largest.resize(size);
  if (options.optimizer == "adagrad") std::ranges::fill(state.second, Real(options.initial_accumulator_value));
  return state;
}

/// A number times zero is zero unless it is infinite or NaN.
constexpr auto zeroIfFinite = [](auto w, auto delta) { return (w + delta) * decltype(w)(0); };

/// update = factor · g, and whether every w + update is finite: one pass over the numbers instead of two.
template <class Real> bool scaledIsFinite(Real factor, const Real* g, const Real* w, Real* update, std::size_t n) {
  constexpr std::size_t width = laneCount<Real>, batches = 4;
  Lanes<Real> zeros[batches];  // side by side, since an addition waits for the one before
  for (Lanes<Real>& sum : zeros) sum = Lanes<Real>(Real(0));
  std::size_t i = 0;
  for (; i + batches * width <= n; i += batches * width)
    repeat<batches>([&](auto s) {
      const std::size_t at = i + s * width;
      const Lanes<Real> delta = factor * loadLanes(g + at);
      delta.store_unaligned(update + at);
      zeros[s] += zeroIfFinite(loadLanes(w + at), delta);
    });
  Real zero = sumLanes<Real>((zeros[0] + zeros[1]) + (zeros[2] + zeros[3]));
  for (; i < n; ++i) {
    update[i] = factor * g[i];
    zero += zeroIfFinite(w[i], update[i]);
  }
  return zero == 0;
}

}  // namespace

std::span<const OptimizerInfo> optimizerTable() { return table; }

template <class Real>
Optimizer<Real>::Optimizer(const RunOptions& options, std::size_t size)
    : kind_(static_cast<Kind>(std::ranges::find(table, options.optimizer, &OptimizerInfo::name) - table.begin())),
      momentum_(options.momentum),
      dampening_(options.dampening),
      beta1_(options.betas[0]),
      beta2_(options.betas[1]),
      alpha_(options.alpha),
      eps_(options.eps.value_or(kind_ == Kind::adagrad ? 1e-10 : 1e-8)),
      lrDecay_(options.lr_decay),
      decay_(decayOf(options)),
      l1_(options.l1),
      clipNorm_(options.clip_norm.value_or(unlimited)),
      clipValue_(options.clip_value.value_or(unlimited)),
      nesterov_(options.nesterov),
      centered_(options.centered),
      amsgrad_(options.amsgrad),
      size_(size),
      effective_(changesGradient(options) ? size : 0),
      now_(stateFor<Real>(options, size)),
      next_(now_) {}

template <class Real> std::uint64_t Optimizer<Real>::bytesPerParameter(const RunOptions& options) {
  return sizeof(Real) * (2 * Blocks(options).count() + (changesGradient(options) ? 1 : 0));
}

template <class Real>
bool Optimizer<Real>::propose(double lr, std::span<const Real> gradients, std::span<const Real> parameters,
                              std::span<Real> update) {
  lr_ = lr;
  const Real* g = gradients.data();
  if (!effective_.empty()) {
    clip(gradients);
    penalize(parameters);
    g = effective_.data();
  }
  if (kind_ == Kind::sgd && now_.velocity.empty())
    return scaledIsFinite(Real(-lr), g, parameters.data(), update.data(), size_);
  step(lr, g, parameters.data(), update.data());
  return updateIsFinite<Real>(update, parameters);
}

template <class Real> void Optimizer<Real>::step(double lr, const Real* g, const Real* parameters, Real* update) {
  switch (kind_) {
    case Kind::sgd:
      return sgd(static_cast<Real>(lr), g, update);
    case Kind::adagrad:
      return adagrad(lr, g, update);
    case Kind::rmsprop:
      return rmsprop(static_cast<Real>(lr), g, update);
    case Kind::adam:
      return adam(lr, g, update);
    case Kind::adamw:
      adam(lr, g, update);
      kernels::addScaled(Real(-lr * decay_), parameters, update, size_);
  }
}

template <class Real> void Optimizer<Real>::commit() {
  ++now_.steps;
  std::swap(now_.velocity, next_.velocity);
  std::swap(now_.first, next_.first);
  std::swap(now_.second, next_.second);
  std::swap(now_.largest, next_.largest);
}

// The factor on all gradients is PyTorch's: min(1, largest norm / (norm + 1e-6)).
template <class Real> void Optimizer<Real>::clip(std::span<const Real> gradients) {
  clipScale_ = 1;
  if (clipNorm_ < unlimited) {
    const double norm = std::sqrt(double(kernels::dot(gradients.data(), gradients.data(), size_)));
    clipScale_ = std::min(1.0, clipNorm_ / (norm + 1e-6));
  }
  kernels::scale(Real(clipScale_), gradients.data(), effective_.data(), size_);
  if (clipValue_ < unlimited) {
    const auto clamped = [most = Real(clipValue_)](auto g) {
      using T = decltype(g);
      return where(g > T(most), T(most), where(g < T(-most), T(-most), g));
    };
    simd::map(size_, effective_.data(), clamped, effective_.data());
  }
}

template <class Real> void Optimizer<Real>::penalize(std::span<const Real> parameters) {
  Real* const g = effective_.data();
  if (decay_ > 0 && kind_ != Kind::adamw) kernels::addScaled(Real(decay_), parameters.data(), g, size_);
  if (l1_ > 0) {
    const auto add = [strength = Real(l1_)](auto g, auto w) {
      using T = decltype(g);
      return g + where(w > T(0), T(strength), where(w < T(0), T(-strength), T(0)));
    };
    simd::map(size_, g, add, g, parameters.data());
  }
}

template <class Real> double Optimizer<Real>::denominatorOf(std::size_t i) const {
  if (next_.second.empty()) return none;
  double square = next_.second[i];
  if (kind_ == Kind::rmsprop && centered_) square -= double(next_.first[i]) * next_.first[i];
  if (!next_.largest.empty()) square = next_.largest[i];
  double root = std::sqrt(square);
  if (kind_ >= Kind::adam) root /= std::sqrt(1 - std::pow(beta2_, double(now_.steps + 1)));
  return root + eps_;
}

template <class Real>
UpdateAnatomy Optimizer<Real>::anatomy(std::size_t i, std::span<const Real> gradients, std::span<const Real> parameters,
                                       std::span<const Real> update) const {
  const auto entry = [i](const Block& block) { return block.empty() ? none : double(block[i]); };
  const double raw = gradients[i], w = parameters[i];
  const double clipped = std::clamp(raw * (effective_.empty() ? 1 : clipScale_), -clipValue_, clipValue_);
  return {.gradient = raw,
          .clipped = clipped,
          .decay = kind_ == Kind::adamw ? -lr_ * decay_ * w : decay_ * w,
          .l1 = l1_ * double((w > 0) - (w < 0)),
          .effective = effective_.empty() ? raw : double(effective_[i]),
          .first = entry(next_.first),
          .second = entry(next_.second),
          .largest = entry(next_.largest),
          .velocity = entry(next_.velocity),
          .denominator = denominatorOf(i),
          .lr = lr_,
          .update = update[i]};
}

template <class Real> void applyUpdate(std::span<const Real> update, std::span<Real> parameters) {
  kernels::addScaled(Real(1), update.data(), parameters.data(), parameters.size());
}

template <class Real> bool updateIsFinite(std::span<const Real> update, std::span<const Real> parameters) {
  return simd::reduce<Real>(update.size(), zeroIfFinite, parameters.data(), update.data()) == 0;
}

template class Optimizer<float>;
template class Optimizer<double>;
template void applyUpdate(std::span<const float>, std::span<float>);
template void applyUpdate(std::span<const double>, std::span<double>);
template bool updateIsFinite(std::span<const float>, std::span<const float>);
template bool updateIsFinite(std::span<const double>, std::span<const double>);

}  // namespace backprop
