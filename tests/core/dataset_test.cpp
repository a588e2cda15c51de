// Data sets: the generated shapes, what each promises, and the split.
#include "backprop/dataset.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <set>

namespace backprop {
namespace {

const DatasetInfo& kind(std::string_view name) {
  const auto found = std::ranges::find(datasetTable(), name, &DatasetInfo::name);
  REQUIRE(found != datasetTable().end());
  return *found;
}

Dataset generate(std::string_view name, std::uint32_t rows, double noise, std::uint64_t seed = 1) {
  Random random(seed);
  return kind(name).generate(rows, noise, random);
}

std::uint64_t mixed(std::uint64_t hash, double value) {  // FNV-1a over the eight bytes
  const auto bits = std::bit_cast<std::uint64_t>(value);
  for (int i = 0; i < 64; i += 8) hash = (hash ^ (bits >> i & 255)) * 1099511628211u;
  return hash;
}

// The numbers on the page, and what has been written about them, follow from these points.
TEST_CASE("the first four sets and their split have the bits that they always had") {
  struct Row {
    const char* name;
    double noise;
    std::uint64_t hash;
  };
  for (const Row& row : {Row{"circle", 0, 0x567f5caf7a3dd8a5u}, Row{"circle", 0.2, 0xf7692340b92c6a0fu},
                         Row{"xor", 0, 0x688a7eb1d31f9a48u}, Row{"xor", 0.2, 0x8b77512dc86ab9b8u},
                         Row{"gauss", 0, 0x9a68ada465d30993u}, Row{"gauss", 0.2, 0xfbda20788057a7dbu},
                         Row{"spiral", 0, 0x817ea212afc21b2bu}, Row{"spiral", 0.2, 0xa2b88e57bc704f33u}}) {
    Random random(1, 1);
    const Split parts = split(kind(row.name).generate(101, row.noise, random), 0.8, random);
    CHECK(parts.train.rows() == 81);
    std::uint64_t hash = 14695981039346656037u;
    for (const Dataset* part : {&parts.train, &parts.test})
      for (std::uint32_t i = 0; i < part->rows(); ++i) {
        for (const double x : part->inputsOf(i)) hash = mixed(hash, x);
        const auto label = static_cast<std::uint64_t>(part->y[i]);
        hash = mixed(hash, std::bit_cast<double>(label));  // it was a whole number then
      }
    CAPTURE(row.name);
    CHECK(hash == row.hash);
  }
}

TEST_CASE("today's names come first, and every name is there once") {
  std::vector<std::string_view> names;
  for (const DatasetInfo& info : datasetTable()) names.push_back(info.name);
  CHECK(std::vector(names.begin(), names.begin() + 4) ==
        std::vector<std::string_view>{"circle", "xor", "gauss", "spiral"});
  CHECK(std::set(names.begin(), names.end()).size() == names.size());
}

TEST_CASE("every set has the columns, classes and rows that its table row says, also none") {
  for (const DatasetInfo& info : datasetTable())
    for (const std::uint32_t rows : {0u, 1u, 2u, 7u, 200u}) {
      Random random(3);
      const Dataset data = info.generate(rows, 0.1, random);
      CAPTURE(info.name);
      CHECK(data.rows() == rows);
      CHECK(data.task == info.task);
      CHECK(data.inputCount() == info.inputs.size());
      CHECK(data.outputCount() == info.outputs.size());
      CHECK(data.x.size() == rows * info.inputs.size());
      if (info.task != Task::classification) {
        CHECK(data.classes.empty());
        continue;
      }
      CHECK(data.outputs.size() == 1);
      for (const double label : data.y) {
        CHECK(label == std::floor(label));
        CHECK((label >= 0 && label < data.classes.size()));
      }
    }
}

TEST_CASE("without noise all points lie inside the extent, all values within ±1.2, and each class has its share") {
  for (const DatasetInfo& info : datasetTable()) {
    const Dataset data = generate(info.name, 1200, 0);
    CAPTURE(info.name);
    for (const double x : data.x) CHECK((std::abs(x) <= info.extent));
    if (info.task == Task::regression) {
      for (const double y : data.y) CHECK(std::abs(y) <= 1.2);
    } else {
      for (std::size_t c = 0; c < data.classes.size(); ++c)
        CHECK(std::ranges::count(data.y, double(c)) >= 0.4 * 1200 / double(data.classes.size()));
    }
  }
}

TEST_CASE("the same seed gives the same points, another seed others; nothing else is drawn from") {
  for (const DatasetInfo& info : datasetTable()) {
    CAPTURE(info.name);
    CHECK(generate(info.name, 50, 0.2).x == generate(info.name, 50, 0.2).x);
    CHECK(generate(info.name, 50, 0.2).y == generate(info.name, 50, 0.2).y);
    CHECK(generate(info.name, 50, 0.2).x != generate(info.name, 50, 0.2, 2).x);
    CHECK((generate(info.name, 50, 0.2).x != generate(info.name, 50, 0).x ||
           generate(info.name, 50, 0.2).y != generate(info.name, 50, 0).y));
  }
}

TEST_CASE("all numbers are float32's, so that both precisions learn from the same points") {
  for (const DatasetInfo& info : datasetTable()) {
    const Dataset data = generate(info.name, 100, 0.3);
    for (const double x : data.x) CHECK(double(float(x)) == x);
    for (const double y : data.y) CHECK(double(float(y)) == y);
  }
}

// Where a pure shape lies is checked from the outside: by the rule that a reader would write down.
TEST_CASE("rings are told apart by their distance from the middle") {
  const Dataset data = generate("rings", 300, 0);
  for (std::uint32_t i = 0; i < data.rows(); ++i) {
    const double r = std::hypot(data.x[2 * i], data.x[2 * i + 1]);
    CHECK(data.y[i] == (r < 1.5 ? 0 : r < 3.5 ? 1 : 2));
  }
}

TEST_CASE("a checkerboard's neighbouring fields differ, and fields across a corner are alike") {
  const Dataset data = generate("checkerboard", 2000, 0);
  double label[4][4] = {};
  for (std::uint32_t i = 0; i < data.rows(); ++i) {
    const auto at = [](double x) { return std::min(3, int((x + 5) / 2.5)); };
    const int column = at(data.x[2 * i]), row = at(data.x[2 * i + 1]);
    CHECK(data.y[i] == (column + row) % 2);
    label[column][row] += 1;
  }
  for (const auto& column : label)
    for (const double count : column) CHECK(count > 50);  // 125 on average
}

TEST_CASE("moons lie on two half circles that no line parts") {
  const Dataset data = generate("moons", 400, 0);
  for (std::uint32_t i = 0; i < data.rows(); ++i) {
    const double x = data.x[2 * i] * 0.3 + 0.5, y = data.x[2 * i + 1] * 0.3 + 0.25;
    const bool upper = data.y[i] == 1;
    CHECK(std::abs(std::hypot(upper ? x : x - 1, upper ? y : y - 0.5) - 1) < 1e-6);
    CHECK((upper ? y >= -1e-6 : y <= 0.5 + 1e-6));
  }
}

TEST_CASE("regressions without noise are their formulas") {
  struct Row {
    const char* name;
    double (*formula)(double x1, double x2);
  };
  for (const Row& row : {
           Row{"reg-plane", [](double a, double b) { return (a + b) / 10; }},
           Row{"sin", [](double x, double) { return std::sin(x); }},
           Row{"step", [](double x, double) { return std::copysign(1.0, x); }},
           Row{"abs", [](double x, double) { return std::abs(x) / 2.5 - 1; }},
           Row{"poly", [](double x, double) { return std::cos(3 * std::acos(std::clamp(x / 5, -1.0, 1.0))); }},
       }) {
    const Dataset data = generate(row.name, 500, 0);
    CAPTURE(row.name);
    for (std::uint32_t i = 0; i < data.rows(); ++i) {
      const auto x = data.inputsOf(i);
      CHECK(std::abs(data.y[i] - row.formula(x[0], x.back())) < 2e-6);  // x and y are rounded to float32
    }
  }
}

TEST_CASE("the hills of reg-gauss alternate, and between them it is flat") {
  const Dataset data = generate("reg-gauss", 20'000, 0);
  int high = 0, flat = 0;
  for (std::uint32_t i = 0; i < data.rows(); ++i) {
    const double x = data.x[2 * i], y = data.x[2 * i + 1], value = data.y[i];
    const double column = std::clamp(std::round(x / 4), -1.0, 1.0), cx = 4 * column, cy = y > 0 ? 2.5 : -2.5;
    const double distance = std::hypot(x - cx, y - cy);
    const double sign = (column == 0) == (y < 0) ? 1 : -1;
    CHECK(std::abs(value - sign * std::max(0.0, 1 - distance / 2)) < 2e-6);
    high += std::abs(value) > 0.9;
    flat += value == 0;
  }
  CHECK(high > 20);
  CHECK(flat > 5000);
}

TEST_CASE("noise on a curve is normal, with the deviation that was asked for") {
  const Dataset data = generate("step", 10'000, 0.25);
  double sum = 0, squares = 0;
  for (std::uint32_t i = 0; i < data.rows(); ++i) {
    const double error = data.y[i] - std::copysign(1.0, data.x[i]);
    sum += error;
    squares += error * error;
  }
  CHECK(std::abs(sum / 10'000) < 4 * 0.25 / 100);  // four standard errors
  CHECK(std::abs(std::sqrt(squares / 10'000) - 0.25) < 4 * 0.25 / 141);
}

Dataset counted(std::uint32_t rows) {
  Dataset data{Task::regression, {"a", "b"}, {}, {"u", "v", "w"}, {}, {}};
  for (std::uint32_t i = 0; i < rows; ++i) {
    for (int j = 0; j < 2; ++j) data.x.push_back(10 * i + j);
    for (int j = 0; j < 3; ++j) data.y.push_back(100 * i + j);
  }
  return data;
}

TEST_CASE("a subset has the rows that were named, in that order, with all their columns") {
  const Dataset part = counted(5).subset(std::vector<std::uint32_t>{4, 0, 4});
  CHECK(part.rows() == 3);
  CHECK(part.x == std::vector<double>{40, 41, 0, 1, 40, 41});
  CHECK(part.y == std::vector<double>{400, 401, 402, 0, 1, 2, 400, 401, 402});
  CHECK(part.inputs == std::vector<std::string>{"a", "b"});
  CHECK(part.outputs == std::vector<std::string>{"u", "v", "w"});
  CHECK(counted(5).subset({}).rows() == 0);
}

TEST_CASE("a split keeps every row once and whole, and gives each side at least one below a fraction of 1") {
  struct Row {
    std::uint32_t rows;
    double fraction;
    std::uint32_t train;
  };
  for (const Row& row : {Row{10, 0.8, 8}, Row{10, 0, 1}, Row{10, 0.999, 9}, Row{10, 1, 10}, Row{2, 0.5, 1},
                         Row{1, 0.5, 1}, Row{1, 1, 1}, Row{0, 0.5, 0}, Row{0, 1, 0}}) {
    Random random(4);
    const Split parts = split(counted(row.rows), row.fraction, random);
    CHECK(parts.train.rows() == row.train);
    CHECK(parts.test.rows() == row.rows - row.train);
    CHECK(parts.test.inputs == parts.train.inputs);
    for (std::uint32_t i = 0; i < row.train; ++i)
      CHECK(parts.train.inputsOf(i)[0] == counted(row.rows).inputsOf(parts.trainRows[i])[0]);
    CHECK(parts.testRows.size() == parts.test.rows());
    std::multiset<double> seen;
    for (const Dataset* part : {&parts.train, &parts.test})
      for (std::uint32_t i = 0; i < part->rows(); ++i) {
        seen.insert(part->inputsOf(i)[0]);
        CHECK(part->targetsOf(i)[2] == 10 * part->inputsOf(i)[0] + 2);
      }
    CHECK(std::set(seen.begin(), seen.end()).size() == row.rows);
  }
}

}  // namespace
}  // namespace backprop
