// Training against PyTorch, in double and float: tests/golden/mlp_trajectories.json and optimizer_cases.json.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "backprop/given_data.hpp"
#include "backprop/optimizer.hpp"
#include "backprop/trainer.hpp"
#include "compare.hpp"
#include "golden.hpp"

namespace backprop {
namespace {

namespace golden = test::golden;
using test::close;

OptionValue valueOf(const golden::Setting& setting, OptionType type) {
  if (!setting.text.empty()) return std::string(setting.text);
  if (setting.flag) return setting.numbers[0] != 0;
  if (type == OptionType::numbers || type == OptionType::integers) return listOfNumbers(setting.numbers);
  return setting.numbers[0];
}

template <class Real> RunOptions optionsOf(std::span<const golden::Setting> settings) {
  std::vector<std::pair<std::string, OptionValue>> given{{"dtype", sizeof(Real) == 4 ? "float32" : "float64"}};
  for (const golden::Setting& setting : settings)
    given.emplace_back(setting.name, valueOf(setting, optionNamed(setting.name).type()));
  return readOptions(given).value();
}

/// A bound of the file's "compare". Float32 is judged by the nearer of both answers.
struct Bound {
  double absolute, relative;
};
template <class Real> Bound boundAt(const golden::Record& record) {
  if (sizeof(Real) == sizeof(double)) return record.step < 100 ? Bound{1e-10, 1e-8} : Bound{1e-8, 1e-6};
  return record.step < 10 ? Bound{1e-5, 1e-4} : Bound{1e-5, std::max(1e-3, 20 * record.deviation)};
}

template <class Real> bool judge(double got, double want64, double want32, Bound bound) {
  const auto [absolute, relative] = bound;
  return close(got, want64, absolute, relative) || (sizeof(Real) == 4 && close(got, want32, absolute, relative));
}

template <class Real>
void check(std::string_view what, std::span<const Real> got, golden::Numbers want64, golden::Numbers want32,
           Bound bound) {
  REQUIRE(got.size() == want64.size());
  for (std::size_t i = 0; i < got.size(); ++i) {
    const std::string entry = std::string(what) + "[" + std::to_string(i) + "]";
    CAPTURE(entry);
    CAPTURE(want64[i]);
    CAPTURE(got[i]);
    CHECK(judge<Real>(got[i], want64[i], want32[i], bound));
  }
}

template <class Real> void runTrajectory(const golden::TrajectoryCase& wanted) {
  CAPTURE(std::string(wanted.id));
  const RunOptions options = optionsOf<Real>(wanted.settings);
  const GivenTensor x{wanted.xShape, {wanted.x.begin(), wanted.x.end()}};
  const GivenTensor y{wanted.yShape, {wanted.y.begin(), wanted.y.end()}};
  Trainer<Real> trainer(options, datasetOf(options, x, y).value());
  const std::vector<Real> initial(wanted.initial.begin(), wanted.initial.end());
  (void)trainer.setParameters(0, initial).value();
  const auto& block = std::as_const(*trainer.network().parameters());
  REQUIRE(block.size() == initial.size());
  for (const golden::Record& record : wanted.records) {
    CAPTURE(record.step);
    const Bound bound = boundAt<Real>(record);
    trainer.step(static_cast<std::uint32_t>(record.step - 1 - double(trainer.progress().step)));
    CHECK(judge<Real>(trainer.progress().loss, record.loss, record.loss32, bound));
    check<Real>("gradients", block.gradients(), record.gradients, record.gradients32, bound);
    trainer.step(1);
    check<Real>("parameters", block.values(), record.after, record.after32, bound);
  }
}

TEST_CASE("every network follows PyTorch's trajectory: loss, every gradient and every parameter over 100 steps") {
  REQUIRE(golden::trajectoryCases.size() >= 6);
  for (const golden::TrajectoryCase& wanted : golden::trajectoryCases) {
    runTrajectory<double>(wanted);
    runTrajectory<float>(wanted);
  }
}

template <class Real> void runOptimizer(const golden::OptimizerCase& wanted) {
  CAPTURE(std::string(wanted.id));
  const RunOptions options = optionsOf<Real>(wanted.settings);
  std::vector<Real> parameters(wanted.initial.begin(), wanted.initial.end());
  const std::size_t size = parameters.size();
  std::vector<Real> gradients(size), update(size);
  Optimizer<Real> optimizer(options, size);
  int step = 0;
  for (const golden::Record& record : wanted.records) {
    CAPTURE(record.step);
    while (step < record.step) {
      ++step;
      for (std::size_t j = 0; j < size; ++j) gradients[j] = Real((int(3 * step + 5 * j) % 7 - 3) / 4.0);
      optimizer.propose(options.lr, gradients, parameters, update);
      applyUpdate<Real>(update, parameters);
      optimizer.commit();
    }
    check<Real>("parameters", parameters, record.after, record.after32, boundAt<Real>(record));
  }
}

TEST_CASE("every optimizer follows PyTorch's over 100 steps") {
  REQUIRE(golden::optimizerCases.size() >= 4);
  for (const golden::OptimizerCase& wanted : golden::optimizerCases) {
    runOptimizer<double>(wanted);
    runOptimizer<float>(wanted);
  }
}

}  // namespace
}  // namespace backprop
