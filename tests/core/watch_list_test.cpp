// What is recorded of watched parameters is what the run had at those steps, whatever way the run took there.
#include "backprop/watch_list.hpp"

#include <doctest/doctest.h>

#include "backprop/trainer.hpp"

namespace backprop {
namespace {

constexpr WeightPlace weight{1, 2, 3}, bias{0, 1, std::nullopt};

template <class Real> void checkAgainstReplay(Trainer<Real>& trainer, const std::vector<WatchPoint>& points) {
  const std::size_t i = offsetOf(trainer.network(), weight);
  for (const WatchPoint& point : points) {
    trainer.goTo(point.step);
    const auto& block = std::as_const(*trainer.network().parameters());
    CHECK(point.weight == block.values()[i]);
    CHECK(point.gradient == block.gradients()[i]);
    CHECK(point.update == trainer.update()[i]);
  }
}

TEST_CASE_TEMPLATE("each point holds w, g and Δw of its step, from the step at which watching began", Real, float,
                   double) {
  const RunOptions options;
  Trainer<Real> trainer(options), other(options);
  trainer.step(10);
  const WeightPlace places[] = {weight, bias};
  REQUIRE(trainer.watch(places).ok());
  trainer.step(90);
  REQUIRE(trainer.watched().weights().size() == 2);
  const auto& points = trainer.watched().weights()[0].record.points();
  REQUIRE(points.size() == 91);
  for (std::size_t k = 0; k < points.size(); ++k) CHECK(points[k].step == 10 + k);
  checkAgainstReplay(other, points);
}

TEST_CASE("a long run is recorded in bounded room, and is the same whether it is watched or not") {
  Trainer<float> trainer{RunOptions{}}, other{RunOptions{}};
  const WeightPlace places[] = {weight};
  REQUIRE(trainer.watch(places).ok());
  for (int i = 0; i < 40; ++i) trainer.step(100);
  other.step(4000);
  CHECK(std::ranges::equal(trainer.network().parameters()->values(), other.network().parameters()->values()));
  CHECK(trainer.history().points().size() == other.history().points().size());
  const auto& points = trainer.watched().weights()[0].record.points();
  CHECK(points.size() < ThinnedPoints<WatchPoint>::first + ThinnedPoints<WatchPoint>::capacity);
  CHECK(points.size() > ThinnedPoints<WatchPoint>::capacity / 2);
  CHECK(points.back().step > 3980);
}

TEST_CASE("going back fills the past that was not watched, and an edit forgets the future") {
  Trainer<float> trainer{RunOptions{}};
  trainer.step(40);
  const WeightPlace places[] = {weight};
  REQUIRE(trainer.watch(places).ok());
  const auto& points = trainer.watched().weights()[0].record.points();
  CHECK(points.size() == 1);
  trainer.goTo(0);
  trainer.step(50);
  REQUIRE(points.size() == 51);
  for (std::size_t k = 0; k < points.size(); ++k) CHECK(points[k].step == k);
  trainer.goTo(20);
  REQUIRE(trainer.setLr(0.5).ok());
  REQUIRE(points.size() == 21);
  CHECK(points.back().update == trainer.update()[offsetOf(trainer.network(), weight)]);
  trainer.step(5);
  CHECK(points.size() == 26);
}

TEST_CASE("a weight that stays on the list keeps its record; at most eight fit") {
  Trainer<float> trainer{RunOptions{}};
  const WeightPlace one[] = {weight}, both[] = {bias, weight};
  REQUIRE(trainer.watch(one).ok());
  trainer.step(5);
  REQUIRE(trainer.watch(both).ok());
  trainer.step(5);
  CHECK(trainer.watched().weights()[0].record.points().size() == 6);
  CHECK(trainer.watched().weights()[1].record.points().size() == 11);
  const std::vector<WeightPlace> many(9, weight);
  const Status refused = trainer.watch(many);
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().message == "[watch] 9 parameters are too many; at most 8 would be right");
  CHECK(trainer.watched().weights().size() == 2);
  REQUIRE(trainer.watch({}).ok());
  CHECK(trainer.watched().weights().empty());
}

}  // namespace
}  // namespace backprop
