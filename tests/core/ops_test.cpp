// Every operation's backward rule against dual numbers (exact) and central differences, generated from the table.
#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <string>

#include "backprop/dual.hpp"
#include "backprop/tape.hpp"
#include "compare.hpp"
#include "ops_samples.hpp"
#include "recorded_op.hpp"

namespace backprop {
namespace {

using test::close, test::Recorded, test::Sample, test::samplesOf;

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

}  // namespace
}  // namespace backprop
