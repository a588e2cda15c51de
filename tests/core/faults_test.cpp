// Each deliberate fault gives the wrong number that it is known for, beside the right one.
#include "backprop/faults.hpp"

#include <doctest/doctest.h>

#include "compare.hpp"

namespace backprop {
namespace {

/// y = x² + 3x as x · x + 3 · x at 2.
struct Polynomial {
  Tape<double> tape;
  NodeId x, y;

  Polynomial() {
    x = tape.variable(2.0);
    y = tape.apply(Op::add, {tape.apply(Op::mul, {x, x}), tape.apply(Op::mul, {tape.constant(3.0), x})});
    tape.forward();
  }
  FaultyGradients<double> with(Fault fault) { return backwardWithFault<double>(tape, y, fault).value(); }
};

TEST_CASE("without a fault both passes are the tape's own") {
  Polynomial p;
  const auto found = p.with(Fault::none);
  p.tape.backward(p.y);
  for (NodeId id = 0; id < p.tape.size(); ++id) {
    const auto want = p.tape.gradient(id);
    CHECK(std::ranges::equal(found.right[id], want));
    CHECK(found.wrong[id] == found.right[id]);
  }
}

TEST_CASE("= instead of += keeps the last contribution alone: 2 of 7") {
  Polynomial p;
  const auto found = p.with(Fault::overwrite);
  CHECK(found.right[p.x][0] == 7);
  CHECK(found.wrong[p.x][0] == 2);  // x · x comes last, its second input last of all
}

TEST_CASE("without zero_grad the gradient of a leaf is twice what it should be, and others are right") {
  Polynomial p;
  const auto found = p.with(Fault::no_zero_grad);
  CHECK(found.wrong[p.x][0] == 14);
  CHECK(found.wrong[p.y] == found.right[p.y]);
}

TEST_CASE("a forgotten derivative passes the gradient of tanh on unchanged") {
  Tape<double> tape;
  const NodeId x = tape.variable(0.5), y = tape.apply(Op::tanh, {x});
  tape.forward();
  const auto found = backwardWithFault<double>(tape, y, Fault::forgotten_derivative).value();
  CHECK(found.wrong[x][0] == 1);
  CHECK(test::close(found.right[x][0], 1 - std::tanh(0.5) * std::tanh(0.5), 1e-15, 1e-15));
}

TEST_CASE("in the wrong order a node hands on before all its uses have reported") {
  // a = x + 1 is used by y directly and through b = 2a: found by y first, it hands on 1 of its 3.
  Tape<double> tape;
  const NodeId x = tape.variable(1.0), a = tape.apply(Op::add, {x, tape.constant(1.0)});
  const NodeId b = tape.apply(Op::mul, {tape.constant(2.0), a}), y = tape.apply(Op::add, {a, b});
  tape.forward();
  const auto found = backwardWithFault<double>(tape, y, Fault::wrong_order).value();
  CHECK(found.right[x][0] == 3);
  CHECK(found.wrong[x][0] == 1);
  CHECK(found.wrong[a][0] == 3);  // too late
}

TEST_CASE("a chain without a second use is right in any order and with =") {
  Tape<double> tape;
  const NodeId x = tape.variable(0.5), y = tape.apply(Op::exp, {tape.apply(Op::tanh, {x})});
  tape.forward();
  for (const Fault fault : {Fault::overwrite, Fault::wrong_order}) {
    const auto found = backwardWithFault<double>(tape, y, fault).value();
    CHECK(found.wrong[x] == found.right[x]);
  }
}

TEST_CASE("a faulty pass needs what a right one needs, and leaves the tape's gradients alone") {
  Polynomial p;
  p.tape.backward(p.y);
  CHECK(p.with(Fault::overwrite).wrong[p.x][0] == 2);
  CHECK(p.tape.gradient(p.x)[0] == 7);
  Tape<double> tape;
  const NodeId x = tape.variable(Shape::vector(2), std::vector<double>{1, 2}), y = tape.apply(Op::exp, {x});
  tape.forward();
  CHECK(backwardWithFault<double>(tape, y, Fault::none)
            .error()
            .message.starts_with("[backward] the output has shape [2]"));
  CHECK(backwardWithFault<double>(tape, y, Fault::overwrite, std::vector<double>{1, 1}).ok());
}

TEST_CASE("every fault has a name and a sentence") {
  CHECK(faultTable().size() == static_cast<std::size_t>(Fault::no_zero_grad) + 1);
  for (const FaultInfo& info : faultTable()) CHECK_FALSE(info.help.empty());
}

}  // namespace
}  // namespace backprop
