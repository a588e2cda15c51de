// What is said about a node: its rule in numbers, the contribution of each use, and the reason.
#include "backprop/explain_node.hpp"

#include <doctest/doctest.h>

#include <limits>

#include "compare.hpp"

namespace backprop {
namespace {

/// y = x² + 3x + 1 at 2, after both passes.
struct Polynomial {
  Tape<double> tape;
  NodeId x, square, triple, y;

  Polynomial() {
    x = tape.variable(2.0);
    square = tape.apply(Op::mul, {x, x});
    triple = tape.apply(Op::mul, {tape.constant(-3.0), x});
    y = tape.apply(Op::add, {tape.apply(Op::add, {square, triple}), tape.constant(1.0)});
    tape.forward();
    tape.backward(y);
  }
};

TEST_CASE("a rule is written with its numbers, negative ones in parentheses") {
  const Polynomial p;
  CHECK(explainNode(p.tape, p.square, p.y).rule.symbols == "a · b");
  CHECK(explainNode(p.tape, p.square, p.y).rule.numbers == "2 · 2 = 4");
  CHECK(explainNode(p.tape, p.triple, p.y).rule.numbers == "(−3) · 2 = −6");
  CHECK(explainNode(p.tape, p.x, p.y).rule.symbols == "leaf");
}

TEST_CASE("each edge has its local derivative and what the gradient sends back along it") {
  const Polynomial p;
  const auto edges = explainNode(p.tape, p.triple, p.y).edges;
  REQUIRE(edges.size() == 2);
  CHECK(edges[1].name == "b");
  CHECK(edges[1].local == std::vector<double>{-3});
  CHECK(edges[1].back.symbols == "ȳ · a");
  CHECK(edges[1].back.numbers == "1 · (−3) = −3");
  CHECK(edges[1].contribution == std::vector<double>{-3});
  CHECK(edges[0].contribution.empty());  // a constant asks for no gradient
}

TEST_CASE("every use of a leaf contributes, and the contributions add up to its gradient") {
  const Polynomial p;
  const NodeExplanation x = explainNode(p.tape, p.x, p.y);
  REQUIRE(x.uses.size() == 3);  // x · x uses it twice
  CHECK(x.uses[0].consumer == p.square);
  CHECK(x.uses[0].slot == 0);
  CHECK(x.uses[1].slot == 1);
  CHECK(x.passGradient == std::vector<double>{1});
  CHECK(x.gradient == x.passGradient);
  CHECK(x.reason == "It is used 3 times, and the contributions add up: 2 + 2 + (−3) = 1.");
}

TEST_CASE("the reason of a gradient is named: the output itself, one use, no use, no gradient, earlier passes") {
  Tape<double> tape;
  const NodeId x = tape.variable(0.5), unused = tape.variable(1.0), c = tape.constant(2.0);
  const NodeId product = tape.apply(Op::mul, {x, c}), y = tape.apply(Op::exp, {product}),
               other = tape.apply(Op::exp, {c});
  tape.forward();
  tape.backward(y);
  const auto reason = [&](NodeId id) { return explainNode(tape, id, y).reason; };
  CHECK(reason(y) == "It is the output itself: ∂L/∂L = 1.");
  CHECK(reason(product) == "It is used once, in exp: by the chain rule, ȳ · y, here 1 · 2.71828 ≈ 2.71828.");
  CHECK(reason(unused) == "The output does not depend on it, so that its gradient is 0.");
  CHECK(reason(c) == "It is a constant, which takes no gradient.");
  CHECK(reason(other) == "Nothing that it is computed from requires a gradient.");
  tape.backward(y);
  CHECK(reason(x).ends_with(" Its gradient also holds what earlier passes have left."));
  CHECK(explainNode(tape, x, std::nullopt).reason == "No backward pass has run.");
}

TEST_CASE("a sum that rounds differently in another order is not taken for an earlier pass") {
  Tape<double> tape;
  const NodeId x = tape.variable(1.0);
  NodeId y = tape.apply(Op::mul, {tape.constant(0.1), x});
  for (const double factor : {0.2, 0.3}) y = tape.apply(Op::add, {y, tape.apply(Op::mul, {tape.constant(factor), x})});
  tape.forward();
  tape.backward(y);
  CHECK(explainNode(tape, x, y).reason.ends_with(" 0.6."));
  tape.backward(y);
  CHECK(explainNode(tape, x, y).reason.ends_with("earlier passes have left."));
}

TEST_CASE("an input that is called like a function of the formula is not put in its place") {
  Tape<double> tape;
  const NodeId x = tape.variable(2.0), y = tape.apply(Op::clamp, {x, tape.constant(0.0), tape.constant(1.0)});
  tape.forward();
  CHECK(explainNode(tape, y, std::nullopt).rule.numbers == "min(max(2, 0), 1) = 1");
}

TEST_CASE("of very many numbers the later ones are left out, and the sum is still whole") {
  Tape<double> tape;
  const NodeId w = tape.variable(Shape{300, 300}, std::vector<double>(90'000, 1));
  NodeId y = tape.apply(Op::sum, {w});
  for (int i = 1; i < 20; ++i) y = tape.apply(Op::add, {y, tape.apply(Op::sum, {w})});
  tape.forward();
  tape.backward(y);
  const NodeExplanation found = explainNode(tape, w, y);
  CHECK(found.uses.size() == 20);
  CHECK(found.uses.front().edge.contribution.size() == 90'000);
  CHECK(found.uses.back().edge.contribution.empty());
  CHECK(found.passGradient[0] == 20);
}

TEST_CASE("for matrices contributions have the shape of the input, and elementwise edges a derivative per element") {
  Tape<double> tape;
  const NodeId x = tape.variable(Shape{2, 2}, std::vector<double>{1, 2, 3, 4});
  const NodeId b = tape.variable(Shape::vector(2), std::vector<double>{10, 20});
  const NodeId sum = tape.apply(Op::mul, {x, b}), y = tape.apply(Op::sum, {sum});
  tape.forward();
  tape.backward(y);
  const auto edges = explainNode(tape, sum, y).edges;
  CHECK(edges[0].local == std::vector<double>{10, 20, 10, 20});
  CHECK(edges[1].local.empty());  // each entry of b matters to two elements
  CHECK(edges[1].contribution == std::vector<double>{4, 6});
  CHECK(explainNode(tape, b, y).passGradient == std::vector<double>{4, 6});
}

TEST_CASE("the first number that is not finite is named with its operands") {
  Tape<double> tape;
  const NodeId x = tape.variable(Shape::vector(3), std::vector<double>{1, 0, -1});
  const NodeId logs = tape.apply(Op::log, {x}), y = tape.apply(Op::sum, {logs});
  tape.forward();
  const NonFinite found = findNonFinite(tape, y).value();
  CHECK(found.node == logs);
  CHECK(found.element == 1);
  CHECK(found.value == -std::numeric_limits<double>::infinity());
  CHECK(found.operands == std::vector<double>{0});
  CHECK(found.reason == "log gives −∞ of finite numbers: x = 0.");
}

TEST_CASE("a gradient that stops being finite is found where the values are finite") {
  Tape<double> tape;
  const NodeId x = tape.variable(0.0), y = tape.apply(Op::pow, {x, tape.constant(0.5)});
  tape.forward();
  CHECK_FALSE(findNonFinite(tape, std::nullopt).has_value());
  tape.backward(y);
  const NonFinite found = findNonFinite(tape, y).value();
  CHECK(found.inGradient);
  CHECK(found.node == x);
  CHECK(found.reason.starts_with(
      "The gradient becomes ∞ on its way back through pow: ȳ · b · a^(b−1), here 1 · 0.5 · 0^"));
}

TEST_CASE("a leaf that was given as NaN is named itself, and a finite computation has nothing to name") {
  Tape<double> tape;
  const NodeId x = tape.variable(std::numeric_limits<double>::quiet_NaN()), y = tape.apply(Op::exp, {x});
  tape.forward();
  CHECK(findNonFinite(tape, y).value().reason == "The leaf itself was given as NaN.");
  const Polynomial p;
  CHECK_FALSE(findNonFinite(p.tape, p.y).has_value());
}

}  // namespace
}  // namespace backprop
