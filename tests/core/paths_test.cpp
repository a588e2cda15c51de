// Paths between two numbers: their products, their sum, and their count where nobody could list them.
#include "backprop/paths.hpp"

#include <doctest/doctest.h>

#include <cmath>

#include "compare.hpp"

namespace backprop {
namespace {

using test::close;

TEST_CASE("x² + 3x at 2 has the paths 4 and 3, which sum to 7") {
  Tape<double> tape;
  const NodeId x = tape.variable(2.0), square = tape.apply(Op::pow, {x, tape.constant(2.0)});
  const NodeId triple = tape.apply(Op::mul, {tape.constant(3.0), x}), y = tape.apply(Op::add, {square, triple});
  tape.forward();
  const PathSum paths = sumOverPaths(tape, {x}, {y}).value();
  CHECK(paths.sum == 7);
  CHECK(paths.count == 2);
  CHECK(paths.complete);
  REQUIRE(paths.paths.size() == 2);
  CHECK(paths.paths[0].product == 4);
  CHECK(paths.paths[0].elements == std::vector<Element>{{x}, {square}, {y}});
  CHECK(paths.paths[0].derivatives == std::vector<double>{4, 1});
  CHECK(paths.paths[1].product == 3);
}

TEST_CASE("an operation that takes the same input twice has two paths") {
  Tape<double> tape;
  const NodeId a = tape.variable(3.0), y = tape.apply(Op::mul, {a, a});
  tape.forward();
  const PathSum paths = sumOverPaths(tape, {a}, {y}).value();
  CHECK(paths.count == 2);
  CHECK(paths.sum == 6);
}

TEST_CASE("two to the power of a hundred paths are counted and summed, and the largest are listed") {
  Tape<double> tape;
  const NodeId x = tape.variable(1.0);
  NodeId y = x;
  for (int i = 0; i < 100; ++i)  // y ← 2y + y/2
    y = tape.apply(Op::add,
                   {tape.apply(Op::mul, {tape.constant(2.0), y}), tape.apply(Op::div, {y, tape.constant(2.0)})});
  tape.forward();
  const PathSum paths = sumOverPaths(tape, {x}, {y}, 5).value();
  CHECK(paths.count == std::ldexp(1, 100));
  CHECK(close(paths.sum, std::pow(2.5, 100), 0, 1e-13));
  CHECK_FALSE(paths.complete);
  REQUIRE(paths.paths.size() == 5);
  CHECK(paths.paths[0].product == std::ldexp(1, 100));                                     // always the factor 2
  for (std::size_t i = 1; i < 5; ++i) CHECK(paths.paths[i].product == std::ldexp(1, 98));  // once the factor ½
  for (std::size_t i = 2; i < 5; ++i) CHECK(paths.paths[i].elements != paths.paths[i - 1].elements);
}

TEST_CASE("the listed products are those of the listed derivatives, largest first, and all of them when few") {
  Tape<double> tape;
  const NodeId x = tape.variable(0.3), h1 = tape.apply(Op::tanh, {x}), h2 = tape.apply(Op::exp, {h1});
  const NodeId y = tape.apply(Op::mul, {tape.apply(Op::add, {h1, h2}), tape.apply(Op::mul, {h2, x})});
  tape.forward();
  tape.backward(y);
  const PathSum paths = sumOverPaths(tape, {x}, {y}, 100).value();
  CHECK(paths.complete);
  CHECK(double(paths.paths.size()) == paths.count);
  double sum = 0, last = std::numeric_limits<double>::infinity();
  for (const Path& path : paths.paths) {
    double product = 1;
    for (const double derivative : path.derivatives) product *= derivative;
    CHECK(close(product, path.product, 1e-15, 1e-14));
    CHECK(path.elements.size() == path.derivatives.size() + 1);
    CHECK(std::abs(path.product) <= last);
    last = std::abs(path.product);
    sum += path.product;
  }
  CHECK(close(sum, paths.sum, 1e-14, 1e-14));
  CHECK(close(sum, tape.gradient(x)[0], 1e-14, 1e-14));
}

TEST_CASE("through matrices, a path goes from element to element: one hidden unit each") {
  Tape<double> tape;
  const NodeId x = tape.constant(Shape{1, 2}, std::vector<double>{0.5, -1});
  const NodeId w1 = tape.variable(Shape{3, 2}, test::randomNumbers<double>(6, 1));
  const NodeId b1 = tape.variable(Shape::vector(3), test::randomNumbers<double>(3, 2));
  const NodeId w2 = tape.variable(Shape{1, 3}, test::randomNumbers<double>(3, 3));
  const NodeId h = tape.apply(Op::tanh, {tape.apply(Op::linear, {x, w1, b1})}), y = tape.apply(Op::linear, {h, w2});
  tape.forward();
  tape.backward(y);
  for (std::uint32_t i = 0; i < 6; ++i) {
    const PathSum paths = sumOverPaths(tape, {w1, i}, {y}).value();
    CHECK(paths.count == 1);  // a weight of the first layer matters through its own unit alone
    CHECK(close(paths.sum, tape.gradient(w1)[i], 1e-15, 1e-14));
  }
  CHECK(sumOverPaths(tape, {x, 0}, {y}).value().count == 3);
}

TEST_CASE("the sum is the gradient also where an infinite slope is blocked on the way") {
  Tape<double> tape;
  const NodeId x = tape.variable(-1.0), y = tape.apply(Op::log, {tape.apply(Op::relu, {x})});
  tape.forward();
  tape.backward(y);
  CHECK(tape.gradient(x)[0] == 0);
  CHECK(sumOverPaths(tape, {x}, {y}).value().sum == 0);
}

TEST_CASE("more paths than the memory budget can hold are refused") {
  Tape<double> tape;
  const NodeId x = tape.variable(1.0);
  NodeId y = x;
  for (int i = 0; i < 10'000; ++i) y = tape.apply(Op::add, {y, y});
  tape.forward();
  CHECK(sumOverPaths(tape, {x}, {y}, 1000).error().message.starts_with("[paths] a list of so many paths needs "));
  CHECK(sumOverPaths(tape, {x}, {y}, 8).value().paths.size() == 8);
}

TEST_CASE("where no path leads the sum is 0, and where none can be asked for the reason is given") {
  Tape<double> tape;
  const NodeId x = tape.variable(2.0), other = tape.variable(1.0), y = tape.apply(Op::exp, {x});
  const NodeId big = tape.constant(Shape{200, 200}),
               product = tape.apply(Op::matmul, {big, tape.constant(Shape{200, 200})});
  const NodeId sum = tape.apply(Op::sum, {product});
  tape.forward();
  CHECK(sumOverPaths(tape, {other}, {y}).value().count == 0);
  CHECK(sumOverPaths(tape, {y}, {x}).value().sum == 0);
  CHECK(sumOverPaths(tape, {y}, {y}).value().sum == 1);
  CHECK(sumOverPaths(tape, {x, 1}, {y}).error().message == "[paths] there is no element 1 of node 0");
  CHECK(sumOverPaths(tape, {big}, {sum}).error().message.starts_with("[paths] the tensors between the two numbers"));
}

}  // namespace
}  // namespace backprop
