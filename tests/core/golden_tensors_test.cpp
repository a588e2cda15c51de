// Every operation on tensors against PyTorch, in double and float: tests/golden/tensor_cases.json and ops_cases.json.
#include <doctest/doctest.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "backprop/tape.hpp"
#include "compare.hpp"
#include "golden.hpp"

namespace backprop {
namespace {

namespace golden = test::golden;

/// A bound of the files' "compare".
struct Bound {
  double absolute, relative;
};

/// A product's sums may cancel, so that float32 keeps fewer digits of them.
template <class Real> Bound boundOf(Op op) {
  if (sizeof(Real) == sizeof(double)) return {1e-12, 1e-10};
  return op == Op::matmul || op == Op::linear ? Bound{1e-5, 1e-4} : Bound{1e-6, 2e-5};
}

std::string element(std::string_view what, std::size_t i, double got, double want) {
  return std::string(what) + "[" + std::to_string(i) + "] is " + doctest::toString(got).c_str() + ", wanted " +
         doctest::toString(want).c_str();
}

/// What is wrong with `got`, if anything; elements where `skip` holds are left out.
template <class Real, class Skip>
std::optional<std::string> problem(std::string_view what, std::span<const Real> got, golden::Numbers want, Bound bound,
                                   Skip skip) {
  if (got.size() != want.size())
    return std::string(what) + " has " + std::to_string(got.size()) + " elements, wanted " +
           std::to_string(want.size());
  for (std::size_t i = 0; i < want.size(); ++i)
    if (!skip(i) && !test::close(double(got[i]), want[i], bound.absolute, bound.relative))
      return element(what, i, double(got[i]), want[i]);
  return std::nullopt;
}

/// The attributes of a case as the table orders them, or the name that the table does not know.
Result<Attributes> attributesOf(const OpInfo& info, const golden::TensorCase& given) {
  Attributes attributes = info.defaults();
  std::size_t sizes = 0;
  for (const auto& [name, value] : given.attributes) {
    const std::string_view ours = name == "axis" ? "dim" : name == "ddof" ? "correction" : name;
    std::size_t at = sizes;
    if (ours == "shape")
      ++sizes;
    else
      for (at = 0; at < info.attributeCount() && info.attributes[at].name != ours;) ++at;
    if (at >= info.attributeCount()) return errorAt(info.name, "there is no attribute " + std::string(name));
    attributes[at] = value;
  }
  return attributes;
}

template <class Real> std::vector<Real> numbers(golden::Numbers from) { return {from.begin(), from.end()}; }

/// Records a case, runs it both ways, and says what differs from PyTorch.
template <class Real> std::optional<std::string> run(const golden::TensorCase& given) {
  const bool wide = sizeof(Real) == sizeof(double);
  const std::optional<Op> op = findOp(given.op);
  if (!op) return "there is no operation " + std::string(given.op);
  const OpInfo& info = opInfo(*op);
  const Result<Attributes> attributes = attributesOf(info, given);
  if (!attributes.ok()) return attributes.error().message;

  Tape<Real> tape;
  std::vector<NodeId> inputs;
  bool differentiable = false;
  for (const golden::Input& input : given.inputs) {
    // Where no gradient passes, an input that could take one shows that none comes.
    const bool variable = input.variable || info.stopsGradient;
    const std::vector<Real> data = numbers<Real>(input.data);
    inputs.push_back(variable ? tape.variable(input.shape, data) : tape.constant(input.shape, data));
    differentiable |= input.variable;
  }
  const Result<NodeId> output = tape.tryApply(*op, inputs, attributes.value());
  if (!output.ok()) return "refused: " + output.error().message;
  const NodeId y = output.value();
  if (tape.node(y).shape != given.shape)
    return "the shape is " + toString(tape.node(y).shape) + ", wanted " + toString(given.shape);

  tape.forward();
  const Bound bound = boundOf<Real>(*op);
  const auto none = [](std::size_t) { return false; };
  const std::span<const Real> value = std::as_const(tape).value(y);
  if (auto wrong = problem("the value", value, wide ? given.value : given.value32, bound, none)) return wrong;

  if (info.stopsGradient && tape.node(y).requiresGrad) return "a gradient passes where PyTorch lets none through";
  if (!differentiable || given.judged == golden::Judged::none) return std::nullopt;
  const Status started = tape.tryBeginBackward(y, numbers<Real>(given.cotangent));
  if (!started.ok()) return "backward is refused: " + started.error().message;
  while (tape.backwardStep()) {
  }
  for (std::size_t k = 0; k < inputs.size(); ++k) {
    const golden::Input& input = given.inputs[k];
    if (!input.variable) continue;
    const auto open = [&](std::size_t i) {
      return given.judged == golden::Judged::whereNumber && std::isnan(input.data[i]);
    };
    const std::span<const Real> gradient = std::as_const(tape).gradient(inputs[k]);
    const std::string what = "the gradient of " + std::string(input.name);
    if (auto wrong = problem(what, gradient, wide ? input.gradient : input.gradient32, bound, open)) return wrong;
  }
  return std::nullopt;
}

/// Every case is judged in one number type; the message of a failure starts with its id.
template <class Real> void runAll(std::span<const golden::TensorCase> cases) {
  for (const golden::TensorCase& given : cases) {
    const std::optional<std::string> wrong = run<Real>(given);
    CHECK_MESSAGE(!wrong, std::string(given.id), " ", std::string(given.op),
                  sizeof(Real) == 8 ? " float64: " : " float32: ", wrong.value_or(""));
  }
}

TEST_CASE("tensor cases agree with PyTorch in float64") { runAll<double>(golden::tensorCases); }
TEST_CASE("tensor cases agree with PyTorch in float32") { runAll<float>(golden::tensorCases); }
TEST_CASE("cases of every operation agree with PyTorch in float64") { runAll<double>(golden::opsCases); }
TEST_CASE("cases of every operation agree with PyTorch in float32") { runAll<float>(golden::opsCases); }

TEST_CASE("no tensor case is lost, and every operation of the table has at least two") {
  CHECK(golden::tensorCases.size() == 51);
  CHECK(golden::opsCases.size() == 498);
  std::set<std::string_view> ids;
  for (const auto cases : {golden::tensorCases, golden::opsCases})
    for (const golden::TensorCase& given : cases) CHECK(ids.insert(given.id).second);
  for (const OpInfo& info : opTable()) {
    std::size_t count = 0;
    for (const golden::TensorCase& given : golden::opsCases) {
      if (given.op != info.name) continue;
      ++count;
      for (std::size_t k = 0; k < given.inputs.size(); ++k)
        CHECK_MESSAGE(given.inputs[k].name == info.inputs[k], std::string(given.id));
    }
    CHECK_MESSAGE(count >= 2, std::string(info.name));
  }
}

}  // namespace
}  // namespace backprop
