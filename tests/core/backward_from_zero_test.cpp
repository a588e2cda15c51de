// A pass that starts from zero gradients gives what clearing them and a plain pass give, whatever stood there.
#include <doctest/doctest.h>

#include <bit>
#include <cstdint>
#include <memory>
#include <numeric>
#include <vector>

#include "backprop/tape.hpp"

namespace backprop {
namespace {

/// A tape over one block in which weights are used in every way: by one linear, by two, by a linear and another
/// operation, under a second name, and not at all.
template <class Real> struct Uses {
  std::shared_ptr<Parameters<Real>> parameters = std::make_shared<Parameters<Real>>();
  Tape<Real> tape{parameters};
  NodeId loss, part;

  Parameter add(Shape shape) {
    std::vector<Real> values(shape.size());
    std::iota(values.begin(), values.end(), Real(parameters->size()));
    for (Real& x : values) x = Real(0.01) * (x - Real(20));
    return parameters->add(shape, values);
  }

  Uses() {
    const Parameter first = add({3, 2}), bias = add({1, 3}), twice = add({3, 3}), unused = add({2, 2});
    const Parameter both = add({3, 3}), named = add({3, 3}), last = add({1, 3});
    (void)unused;
    const std::vector<Real> rows{1, -2, Real(0.5), 3, -1, 2, Real(0.25), -3};
    NodeId y = tape.constant(Shape{4, 2}, rows);
    y = tape.apply(Op::tanh, {tape.apply(Op::linear, {y, tape.parameter(first), tape.parameter(bias)})});
    const NodeId shared = tape.parameter(twice), alsoAdded = tape.parameter(both);
    y = tape.apply(Op::linear, {y, shared});
    y = tape.apply(Op::linear, {y, shared});
    y = tape.apply(Op::linear, {y, alsoAdded});
    const NodeId penalty = tape.apply(Op::sum, {alsoAdded});
    y = tape.apply(Op::linear, {y, tape.parameter(named)});
    y = tape.apply(Op::linear, {y, tape.parameter(named)});
    part = tape.apply(Op::sum, {y});
    y = tape.apply(Op::sum, {tape.apply(Op::linear, {y, tape.parameter(last)})});
    loss = tape.apply(Op::add, {y, penalty});
    tape.forward();
  }

  std::vector<std::uint64_t> bits() const {
    std::vector<std::uint64_t> all;
    for (const Real g : std::as_const(*parameters).gradients()) all.push_back(std::bit_cast<std::uint64_t>(double(g)));
    return all;
  }
};

TEST_CASE_TEMPLATE("from zero, a pass gives the bits of zeroGrad and backward, for any use of a weight", Real, float,
                   double) {
  Uses<Real> uses;
  uses.tape.zeroGrad();
  uses.tape.backward(uses.loss);
  const auto right = uses.bits();
  for (Real& g : uses.parameters->gradients()) g = Real(1e6);
  uses.tape.backwardFromZero(uses.loss);
  CHECK(uses.bits() == right);
  uses.tape.backwardFromZero(uses.loss);
  CHECK(uses.bits() == right);
}

TEST_CASE("a plain pass after one from zero adds to it") {
  Uses<double> uses;
  uses.tape.backwardFromZero(uses.loss);
  const auto once = std::vector<double>(uses.parameters->gradients().begin(), uses.parameters->gradients().end());
  uses.tape.backward(uses.loss);
  for (std::size_t i = 0; i < once.size(); ++i)
    CHECK(uses.parameters->gradients()[i] == doctest::Approx(2 * once[i]).epsilon(1e-12));
}

TEST_CASE("from zero, a pass to another output leaves zeros where it does not lead") {
  Uses<double> uses;
  uses.tape.backwardFromZero(uses.loss);
  uses.tape.zeroGrad();
  uses.tape.backward(uses.part);
  const auto right = uses.bits();
  uses.tape.backwardFromZero(uses.loss);
  uses.tape.backwardFromZero(uses.part);
  CHECK(uses.bits() == right);
  const auto gradients = uses.parameters->gradients();
  CHECK(gradients.back() == 0);  // of the weight that only the loss uses
}

}  // namespace
}  // namespace backprop
