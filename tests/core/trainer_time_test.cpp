// Time travel: any past step is reached again to the bit, with everything that a run remembers.
#include <doctest/doctest.h>

#include <vector>

#include "backprop/given_data.hpp"
#include "backprop/trainer.hpp"
#include "compare.hpp"

namespace backprop {
namespace {

/// A run that uses everything that has a state: momentum, dropout, shuffling, a schedule, early stopping.
RunOptions eventful() {
  RunOptions options;
  options.layers = {2, 5, 4, 1};
  options.samples = 60;
  options.batch_size = 7;
  options.dropout = 0.2;
  options.optimizer = "adam";
  options.amsgrad = true;
  options.schedule = "cosine";
  options.patience = 100000;
  return options;
}

template <class Real> struct Moment {
  std::vector<Real> parameters, gradients, update;
  std::vector<std::uint32_t> rows;
  double loss, lr;
  bool operator==(const Moment&) const = default;
};

template <class Real> Moment<Real> now(const Trainer<Real>& trainer) {
  const auto& block = std::as_const(*trainer.network().parameters());
  const auto copy = [](auto span) { return std::vector(span.begin(), span.end()); };
  return {copy(block.values()),
          copy(block.gradients()),
          std::vector<Real>(trainer.update().begin(), trainer.update().end()),
          {trainer.batchRows().begin(), trainer.batchRows().end()},
          trainer.progress().loss,
          trainer.progress().lr};
}

template <class Real> void visitBack(const RunOptions& options) {
  Trainer<Real> trainer(options);
  constexpr std::uint64_t visited[] = {0, 1, 63, 128, 129, 1000, 4097, 20000};
  std::vector<Moment<Real>> moments;
  for (const std::uint64_t step : visited) {
    trainer.step(static_cast<std::uint32_t>(step - trainer.progress().step));
    moments.push_back(now(trainer));
  }
  const auto points = trainer.history().points().size();
  for (const std::size_t i : {6, 1, 7, 0, 5, 2, 4, 3, 7}) {
    trainer.goTo(visited[i]);
    CAPTURE(visited[i]);
    CHECK(trainer.progress().step == visited[i]);
    CHECK(now(trainer) == moments[i]);
  }
  CHECK(trainer.history().points().size() == points);
}

TEST_CASE("going to any past step, or on to a later one, gives the bits that the run had there") {
  visitBack<float>(eventful());
  visitBack<double>(eventful());
  RunOptions plain;
  plain.optimizer = "rmsprop";
  plain.centered = true;
  plain.momentum = 0.5;
  visitBack<float>(plain);
}

TEST_CASE("what was changed on the way is changed again when the run passes there") {
  Trainer<double> trainer(eventful());
  trainer.step(200);
  CHECK(trainer.setLr(0.002).ok());
  trainer.step(100);
  CHECK(trainer.setParameters(3, std::vector{0.25, -0.5}).ok());
  const auto changed = now(trainer);
  CHECK(changed.parameters[3] == 0.25);
  trainer.step(300);
  const auto end = now(trainer);
  trainer.goTo(150);
  CHECK(trainer.options().lr == 0.01);
  trainer.goTo(300);
  CHECK(now(trainer) == changed);
  trainer.goTo(600);
  CHECK(now(trainer) == end);
  CHECK(trainer.options().lr == 0.002);
}

TEST_CASE("a change in the past begins another run: what had been after it is forgotten") {
  Trainer<double> first(eventful()), second(eventful());
  first.step(500);
  CHECK(first.setLr(0.5).ok());
  first.step(500);
  first.goTo(300);
  CHECK(first.setLr(0.003).ok());
  first.step(700);
  second.step(300);
  CHECK(second.setLr(0.003).ok());
  second.step(700);
  CHECK(now(first) == now(second));
  const auto &a = first.history().points(), &b = second.history().points();
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    CHECK(a[i].step == b[i].step);
    CHECK(a[i].train == b[i].train);
  }
}

TEST_CASE(
    "a change at the step of a checkpoint, rate and overlapping parameters together, is replayed as it was made") {
  for (const char* schedule : {"constant", "step", "exponential", "linear", "one_cycle"}) {
    RunOptions options = eventful();
    options.schedule = schedule;
    Trainer<double> trainer(options);
    trainer.step(128);
    CHECK(trainer.setParameters(0, std::vector{0.1, 0.2, 0.3}).ok());
    CHECK(trainer.setLr(0.02).ok());
    CHECK(trainer.setParameters(1, std::vector{-0.2, -0.3, -0.4}).ok());
    const auto changed = now(trainer);
    trainer.step(300);
    const auto end = now(trainer);
    trainer.goTo(10);
    trainer.goTo(128);
    CAPTURE(schedule);
    CHECK(now(trainer) == changed);
    trainer.goTo(428);
    CHECK(now(trainer) == end);
  }
}

TEST_CASE("the history has the loss of the parameters that were given, not of those that they replaced") {
  Trainer<double> trainer(eventful());
  const float before = trainer.history().points().front().train;
  CHECK(trainer.setParameters(0, std::vector{3.0, -3.0, 2.0}).ok());
  REQUIRE(trainer.history().points().size() == 1);
  CHECK(trainer.history().points().front().train == float(trainer.evaluateTrain().loss));
  CHECK(trainer.history().points().front().train != before);
}

TEST_CASE("a wrong change is refused with its place and changes nothing") {
  Trainer<float> trainer(eventful());
  trainer.step(10);
  const auto before = now(trainer);
  const auto size = static_cast<std::uint32_t>(trainer.network().parameters()->size());
  CHECK(trainer.setParameters(size - 1, std::vector{1.0f, 2.0f}).error().message ==
        "[parameters] 2 values from number " + std::to_string(size - 1) + " on do not fit; the network has " +
            std::to_string(size) + " parameters");
  CHECK(trainer.setParameters(0, std::vector{1.0f, INFINITY}).error().message ==
        "[parameters] value 2 is ∞; a finite number would be right");
  CHECK(now(trainer) == before);
}

TEST_CASE("a run that stopped because an update would not be finite goes on with a smaller rate, or from before") {
  RunOptions options;
  options.layers = {2, 4, 1};
  options.activation = {"relu"};
  options.output_activation = "identity";
  options.lr = 3;
  Trainer<float> trainer(options);
  while (trainer.progress().stopped.empty() && trainer.progress().step < 10000) trainer.step(1);
  REQUIRE_FALSE(trainer.progress().stopped.empty());
  const std::uint64_t at = trainer.progress().step;
  trainer.goTo(at - 3);
  CHECK(trainer.progress().stopped.empty());
  CHECK(trainer.setLr(0.0).ok());
  trainer.step(10);
  CHECK(trainer.progress().step == at + 7);
}

TEST_CASE("a run whose update alone overflows goes on at once with a smaller rate") {
  RunOptions options;
  options.layers = {1, 1};
  options.bias = {false};
  options.output_activation = "identity";
  options.train_fraction = 1;
  options.lr = 1000;
  // Output 1e10, loss 1e20 and gradient 2e36 are finite in float32; 1000 times the gradient is not.
  const GivenTensor x{Shape{1, 1}, {1e26}}, y{Shape{1, 1}, {0}};
  Trainer<float> trainer(options, datasetOf(options, x, y).value());
  CHECK(trainer.setParameters(0, std::vector{1e-16f}).ok());
  CHECK(trainer.progress().stopped.starts_with(
      "[step 1] the weight from unit 1 to unit 1 of layer 1 would become −∞; training stops with the last finite "));
  trainer.step(1);
  CHECK(trainer.progress().step == 0);
  CHECK(trainer.setLr(1e-5).ok());
  CHECK(trainer.progress().stopped.empty());
  trainer.step(1);
  CHECK(trainer.progress().step == 1);
}

TEST_CASE("early stopping counts epochs without a better loss on the test set and then stops, the same on replay") {
  RunOptions options;
  options.dataset = "xor";
  options.noise = 0.5;
  options.samples = 40;
  options.layers = {2, 16, 16, 1};
  options.optimizer = "adam";
  options.patience = 5;
  Trainer<float> trainer(options);
  trainer.step(100000);
  const std::string why = trainer.progress().stopped;
  CHECK(why.starts_with("[patience] the loss on the test set has not become better than "));
  CHECK(why.ends_with(" for 5 epochs; training stops here"));
  const std::uint64_t at = trainer.progress().step;
  CHECK(at % trainer.progress().batches == 0);
  trainer.goTo(at / 2);
  CHECK(trainer.progress().stopped.empty());
  trainer.goTo(at + 100);
  CHECK(trainer.progress().step == at);
  CHECK(trainer.progress().stopped == why);

  // Going on with another rate, the run has its patience again, on replay too.
  CHECK(trainer.setLr(0.001).ok());
  CHECK(trainer.progress().stopped.empty());
  trainer.step(100000);
  const std::uint64_t again = trainer.progress().step;
  CHECK(again >= at + 5 * trainer.progress().batches);
  const auto end = now(trainer);
  trainer.goTo(at / 2);
  trainer.goTo(again);
  CHECK(now(trainer) == end);
}

}  // namespace
}  // namespace backprop
