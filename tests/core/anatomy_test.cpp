// The anatomy of an update: each of its numbers follows from those before, and the last one is the Δw that is made.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "backprop/trainer.hpp"
#include "compare.hpp"

namespace backprop {
namespace {

using test::close;

struct Case {
  const char* name;
  RunOptions options;
};

template <class Change> Case with(const char* name, const char* optimizer, Change change) {
  RunOptions options;
  options.layers = {2, 4, 3, 1};
  options.optimizer = optimizer;
  options.lr = 0.02;
  change(options);
  return {name, options};
}

std::vector<Case> cases() {
  const auto penalties = [](RunOptions& o) {
    o.weight_decay = 0.1;
    o.l1 = 0.01;
  };
  return {
      with("sgd", "sgd", [](RunOptions&) {}),
      with("sgd with momentum and dampening", "sgd", [](RunOptions& o) { o.momentum = 0.9, o.dampening = 0.2; }),
      with("sgd with nesterov", "sgd", [](RunOptions& o) { o.momentum = 0.9, o.nesterov = true; }),
      with("sgd with penalties", "sgd", penalties),
      with("sgd clipped by norm", "sgd", [](RunOptions& o) { o.clip_norm = 0.05; }),
      with("sgd clipped by both", "sgd", [](RunOptions& o) { o.clip_norm = 0.5, o.clip_value = 0.03; }),
      with("adagrad", "adagrad", [](RunOptions& o) { o.lr_decay = 0.1, o.initial_accumulator_value = 0.2; }),
      with("adagrad with penalties", "adagrad", penalties),
      with("rmsprop", "rmsprop", [](RunOptions&) {}),
      with("rmsprop centered with momentum", "rmsprop",
           [](RunOptions& o) { o.centered = true, o.momentum = 0.8, o.alpha = 0.9; }),
      with("adam", "adam", [](RunOptions&) {}),
      with("adam with all", "adam",
           [&](RunOptions& o) {
             penalties(o);
             o.amsgrad = true, o.clip_norm = 0.1, o.betas = {0.8, 0.95}, o.eps = 1e-4;
           }),
      with("adamw", "adamw", [](RunOptions& o) { o.weight_decay = 0.3, o.clip_value = 0.05; }),
      with("adamw with amsgrad and l1", "adamw", [](RunOptions& o) { o.amsgrad = true, o.l1 = 0.02; }),
  };
}

/// What the optimizer remembered of a parameter, or 0.
template <class Block> double entry(const Block& block, std::size_t i) { return block.empty() ? 0 : double(block[i]); }

template <class Real> void checkAnatomy(const Trainer<Real>& trainer, std::size_t i, double norm, double tolerance) {
  const RunOptions& o = trainer.options();
  const auto& block = std::as_const(*trainer.network().parameters());
  const OptimizerState<Real>& before = trainer.optimizer().state();
  const UpdateAnatomy a = trainer.anatomy(i);
  const double w = block.values()[i], t = double(before.steps);
  const bool adamw = o.optimizer == "adamw", adam = adamw || o.optimizer == "adam";
  const auto near = [tolerance](double got, double want) { return close(got, want, tolerance * 1e-3, tolerance); };

  CHECK(a.gradient == block.gradients()[i]);
  const double scaled = o.clip_norm ? a.gradient * std::min(1.0, *o.clip_norm / (norm + 1e-6)) : a.gradient;
  const double most = o.clip_value.value_or(INFINITY);
  CHECK(near(a.clipped, std::clamp(scaled, -most, most)));
  const double decay = o.weight_decay.value_or(adamw ? 0.01 : 0);
  CHECK(near(a.decay, adamw ? -a.lr * decay * w : decay * w));
  CHECK(a.l1 == o.l1 * ((w > 0) - (w < 0)));
  const double g = a.clipped + (adamw ? 0 : a.decay) + a.l1;
  CHECK(near(a.effective, g));

  double update = 0, velocity = NAN, first = NAN, second = NAN, largest = NAN, denominator = NAN;
  if (o.optimizer == "sgd") {
    update = -a.lr * g;
    if (o.momentum > 0) {
      velocity = t == 0 ? g : o.momentum * entry(before.velocity, i) + (1 - o.dampening) * g;
      update = -a.lr * (o.nesterov ? g + o.momentum * velocity : velocity);
    }
  } else if (o.optimizer == "adagrad") {
    second = entry(before.second, i) + g * g;
    denominator = std::sqrt(second) + 1e-10;
    update = -a.lr / (1 + t * o.lr_decay) * g / denominator;
  } else if (o.optimizer == "rmsprop") {
    second = o.alpha * entry(before.second, i) + (1 - o.alpha) * g * g;
    if (o.centered) first = o.alpha * entry(before.first, i) + (1 - o.alpha) * g;
    denominator = std::sqrt(second - (o.centered ? first * first : 0)) + 1e-8;
    update = -a.lr * g / denominator;
    if (o.momentum > 0) {
      velocity = o.momentum * entry(before.velocity, i) + g / denominator;
      update = -a.lr * velocity;
    }
  } else if (adam) {
    first = o.betas[0] * entry(before.first, i) + (1 - o.betas[0]) * g;
    second = o.betas[1] * entry(before.second, i) + (1 - o.betas[1]) * g * g;
    if (o.amsgrad) largest = std::max(entry(before.largest, i), second);
    denominator =
        std::sqrt(o.amsgrad ? largest : second) / std::sqrt(1 - std::pow(o.betas[1], t + 1)) + o.eps.value_or(1e-8);
    update = -a.lr / (1 - std::pow(o.betas[0], t + 1)) * first / denominator + (adamw ? a.decay : 0);
  }
  CHECK(near(a.velocity, velocity));
  CHECK(near(a.first, first));
  CHECK(near(a.second, second));
  CHECK(near(a.largest, largest));
  CHECK(near(a.denominator, denominator));
  CHECK(near(a.update, update));
  CHECK(a.update == trainer.update()[i]);
}

template <class Real> void checkCases(double tolerance) {
  for (const Case& each : cases()) {
    CAPTURE(each.name);
    Trainer<Real> trainer(each.options);
    for (const int steps : {0, 1, 4}) {
      trainer.step(static_cast<std::uint32_t>(steps));
      double square = 0;
      for (const Real g : std::as_const(*trainer.network().parameters()).gradients()) square += double(g) * double(g);
      for (std::size_t i = 0; i < trainer.update().size(); ++i) checkAnatomy(trainer, i, std::sqrt(square), tolerance);
    }
  }
}

TEST_CASE("gradient, clipping, penalties and moments make Δw by each optimizer's formula") {
  checkCases<double>(1e-10);
}

TEST_CASE("the same holds in float32, to its rounding") { checkCases<float>(2e-4); }

TEST_CASE("the next step adds the anatomy's Δw, and its rate is the schedule's") {
  for (const Case& each : cases()) {
    RunOptions options = each.options;
    options.schedule = "exponential";
    options.gamma = 0.9;
    Trainer<double> trainer(options);
    trainer.step(3);
    const UpdateAnatomy a = trainer.anatomy(5);
    CHECK(close(a.lr, 0.02 * 0.9 * 0.9 * 0.9, 0, 1e-14));
    const double before = std::as_const(*trainer.network().parameters()).values()[5];
    trainer.step(1);
    CHECK(std::as_const(*trainer.network().parameters()).values()[5] == before + a.update);
  }
}

}  // namespace
}  // namespace backprop
