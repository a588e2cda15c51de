// Slices and planes of the loss, against a network whose weights are set one by one.
#include "backprop/slices.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "backprop/trainer.hpp"
#include "compare.hpp"

namespace backprop {
namespace {

using test::close;

/// A run, its twin on the batch, and its update.
struct Measured {
  Trainer<float> trainer;
  ExactTwin twin;
  std::vector<double> update;

  explicit Measured(RunOptions options = {}) : trainer(options) {
    trainer.step(40);
    REQUIRE(twin.take(trainer.network(), trainer.batch()).ok());
    update.assign(trainer.update().begin(), trainer.update().end());
  }

  /// The batch's loss in float64 with other weights.
  double lossWith(const std::vector<double>& weights) const {
    const auto copy = trainer.network().clone<double>();
    std::ranges::copy(weights, copy.parameters()->values().begin());
    NetworkTape<double> tape(copy, trainer.loss(), trainer.batch().rows());
    tape.copyData(trainer.batch());
    tape.forward();
    return tape.loss();
  }
  std::vector<double> home() const { return {twin.home().begin(), twin.home().end()}; }
};

TEST_CASE("along a weight or bias the slice is the loss with that value in its place") {
  Measured run;
  for (const WeightPlace place : {WeightPlace{1, 2, 3}, WeightPlace{0, 1, std::nullopt}}) {
    const std::size_t i = offsetOf(run.trainer.network(), place);
    const auto found = slice(run.twin, run.update, axisOfWeight(run.trainer.network(), place), {-2, 3, 11}).value();
    REQUIRE(found.at.size() == 11);
    CHECK(found.at.front() == -2);
    CHECK(found.at.back() == 3);
    auto weights = run.home();
    CHECK(found.here == weights[i]);
    CHECK(found.lossHere == run.lossWith(weights));
    for (std::size_t k = 0; k < 11; ++k) {
      weights[i] = found.at[k];
      CHECK(close(found.loss[k], run.lossWith(weights), 1e-14, 1e-14));
    }
    CHECK(found.next == found.here + run.update[i]);
    weights[i] = found.next;
    CHECK(close(found.lossNext, run.lossWith(weights), 1e-14, 1e-14));
  }
}

TEST_CASE("the tangent has the slope of the loss, along every axis") {
  Measured run;
  const auto& network = run.trainer.network();
  for (const SliceAxis& axis : {axisOfWeight(network, WeightPlace{0, 2, 1}), axisDownGradient(run.twin, 0.01),
                                axisOfUpdate(run.update), axisAtRandom(network, 5)}) {
    constexpr double h = 1e-5;
    const auto found = slice(run.twin, run.update, axis, {axis.here - h, axis.here + h, 2}).value();
    CHECK(close(found.slope, (found.loss[1] - found.loss[0]) / (2 * h), 1e-9, 1e-6));
  }
}

TEST_CASE("along the update the next step is at 1, down the gradient at the learning rate") {
  Measured run;
  const auto along = slice(run.twin, run.update, axisOfUpdate(run.update), {-1, 4, 6}).value();
  CHECK(close(along.next, 1, 1e-15, 0));
  CHECK(close(along.lossNext, along.loss[2], 1e-14, 0));
  const SliceAxis down = axisDownGradient(run.twin, 0.01);
  const auto steepest = slice(run.twin, run.update, down, down.usual).value();
  CHECK(close(steepest.next, 0.01, 1e-7, 0));  // the run's gradient is rounded to float32
  CHECK(steepest.slope < 0);
}

TEST_CASE("a random direction has in each unit the norm of its weights, and comes from its seed alone") {
  Measured run;
  const auto& network = run.trainer.network();
  const SliceAxis axis = axisAtRandom(network, 5);
  for (const Layer& layer : network.layers()) {
    for (std::size_t unit = 0; unit < layer.outputs; ++unit) {
      double ours = 0, theirs = 0;
      for (std::size_t from = 0; from < layer.inputs; ++from) {
        const std::size_t i = layer.weight.offset + unit * layer.inputs + from;
        ours += axis.direction[i] * axis.direction[i];
        theirs += run.twin.home()[i] * run.twin.home()[i];
      }
      CHECK(close(ours, theirs, 0, 1e-12));
    }
    for (std::size_t unit = 0; unit < layer.outputs; ++unit) CHECK(axis.direction[layer.bias->offset + unit] == 0);
  }
  CHECK(axis.direction == axisAtRandom(network, 5).direction);
  CHECK(axis.direction != axisAtRandom(network, 6).direction);
}

TEST_CASE("a plane holds the loss of every pair, row by row, and the place nearest to the next step") {
  Measured run;
  const auto& network = run.trainer.network();
  const WeightPlace a{0, 1, 0}, b{1, 2, 3};
  const std::size_t i = offsetOf(network, a), j = offsetOf(network, b);
  const auto found =
      surface(run.twin, run.update, axisOfWeight(network, a), {-1, 1, 5}, axisOfWeight(network, b), {-2, 2, 4}).value();
  REQUIRE(found.loss.size() == 20);
  auto weights = run.home();
  CHECK(found.lossHere == run.lossWith(weights));
  for (std::size_t row = 0; row < 4; ++row)
    for (std::size_t column = 0; column < 5; ++column) {
      weights[i] = found.x[column];
      weights[j] = found.y[row];
      CHECK(close(found.loss[row * 5 + column], run.lossWith(weights), 1e-14, 1e-14));
    }
  CHECK(close(found.nextX, run.twin.home()[i] + run.update[i], 1e-15, 1e-15));
  CHECK(close(found.nextY, run.twin.home()[j] + run.update[j], 1e-15, 1e-15));

  // Two slanted directions: the rest of Δw stands upright on both.
  const SliceAxis x = axisAtRandom(network, 1), y = axisAtRandom(network, 2);
  const auto slanted = surface(run.twin, run.update, x, {-1, 1, 2}, y, {-1, 1, 2}).value();
  double restX = 0, restY = 0;
  for (std::size_t k = 0; k < run.update.size(); ++k) {
    const double rest = run.update[k] - slanted.nextX * x.direction[k] - slanted.nextY * y.direction[k];
    restX += rest * x.direction[k];
    restY += rest * y.direction[k];
  }
  CHECK(close(restX, 0, 1e-12, 0));
  CHECK(close(restY, 0, 1e-12, 0));
}

TEST_CASE("what makes no slice is refused in a sentence, and the twin is home") {
  Measured run;
  const auto& network = run.trainer.network();
  const SliceAxis axis = axisOfWeight(network, {});
  const auto message = [](const auto& result) { return result.ok() ? std::string("ok") : result.error().message; };
  const auto at = [&](SliceRange range) { return message(slice(run.twin, run.update, axis, range)); };
  CHECK(at({1, 1, 5}) == "[high] 1 is not above low, 1; a larger number would be right");
  CHECK(at({NAN, 1, 5}).starts_with("[low] NaN is out of range; "));
  CHECK(at({0, 1, 1}) == "[points] 1 is out of range; a whole number from 2 to 1001 would be right");
  CHECK(at({0, 1, 1002}).starts_with("[points] 1002 is out of range; "));
  CHECK(message(surface(run.twin, run.update, axis, {}, axis, {})) ==
        "[directions] are parallel or have no length; two that differ would be right");
  SliceAxis none = axis;
  none.direction.assign(none.direction.size(), 0);
  CHECK(message(slice(run.twin, run.update, none, {})) ==
        "[direction] has the length 0; one with a length above 0 would be right");
  CHECK(run.twin.loss() == run.lossWith(run.home()));
  none.direction.assign(none.direction.size(), NAN);  // as of an update that is not finite
  CHECK(message(slice(run.twin, run.update, none, {})).starts_with("[slice] the direction is too long "));
  CHECK(message(surface(run.twin, run.update, axis, {}, none, {})).starts_with("[surface] the direction is too long "));

  RunOptions large;
  large.layers = {2, 256, 256, 1};
  large.batch_size = 1000;
  large.samples = 1000;
  Trainer<float> trainer(large);
  ExactTwin twin;
  REQUIRE(twin.take(trainer.network(), trainer.batch()).ok());
  const std::vector<double> update(trainer.update().begin(), trainer.update().end());
  const auto refused = message(slice(twin, update, axisOfWeight(trainer.network(), {}), {0, 1, 1001}));
  CHECK(refused ==
        "[points] 1001 losses over 800 rows take too long in a network of this size; at most 74 would be "
        "right");
}

}  // namespace
}  // namespace backprop
