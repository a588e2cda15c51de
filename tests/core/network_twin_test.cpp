// The float64 twin measures what the run would, leaves the run alone, and goes home after each move.
#include "backprop/network_twin.hpp"

#include <doctest/doctest.h>

#include "backprop/evaluator.hpp"
#include "backprop/loss_change.hpp"
#include "backprop/trainer.hpp"
#include "compare.hpp"

namespace backprop {
namespace {

using test::close;

RunOptions options(double dropout = 0, const char* reduction = "mean") {
  RunOptions out;
  out.layers = {2, 6, 5, 1};
  out.dropout = dropout;
  out.reduction = reduction;
  out.lr = 0.001;
  return out;
}

TEST_CASE("on the batch it has the run's loss and gradients, with the dropout of the step") {
  for (const double dropout : {0.0, 0.4}) {
    Trainer<double> trainer(options(dropout));
    trainer.step(33);
    ExactTwin twin;
    REQUIRE(twin.take(trainer.network(), trainer.batch()).ok());
    CHECK(twin.backward() == trainer.batch().loss());
    CHECK(std::ranges::equal(twin.gradients(), std::as_const(*trainer.network().parameters()).gradients()));
  }
}

TEST_CASE("on all rows it has the loss of an evaluation, and the gradient of one tape over all of them") {
  for (const char* reduction : {"mean", "sum"}) {
    Trainer<double> trainer(options(0.4, reduction));  // 320 rows: two whole stretches and a rest
    trainer.step(33);
    ExactTwin twin;
    REQUIRE(twin.take(trainer.network(), trainer.loss(), trainer.trainExamples()).ok());
    CHECK(twin.rows() == 320);
    CHECK(close(twin.backward(), trainer.evaluateTrain().loss, 1e-14, 1e-12));
    RunOptions plain = options(0, reduction);
    Trainer<double> same(plain);  // without dropout
    REQUIRE(same.setParameters(0, std::as_const(*trainer.network().parameters()).values()).ok());
    NetworkTape<double> whole(same.network(), same.loss(), 320);
    std::ranges::copy(trainer.trainExamples().x, whole.input().begin());
    std::ranges::copy(trainer.trainExamples().y, whole.target().begin());
    whole.tape().zeroGrad();
    whole.forward();
    whole.backward();
    for (std::size_t i = 0; i < twin.home().size(); ++i)
      CHECK(close(twin.gradients()[i], same.network().parameters()->gradients()[i], 1e-13, 1e-11));
  }
}

TEST_CASE("a moved loss is that of a network with the moved weights, and the twin is home again") {
  Trainer<float> trainer(options());
  trainer.step(20);
  ExactTwin twin;
  REQUIRE(twin.take(trainer.network(), trainer.batch()).ok());
  const double here = twin.loss();
  const auto direction = test::randomNumbers<double>(twin.home().size(), 3);
  const auto copy = trainer.network().clone<double>();
  NetworkTape<double> tape(copy, trainer.loss(), trainer.batch().rows());
  tape.copyData(trainer.batch());
  copy.parameters()->values()[5] += 0.25;
  tape.forward();
  CHECK(lossMoved(twin, 5, 0.25) == tape.loss());
  copy.parameters()->values()[5] = twin.home()[5];
  for (std::size_t i = 0; i < direction.size(); ++i) copy.parameters()->values()[i] += 0.1 * direction[i];
  tape.forward();
  CHECK(lossMoved(twin, {{0.1, direction}}) == tape.loss());
  CHECK(lossMoved(twin, {{0.0, direction}, {0.1, direction}}) == tape.loss());
  CHECK(twin.loss() == here);
}

TEST_CASE("H · v is how the gradient changes along v, on the batch and on all rows") {
  Trainer<double> trainer(options());
  trainer.step(50);
  for (const bool all : {false, true}) {
    ExactTwin twin;
    DualTwin dual;
    const auto take = [&](auto& each) {
      return all ? each.take(trainer.network(), trainer.loss(), trainer.trainExamples())
                 : each.take(trainer.network(), trainer.batch());
    };
    REQUIRE(take(twin).ok());
    REQUIRE(take(dual).ok());
    const auto v = test::randomNumbers<double>(twin.home().size(), 4, 1);
    const auto product = hessianTimes(dual, v);
    constexpr double h = 1e-5;
    const auto gradientAt = [&](double t) {
      for (std::size_t i = 0; i < v.size(); ++i) twin.weights()[i] = twin.home()[i] + t * v[i];
      twin.backward();
      return std::vector<double>(twin.gradients().begin(), twin.gradients().end());
    };
    const auto above = gradientAt(h), below = gradientAt(-h);
    for (std::size_t i = 0; i < v.size(); ++i) CHECK(close(product[i], (above[i] - below[i]) / (2 * h), 1e-8, 1e-6));
  }
}

TEST_CASE("its memory is counted, stays the same from one measurement to the next, and is given back") {
  Trainer<float> trainer(options());
  const std::uint64_t before = memoryTaken();
  {
    ExactTwin twin;
    REQUIRE(twin.take(trainer.network(), trainer.batch()).ok());
    const std::uint64_t with = memoryTaken();
    CHECK(with > before);
    for (int i = 0; i < 5; ++i) {
      trainer.step(1);
      REQUIRE(twin.take(trainer.network(), trainer.batch()).ok());
    }
    CHECK(memoryTaken() == with);
  }
  CHECK(memoryTaken() == before);
}

TEST_CASE("where there is no memory for it, it is refused in a sentence and can be taken later") {
  Trainer<float> trainer(options());
  ExactTwin twin;
  {
    BudgetShare others;
    REQUIRE(others.resize(memoryBudget - memoryTaken(), "test", "the rest").ok());
    const Status refused = twin.take(trainer.network(), trainer.batch());
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().message.starts_with("[check] a copy of the network in float64 needs "));
  }
  CHECK(twin.take(trainer.network(), trainer.batch()).ok());
}

TEST_CASE("for a quadratic loss g · Δw and ½ Δwᵀ H Δw add up to the real change") {
  RunOptions linear = options();
  linear.layers = {2, 1};
  linear.output_activation = "identity";
  linear.lr = 0.5;
  Trainer<float> trainer(linear);
  trainer.step(3);
  const std::vector<double> update(trainer.update().begin(), trainer.update().end());
  ExactTwin twin;
  DualTwin dual;
  REQUIRE(twin.take(trainer.network(), trainer.batch()).ok());
  REQUIRE(dual.take(trainer.network(), trainer.batch()).ok());
  const LossChange change = lossChange(twin, update);
  CHECK(change.first < 0);
  CHECK(change.real == change.next - change.loss);
  CHECK(close(change.first + secondOrderChange(dual, update), change.real, 1e-13, 1e-12));
}

TEST_CASE("the smaller the step, the better the prediction: its error falls with the square, then the cube of η") {
  Trainer<double> trainer(options());
  trainer.step(20);
  ExactTwin twin;
  DualTwin dual;
  double firstError = 0, secondError = 0;
  for (const double lr : {0.02, 0.002}) {
    REQUIRE(trainer.setLr(lr).ok());
    const std::vector<double> update(trainer.update().begin(), trainer.update().end());
    REQUIRE(twin.take(trainer.network(), trainer.batch()).ok());
    REQUIRE(dual.take(trainer.network(), trainer.batch()).ok());
    const LossChange change = lossChange(twin, update);
    const double first = std::abs(change.first - change.real);
    const double second = std::abs(change.first + secondOrderChange(dual, update) - change.real);
    if (lr < 0.01) {
      CHECK(first < 0.02 * firstError);
      CHECK(second < 0.002 * secondError);
    }
    firstError = first;
    secondError = second;
  }
}

}  // namespace
}  // namespace backprop
