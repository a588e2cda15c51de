// Numbers that a program gives as data: what is taken, and what is refused with its row.
#include "backprop/given_data.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "backprop/trainer.hpp"

namespace backprop {
namespace {

const GivenTensor x{Shape{4, 2}, {0, 0, 0, 1, 1, 0, 1, 1}};

RunOptions withLoss(const char* loss, std::uint32_t outputs) {
  RunOptions options;
  options.loss = loss;
  options.layers = {2, 3, outputs};
  options.output_activation = "identity";
  return options;
}

std::string errorOf(const RunOptions& options, const GivenTensor& inputs, const GivenTensor& targets) {
  const auto data = datasetOf(options, inputs, targets);
  if (!data.ok()) return data.error().message;
  const Status valid = validate(options, shapeOf(data.value()));
  return valid.ok() ? "no error" : valid.error().message;
}

TEST_CASE("the same numbers are classes or values, as the loss wants them") {
  const GivenTensor bits{Shape::vector(4), {0, 1, 1, 0}};
  const auto classes = datasetOf(withLoss("cross_entropy", 3), x, bits).value();
  CHECK(classes.task == Task::classification);
  CHECK(classes.classes == std::vector<std::string>{"0", "1", "2"});
  CHECK(datasetOf(withLoss("bce_with_logits", 1), x, bits).value().classes.size() == 2);
  const auto values = datasetOf(withLoss("mse", 1), x, bits).value();
  CHECK(values.task == Task::regression);
  CHECK(values.y == bits.data);
  CHECK(datasetOf(withLoss("mse", 1), x, bits, {"no", "yes"}).value().task == Task::classification);
  const GivenTensor shares{Shape::vector(4), {0, 0.25, 1, 0}};
  CHECK(datasetOf(withLoss("bce_with_logits", 1), x, shares).value().task == Task::regression);
}

TEST_CASE("what does not fit is refused with its place and what would be right") {
  const auto y = [](std::vector<double> data) { return GivenTensor{Shape::vector(std::uint32_t(data.size())), data}; };
  CHECK(errorOf(withLoss("cross_entropy", 3), x, y({0, -1, 0, 0})) ==
        "[y] row 2: class -1 is out of range; from 0 to 2 would be right");
  CHECK(errorOf(withLoss("cross_entropy", 2), x, y({0.5, 1, 0, 0})) ==
        "[y] row 1 is 0.5; the index of a class must be whole, from 0 to 1");
  CHECK(errorOf(withLoss("cross_entropy", 1), x, y({0, 0, 0, 0})) ==
        "[layers] cross_entropy needs at least 2 classes, not 1");
  CHECK(errorOf(withLoss("mse", 1), x, y({NAN, 1, 1, 1})) ==
        "[y] target row 1 is not finite: NaN; finite numbers would be right");
  CHECK(errorOf(withLoss("mse", 1), {Shape{2, 2}, {0, 1, INFINITY, 1}}, y({1, 1})) ==
        "[x] row 2 is not finite: ∞; finite numbers would be right");
  CHECK(errorOf(withLoss("mse", 1), x, y({1, 1})) == "[data] x has 4 rows and y 2; as many of both would be right");
  CHECK(errorOf(withLoss("mse", 2), x, y({1, 1, 1, 1})) ==
        "[layers] the output layer has 2 units; 1 would be right, one for each column to predict");
  CHECK(errorOf(withLoss("mse", 1), {Shape{4, 3}, std::vector<double>(12)}, y({1, 1, 1, 1})) ==
        "[layers] the input layer has 2 units; 3 would be right, one for each column of the data: x1, x2, x3");
  CHECK(errorOf(withLoss("mse", 1), {Shape{}, {1}}, y({1})) ==
        "[x] has shape []; one row for each example would be right");
}

TEST_CASE(
    "without shuffling and with all rows for training, batches come in the order of the data, the last one short") {
  RunOptions options = withLoss("mse", 1);
  options.shuffle = false;
  options.train_fraction = 1;
  options.batch_size = 3;
  Trainer<double> trainer(options, datasetOf(options, x, {Shape{4, 1}, {5, 6, 7, 8}}).value());
  CHECK(trainer.data().test.rows() == 0);
  for (int epoch = 0; epoch < 2; ++epoch) {
    CHECK(std::vector<double>(trainer.batch().target().begin(), trainer.batch().target().end()) ==
          std::vector<double>{5, 6, 7});
    trainer.step(1);
    CHECK(std::vector<double>(trainer.batch().target().begin(), trainer.batch().target().end()) ==
          std::vector<double>{8});
    trainer.step(1);
  }
  CHECK(std::isnan(trainer.evaluateTest().loss));
  CHECK(std::isnan(trainer.evaluateTrain().accuracy));
}

TEST_CASE("without shuffling the first rows are for training, and below 1 each side has a row") {
  struct Row {
    double fraction;
    std::uint32_t rows, train;
  };
  for (const Row& row :
       {Row{0.8, 2, 1}, Row{0.9, 4, 3}, Row{0.1, 4, 1}, Row{0.5, 4, 2}, Row{1, 4, 4}, Row{0.5, 1, 1}}) {
    RunOptions options = withLoss("mse", 1);
    options.shuffle = false;
    options.train_fraction = row.fraction;
    const GivenTensor inputs{Shape{row.rows, 2}, std::vector<double>(2 * row.rows)};
    GivenTensor targets{Shape::vector(row.rows), {}};
    for (std::uint32_t i = 0; i < row.rows; ++i) targets.data.push_back(i);
    Random random(1);
    const Split parts = splitData(options, datasetOf(options, inputs, targets).value(), random);
    CAPTURE(row.fraction);
    CAPTURE(row.rows);
    CHECK(parts.train.rows() == row.train);
    CHECK(parts.test.rows() == row.rows - row.train);
    for (std::uint32_t i = 0; i < row.train; ++i) CHECK(parts.train.y[i] == i);
  }
}

}  // namespace
}  // namespace backprop
