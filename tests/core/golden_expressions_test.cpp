// Expressions of the language against PyTorch and mpmath, in double and float: scalar_cases.json and edge_cases.json.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "backprop/program.hpp"
#include "compare.hpp"
#include "golden.hpp"

namespace backprop {
namespace {

namespace golden = test::golden;

/// What the language makes of a case.
struct Answer {
  std::string error;  ///< empty when there is none
  double value = 0;
  std::vector<double> gradients = {};  ///< of the variables, in order
};

template <class Real> Answer evaluate(const golden::ExpressionCase& given) {
  RecordOptions options;
  for (const golden::Variable& variable : given.variables)
    options.values[std::string(variable.name)] = {Shape{}, {variable.at}};
  auto [program, diagnostics] = record<Real>(given.source, options);
  if (!diagnostics.empty()) return {diagnostics.front().message};
  if (!program.output) return {"there is no output"};
  Tape<Real>& tape = program.tape;
  const NodeId y = *program.output;
  tape.forward();
  Answer answer{"", double(tape.value(y)[0])};
  if (const Status started = tape.tryBeginBackward(y); !started.ok()) return {started.error().message};
  while (tape.backwardStep()) {
  }
  for (const golden::Variable& variable : given.variables) {
    const auto leaf = program.find(variable.name);
    if (!leaf) return {"no leaf is called " + std::string(variable.name)};
    answer.gradients.push_back(double(tape.gradient(*leaf)[0]));
  }
  return answer;
}

/// One number beside what was wanted; empty when it is right.
std::string differs(std::string_view what, bool right, double got, double want) {
  if (right) return "";
  return std::string(what) + " is " + doctest::toString(got).c_str() + ", wanted " + doctest::toString(want).c_str() +
         "; ";
}

/// The bound of scalar_cases.json: a gradient that is 0 may be off by what rounding leaves of the value, and float32 by
/// four times PyTorch's own error.
template <class Real> std::string judgeScalar(const golden::ExpressionCase& given, const Answer& answer) {
  const bool wide = sizeof(Real) == sizeof(double);
  const auto right = [&](double got, double want, double error32) {
    return wide ? test::close(got, want, 1e-12, 1e-10)
                : test::close(got, want, 1e-6, 5e-6) || test::close(got, want, 0, 4 * error32);
  };
  const double value = wide ? given.value : given.value32;
  std::string wrong = differs("the value", right(answer.value, value, given.error32), answer.value, value);
  for (std::size_t i = 0; i < given.variables.size(); ++i) {
    const golden::Variable& variable = given.variables[i];
    const double got = answer.gradients[i], want = wide ? variable.gradient : variable.gradient32;
    const bool fits = wide && want == 0 ? std::abs(got) <= 1e-12 * std::max(1.0, std::abs(value))
                                        : right(got, want, variable.error32);
    wrong += differs("the gradient of " + std::string(variable.name), fits, got, want);
  }
  return wrong;
}

/// The bound of edge_cases.json: the same kind of number, the same zero, else 1e-12 relative; or another answer that
/// the case allows.
template <class Real> std::string judgeEdge(const golden::ExpressionCase& given, const Answer& answer) {
  const bool wide = sizeof(Real) == sizeof(double);
  const auto is = [&](double got, double want) {
    if (want == 0 || !std::isfinite(want)) return test::same(got, want);
    return test::close(got, want, 0, wide ? 1e-12 : 5e-6);
  };
  const auto fits = [&](double got, double want, golden::Numbers others) {
    return is(got, want) || std::ranges::any_of(others, [&](double other) { return is(got, other); });
  };
  const double value = wide ? given.value : given.value32;
  std::string wrong = differs("the value", fits(answer.value, value, given.alsoAllowed), answer.value, value);
  if (!given.judged) return wrong;

  const std::size_t count = given.variables.size();
  for (std::size_t at = 0; at < given.alsoTuples.size(); at += count) {
    const golden::Numbers tuple = given.alsoTuples.subspan(at, count);
    if (std::ranges::equal(answer.gradients, tuple, is)) return wrong;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const golden::Variable& variable = given.variables[i];
    const double want = wide ? variable.gradient : variable.gradient32;
    const double got = answer.gradients[i];
    wrong += differs("the gradient of " + std::string(variable.name), fits(got, want, variable.alsoAllowed), got, want);
  }
  return wrong;
}

template <class Real, class Judge> void runAll(std::span<const golden::ExpressionCase> cases, Judge judge) {
  for (const golden::ExpressionCase& given : cases) {
    const std::string place = std::string(given.id) + " " + std::string(given.source) + ": ";
    const Answer answer = evaluate<Real>(given);
    CHECK_MESSAGE(answer.error.empty(), place, answer.error);
    if (!answer.error.empty()) continue;
    const std::string wrong = judge(given, answer);
    CHECK_MESSAGE(wrong.empty(), place, wrong);
  }
}

TEST_CASE("scalar expressions agree with the truth in float64") {
  runAll<double>(golden::scalarCases, judgeScalar<double>);
}

TEST_CASE("scalar expressions agree with the truth in float32, all but the one that is beyond its range") {
  std::vector<golden::ExpressionCase> cases(golden::scalarCases.begin(), golden::scalarCases.end());
  CHECK(std::erase_if(cases, [](const golden::ExpressionCase& given) { return !given.inFloat32; }) == 1);
  runAll<float>(cases, judgeScalar<float>);
}

TEST_CASE("edge cases have PyTorch's answer, or another one that is defensible, in float64") {
  runAll<double>(golden::edgeCases, judgeEdge<double>);
}

TEST_CASE("edge cases have PyTorch's answer, or another one that is defensible, in float32") {
  runAll<float>(golden::edgeCases, judgeEdge<float>);
}

TEST_CASE("no expression is lost") {
  CHECK(golden::scalarCases.size() == 35);
  CHECK(golden::edgeCases.size() == 110);
  std::set<std::string_view> ids;
  for (const auto cases : {golden::scalarCases, golden::edgeCases})
    for (const golden::ExpressionCase& given : cases) {
      CHECK(ids.insert(given.id).second);
      CHECK_MESSAGE(!given.variables.empty(), std::string(given.id));
    }
}

}  // namespace
}  // namespace backprop
