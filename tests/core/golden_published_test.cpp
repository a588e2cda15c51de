// A published training run recomputed: Mazur's network of 2015, its gradients, its first update and 10,000 more.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "backprop/tape.hpp"
#include "compare.hpp"
#include "golden.hpp"

namespace backprop {
namespace {

using test::close;
namespace golden = test::golden;

golden::Numbers numbersOf(std::string_view name) {
  const auto row = std::ranges::find(golden::mazur, name, &golden::Published::name);
  CHECK_MESSAGE(row != golden::mazur.end(), std::string(name));
  return row == golden::mazur.end() ? golden::Numbers{} : row->numbers;
}

/// 2-2-2 sigmoid units; the biases are shared in each layer and stay as they are; E = Σ ½ (t − o)², learning rate 0.5.
struct Mazur {
  Tape<double> tape;
  NodeId w1, w2, h, o, each, total;

  Mazur() {
    const Shape square(2, 2), pair = Shape::vector(2);
    const auto constant = [&](double a, double b) { return tape.constant(pair, std::vector{a, b}); };
    w1 = tape.variable(square, std::vector{.15, .20, .25, .30});
    w2 = tape.variable(square, std::vector{.40, .45, .50, .55});
    h = tape.apply(Op::sigmoid, {tape.apply(Op::linear, {constant(.05, .10), w1, constant(.35, .35)})});
    o = tape.apply(Op::sigmoid, {tape.apply(Op::linear, {h, w2, constant(.60, .60)})});
    const NodeId error = tape.apply(Op::sub, {constant(.01, .99), o});
    each = tape.apply(Op::mul, {tape.constant(0.5), tape.apply(Op::mul, {error, error})});
    total = tape.apply(Op::sum, {each});
    run();
  }

  void run() {
    tape.forward();
    tape.zeroGrad();
    tape.backward(total);
  }

  void step() {
    Parameters<double>& parameters = tape.parameters();
    for (std::size_t i = 0; i < parameters.size(); ++i) parameters.values()[i] -= 0.5 * parameters.gradients()[i];
    run();
  }

  double error() const { return tape.value(total)[0]; }
};

void checkAll(std::string_view name, std::span<const double> got, double absolute, double relative) {
  const golden::Numbers want = numbersOf(name);
  REQUIRE(got.size() == want.size());
  for (std::size_t i = 0; i < want.size(); ++i) {
    CAPTURE(std::string(name));
    CAPTURE(i);
    CHECK(close(got[i], want[i], absolute, relative));
  }
}

TEST_CASE("Mazur's network gives the recomputed numbers to 1e-10") {
  Mazur run;
  const auto check = [&](std::string_view name, std::span<const double> got) { checkAll(name, got, 1e-12, 1e-10); };
  check("torch_f64.out_h", run.tape.value(run.h));
  check("torch_f64.out_o", run.tape.value(run.o));
  check("torch_f64.E_each", run.tape.value(run.each));
  check("torch_f64.E_total", run.tape.value(run.total));
  check("torch_f64.dW1", run.tape.gradient(run.w1));
  check("torch_f64.dW2", run.tape.gradient(run.w2));
  run.step();
  check("torch_f64.W1_after", run.tape.value(run.w1));
  check("torch_f64.W2_after", run.tape.value(run.w2));
  check("torch_f64.E_total_after", run.tape.value(run.total));
}

TEST_CASE("Mazur's network gives the published numbers to the nine digits that were printed") {
  Mazur run;
  const auto check = [&](std::string_view name, double got, double bound = 1e-8) {
    checkAll(name, std::span(&got, 1), bound, 0);
  };
  for (std::size_t i = 0; i < 2; ++i) {
    const std::string unit = std::to_string(i + 1);
    check("published.out_h" + unit, run.tape.value(run.h)[i]);
    check("published.out_o" + unit, run.tape.value(run.o)[i]);
    check("published.E_o" + unit, run.tape.value(run.each)[i]);
  }
  check("published.E_total", run.error());
  check("published.dE/dw1", run.tape.gradient(run.w1)[0]);
  check("published.dE/dw5", run.tape.gradient(run.w2)[0]);
  run.step();
  for (std::size_t i = 0; i < 4; ++i) {
    check("published.w" + std::to_string(i + 1) + "+", run.tape.value(run.w1)[i]);
    check("published.w" + std::to_string(i + 5) + "+", run.tape.value(run.w2)[i]);
  }
  // A misprint of the post: other recomputations give 0.2910277737 too.
  check("published.E_total_after", run.error(), 2e-7);
}

TEST_CASE("after 10,000 updates Mazur's network is where PyTorch's is, to 1e-6") {
  Mazur run;
  for (int step = 0; step < 10000; ++step) run.step();
  checkAll("torch_f64.E_total_after_10000", run.tape.value(run.total), 0, 1e-6);
  checkAll("torch_f64.out_o_after_10000", run.tape.value(run.o), 0, 1e-6);
}

}  // namespace
}  // namespace backprop
