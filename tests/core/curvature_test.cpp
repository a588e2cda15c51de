// The largest eigenvalue of the Hessian, against Hessians that are known or made of differences.
#include "backprop/curvature.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "backprop/trainer.hpp"
#include "compare.hpp"

namespace backprop {
namespace {

using test::close;
using Matrix = std::vector<std::vector<double>>;

/// The largest eigenvalue of a symmetric matrix: Jacobi's rotations, as a textbook has them.
double largestOf(Matrix a) {
  const std::size_t n = a.size();
  for (int sweep = 0; sweep < 60; ++sweep)
    for (std::size_t p = 0; p < n; ++p)
      for (std::size_t q = p + 1; q < n; ++q) {
        if (a[p][q] == 0) continue;
        const double angle = 0.5 * std::atan2(2 * a[p][q], a[q][q] - a[p][p]);
        const double c = std::cos(angle), s = std::sin(angle);
        for (std::size_t k = 0; k < n; ++k) {
          const double x = a[k][p], y = a[k][q];
          a[k][p] = c * x - s * y;
          a[k][q] = s * x + c * y;
        }
        for (std::size_t k = 0; k < n; ++k) {
          const double x = a[p][k], y = a[q][k];
          a[p][k] = c * x - s * y;
          a[q][k] = s * x + c * y;
        }
      }
  double largest = a[0][0];
  for (std::size_t i = 1; i < n; ++i) largest = std::max(largest, a[i][i]);
  return largest;
}

constexpr PowerIteration patient{.seed = 1, .tolerance = 1e-9, .iterations = 5000};

TEST_CASE("a linear network with mse has the Hessian 2/n · Σ x·xᵀ, wherever its weights are") {
  RunOptions options;
  options.layers = {2, 1};
  options.output_activation = "identity";
  options.batch_size = 37;
  Trainer<float> trainer(options);
  trainer.step(5);
  const auto& batch = trainer.batch();
  Matrix hessian(3, std::vector<double>(3));
  for (std::size_t row = 0; row < batch.rows(); ++row) {
    const double x[] = {batch.input()[2 * row], batch.input()[2 * row + 1], 1};
    for (int i = 0; i < 3; ++i)
      for (int j = 0; j < 3; ++j) hessian[i][j] += 2 * x[i] * x[j] / batch.rows();
  }
  DualTwin twin;
  REQUIRE(twin.take(trainer.network(), batch).ok());
  const Curvature found = largestEigenvalue(twin, patient);
  CHECK(found.converged);
  CHECK(close(found.eigenvalue, largestOf(hessian), 0, 1e-9));
  CHECK(found.residual <= 1e-9 * found.eigenvalue);
  for (int i = 0; i < 3; ++i) {
    double product = 0;
    for (int j = 0; j < 3; ++j) product += hessian[i][j] * found.direction[j];
    CHECK(close(product, found.eigenvalue * found.direction[i], 1e-7, 0));
  }
}

TEST_CASE("of a tanh network it is that of the dense Hessian, made of differences of gradients") {
  RunOptions options;
  options.layers = {2, 3, 1};
  for (const std::uint32_t seed : {1u, 2u, 3u}) {
    options.seed = seed;
    Trainer<double> trainer(options);
    trainer.step(100);
    ExactTwin exact;
    REQUIRE(exact.take(trainer.network(), trainer.batch()).ok());
    const std::size_t n = exact.home().size();
    Matrix hessian(n, std::vector<double>(n));
    constexpr double h = 1e-5;
    for (std::size_t i = 0; i < n; ++i)
      for (const double sign : {1.0, -1.0}) {
        exact.weights()[i] = exact.home()[i] + sign * h;
        exact.backward();
        for (std::size_t j = 0; j < n; ++j) {
          hessian[i][j] += sign * exact.gradients()[j] / (4 * h);  // both halves of a symmetric matrix
          hessian[j][i] += sign * exact.gradients()[j] / (4 * h);
        }
        exact.goHome();
      }
    DualTwin twin;
    REQUIRE(twin.take(trainer.network(), trainer.batch()).ok());
    const Curvature found = largestEigenvalue(twin, patient);
    CAPTURE(seed);
    CHECK(found.converged);
    CHECK(close(found.eigenvalue, largestOf(hessian), 1e-8, 1e-6));
  }
}

/// Two weights that know nothing of each other: Lₖ = ½ (tanh(wₖ) − tₖ)², whose second derivative is
/// f′² − 2 (f − tₖ) f f′ with f = tanh(wₖ).
TEST_CASE("where the loss bends down most, the largest eigenvalue is still the one above it") {
  Random random(1);
  const Network<double> network({.sizes = {1, 2}, .activations = {Op::tanh}, .biases = {false}}, {}, random);
  const double w[] = {0.7, 0.4}, t[] = {-5, std::tanh(0.4)};
  std::ranges::copy(w, network.parameters()->values().begin());
  NetworkTape<double> tape(network, Loss{}, 1);
  tape.input()[0] = 1;
  std::ranges::copy(t, tape.target().begin());
  tape.forward();
  double want[2];
  for (int k = 0; k < 2; ++k) {
    const double f = std::tanh(w[k]), slope = 1 - f * f;
    want[k] = slope * slope - 2 * (f - t[k]) * f * slope;
  }
  REQUIRE(-want[0] > want[1]);
  DualTwin twin;
  REQUIRE(twin.take(network, tape).ok());
  const Curvature found = largestEigenvalue(twin, patient);
  CHECK(found.converged);
  CHECK(close(found.eigenvalue, want[1], 1e-8, 0));
  CHECK(close(std::abs(found.direction[1]), 1, 1e-6, 0));
}

TEST_CASE("the same seed gives the same bits, and the iterations end where they are told to") {
  Trainer<float> trainer{RunOptions{}};
  DualTwin twin;
  REQUIRE(twin.take(trainer.network(), trainer.batch()).ok());
  const Curvature one = largestEigenvalue(twin, {.seed = 7}), same = largestEigenvalue(twin, {.seed = 7});
  CHECK(one.eigenvalue == same.eigenvalue);
  CHECK(one.direction == same.direction);
  const Curvature early = largestEigenvalue(twin, {.tolerance = 1e-12, .iterations = 2});
  CHECK(early.iterations == 2);
  CHECK_FALSE(early.converged);
}

TEST_CASE("the limit 2/η is one of plain gradient descent alone") {
  CHECK(stabilityLimit({}, 0.1) == 20);
  const auto limited = [](auto change) {
    RunOptions options;
    change(options);
    return stabilityLimit(options, 0.1).has_value();
  };
  CHECK(limited([](RunOptions& options) { options.weight_decay = 0; }));
  CHECK_FALSE(limited([](RunOptions& options) { options.momentum = 0.9; }));
  CHECK_FALSE(limited([](RunOptions& options) { options.optimizer = "adam"; }));
  CHECK_FALSE(limited([](RunOptions& options) { options.weight_decay = 0.1; }));
  CHECK_FALSE(limited([](RunOptions& options) { options.l1 = 0.1; }));
  CHECK_FALSE(limited([](RunOptions& options) { options.clip_norm = 1; }));
}

TEST_CASE("gradient descent on a quadratic grows along the eigenvector above 2/η and shrinks below") {
  RunOptions options;
  options.layers = {2, 1};
  options.output_activation = "identity";
  options.batch_size = 1000;  // the whole set, so that the Hessian stays
  Trainer<double> trainer(options);
  DualTwin twin;
  REQUIRE(twin.take(trainer.network(), trainer.batch()).ok());
  const double limit =
      stabilityLimit(options, 1).value() / largestEigenvalue(twin, patient).eigenvalue;  // the η where 2/η is λ
  for (const double factor : {0.9, 1.1}) {
    Trainer<double> run(options);
    REQUIRE(run.setLr(factor * limit).ok());
    run.step(200);
    const double before = run.progress().loss;
    run.step(100);
    CHECK((run.progress().loss > 2 * before) == (factor > 1));
  }
}

}  // namespace
}  // namespace backprop
