// Standardised inputs, also of numbers whose squares overflow.
#include "backprop/standardization.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "csv_reading.hpp"

namespace backprop {
namespace {

using namespace test;

// Against sums written down plainly.
TEST_CASE("standardised inputs have mean 0 and deviation 1, and other rows follow the same formula") {
  Random random(7);
  const DatasetInfo& gauss = datasetTable()[2];
  Dataset data = gauss.generate(500, 0.3, random), other = gauss.generate(3, 0.3, random);
  const Dataset before = other;
  const Standardization by = standardizationOf(data);
  standardize(data, by);
  standardize(other, by);
  for (std::uint32_t c = 0; c < 2; ++c) {
    double sum = 0, squares = 0;
    for (std::uint32_t i = 0; i < 500; ++i) sum += data.x[2 * i + c], squares += data.x[2 * i + c] * data.x[2 * i + c];
    CHECK(std::abs(sum / 500) < 1e-12);
    CHECK(std::abs(squares / 500 - 1) < 1e-12);
    for (std::uint32_t i = 0; i < 3; ++i)
      CHECK(other.x[2 * i + c] == (before.x[2 * i + c] - by.mean[c]) / by.deviation[c]);
  }
  CHECK(by.warnings.empty());
  CHECK(targetStandardizationOf(data).mean.empty());
}

TEST_CASE("a constant column becomes 0, and one row or none is no trouble") {
  Dataset data = make("a,b,y\n0.1,5,1\n0.1,6,2\n0.1,7,3\n", {.targets = {"y"}}).data;
  const Standardization by = standardizationOf(data);
  CHECK(by.deviation[0] == 1);
  standardize(data, by);
  CHECK(data.x[0] == 0);
  CHECK(data.x[2] == 0);
  Dataset one = data.subset(std::vector<std::uint32_t>{1}), none = data.subset({});
  standardize(one, standardizationOf(one));
  standardize(none, standardizationOf(none));
  CHECK(one.x == Numbers{0, 0});
  CHECK(standardizationOf(none).deviation == Numbers{1, 1});
}

TEST_CASE("the values of a regression are standardised apart from its inputs") {
  Dataset data = make("a,y\n1,1000\n2,3000\n", {.targets = {"y"}}).data;
  standardizeTargets(data, targetStandardizationOf(data));
  CHECK(data.y == Numbers{-1, 1});
  CHECK(data.x == Numbers{1, 2});
}

TEST_CASE("bad inputs: numbers whose squares overflow are standardised with a warning and without NaN (csv-045)") {
  const CsvDataset made = make("x,y\n1.7976931348623157e308,1\n-1.7976931348623157e308,2\n", {.targets = {"y"}});
  const std::string warning =
      "column 'x' reaches 1.79769e+308, more than float32 can hold (3.4e38); it can be trained on only while it is "
      "standardised";
  CHECK(made.report.warnings == Names{warning});
  Dataset data = made.data;
  const Standardization by = standardizationOf(data);
  CHECK(by.warnings == Names{warning});
  standardize(data, by);
  CHECK(data.x == Numbers{1, -1});
}

TEST_CASE("standardising numbers of any size gives numbers that float32 holds") {
  const Numbers hostile{0,
                        4.9e-324,
                        -4.9e-324,
                        1e-300,
                        1,
                        -1,
                        1e16,
                        1e16 + 2,
                        1e154,
                        1e300,
                        -1e300,
                        1.7976931348623157e308,
                        -1.7976931348623157e308};
  for (const double a : hostile)
    for (const double b : hostile)
      for (const double c : hostile) {
        Dataset data{Task::regression, {"x"}, {}, {"y"}, {a, a, b}, {0, 0, 0}};
        const Standardization by = standardizationOf(data);
        Dataset other = data;
        other.x[2] = c;
        standardize(other, by);
        CAPTURE(a);
        CAPTURE(b);
        CAPTURE(c);
        CHECK((std::isfinite(by.mean[0]) && by.deviation[0] > 0 && std::isfinite(by.deviation[0])));
        for (const double x : other.x) CHECK(std::abs(x) <= 3.5e38);
      }
}

}  // namespace
}  // namespace backprop
