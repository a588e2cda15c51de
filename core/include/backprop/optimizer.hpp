// What an optimizer makes of a gradient: the update Δw, kept beside the gradient, so that both can be shown before the
// step is made.
//
// Formulas are PyTorch's. Sources: Robbins & Monro (1951) for SGD, Polyak (1964) for momentum, Sutskever et al. (2013)
// for Nesterov's; Duchi, Hazan & Singer (2011) for Adagrad; Hinton's lecture 6e (2012) and Graves (2013) for RMSprop
// and its centered form; Kingma & Ba (2015) for Adam; Loshchilov & Hutter (2019) for AdamW; Reddi, Kale & Kumar (2018)
// for AMSGrad; Pascanu, Mikolov & Bengio (2013) for clipping by norm.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "backprop/options.hpp"

namespace backprop {

/// A row of the table of optimizers. In the formulas g is the gradient after clipping, decay and l1, θ the parameter.
struct OptimizerInfo {
  std::string_view name;
  std::string_view formula;
};

/// sgd, adagrad, rmsprop, adam, adamw.
std::span<const OptimizerInfo> optimizerTable();

/// How the update of one parameter came about, in the order in which it is made. What the optimizer does not have is
/// NaN.
struct UpdateAnatomy {
  double gradient = 0;   ///< as backward left it
  double clipped = 0;    ///< after clip_norm, then clip_value
  double decay = 0;      ///< what weight_decay adds to it; for adamw, what it adds to Δw instead
  double l1 = 0;         ///< what l1 adds to it
  double effective = 0;  ///< what the optimizer works with: clipped + decay + l1
  double first;          ///< running mean of g: m of adam, the mean that a centered rmsprop subtracts
  double second;         ///< running mean of g²: v; the sum of g² of adagrad
  double largest;        ///< of v so far, for amsgrad
  double velocity;       ///< of momentum
  double denominator;    ///< by which the step is divided, with eps
  double lr = 0;         ///< η of this step
  double update = 0;     ///< Δw
};

/// The state of an optimizer between two steps: a block of the parameters' size for everything that it remembers, empty
/// for what it does not.
template <class Real> struct OptimizerState {
  std::vector<Real> velocity, first, second, largest;
  std::uint64_t steps = 0;  ///< updates made
};

/// Makes updates. `propose` can be called again, with another rate, as long as `commit` has not been.
template <class Real> class Optimizer {
 public:
  /// For a block of `size` parameters.
  Optimizer(const RunOptions& options, std::size_t size);

  /// Writes Δw of every parameter to `update`; all have the optimizer's size. Gradients are only read. Returns whether
  /// every w + Δw is finite.
  bool propose(double lr, std::span<const Real> gradients, std::span<const Real> parameters, std::span<Real> update);

  /// The proposed update was made: what it remembers moves on.
  void commit();

  /// How the proposed update of parameter `i` came about, from what `propose` was given.
  UpdateAnatomy anatomy(std::size_t i, std::span<const Real> gradients, std::span<const Real> parameters,
                        std::span<const Real> update) const;

  const OptimizerState<Real>& state() const { return now_; }
  /// Goes back to a state that `state` gave.
  void restore(const OptimizerState<Real>& state) { now_ = state; }

  /// Bytes that an optimizer with these options keeps for each parameter, besides the update.
  static std::uint64_t bytesPerParameter(const RunOptions& options);

 private:
  using Block = std::vector<Real>;
  void clip(std::span<const Real> gradients);
  void penalize(std::span<const Real> parameters);
  void step(double lr, const Real* g, const Real* parameters, Real* update);
  void sgd(Real lr, const Real* g, Real* update);
  void adagrad(double lr, const Real* g, Real* update);
  void rmsprop(Real lr, const Real* g, Real* update);
  void adam(double lr, const Real* g, Real* update);
  double denominatorOf(std::size_t i) const;

  enum class Kind : std::uint8_t { sgd, adagrad, rmsprop, adam, adamw };
  Kind kind_;
  double momentum_, dampening_, beta1_, beta2_, alpha_, eps_, lrDecay_, decay_, l1_;
  double clipNorm_, clipValue_;  // ∞ for none
  bool nesterov_, centered_, amsgrad_;
  std::size_t size_;
  double lr_ = 0, clipScale_ = 1;  // of the last proposal
  Block effective_;                // the gradient after clipping, decay and l1; empty where it is the gradient itself
  OptimizerState<Real> now_, next_;
};

/// w += Δw, the step itself.
template <class Real> void applyUpdate(std::span<const Real> update, std::span<Real> parameters);

/// Whether every w + Δw is finite.
template <class Real> bool updateIsFinite(std::span<const Real> update, std::span<const Real> parameters);

}  // namespace backprop
