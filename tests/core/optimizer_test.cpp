// Optimizers with every option against PyTorch's (numbers: tests/golden/make_training_numbers.py), and the way an
// update is made.
#include "backprop/optimizer.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "compare.hpp"

namespace backprop {
namespace {

using test::close;
using Given = std::vector<std::pair<std::string, OptionValue>>;

constexpr std::size_t size = 5;
const std::vector<double> start{1, -2, 0.5, 3, 0};

struct Case {
  const char* name;
  Given given;
  std::vector<double> after25;
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {"sgd", {{"lr", 0.05}}, {0.95, -1.95, 0.475, 2.9875, 0}},
      {"sgd with momentum, dampening and decay",
       {{"lr", 0.05}, {"momentum", 0.9}, {"dampening", 0.3}, {"weight_decay", 0.02}},
       {0.7223590237394022, -1.5331622437972143, 0.18340231142919572, 2.630035914686266, 0.09068797152196978}},
      {"sgd with Nesterov's momentum",
       {{"lr", 0.05}, {"momentum", 0.9}, {"nesterov", true}, {"weight_decay", 0.02}},
       {0.586752872923644, -1.4100028205409685, 0.19624078937715705, 2.501267108554581, 0.06967765296758674}},
      {"adagrad",
       {{"optimizer", "adagrad"},
        {"lr", 0.1},
        {"lr_decay", 0.05},
        {"weight_decay", 0.02},
        {"initial_accumulator_value", 0.3}},
       {0.9127958613260496, -1.8882356924049788, 0.4303479830614978, 2.9286364024722866, 0.023853812373552472}},
      {"rmsprop",
       {{"optimizer", "rmsprop"}, {"lr", 0.02}, {"alpha", 0.9}, {"eps", 1e-6}, {"weight_decay", 0.02}},
       {0.8503444464585526, -1.8806964202805239, 0.44316135813532226, 2.8908360718753743, 0.03511532341574538}},
      {"adam",
       {{"optimizer", "adam"}, {"lr", 0.05}, {"betas", OptionList{0.8, 0.95}}, {"eps", 1e-6}, {"weight_decay", 0.02}},
       {0.8052837331866455, -1.7793117858763827, 0.3635695551852825, 2.8433536138188527, 0.05956364742225699}},
      {"adamw as it is",
       {{"optimizer", "adamw"}, {"lr", 0.05}},
       {0.8611270624608292, -1.818189689527163, 0.3483630963138232, 2.941594489354487, 0.07742039731061796}},
      {"adamw with amsgrad",
       {{"optimizer", "adamw"}, {"lr", 0.05}, {"weight_decay", 0.1}, {"amsgrad", true}},
       {0.7660685641635825, -1.6208875682356445, 0.3084091433932433, 2.6279139103835516, 0.07013140899515193}},
      {"sgd, clipped by norm",
       {{"lr", 0.05}, {"momentum", 0.5}, {"clip_norm", 0.7}},
       {0.9342374192789961, -1.883349890012181, 0.45262645587810246, 2.9382437796452803, 0.032449195535699235}},
      {"adam, clipped by value",
       {{"optimizer", "adam"}, {"lr", 0.05}, {"clip_value", 0.3}},
       {0.9176645575138365, -1.880729881923577, 0.40446868597758673, 2.9302192470072654, 0.08682601029636063}},
  };
  return all;
}

/// The formula of optimizer_cases.json.
std::vector<double> gradientAt(int step) {
  std::vector<double> gradients(size);
  for (int j = 0; j < int(size); ++j) gradients[j] = ((3 * step + 5 * j) % 7 - 3) / 4.0;
  return gradients;
}

/// 25 steps from `start`; calls see(optimizer, gradients, parameters, update) at rest before each update.
template <class See> std::vector<double> run(const RunOptions& options, See see) {
  Optimizer<double> optimizer(options, size);
  std::vector<double> parameters = start, update(size);
  for (int step = 1; step <= 25; ++step) {
    const std::vector<double> gradients = gradientAt(step);
    optimizer.propose(options.lr, gradients, parameters, update);
    see(optimizer, gradients, parameters, update);
    applyUpdate<double>(update, parameters);
    optimizer.commit();
  }
  return parameters;
}

TEST_CASE("every option of every optimizer does what PyTorch's does, over 25 steps to 1e-12") {
  for (const Case& each : cases()) {
    CAPTURE(std::string(each.name));
    const auto after = run(readOptions(each.given).value(), [](auto&&...) {});
    for (std::size_t i = 0; i < size; ++i) CHECK(close(after[i], each.after25[i], 1e-12, 1e-12));
  }
}

TEST_CASE("an update can be proposed again and again, with other rates too, before it is made") {
  for (const Case& each : cases()) {
    CAPTURE(std::string(each.name));
    const RunOptions options = readOptions(each.given).value();
    const auto after = run(options, [&](auto& optimizer, const auto& gradients, const auto& parameters, auto& update) {
      const std::vector<double> first = update;
      optimizer.propose(7 * options.lr, gradients, parameters, update);
      CHECK(update != first);
      optimizer.propose(options.lr, gradients, parameters, update);
      CHECK(update == first);
    });
    for (std::size_t i = 0; i < size; ++i) CHECK(close(after[i], each.after25[i], 1e-12, 1e-12));
  }
}

TEST_CASE("an optimizer goes on from a state that it gave as if nothing had happened") {
  for (const Case& each : cases()) {
    const RunOptions options = readOptions(each.given).value();
    std::optional<OptimizerState<double>> kept;
    std::vector<double> wanted;
    int step = 0;
    run(options, [&](auto& optimizer, const auto& gradients, const auto& parameters, auto& update) {
      if (++step == 10) kept = optimizer.state();
      if (step != 10) return;
      Optimizer<double> other(options, size);
      other.restore(*kept);
      std::vector<double> again(size);
      other.propose(options.lr, gradients, parameters, again);
      CHECK(again == update);
    });
  }
}

TEST_CASE("l1 adds the sign of the parameter, and nothing at 0") {
  const RunOptions options = readOptions(Given{{"lr", 1.0}, {"l1", 0.25}}).value();
  Optimizer<double> optimizer(options, size);
  std::vector<double> update(size);
  optimizer.propose(1, std::vector<double>(size), start, update);
  CHECK(update == std::vector{-0.25, 0.25, -0.25, -0.25, -0.0});
}

TEST_CASE("the anatomy of an update leads from the gradient to the update by the optimizer's formula") {
  for (const Case& each : cases()) {
    CAPTURE(std::string(each.name));
    const RunOptions options = readOptions(each.given).value();
    int t = 0;
    run(options, [&](const auto& optimizer, const auto& gradients, const auto& parameters, const auto& update) {
      ++t;
      for (std::size_t i = 0; i < size; ++i) {
        const UpdateAnatomy how = optimizer.anatomy(i, gradients, parameters, update);
        const bool adamw = options.optimizer == "adamw", adam = adamw || options.optimizer == "adam";
        CHECK(how.gradient == gradients[i]);
        CHECK(std::abs(how.clipped) <= std::abs(how.gradient));
        CHECK(close(how.effective, how.clipped + (adamw ? 0 : how.decay) + how.l1, 1e-15, 1e-14));
        double move = how.effective;
        if (adam) move = how.first / (1 - std::pow(options.betas[0], t)) / how.denominator;
        if (options.optimizer == "rmsprop") move = how.effective / how.denominator;
        if (options.optimizer == "adagrad") move = how.effective / how.denominator / (1 + (t - 1) * options.lr_decay);
        if (options.optimizer == "sgd" && options.momentum > 0)
          move = options.nesterov ? how.effective + options.momentum * how.velocity : how.velocity;
        CHECK(close(how.update, -how.lr * move + (adamw ? how.decay : 0), 1e-15, 1e-12));
        CHECK(how.update == update[i]);
      }
    });
  }
}

}  // namespace
}  // namespace backprop
