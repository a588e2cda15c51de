// Where an operation has no derivative, no finite value or no answer: the documented convention.
#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "backprop/tape.hpp"
#include "compare.hpp"
#include "ops_samples.hpp"
#include "recorded_op.hpp"

namespace backprop {
namespace {

using test::close, test::infinity, test::Matrix, test::number, test::Recorded, test::Sample;

/// Value and derivative of a scalar function of one variable.
std::pair<double, double> at(Op op, double x) {
  Tape<double> tape;
  const NodeId in = tape.variable(x), out = tape.apply(op, {in});
  tape.forward();
  tape.backward(out);
  return {tape.value(out)[0], tape.gradient(in)[0]};
}

TEST_CASE("points without a derivative have the documented one, and stable forms stay exact") {
  using test::same;
  const double inf = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
  CHECK(at(Op::relu, 0.0) == std::pair(0.0, 0.0));
  CHECK(same(at(Op::relu, -0.0).first, -0.0));
  CHECK(std::isnan(at(Op::relu, nan).first));
  CHECK(at(Op::log, 0.0) == std::pair(-inf, inf));
  CHECK(at(Op::tanh, inf) == std::pair(1.0, 0.0));
  CHECK(at(Op::sigmoid, -inf) == std::pair(0.0, 0.0));
  CHECK(at(Op::sigmoid, inf) == std::pair(1.0, 0.0));
  CHECK(close(at(Op::sigmoid, 40).second, 4.248354255291589e-18, 0, 1e-14));
  CHECK(at(Op::exp, 1000.0) == std::pair(inf, inf));
  CHECK(at(Op::softplus, 1000.0) == std::pair(1000.0, 1.0));
  CHECK(at(Op::logsigmoid, -1000.0) == std::pair(-1000.0, 1.0));
  CHECK(same(at(Op::logsigmoid, 1000.0).first, 0.0));
  CHECK(at(Op::sqrt, 0.0) == std::pair(0.0, inf));
  CHECK(at(Op::abs, 0.0) == std::pair(0.0, 0.0));
  CHECK(same(at(Op::abs, -0.0).first, 0.0));
  CHECK(at(Op::round, 2.5).first == 2);
  CHECK(at(Op::hardtanh, 1.0).second == 0);
  CHECK(at(Op::relu6, 6.0).second == 0);
  CHECK(at(Op::leaky_relu, 0.0).second == 0.01);
  CHECK(at(Op::acosh, 1.0) == std::pair(0.0, inf));
  CHECK(same(at(Op::elu, -0.0).first, 0.0));
  CHECK(close(at(Op::gelu, -10.0).first, -7.619853024160526e-23, 0, 1e-12));
  CHECK(std::isnan(at(Op::softsign, inf).first));
  CHECK(std::isnan(at(Op::softsign, inf).second));
  for (const Op op : {Op::gelu, Op::gelu_tanh, Op::silu, Op::mish}) {
    CHECK(at(op, 100.0) == std::pair(100.0, 1.0));
    CHECK(close(at(op, -100.0).first, 0, 1e-40, 0));
    CHECK(at(op, inf).first == inf);
    CHECK(std::isnan(at(op, -inf).first));
  }
}

/// Value of `op` and the gradients of its inputs, when `dy` comes back to every element.
struct Answer {
  std::vector<double> value;
  std::vector<std::vector<double>> gradients;
};

Answer answerOf(Op op, const Sample& sample, double dy = 1) {
  Recorded<double> recorded(op, sample);
  std::ranges::fill(recorded.cotangent, dy);
  recorded.backward();
  const auto numbers = [](std::span<const double> x) { return std::vector<double>(x.begin(), x.end()); };
  Answer answer{numbers(recorded.tape.value(recorded.output)), {}};
  for (const NodeId input : recorded.inputs) answer.gradients.push_back(numbers(recorded.tape.gradient(input)));
  return answer;
}

Matrix vectorOf(std::vector<double> data) {
  return {Shape::vector(static_cast<std::uint32_t>(data.size())), std::move(data)};
}

using Numbers = std::vector<double>;

TEST_CASE("what an operation does not pass on gets no gradient, not even of an infinite or NaN cotangent") {
  for (const double dy : {infinity, std::numeric_limits<double>::quiet_NaN()}) {
    const Matrix low = vectorOf({-7, -7}), high = vectorOf({7, 7});
    for (const Op op : {Op::relu, Op::relu6, Op::hardtanh, Op::sign, Op::floor, Op::ceil, Op::round})
      CHECK(answerOf(op, {{low}}, dy).gradients[0] == Numbers{0, 0});
    CHECK(answerOf(Op::max, {{low, high}}, dy).gradients[0] == Numbers{0, 0});
    CHECK(answerOf(Op::min, {{low, high}}, dy).gradients[1] == Numbers{0, 0});
    CHECK(answerOf(Op::clamp, {{high, number(-1), number(1)}}, dy).gradients[0] == Numbers{0, 0});
    CHECK(answerOf(Op::where, {{vectorOf({0, 0}), low, high}}, dy).gradients[1] == Numbers{0, 0});
  }
}

TEST_CASE("at a tie max, min, amax and amin share the gradient equally, and NaN wins from every place") {
  CHECK(answerOf(Op::max, {{number(2), number(2)}}).gradients == std::vector<Numbers>{{0.5}, {0.5}});
  CHECK(answerOf(Op::min, {{number(2), number(2)}}).gradients == std::vector<Numbers>{{0.5}, {0.5}});
  CHECK(answerOf(Op::amax, {{vectorOf({3, 1, 3})}}).gradients[0] == Numbers{0.5, 0, 0.5});
  CHECK(answerOf(Op::amin, {{vectorOf({1, 3, 1, 1})}}).gradients[0][0] == 1.0 / 3);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  for (const auto& x : {Numbers{nan, 1, 2}, Numbers{1, nan, 2}, Numbers{1, 2, nan}})
    for (const Op op : {Op::amax, Op::amin, Op::norm}) CHECK(std::isnan(answerOf(op, {{vectorOf(x)}}).value[0]));
}

TEST_CASE("clamp gives its bounds' gradient to x, and max wins where the bounds are crossed") {
  const Answer at = answerOf(Op::clamp, {{vectorOf({-2, -1, 0, 1, 2}), number(-1), number(1)}});
  CHECK(at.value == Numbers{-1, -1, 0, 1, 1});
  CHECK(at.gradients == std::vector<Numbers>{{0, 1, 1, 1, 0}, {1}, {1}});
  const Answer crossed = answerOf(Op::clamp, {{number(0), number(1), number(-1)}});
  CHECK(crossed.value == Numbers{-1});
  CHECK(crossed.gradients == std::vector<Numbers>{{0}, {0}, {1}});
  CHECK(answerOf(Op::clamp, {{vectorOf({-2, 5}), number(0)}}).value == Numbers{0, 5});
}

TEST_CASE("softmax, logsumexp and cross-entropy neither overflow nor lose a masked class") {
  CHECK(answerOf(Op::logsumexp, {{vectorOf({1000, 1000})}}).value[0] == 1000 + std::log(2.0));
  CHECK(answerOf(Op::logsumexp, {{vectorOf({-infinity, -infinity})}}).value == Numbers{-infinity});
  CHECK(answerOf(Op::softmax, {{vectorOf({0, -infinity, 0})}}).value == Numbers{0.5, 0, 0.5});
  CHECK(answerOf(Op::log_softmax, {{vectorOf({1000, 0})}}).value == Numbers{0, -1000});
  CHECK(answerOf(Op::cross_entropy, {{vectorOf({1000, 0}), number(1)}}).value == Numbers{1000});
}

TEST_CASE("a class index that is none gives NaN, and no index gets a gradient") {
  for (const double index : {-1.0, 3.0, 0.5, infinity})
    CHECK(std::isnan(answerOf(Op::cross_entropy, {{vectorOf({1, 2, 3}), number(index)}}).value[0]));
  CHECK(answerOf(Op::cross_entropy, {{vectorOf({1, 2, 3}), number(2)}}).gradients[1] == Numbers{0});
}

TEST_CASE("a norm has gradient 0 where all is 0, and the variance of one number is NaN") {
  for (const double p : {1.0, 2.0, 3.0, 0.5})
    CHECK(answerOf(Op::norm, {{vectorOf({0, 0})}, Attributes{p, absent, 0}}).gradients[0] == Numbers{0, 0});
  CHECK(std::isnan(answerOf(Op::var, {{number(2)}}).value[0]));
}

TEST_CASE("a shape or an attribute that does not fit is refused with a sentence that names it") {
  struct Row {
    Op op;
    std::vector<Shape> shapes;
    Attributes attributes;
    std::string_view message;
  };
  const std::vector<Row> rows{
      {Op::sum,
       {{2, 3}},
       {2, 0},
       "[sum] dim is 2 for a tensor of shape [2, 3]; a dimension from -2 to 1 would be right"},
      {Op::softmax, {Shape::vector(3)}, {1}, "[softmax] dim is 1 for a tensor of shape [3]; 0 or -1 would be right"},
      {Op::transpose, {{2, 3, 4}}, {}, "[transpose] takes a matrix or a vector, not a tensor of shape [2, 3, 4]"},
      {Op::reshape,
       {{2, 3}},
       {4, -1, absent},
       "[reshape] a tensor of shape [2, 3] has 6 elements; the sizes must multiply to that"},
      {Op::reshape,
       {{2, 3}},
       {-1, -1, absent},
       "[reshape] -1 as size 2 does not fit; whole numbers from 1 on would be right, and one may be -1"},
      {Op::mse,
       {{2, 3}, Shape::vector(3)},
       {},
       "[mse] the prediction is [2, 3] and the target [3]: both must have the same shape"},
      {Op::huber, {{}, {}}, {0, 0}, "[huber] delta is 0; a number above 0 would be right"},
      {Op::l1, {{}, {}}, {7}, "[l1] reduction is 7; 0 (mean), 1 (sum) or 2 (none) would be right"},
      {Op::cross_entropy,
       {{2, 3}, Shape::vector(3)},
       {},
       "[cross_entropy] the logits have shape [2, 3] and the target [3]; [2] for class indices or [2, 3] for "
       "probabilities would be right"},
  };
  for (const Row& row : rows) {
    Tape<double> tape;
    std::vector<NodeId> inputs;
    for (const Shape& shape : row.shapes) inputs.push_back(tape.constant(shape));
    const auto answer = tape.tryApply(row.op, inputs, row.attributes);
    REQUIRE_FALSE(answer.ok());
    CHECK(answer.error().message == row.message);
  }
}

TEST_CASE("powers at zero and of negative bases follow the documented convention") {
  struct Row {
    double a, b, value, da, db;
  };
  const double inf = std::numeric_limits<double>::infinity(), nan = std::numeric_limits<double>::quiet_NaN();
  for (const Row& row :
       {Row{nan, 0, 1, 0, nan}, Row{-0.0, 0.5, -0.0, -inf, 0}, Row{0, 0, 1, 0, 0}, Row{0, 2, 0, 0, 0},
        Row{0, 1, 0, 1, 0}, Row{-2, 3, -8, 12, nan}, Row{0, -1, inf, -inf, -inf}, Row{0, 0.5, 0, inf, 0}}) {
    Tape<double> tape;
    const NodeId a = tape.variable(row.a), b = tape.variable(row.b), y = tape.apply(Op::pow, {a, b});
    tape.forward();
    tape.backward(y);
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(test::same(tape.value(y)[0], row.value));
    CHECK(test::same(tape.gradient(a)[0], row.da));
    CHECK(test::same(tape.gradient(b)[0], row.db));
  }
}

}  // namespace
}  // namespace backprop
