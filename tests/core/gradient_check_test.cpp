// The gradient check accepts right gradients, rejects wrong ones, and knows a kink from a curve.
#include "backprop/gradient_check.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

namespace backprop {
namespace {

TEST_CASE("right gradients of smooth functions agree, over many magnitudes") {
  for (const double w : {-3.0, -0.5, 0.0, 1e-3, 0.7, 20.0}) {
    CAPTURE(w);
    CHECK(checkGradient(std::cos(w), w, [=](double moved) { return std::sin(w + moved); }).agrees);
    CHECK(checkGradient(2 * w, w, [=](double moved) { return (w + moved) * (w + moved); }).agrees);
    CHECK(checkGradient(std::exp(w), w, [=](double moved) { return std::exp(w + moved); }).agrees);
  }
}

TEST_CASE("wrong gradients of smooth functions neither agree nor pass as a kink") {
  const double w = 1, right = 0.01;  // L = 5 (w − 0.999)²: strongly curved near its minimum
  const auto loss = [=](double moved) { return 5 * (w + moved - 0.999) * (w + moved - 0.999); };
  REQUIRE(checkGradient(right, w, loss).agrees);
  for (const double wrong : {right * 1.004, right * 0.996, -right, 0.0, 1.0, 10.0}) {
    const GradientCheck check = checkGradient(wrong, w, loss);
    CAPTURE(wrong);
    CHECK_FALSE(check.agrees);
    CHECK_FALSE(check.kink);
  }
}

TEST_CASE("at a kink no difference tells which gradient is right") {
  const auto loss = [](double moved) { return std::abs(moved); };
  for (const double between : {-1.0, -0.5, 0.5, 1.0}) CHECK(checkGradient(between, 0, loss).kink);
}

TEST_CASE("where several kinks meet, the sum of their conventions is not called wrong although it lies outside") {
  const auto relu = [](double z) { return std::max(0.0, z); };
  const auto loss = [=](double moved) { return relu(moved) - 0.5 * relu(-moved); };  // slopes 0.5 and 1, by rule 0
  const GradientCheck check = checkGradient(0, 0, loss);
  CHECK(check.kink);
  CHECK_FALSE(check.agrees);
}

TEST_CASE("a kink near the point does not hide its gradient") {
  const auto loss = [](double moved) { return std::max(0.0, 3 * (moved + 4e-6)); };  // bends at −4e-6, slope 3 at 0
  CHECK(checkGradient(3, 0, loss).agrees);
  CHECK_FALSE(checkGradient(2, 0, loss).agrees);
  CHECK_FALSE(checkGradient(2, 0, loss).kink);
}

TEST_CASE("NaN never agrees") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK_FALSE(checkGradient(nan, 0, [](double moved) { return moved; }).agrees);
  CHECK_FALSE(checkGradient(1, 0, [=](double) { return nan; }).agrees);
}

}  // namespace
}  // namespace backprop
