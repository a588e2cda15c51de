// Every operation's backward rule against dual numbers (exact) and central differences, generated from the table.
#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <span>
#include <string>

#include "backprop/dual.hpp"
#include "backprop/tape.hpp"
#include "compare.hpp"

namespace backprop {
namespace {

using test::close;

struct Matrix {
  Shape shape;
  std::vector<double> data;
};

constexpr double infinity = std::numeric_limits<double>::infinity();

Matrix number(double x) { return {{}, {x}}; }
Matrix random(Shape shape, std::uint64_t seed) { return {shape, test::randomNumbers<double>(shape.size(), seed)}; }
Matrix positive(Shape shape, std::uint64_t seed) {
  Matrix m = random(shape, seed);
  for (double& x : m.data) x = std::abs(x) + 0.1;
  return m;
}

/// Inputs and attributes at which an operation is differentiable. Attributes that are not given take their fallback.
struct Sample {
  std::vector<Matrix> inputs;
  std::optional<Attributes> attributes = {};
  std::size_t movable = maxInputs;  ///< how many of the first inputs can be moved; class indices cannot
};

std::vector<Sample> unarySamples() {
  return {{{number(0.7)}}, {{number(-1.3)}}, {{random({3, 5}, 1)}}, {{random(Shape::vector(9), 2)}}};
}

std::vector<Sample> positiveSamples() { return {{{number(0.7)}}, {{positive({3, 5}, 1)}}}; }

/// Numbers from `low` to `high`.
std::vector<Sample> samplesWithin(double low, double high) {
  Matrix m = random({3, 5}, 1);
  for (double& x : m.data) x = low + (x + 2) / 4 * (high - low);
  return {{{number(low + 0.3 * (high - low))}}, {{m}}};
}

std::vector<Sample> binarySamples() {
  return {{{number(0.7), number(-1.3)}},
          {{random({3, 5}, 1), random({3, 5}, 2)}},
          {{random({3, 5}, 3), random(Shape::vector(5), 4)}},
          {{random({3, 1}, 5), random({1, 4}, 6)}},
          {{random({2, 3, 4}, 8), random({3, 1}, 9)}},
          {{number(2), random({2, 3}, 7)}}};
}

/// The samples again, with these attributes.
std::vector<Sample> with(std::vector<Sample> samples, const Attributes& attributes) {
  for (Sample& sample : samples) sample.attributes = attributes;
  return samples;
}

std::vector<Sample> joined(std::initializer_list<std::vector<Sample>> parts) {
  std::vector<Sample> all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

/// Tensors of every rank, reduced along each dimension and over all, with and without keepdim.
std::vector<Sample> reductionSamples(Attributes (*attributes)(double dim, double keepdim)) {
  return {{{number(2)}, attributes(absent, 0)},
          {{random({3, 5}, 1)}, attributes(absent, 0)},
          {{random({3, 5}, 2)}, attributes(0, 0)},
          {{random({3, 5}, 3)}, attributes(-1, 1)},
          {{random(Shape::vector(9), 4)}, attributes(0, 1)},
          {{random({2, 3, 4}, 5)}, attributes(1, 0)},
          {{random({2, 3, 4}, 6)}, attributes(-3, 1)},
          {{random({2, 3, 4}, 7)}, attributes(absent, 1)}};
}

/// Predictions and targets with each reduction; the attributes' first is overwritten by it.
std::vector<Sample> lossSamples(Attributes attributes) {
  std::vector<Sample> samples;
  for (const double reduction : {0.0, 1.0, 2.0}) {
    attributes[0] = reduction;
    samples.push_back({{random({3, 5}, 1), random({3, 5}, 2)}, attributes});
    samples.push_back({{random(Shape::vector(7), 3), random(Shape::vector(7), 4)}, attributes});
    samples.push_back({{number(2), number(-1)}, attributes});
  }
  return samples;
}

/// Several samples for each operation. One without an entry has none.
std::vector<Sample> samplesOf(Op op) {
  switch (op) {
    case Op::add:
    case Op::sub:
    case Op::mul:
    case Op::div:
    case Op::max:
    case Op::min:
    case Op::gt:
    case Op::ge:
    case Op::lt:
    case Op::le:
    case Op::eq:
    case Op::ne:
    case Op::hypot:
    case Op::logaddexp:
    case Op::atan2:
      return binarySamples();
    case Op::neg:
    case Op::abs:
    case Op::sign:
    case Op::floor:
    case Op::ceil:
    case Op::round:
    case Op::exp:
    case Op::expm1:
    case Op::square:
    case Op::reciprocal:
    case Op::erf:
    case Op::sin:
    case Op::cos:
    case Op::atan:
    case Op::sinh:
    case Op::cosh:
    case Op::tanh:
    case Op::asinh:
    case Op::sigmoid:
    case Op::logsigmoid:
    case Op::softplus:
    case Op::softsign:
    case Op::gelu:
    case Op::gelu_tanh:
    case Op::silu:
    case Op::mish:
    case Op::relu:
    case Op::relu6:
    case Op::selu:
    case Op::hardtanh:
    case Op::detach:
      return unarySamples();
    case Op::leaky_relu:
    case Op::elu:
      return joined({unarySamples(), with(unarySamples(), {0.3})});
    case Op::log:
    case Op::log2:
    case Op::log10:
    case Op::sqrt:
      return positiveSamples();
    case Op::log1p:
      return samplesWithin(-0.9, 2);
    case Op::tan:
      return samplesWithin(-1.2, 1.2);
    case Op::asin:
    case Op::acos:
    case Op::atanh:
      return samplesWithin(-0.9, 0.9);
    case Op::acosh:
      return samplesWithin(1.1, 3);
    case Op::pow:
      return {{{number(2), number(3)}},
              {{number(0.5), number(-1.5)}},
              {{number(2), number(0)}},
              {{positive({3, 5}, 1), random(Shape::vector(5), 2)}}};
    case Op::clamp:
      return {{{random({3, 5}, 1), number(-0.5), number(0.8)}},
              {{random({3, 5}, 1), random({3, 1}, 2), random(Shape::vector(5), 3)}},
              {{random({3, 5}, 1), number(-0.5)}}};
    case Op::where:
      return {{{{{2, 3}, {1, 0, -1, 0, 0, 2}}, random({2, 3}, 1), random(Shape::vector(3), 2)}}};
    case Op::matmul:
      return {{{random({3, 5}, 1), random({5, 4}, 2)}},
              {{random({1, 1}, 5), random({1, 1}, 6)}},
              {{random({2, 7}, 3), random(Shape::vector(7), 4)}},
              {{random(Shape::vector(7), 3), random({7, 2}, 4)}},
              {{random(Shape::vector(7), 3), random(Shape::vector(7), 4)}}};
    case Op::linear:
      return {{{random({3, 5}, 1), random({4, 5}, 2), random(Shape::vector(4), 3)}},
              {{random({6, 2}, 4), random({1, 2}, 5), random({1, 1}, 6)}},
              {{random(Shape::vector(5), 4), random({2, 5}, 5)}}};
    case Op::transpose:
      return {{{random({3, 5}, 1)}}, {{random(Shape::vector(4), 2)}}, {{number(2)}}};
    case Op::reshape:
      return {{{random({3, 4}, 1)}, Attributes{2, -1, absent}},
              {{random({3, 4}, 1)}, Attributes{12, absent, absent}},
              {{random({1, 1}, 1)}, Attributes{absent, absent, absent}},
              {{random(Shape::vector(12), 2)}, Attributes{2, 3, 2}}};
    case Op::sum:
    case Op::mean:
    case Op::amax:
    case Op::amin:
    case Op::logsumexp:
      return reductionSamples([](double dim, double keepdim) { return Attributes{dim, keepdim}; });
    case Op::var:
      return joined({reductionSamples([](double dim, double keepdim) {
                       return Attributes{dim, 0, keepdim};
                     }),
                     {{{random({3, 5}, 1)}, Attributes{1, 1, 0}}, {{random({3, 5}, 1)}}}});
    case Op::norm:
      return joined({reductionSamples([](double dim, double keepdim) {
                       return Attributes{2, dim, keepdim};
                     }),
                     reductionSamples([](double dim, double keepdim) {
                       return Attributes{1, dim, keepdim};
                     }),
                     reductionSamples([](double dim, double keepdim) {
                       return Attributes{3, dim, keepdim};
                     }),
                     reductionSamples([](double dim, double keepdim) {
                       return Attributes{1.5, dim, keepdim};
                     }),
                     reductionSamples([](double dim, double keepdim) {
                       return Attributes{infinity, dim, keepdim};
                     }),
                     {{{random({3, 5}, 1)}, Attributes{-infinity, 1, 0}}, {{random({3, 5}, 1)}, Attributes{0, 1, 0}}}});
    case Op::softmax:
    case Op::log_softmax:
      return reductionSamples([](double dim, double) { return Attributes{dim}; });
    case Op::mse:
    case Op::l1:
    case Op::bce_with_logits:
    case Op::hinge:
      return lossSamples({0});
    case Op::huber:
    case Op::smooth_l1:
      return joined({lossSamples({0, 1}), lossSamples({0, 0.4})});
    case Op::cross_entropy: {
      const Matrix logits = random({3, 5}, 1), probabilities = positive({3, 5}, 2),
                   classes{Shape::vector(3), {4, 0, 2}};
      std::vector<Sample> samples{{{random(Shape::vector(4), 3), number(2)}, {}, 1},
                                  {{random(Shape::vector(4), 3), positive(Shape::vector(4), 4)}}};
      for (const double reduction : {0.0, 1.0, 2.0}) {
        samples.push_back({{logits, classes}, Attributes{reduction}, 1});
        samples.push_back({{logits, probabilities}, Attributes{reduction}});
      }
      return samples;
    }
    case Op::count:
      break;
  }
  return {};
}

/// L = Σ cotangent · op(inputs), recorded over any number type with every input a parameter.
template <class Real> struct Recorded {
  Tape<Real> tape;
  std::vector<NodeId> inputs;
  NodeId output = 0;
  std::vector<double> cotangent;

  Recorded(Op op, const Sample& sample) {
    for (const Matrix& m : sample.inputs)
      inputs.push_back(tape.variable(m.shape, std::vector<Real>(m.data.begin(), m.data.end())));
    output = tape.tryApply(op, inputs, sample.attributes.value_or(opInfo(op).defaults())).value();
    cotangent = test::randomNumbers<double>(tape.node(output).shape.size(), 99);
  }

  Real loss() {
    tape.forward();
    Real total = 0;
    for (std::size_t i = 0; i < cotangent.size(); ++i) total += Real(cotangent[i]) * tape.value(output)[i];
    return total;
  }

  void backward() {
    tape.forward();
    tape.zeroGrad();
    if (tape.node(output).requiresGrad) tape.backward(output, std::vector<Real>(cotangent.begin(), cotangent.end()));
  }
};

template <class F> void forEachSample(F f) {
  for (std::size_t i = 0; i < opCount; ++i) {
    const Op op = static_cast<Op>(i);
    const std::string name(opInfo(op).name);
    CAPTURE(name);
    const auto samples = samplesOf(op);
    REQUIRE_MESSAGE(!samples.empty(), "operation without a sample");
    for (const auto& sample : samples) f(op, sample);
  }
}

/// (f(x + h) − f(x − h)) / 2h for one number that `f` depends on; x is put back.
template <class F> double centralDifference(double& x, F f) {
  const double at = x, h = 1e-5 * std::max(1.0, std::abs(at));
  x = at + h;
  const double above = f();
  x = at - h;
  const double below = f();
  x = at;
  return (above - below) / (2 * h);
}

TEST_CASE("every backward rule agrees with dual numbers to 1e-12") {
  forEachSample([](Op op, const Sample& sample) {
    if (opInfo(op).stopsGradient) return;
    Recorded<double> reverse(op, sample);
    Recorded<Dual<double>> forward(op, sample);
    reverse.backward();
    for (std::size_t k = 0; k < sample.inputs.size(); ++k)
      for (std::size_t i = 0; i < sample.inputs[k].data.size(); ++i) {
        Dual<double>& entry = forward.tape.value(forward.inputs[k])[i];
        entry.derivative = 1;
        const double want = forward.loss().derivative;
        entry.derivative = 0;
        CAPTURE(k);
        CAPTURE(i);
        CHECK(close(reverse.tape.gradient(reverse.inputs[k])[i], want, 1e-12, 1e-12));
      }
  });
}

TEST_CASE("every backward rule agrees with central differences to 1e-6") {
  forEachSample([](Op op, const Sample& sample) {
    if (opInfo(op).stopsGradient) return;
    Recorded<double> recorded(op, sample);
    recorded.backward();
    for (std::size_t k = 0; k < std::min(sample.inputs.size(), sample.movable); ++k)
      for (std::size_t i = 0; i < sample.inputs[k].data.size(); ++i) {
        const double want =
            centralDifference(recorded.tape.value(recorded.inputs[k])[i], [&] { return recorded.loss(); });
        CAPTURE(k);
        CAPTURE(i);
        CHECK(close(recorded.tape.gradient(recorded.inputs[k])[i], want, 1e-6, 1e-6));
      }
  });
}

TEST_CASE("in float32 every value and gradient is the float64 one, to the bound of float32") {
  forEachSample([](Op op, const Sample& sample) {
    Recorded<double> exact(op, sample);
    Recorded<float> single(op, sample);
    exact.backward();
    single.backward();
    const bool product = op == Op::matmul || op == Op::linear;
    const auto checkAll = [&](std::span<const float> got, std::span<const double> want) {
      for (std::size_t i = 0; i < want.size(); ++i)
        CHECK(close(double(got[i]), want[i], product ? 1e-5 : 1e-6, product ? 1e-4 : 5e-6));
    };
    checkAll(single.tape.value(single.output), exact.tape.value(exact.output));
    for (std::size_t k = 0; k < sample.inputs.size(); ++k)
      checkAll(single.tape.gradient(single.inputs[k]), exact.tape.gradient(exact.inputs[k]));
  });
}

TEST_CASE("a backward pass over dual numbers gives second derivatives, to central differences of the gradient") {
  forEachSample([](Op op, const Sample& sample) {
    if (opInfo(op).stopsGradient) return;
    Recorded<double> plain(op, sample);
    Recorded<Dual<double>> dual(op, sample);
    const auto gradientAfter = [&] {
      plain.backward();
      return plain.tape.gradient(plain.inputs[0])[0];
    };
    for (std::size_t k = 0; k < std::min(sample.inputs.size(), sample.movable); ++k) {
      const double want = centralDifference(plain.tape.value(plain.inputs[k])[0], gradientAfter);
      dual.tape.value(dual.inputs[k])[0].derivative = 1;
      dual.backward();
      dual.tape.value(dual.inputs[k])[0].derivative = 0;
      CAPTURE(k);
      CHECK(close(dual.tape.gradient(dual.inputs[0])[0].derivative, want, 1e-6, 1e-6));
    }
  });
}

TEST_CASE("a backward rule reads what its row says it saves, and nothing else") {
  forEachSample([](Op op, const Sample& sample) {
    Recorded<double> whole(op, sample), poisoned(op, sample);
    whole.backward();
    poisoned.backward();
    const Saved saved = opInfo(op).saved;
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const bool inputs = saved == Saved::inputs || saved == Saved::both;
    const bool output = saved == Saved::output || saved == Saved::both;
    if (!inputs)
      for (const NodeId input : poisoned.inputs) std::ranges::fill(poisoned.tape.value(input), nan);
    if (!output) std::ranges::fill(poisoned.tape.value(poisoned.output), nan);
    poisoned.tape.zeroGrad();
    if (!opInfo(op).stopsGradient) poisoned.tape.backward(poisoned.output, poisoned.cotangent);
    for (std::size_t k = 0; k < sample.inputs.size(); ++k)
      for (std::size_t i = 0; i < sample.inputs[k].data.size(); ++i)
        CHECK(poisoned.tape.gradient(poisoned.inputs[k])[i] == whole.tape.gradient(whole.inputs[k])[i]);
  });
}

TEST_CASE("every row of the table is complete, and its name is its own") {
  for (std::size_t i = 0; i < opCount; ++i) {
    const OpInfo& info = opTable()[i];
    CAPTURE(std::string(info.name));
    CHECK(findOp(info.name) == static_cast<Op>(i));
    for (const std::string_view alias : info.aliases)
      if (!alias.empty()) CHECK(findOp(alias) == static_cast<Op>(i));
    CHECK_FALSE(info.symbol.empty());
    CHECK_FALSE(info.formula.empty());
    CHECK_FALSE(info.formulaTex.empty());
    CHECK(info.arity() >= 1);
    for (std::size_t k = 0; k < maxInputs; ++k) {
      CHECK(info.derivatives[k].empty() == (k >= info.arity()));
      CHECK(info.derivativesTex[k].empty() == (k >= info.arity()));
    }
  }
  CHECK(findOp("tahn") == std::nullopt);
}

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
