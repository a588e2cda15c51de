// The gradient checker on a corpus of classic wrong rules: each must be rejected where the right one is accepted.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <string_view>

#include "backprop/derivatives.hpp"
#include "compare.hpp"

namespace backprop {
namespace {

/// A derivative that somebody might write for y = op(a) or op(a, b), by the input with index `input`.
struct WrongDerivative {
  Op op;
  std::string_view mistake;
  std::size_t input;
  double (*wrong)(double a, double b, double y);
};

const std::vector<WrongDerivative> wrongDerivatives{
    {Op::tanh, "1 − y: the square is forgotten", 0, [](double, double, double y) { return 1 - y; }},
    {Op::tanh, "1 − x²: the input in place of the output", 0, [](double x, double, double) { return 1 - x * x; }},
    {Op::sigmoid, "y alone", 0, [](double, double, double y) { return y; }},
    {Op::sigmoid, "x(1 − x): the input in place of the output", 0,
     [](double x, double, double) { return x * (1 - x); }},
    {Op::relu, "1 everywhere", 0, [](double, double, double) { return 1.0; }},
    {Op::relu, "the gate the other way round", 0, [](double x, double, double) { return x > 0 ? 0.0 : 1.0; }},
    {Op::leaky_relu, "0 on the left", 0, [](double x, double, double) { return x > 0 ? 1.0 : 0.0; }},
    {Op::exp, "x·e^(x−1): the power rule", 0, [](double x, double, double) { return x * std::exp(x - 1); }},
    {Op::log, "1/y", 0, [](double, double, double y) { return 1 / y; }},
    {Op::sqrt, "1/(2x)", 0, [](double x, double, double) { return 1 / (2 * x); }},
    {Op::square, "x: the 2 is forgotten", 0, [](double x, double, double) { return x; }},
    {Op::sin, "−cos x", 0, [](double x, double, double) { return -std::cos(x); }},
    {Op::cos, "sin x: the minus is forgotten", 0, [](double x, double, double) { return std::sin(x); }},
    {Op::abs, "1 everywhere", 0, [](double, double, double) { return 1.0; }},
    {Op::gelu, "Φ(x) alone: half of the product rule", 0,
     [](double x, double, double) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }},
    {Op::silu, "σ(x) alone: half of the product rule", 0,
     [](double x, double, double) { return 1 / (1 + std::exp(-x)); }},
    {Op::neg, "1", 0, [](double, double, double) { return 1.0; }},
    {Op::sub, "+1 for what is subtracted", 1, [](double, double, double) { return 1.0; }},
    {Op::mul, "a in place of b", 0, [](double a, double, double) { return a; }},
    {Op::mul, "1, as for a sum", 0, [](double, double, double) { return 1.0; }},
    {Op::div, "a/b² without its minus", 1, [](double a, double b, double) { return a / (b * b); }},
    {Op::div, "−a/b: b once, not squared", 1, [](double a, double b, double) { return -a / b; }},
    {Op::pow, "b·a^b: the exponent is not lowered", 0, [](double a, double b, double) { return b * std::pow(a, b); }},
    {Op::pow, "a^(b−1): the factor is forgotten", 0, [](double a, double b, double) { return std::pow(a, b - 1); }},
    {Op::pow, "b·a^(b−1) for the exponent too", 1, [](double a, double b, double) { return b * std::pow(a, b - 1); }},
    {Op::max, "1 for the smaller one too", 1, [](double, double, double) { return 1.0; }},
};

TEST_CASE("the checker accepts the right derivative of each operation and rejects the classic wrong one") {
  // One of the points must lie where the two differ: relu's gate, for example, only shows on one side.
  const std::vector<std::pair<double, double>> points{{0.7, 0.3}, {1.9, 1.3}, {-0.8, -1.4}};
  for (const WrongDerivative& row : wrongDerivatives) {
    CAPTURE(std::string(opInfo(row.op).name));
    CAPTURE(std::string(row.mistake));
    int rejected = 0;
    for (const auto& [a, b] : points) {
      Tape<double> tape;
      std::vector<NodeId> inputs{tape.variable(a)};
      if (opInfo(row.op).arity() == 2) inputs.push_back(tape.variable(b));
      const NodeId y = tape.tryApply(row.op, inputs).value();
      tape.forward();
      const double value = tape.value(y)[0];
      if (std::isnan(value)) continue;  // outside the domain
      std::vector<LeafGradient> gradients = differentiate(tape, y, DerivativeMode::reverse).value().leaves;
      const auto right = checkGradients(tape, y, {}, gradients);
      for (const LeafCheck& check : right.value()) CHECK(check.entries[0].agrees);
      gradients[row.input].gradient[0] = row.wrong(a, b, value);
      const GradientCheck check = checkGradients(tape, y, {}, gradients).value()[row.input].entries[0];
      if (!check.agrees && !check.kink) ++rejected;
    }
    CHECK(rejected > 0);
  }
  CHECK(wrongDerivatives.size() >= 15);
}

/// A whole gradient that somebody might compute, for a computation with matrices.
struct WrongGradient {
  std::string_view mistake;
  std::function<NodeId(Tape<double>&)> record;
  std::size_t leaf;
  std::function<std::vector<double>(const Tape<double>&, std::span<const double> right)> wrong;
};

NodeId leaf(Tape<double>& tape, Shape shape, std::uint64_t seed) {
  return tape.variable(shape, test::randomNumbers<double>(shape.size(), seed));
}

/// L = Σ c · y with different weights c, so that no two elements of y count alike.
NodeId weighted(Tape<double>& tape, NodeId y) {
  const Shape shape = tape.node(y).shape;
  return tape.apply(Op::sum,
                    {tape.apply(Op::mul, {y, tape.constant(shape, test::randomNumbers<double>(shape.size(), 9))})});
}

std::vector<double> scaled(std::span<const double> numbers, double factor) {
  std::vector<double> result(numbers.begin(), numbers.end());
  for (double& x : result) x *= factor;
  return result;
}

const std::vector<WrongGradient> wrongGradients{
    {"mean without 1/n",
     [](Tape<double>& t) {
       return t.apply(Op::mean, {leaf(t, {2, 3}, 1)});
     },
     0, [](const auto&, auto right) { return scaled(right, 6); }},
    {"mse without the 2",
     [](Tape<double>& t) {
       return t.apply(Op::mse, {leaf(t, {2, 3}, 1), leaf(t, {2, 3}, 2)});
     },
     0, [](const auto&, auto right) { return scaled(right, 0.5); }},
    {"mse with the sign of the target",
     [](Tape<double>& t) {
       return t.apply(Op::mse, {leaf(t, {2, 3}, 1), leaf(t, {2, 3}, 2)});
     },
     1, [](const auto&, auto right) { return scaled(right, -1); }},
    {"a product of matrices without the transpose",
     [](Tape<double>& t) {
       return weighted(t, t.apply(Op::matmul, {leaf(t, {2, 2}, 1), leaf(t, {2, 2}, 2)}));
     },
     0,
     [](const auto&, auto right) {
       return std::vector<double>{right[0], right[2], right[1], right[3]};
     }},
    {"a bias that takes the last row alone",
     [](Tape<double>& t) {
       return weighted(t, t.apply(Op::linear, {leaf(t, {3, 2}, 1), leaf(t, {2, 2}, 2), leaf(t, Shape::vector(2), 3)}));
     },
     2,
     [](const auto&, auto) {
       const auto c = test::randomNumbers<double>(6, 9);
       return std::vector<double>{c[4], c[5]};
     }},
    {"a broadcast vector whose contributions are not summed",
     [](Tape<double>& t) {
       return weighted(t, t.apply(Op::add, {leaf(t, {3, 2}, 1), leaf(t, Shape::vector(2), 2)}));
     },
     1,
     [](const auto&, auto) {
       const auto c = test::randomNumbers<double>(6, 9);
       return std::vector<double>{c[0], c[1]};
     }},
    {"a value used twice of which one use is counted",
     [](Tape<double>& t) {
       const NodeId x = leaf(t, Shape::vector(3), 1);
       return t.apply(Op::sum, {t.apply(Op::mul, {x, x})});
     },
     0, [](const auto&, auto right) { return scaled(right, 0.5); }},
    {"a softmax without the terms between the classes",
     [](Tape<double>& t) { return weighted(t, t.apply(Op::softmax, {leaf(t, Shape::vector(4), 1)})); }, 0,
     [](const Tape<double>& t, auto) {
       const auto c = test::randomNumbers<double>(4, 9);
       std::vector<double> wrong;
       for (std::size_t i = 0; i < 4; ++i) wrong.push_back(c[i] * t.value(1)[i] * (1 - t.value(1)[i]));
       return wrong;
     }},
    {"a sum over the rows where it should be over the columns",
     [](Tape<double>& t) {
       return weighted(t, t.apply(Op::sum, {leaf(t, {2, 2}, 1)}, {1, 0, 0}));
     },
     0,
     [](const auto&, auto right) {
       return std::vector<double>{right[0], right[2], right[1], right[3]};
     }},
    {"weights that are updated before the layer below has seen them",
     [](Tape<double>& t) {
       const NodeId h = t.apply(Op::tanh, {t.apply(Op::linear, {leaf(t, {2, 2}, 1), leaf(t, {2, 2}, 2)})});
       return t.apply(Op::mean, {t.apply(Op::linear, {h, leaf(t, {1, 2}, 3)})});
     },
     1, [](const auto&, auto right) { return scaled(right, 0.9); }},
};

TEST_CASE("the checker rejects classic mistakes with matrices and accepts the right gradients") {
  for (const WrongGradient& row : wrongGradients) {
    CAPTURE(std::string(row.mistake));
    Tape<double> tape;
    const NodeId output = row.record(tape);
    tape.forward();
    std::vector<LeafGradient> gradients = differentiate(tape, output, DerivativeMode::reverse).value().leaves;
    const auto right = checkGradients(tape, output, {}, gradients);
    for (const LeafCheck& check : right.value())
      for (const GradientCheck& entry : check.entries) CHECK(entry.agrees);
    gradients[row.leaf].gradient = row.wrong(tape, gradients[row.leaf].gradient);
    const auto checks = checkGradients(tape, output, {}, gradients).value()[row.leaf].entries;
    CHECK(std::ranges::any_of(checks, [](const GradientCheck& check) { return !check.agrees && !check.kink; }));
  }
}

}  // namespace
}  // namespace backprop
