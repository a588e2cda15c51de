// The statistics of each layer are what a plain count over all its numbers gives.
#include "backprop/layer_statistics.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "backprop/trainer.hpp"
#include "compare.hpp"

namespace backprop {
namespace {

using test::close;

/// The bin of one number by its logarithm.
std::size_t binOf(double x) {
  if (x == 0) return Histogram::zero;
  const int octave = std::clamp(std::ilogb(x), Histogram::lowest, Histogram::highest);
  const auto step = static_cast<std::size_t>(octave - Histogram::lowest + 1);
  return x < 0 ? Histogram::zero - step : Histogram::zero + step;
}

template <class Real> void checkStatistics(std::span<const Real> numbers, const NumberStatistics& got) {
  Histogram want;
  double square = 0, zeros = 0;
  for (const Real x : numbers) {
    square += double(x) * double(x);
    zeros += x == 0;
    if (std::isfinite(x))
      ++want.counts[binOf(x)];
    else
      ++want.nonFinite;
  }
  CHECK(got.histogram.counts == want.counts);
  CHECK(got.histogram.nonFinite == want.nonFinite);
  CHECK(got.count == numbers.size());
  CHECK(got.zeros == zeros / double(numbers.size()));
  CHECK(close(got.norm, std::sqrt(square), 0, 1e-14));
}

TEST_CASE_TEMPLATE("each number is counted in the bin of its octave, at the ends of all ranges too", Real, float,
                   double) {
  using Limits = std::numeric_limits<Real>;
  std::vector<Real> numbers{0,
                            Real(-0.0),
                            1,
                            -1,
                            Real(0.75),
                            std::nextafter(Real(2), Real(0)),
                            2,
                            Real(1e-30),
                            Real(-1e30),
                            Limits::denorm_min(),
                            -Limits::denorm_min(),
                            Real(std::ldexp(1.0, -40)),
                            Real(-std::ldexp(1.0, 14)),
                            Real(1e-12),
                            Real(1e4)};
  for (const Real x : test::randomNumbers<Real>(1000, 1, 40)) numbers.push_back(std::exp2(x) * (x < 3 ? 1 : -1));
  checkStatistics<Real>(numbers, statisticsOf<Real>(numbers));
  numbers = {Real(1), Limits::infinity(), -Limits::infinity(), Limits::quiet_NaN(), Limits::max()};
  CHECK(statisticsOf<Real>(numbers).histogram.nonFinite == 3);
}

TEST_CASE("the bins cover 1e-12 to 1e4") {
  CHECK(std::ldexp(1.0, Histogram::lowest) < 1e-12);
  CHECK(std::ldexp(1.0, Histogram::highest + 1) > 1e4);
}

TEST_CASE("a norm is not lost where the squares of floats would be") {
  const std::vector<float> tiny(100, 1e-30f);
  CHECK(close(statisticsOf<float>(tiny).norm, 1e-29, 0, 1e-6));
}

/// f by its name in the table, on one number.
double valueOf(Op op, double z) {
  Tape<double> tape;
  const NodeId y = tape.apply(op, {tape.variable(z)});
  tape.forward();
  return tape.value(y)[0];
}

TEST_CASE_TEMPLATE("layers are counted as a plain loop counts them, for every kind of activation", Real, float,
                   double) {
  for (const char* name : {"tanh", "sigmoid", "relu", "leaky_relu", "relu6", "hardtanh", "gelu", "mish", "sin",
                           "square", "elu", "softsign", "identity"}) {
    CAPTURE(name);
    RunOptions options;
    options.layers = {2, 7, 5, 1};
    options.activation = {name};
    options.init = "normal";
    options.init_std = 3;  // far enough to saturate
    options.lr = 1e-9;
    Trainer<Real> trainer(options);
    const auto all = layerStatistics(trainer.network(), trainer.batch(), trainer.update());
    const auto& block = std::as_const(*trainer.network().parameters());
    for (std::size_t l = 0; l < all.size(); ++l) {
      const Layer& layer = trainer.network().layers()[l];
      const auto nodes = trainer.batch().layers()[l];
      const auto z = trainer.batch().tape().value(nodes.z);
      checkStatistics<Real>(block.values(layer.weight), all[l].weight);
      checkStatistics<Real>(block.gradients(layer.weight), all[l].gradient);
      checkStatistics<Real>(trainer.update().subspan(layer.weight.offset, layer.weight.shape.size()), all[l].update);
      checkStatistics<Real>(trainer.batch().tape().value(nodes.a), all[l].activation);
      CHECK(all[l].ratio == all[l].update.norm / all[l].weight.norm);
      // f′ by differences; what lies within rounding of the bound may count either way.
      std::size_t sure = 0, unsure = 0, dead = 0, maybeDead = 0;
      for (std::size_t unit = 0; unit < layer.outputs; ++unit) {
        std::size_t here = 0, perhaps = 0;
        for (std::size_t row = 0; layer.activation && row < trainer.batch().rows(); ++row) {
          const double at = z[row * layer.outputs + unit], h = 1e-5;
          const double slope =
              std::abs(valueOf(*layer.activation, at + h) - valueOf(*layer.activation, at - h)) / (2 * h);
          const double bound = saturationBound(*layer.activation);
          here += slope < bound - 1e-4 || (bound == 0 && slope < 1e-9);
          perhaps += std::abs(slope - bound) < 1e-4 && bound > 0;
        }
        sure += here;
        unsure += perhaps;
        dead += here == trainer.batch().rows();
        maybeDead += here + perhaps == trainer.batch().rows();
      }
      const double activations = double(z.size()), units = layer.outputs;
      CHECK(all[l].saturated >= double(sure) / activations);
      CHECK(all[l].saturated <= double(sure + unsure) / activations);
      CHECK(all[l].dead >= double(dead) / units);
      CHECK(all[l].dead <= double(maybeDead) / units);
    }
  }
}

TEST_CASE("the bounds are a twentieth of the largest slope: 1/80 of sigmoid, 1/20 of tanh; 0 of straight lines") {
  CHECK(saturationBound(Op::sigmoid) == doctest::Approx(0.0125));
  CHECK(saturationBound(Op::tanh) == doctest::Approx(0.05));
  CHECK(saturationBound(Op::relu) == 0);
  CHECK(saturationBound(Op::leaky_relu) == 0);
}

TEST_CASE("a layer of relus that no example reaches is dead, one of leaky relus is not") {
  for (const auto& [name, dead] : {std::pair{"relu", 1.0}, {"leaky_relu", 0.0}}) {
    RunOptions options;
    options.layers = {2, 4, 1};
    options.activation = {name};
    Trainer<float> trainer(options);
    const Layer& layer = trainer.network().layers()[0];
    const std::vector<float> low(4, -1000);
    REQUIRE(trainer.setParameters(layer.bias->offset, low).ok());
    const auto all = layerStatistics(trainer.network(), trainer.batch(), trainer.update());
    CHECK(all[0].dead == dead);
    CHECK(all[0].saturated == dead);
    CHECK(all[0].gradient.zeros == dead);
  }
}

}  // namespace
}  // namespace backprop
