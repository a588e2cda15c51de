// The tape: recording, both walks, stepping, replay, sharing, and its limits.
#include "backprop/tape.hpp"

#include <doctest/doctest.h>

#include <numeric>

#include "compare.hpp"

namespace backprop {
namespace {

/// y = x² + 3x + 1, the lesson's example.
struct Polynomial {
  Tape<double> tape;
  NodeId x, square, triple, sum, y;

  explicit Polynomial(double at) {
    x = tape.variable(at);
    square = tape.apply(Op::pow, {x, tape.constant(2.0)});
    triple = tape.apply(Op::mul, {tape.constant(3.0), x});
    sum = tape.apply(Op::add, {square, triple});
    y = tape.apply(Op::add, {sum, tape.constant(1.0)});
  }
};

TEST_CASE("y = x² + 3x + 1 at x = 2 has value 11 and derivative 7") {
  Polynomial p(2);
  p.tape.forward();
  p.tape.backward(p.y);
  CHECK(p.tape.value(p.y)[0] == 11);
  CHECK(p.tape.gradient(p.x)[0] == 7);
}

TEST_CASE("a node used twice gets both contributions: b = a + a, c = b + b gives dc/da = 4") {
  Tape<double> tape;
  const NodeId a = tape.variable(5.0);
  const NodeId b = tape.apply(Op::add, {a, a});
  const NodeId c = tape.apply(Op::add, {b, b});
  tape.forward();
  tape.backward(c);
  CHECK(tape.value(c)[0] == 20);
  CHECK(tape.gradient(b)[0] == 2);
  CHECK(tape.gradient(a)[0] == 4);
}

TEST_CASE("a recorded tape is replayed with another number in its leaf") {
  Polynomial p(2);
  for (const double at : {-1.0, 0.0, 0.5, 3.0}) {
    p.tape.value(p.x)[0] = at;
    p.tape.zeroGrad();
    p.tape.forward();
    p.tape.backward(p.y);
    CHECK(p.tape.value(p.y)[0] == at * at + 3 * at + 1);
    CHECK(p.tape.gradient(p.x)[0] == 2 * at + 3);
  }
}

TEST_CASE("gradients of parameters accumulate over backward passes until zeroGrad, those between start afresh") {
  Polynomial p(2);
  p.tape.forward();
  p.tape.backward(p.y);
  p.tape.backward(p.y);
  CHECK(p.tape.gradient(p.x)[0] == 14);
  CHECK(p.tape.gradient(p.square)[0] == 1);
  p.tape.zeroGrad();
  CHECK(p.tape.gradient(p.x)[0] == 0);
}

TEST_CASE("single steps do the same work as a whole walk and name each node") {
  Polynomial p(2);
  p.tape.rewind();
  CHECK(p.tape.forwardStep() == p.square);
  CHECK(p.tape.value(p.square)[0] == 4);
  CHECK(p.tape.value(p.y)[0] == 0);  // not there yet
  CHECK(p.tape.forwardStep() == p.triple);
  CHECK(p.tape.forwardStep() == p.sum);
  CHECK(p.tape.forwardStep() == p.y);
  CHECK(p.tape.forwardStep() == std::nullopt);

  p.tape.beginBackward(p.y);
  CHECK(p.tape.backwardStep() == p.y);
  CHECK(p.tape.backwardStep() == p.sum);
  CHECK(p.tape.backwardStep() == p.triple);
  CHECK(p.tape.gradient(p.x)[0] == 3);
  CHECK(p.tape.backwardStep() == p.square);
  CHECK(p.tape.gradient(p.x)[0] == 7);
  CHECK(p.tape.backwardStep() == std::nullopt);
}

TEST_CASE("a node that the output does not depend on is passed over, even where its derivative is infinite") {
  Tape<double> tape;
  const NodeId x = tape.variable(0.0);
  const NodeId y = tape.apply(Op::exp, {x});
  tape.apply(Op::log, {x});  // value −∞, derivative ∞
  tape.forward();
  tape.backward(y);
  CHECK(tape.gradient(x)[0] == 1);
}

TEST_CASE("backward from an inner node differentiates that node") {
  Polynomial p(2);
  p.tape.forward();
  p.tape.backward(p.square);
  CHECK(p.tape.gradient(p.x)[0] == 4);
  p.tape.zeroGrad();
  p.tape.backward(p.y);  // and the next output is not confused by the marks of the first
  CHECK(p.tape.gradient(p.x)[0] == 7);
}

TEST_CASE("backward of a matrix takes a cotangent: a vector-Jacobian product") {
  Tape<double> tape;
  const std::vector<double> a{1, 2, 3, 4, 5, 6}, b{1, 0, 2, -1, 3, 1}, cotangent{1, 2, 3, 4};
  const NodeId A = tape.variable({2, 3}, a), B = tape.variable({3, 2}, b);
  const NodeId product = tape.apply(Op::matmul, {A, B});
  tape.forward();
  tape.backward(product, cotangent);
  CHECK(tape.value(product)[0] == 1 * 1 + 2 * 2 + 3 * 3);
  // Ȳ·Bᵀ, first row: [1 2]·Bᵀ = (1·1 + 2·0, 1·2 + 2·(−1), 1·3 + 2·1)
  CHECK(tape.gradient(A)[0] == 1);
  CHECK(tape.gradient(A)[1] == 0);
  CHECK(tape.gradient(A)[2] == 5);
  // Aᵀ·Ȳ, first row: (1·1 + 4·3, 1·2 + 4·4)
  CHECK(tape.gradient(B)[0] == 13);
  CHECK(tape.gradient(B)[1] == 18);
}

TEST_CASE("two tapes that share a block see the same parameters and add to the same gradients") {
  const auto block = std::make_shared<Parameters<double>>();
  const double three = 3;
  const Parameter w = block->add({}, std::span(&three, 1));
  Tape<double> first(block), second(block);
  const NodeId y1 = first.apply(Op::mul, {first.parameter(w), first.constant(2.0)});
  const NodeId y2 = second.apply(Op::mul, {second.parameter(w), second.constant(5.0)});
  first.forward();
  second.forward();
  CHECK(first.value(y1)[0] == 6);
  CHECK(second.value(y2)[0] == 15);
  first.backward(y1);
  second.backward(y2);
  CHECK(block->gradients(w)[0] == 7);
}

TEST_CASE("a tape without gradients has none, and costs no memory for them") {
  Tape<double> tape(std::make_shared<Parameters<double>>(), GradMode::disabled);
  const NodeId x = tape.variable(2.0);
  const NodeId y = tape.apply(Op::exp, {x});
  tape.forward();
  CHECK(tape.gradient(y).empty());
  CHECK(tape.gradient(x).empty());
}

TEST_CASE("a chain of a million nodes runs forward, backward and is freed, without recursion") {
  Tape<double> tape;
  const NodeId x = tape.variable(1.0), step = tape.constant(1e-6);
  NodeId y = x;
  while (tape.size() < 1'000'000) y = tape.apply(Op::add, {y, step});
  tape.forward();
  tape.backward(y);
  CHECK(tape.value(y)[0] == doctest::Approx(2.0).epsilon(1e-5));
  CHECK(tape.gradient(x)[0] == 1);
}

TEST_CASE("the first non-finite node is named") {
  Tape<double> tape;
  const NodeId x = tape.variable(-1.0);
  const NodeId y = tape.apply(Op::add, {x, tape.constant(1.0)});
  const NodeId z = tape.apply(Op::log, {y});
  tape.apply(Op::exp, {z});
  tape.forward();
  CHECK(tape.firstNonFinite() == z);
  tape.value(x)[0] = 1;
  tape.forward();
  CHECK(tape.firstNonFinite() == std::nullopt);
}

TEST_CASE("shapes that do not fit are refused with both shapes, and the tape stays as it was") {
  Tape<double> tape;
  const NodeId a = tape.constant(Shape{2, 3}), b = tape.constant(Shape{2, 3}), c = tape.constant(Shape{4, 3});
  const std::size_t before = tape.size();
  const auto product = tape.tryApply(Op::matmul, std::vector{a, b});
  CHECK(product.error().message ==
        "[matmul] [2, 3] @ [2, 3] do not fit: the left one's 3 columns must equal the right one's 2 rows");
  CHECK(tape.tryApply(Op::add, std::vector{a, c}).error().message ==
        "[add] [2, 3] and [4, 3] do not broadcast: counted from the last, in each dimension the sizes must agree or "
        "one of them be 1");
  CHECK(tape.tryApply(Op::exp, std::vector{a, b}).error().message == "[exp] takes 1 input, not 2");
  CHECK(tape.size() == before);
}

TEST_CASE("backward that cannot start is refused with the reason, and the gradients stay as they were") {
  Tape<double> tape;
  const NodeId x = tape.variable({1, 2}, std::vector<double>{3, 4}), c = tape.constant(1.0);
  const NodeId y = tape.apply(Op::exp, {x}), constant = tape.apply(Op::exp, {c});
  tape.forward();
  CHECK(tape.tryBeginBackward(constant).error().message ==
        "[backward] the output does not depend on any leaf that requires a gradient");
  CHECK(tape.tryBeginBackward(y).error().message ==
        "[backward] the output has shape [1, 2]; a gradient can start from a single number alone, or from a cotangent "
        "of that shape");
  CHECK(tape.tryBeginBackward(y, std::vector<double>{1, 2, 3}).error().message ==
        "[backward] the cotangent has 3 numbers; 2 would be right, for an output of shape [1, 2]");
  CHECK(tape.gradient(x)[0] == 0);
}

TEST_CASE("backward before forward is refused: its gradients would be those of other values") {
  Tape<double> tape;
  const NodeId x = tape.variable(2.0), y = tape.apply(Op::exp, {x});
  CHECK(tape.tryBeginBackward(y).error().message == "[backward] the output is not computed yet; run forward first");
  tape.forward();
  const NodeId z = tape.apply(Op::mul, {y, y});  // recorded after the walk
  CHECK(tape.tryBeginBackward(y).ok());
  CHECK_FALSE(tape.tryBeginBackward(z).ok());
}

TEST_CASE("after a pass from another output, nodes off its path have gradient 0 again and a shared leaf the new one") {
  Tape<double> tape;
  const NodeId x = tape.variable(2.0), first = tape.apply(Op::exp, {x}), y = tape.apply(Op::mul, {first, first});
  const NodeId second = tape.apply(Op::mul, {x, x}), z = tape.apply(Op::add, {second, second});
  tape.forward();
  tape.backward(y);
  CHECK(tape.gradient(first)[0] != 0);
  tape.zeroGrad();
  tape.backward(z);
  CHECK(test::same(tape.gradient(first)[0], 0.0));
  CHECK_FALSE(tape.onPath(first));
  CHECK(tape.gradient(second)[0] == 2);
  CHECK(tape.gradient(x)[0] == 8);
  tape.zeroGrad();
  tape.backward(first);
  CHECK(test::same(tape.gradient(z)[0], 0.0));
  CHECK(test::close(tape.gradient(x)[0], std::exp(2.0), 0, 1e-15));
  tape.backward(x);  // a leaf is its own output
  CHECK(test::close(tape.gradient(x)[0], std::exp(2.0) + 1, 0, 1e-15));
}

TEST_CASE("a size over the memory budget is refused before anything is taken, with what it needs and what there is") {
  const std::uint64_t before = memoryTaken();
  {
    Tape<double> tape;
    const NodeId column = tape.constant(Shape{65536, 1}), row = tape.constant(Shape{1, 65536});
    const std::uint64_t recorded = memoryTaken();
    const std::string message = tape.tryApply(Op::matmul, std::vector{column, row}).error().message;
    CHECK(message.starts_with("[matmul] a tensor of shape [65536, 65536] needs 68720"));
    CHECK(message.find(" MB more; of the 160 MB for all graphs and networks ") != std::string::npos);
    CHECK_FALSE(tape.tryConstant(Shape{4294967295u, 4294967295u}).ok());
    CHECK(tape.tryConstant(Shape{0, 3}).error().message ==
          "[tensor] a tensor of shape [0, 3] is empty; at least one element would be right");
    CHECK(tape.size() == 2);
    CHECK(memoryTaken() == recorded);
  }
  CHECK(memoryTaken() == before);
}

TEST_CASE("the budget is for all tapes together, and a freed tape gives its part back") {
  const std::uint64_t before = memoryTaken();
  {
    Tape<double> first, second;
    const Shape large{3000, 3000};  // 72 MB
    CHECK(first.tryConstant(large).ok());
    CHECK(second.tryConstant(large).ok());
    CHECK_FALSE(second.tryConstant(large).ok());
    first = Tape<double>();
    CHECK(Tape<double>().tryConstant(large).ok());
  }
  CHECK(memoryTaken() == before);
}

TEST_CASE("a variable that is refused is neither on the tape nor in the block") {
  Tape<double> tape;
  const std::vector<double> numbers(18'000'000);  // 144 MB of values and as much of gradients
  CHECK_FALSE(tape.tryVariable({18'000, 1'000}, numbers).ok());
  CHECK(tape.size() == 0);
  CHECK(tape.parameters().size() == 0);
}

TEST_CASE("the example at the top of tape.hpp") {
  Tape<double> tape;
  const NodeId x = tape.variable(2.0);
  const NodeId y = tape.apply(Op::add, {tape.apply(Op::mul, {x, x}), x});
  tape.forward();
  tape.backward(y);
  CHECK(tape.gradient(x)[0] == 5);
}

TEST_CASE("broadcasting adds up what every copy receives") {
  Tape<double> tape;
  const std::vector<double> m{1, 2, 3, 4, 5, 6}, row{10, 20, 30};
  const NodeId M = tape.variable({2, 3}, m), r = tape.variable({1, 3}, row), s = tape.variable(2.0);
  const NodeId y = tape.apply(Op::sum, {tape.apply(Op::mul, {tape.apply(Op::add, {M, r}), s})});
  tape.forward();
  tape.backward(y);
  CHECK(tape.value(y)[0] == 2 * (21 + 2 * 60));
  CHECK(tape.gradient(M)[5] == 2);
  CHECK(tape.gradient(r)[0] == 4);
  CHECK(tape.gradient(s)[0] == 21 + 120);
}

}  // namespace
}  // namespace backprop
