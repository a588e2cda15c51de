// The three ways to a derivative agree, their work is counted, and second derivatives are exact.
#include "backprop/derivatives.hpp"

#include <doctest/doctest.h>

#include "compare.hpp"

namespace backprop {
namespace {

using test::close;

/// L = Σ tanh(x · Wᵀ + b)² / n over a small batch, with x a leaf too.
struct Layer {
  Tape<double> tape;
  NodeId x, w, b, output;

  Layer() {
    x = tape.variable(Shape{3, 2}, test::randomNumbers<double>(6, 1));
    w = tape.variable(Shape{4, 2}, test::randomNumbers<double>(8, 2));
    b = tape.variable(Shape::vector(4), test::randomNumbers<double>(4, 3));
    const NodeId h = tape.apply(Op::tanh, {tape.apply(Op::linear, {x, w, b})});
    output = tape.apply(Op::mean, {tape.apply(Op::mul, {h, h})});
  }
};

void checkEqual(const Derivatives& got, const Derivatives& want, double bound) {
  REQUIRE(got.leaves.size() == want.leaves.size());
  for (std::size_t k = 0; k < want.leaves.size(); ++k) {
    CHECK(got.leaves[k].leaf == want.leaves[k].leaf);
    REQUIRE(got.leaves[k].gradient.size() == want.leaves[k].gradient.size());
    for (std::size_t i = 0; i < want.leaves[k].gradient.size(); ++i)
      CHECK(close(got.leaves[k].gradient[i], want.leaves[k].gradient[i], bound, bound));
  }
}

TEST_CASE("reverse mode, forward mode and central differences give the same gradient") {
  const Layer layer;
  const auto reverse = differentiate(layer.tape, layer.output, DerivativeMode::reverse).value();
  CHECK(reverse.leaves.size() == 3);
  checkEqual(differentiate(layer.tape, layer.output, DerivativeMode::forward).value(), reverse, 1e-14);
  checkEqual(differentiate(layer.tape, layer.output, DerivativeMode::central_differences).value(), reverse, 1e-9);
}

TEST_CASE("at a kink or a tie forward mode takes the same one-sided choice as reverse mode") {
  struct Row {
    Op op;
    std::vector<double> at;
  };
  for (const Row& row : {Row{Op::relu, {0}}, Row{Op::abs, {0}}, Row{Op::relu6, {6}}, Row{Op::hardtanh, {-1}},
                         Row{Op::max, {2, 2}}, Row{Op::min, {2, 2}}, Row{Op::clamp, {1, -1, 1}}}) {
    CAPTURE(std::string(opInfo(row.op).name));
    Tape<double> tape;
    std::vector<NodeId> inputs;
    for (const double x : row.at) inputs.push_back(tape.variable(x));
    const NodeId y = tape.tryApply(row.op, inputs).value();
    const auto reverse = differentiate(tape, y, DerivativeMode::reverse).value();
    checkEqual(differentiate(tape, y, DerivativeMode::forward).value(), reverse, 0);
  }
  for (const Op op : {Op::amax, Op::amin}) {
    Tape<double> tape;
    const NodeId x = tape.variable(Shape::vector(3), std::vector<double>{2, 2, 2}), y = tape.apply(op, {x});
    checkEqual(differentiate(tape, y, DerivativeMode::forward).value(),
               differentiate(tape, y, DerivativeMode::reverse).value(), 1e-16);
  }
}

TEST_CASE("with a cotangent all three give the vector-Jacobian product") {
  Tape<double> tape;
  const NodeId x = tape.variable(Shape::vector(3), std::vector<double>{0.5, -1, 2});
  const NodeId y = tape.apply(Op::exp, {x});
  const std::vector<double> cotangent{1, -2, 0.5};
  const auto reverse = differentiate(tape, y, DerivativeMode::reverse, cotangent).value();
  CHECK(close(reverse.leaves[0].gradient[1], -2 * std::exp(-1.0), 1e-15, 1e-15));
  checkEqual(differentiate(tape, y, DerivativeMode::forward, cotangent).value(), reverse, 1e-14);
  checkEqual(differentiate(tape, y, DerivativeMode::central_differences, cotangent).value(), reverse, 1e-9);
}

/// y = x₁ · x₂ · … · xₙ, a chain of n − 1 products.
Tape<double> productOf(std::size_t n, NodeId& output) {
  Tape<double> tape;
  std::vector<NodeId> x;
  for (std::size_t i = 0; i < n; ++i) x.push_back(tape.variable(1 + 0.01 * double(i)));
  output = x[0];
  for (std::size_t i = 1; i < n; ++i) output = tape.apply(Op::mul, {output, x[i]});
  return tape;
}

TEST_CASE("reverse mode visits each node twice; the other ways visit all nodes again for each input") {
  for (const std::size_t n : {2, 10, 50}) {
    NodeId output = 0;
    const Tape<double> tape = productOf(n, output);
    const auto work = [&](DerivativeMode mode) { return differentiate(tape, output, mode).value().work; };
    CHECK(work(DerivativeMode::reverse).visits == 2 * (n - 1));
    CHECK(work(DerivativeMode::reverse).operations == 3 * (n - 1));  // one product, two derivatives
    CHECK(work(DerivativeMode::forward).visits == n * (n - 1));
    CHECK(work(DerivativeMode::forward).operations == 2 * n * (n - 1));
    CHECK(work(DerivativeMode::central_differences).visits == 2 * n * (n - 1));
    CHECK(work(DerivativeMode::central_differences).operations == 2 * n * (n - 1));
  }
}

TEST_CASE("the tape that is differentiated keeps its values and gradients") {
  Layer layer;
  layer.tape.forward();
  layer.tape.backward(layer.output);
  const std::vector<double> before(layer.tape.gradient(layer.w).begin(), layer.tape.gradient(layer.w).end());
  for (const auto mode : {DerivativeMode::reverse, DerivativeMode::forward, DerivativeMode::central_differences})
    CHECK(differentiate(layer.tape, layer.output, mode).ok());
  CHECK(checkGradients(layer.tape, layer.output).ok());
  CHECK(std::ranges::equal(layer.tape.gradient(layer.w), before));
}

TEST_CASE("a Hessian-vector product is the change of the gradient along the vector") {
  const Layer layer;
  const std::vector<double> direction = test::randomNumbers<double>(18, 5);
  const auto product = hessianVectorProduct(layer.tape, layer.output, direction).value();
  const auto gradientAt = [&](double step) {
    auto copy = copyTape<double>(layer.tape);
    Tape<double>& moved = copy.value();
    std::size_t next = 0;
    for (const NodeId leaf : {layer.x, layer.w, layer.b})
      for (double& entry : moved.value(leaf)) entry += step * direction[next++];
    return differentiate(moved, layer.output, DerivativeMode::reverse).value();
  };
  const double h = 1e-5;
  const auto above = gradientAt(h), below = gradientAt(-h);
  for (std::size_t k = 0; k < 3; ++k)
    for (std::size_t i = 0; i < product.leaves[k].gradient.size(); ++i)
      CHECK(close(product.leaves[k].gradient[i], (above.leaves[k].gradient[i] - below.leaves[k].gradient[i]) / (2 * h),
                  1e-6, 1e-6));
}

TEST_CASE("the Hessian of x²y has the entries 2y and 2x") {
  Tape<double> tape;
  const NodeId x = tape.variable(3.0), y = tape.variable(5.0);
  const NodeId output = tape.apply(Op::mul, {tape.apply(Op::mul, {x, x}), y});
  const auto column = hessianVectorProduct(tape, output, std::vector<double>{1, 0}).value();
  CHECK(column.leaves[0].gradient[0] == 10);
  CHECK(column.leaves[1].gradient[0] == 6);
  CHECK(hessianVectorProduct(tape, output, std::vector<double>{1}).error().message ==
        "[direction] has 1 numbers; 2 would be right, one for each in the leaves that require a gradient");
}

TEST_CASE("every entry is checked by itself, and a kink is called that and not an error") {
  Tape<double> tape;
  const NodeId x = tape.variable(Shape::vector(3), std::vector<double>{-1, 0, 2});
  const NodeId output = tape.apply(Op::sum, {tape.apply(Op::relu, {x})});
  const auto checks = checkGradients(tape, output).value();
  CHECK(checks[0].entries[0].agrees);
  CHECK_FALSE(checks[0].entries[1].agrees);
  CHECK(checks[0].entries[1].kink);
  CHECK(checks[0].entries[2].agrees);

  const std::vector<LeafGradient> wrong{{x, {0, 0, 1.001}}};
  CHECK_FALSE(checkGradients(tape, output, {}, wrong).value()[0].entries[2].agrees);
}

TEST_CASE("where the function ends or has a pole the check says that it is not differentiable") {
  for (const Op op : {Op::log}) {
    Tape<double> tape;
    const NodeId x = tape.variable(0.0), output = tape.apply(op, {x});
    const auto check = checkGradients(tape, output).value()[0].entries[0];
    CHECK_FALSE(check.agrees);
    CHECK(check.kink);
  }
}

TEST_CASE("what cannot be differentiated is refused with the reason") {
  Tape<double> tape;
  const NodeId x = tape.variable(Shape::vector(2), std::vector<double>{1, 2}), y = tape.apply(Op::exp, {x});
  const NodeId constant = tape.apply(Op::exp, {tape.constant(1.0)});
  for (const auto mode : {DerivativeMode::reverse, DerivativeMode::forward, DerivativeMode::central_differences}) {
    CHECK(differentiate(tape, y, mode).error().message.starts_with("[backward] the output has shape [2];"));
    CHECK(differentiate(tape, constant, mode).error().message.starts_with("[backward] the output does not depend"));
  }
}

}  // namespace
}  // namespace backprop
