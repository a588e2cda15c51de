// The options of a run: every row's default is right by its own rule, and wrong values get a sentence.
#include "backprop/options.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "backprop/dataset.hpp"
#include "backprop/op.hpp"
#include "backprop/text.hpp"

namespace backprop {
namespace {

using Given = std::vector<std::pair<std::string, OptionValue>>;

std::string errorOf(const Given& given) {
  const auto result = parseOptions(given);
  return result.ok() ? "no error" : result.error().message;
}

TEST_CASE("every option's default passes its own check, and every choice exists") {
  RunOptions options;
  for (const OptionInfo& option : optionTable()) {
    CAPTURE(std::string(option.name));
    CHECK(option.write(options, option.read(RunOptions{})).ok());
    CHECK_FALSE(option.help.empty());
    if (option.name.ends_with("activation"))
      for (const auto choice : option.choices)
        CHECK((choice == "identity" || choice == "default" || findOp(choice).has_value()));
  }
  CHECK(parseOptions(Given{}).ok());
}

TEST_CASE("given options replace the defaults") {
  const auto result = parseOptions(Given{{"lr", 0.5}, {"dataset", "xor"}, {"layers", OptionList{2.0, 3.0, 1.0}}});
  CHECK(result.value().lr == 0.5);
  CHECK(result.value().dataset == "xor");
  CHECK(result.value().layers == std::vector<std::uint32_t>{2, 3, 1});
  CHECK(result.value().batch_size == 10);
}

TEST_CASE("wrong values are refused with their place, what they are and what would be right") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::string sets = listOf(namesOf(datasetTable()));
  CHECK(errorOf({{"lr", nan}}) == "[lr] NaN is out of range; a number from 0 to 1000 would be right");
  CHECK(errorOf({{"lr", -1.0}}) == "[lr] -1 is out of range; a number from 0 to 1000 would be right");
  CHECK(errorOf({{"lr", "fast"}}) == "[lr] 'fast' is not a number; a number from 0 to 1000 would be right");
  CHECK(errorOf({{"batch_size", 2.5}}) ==
        "[batch_size] 2.5 is out of range; a whole number from 1 to 100000 would be right");
  CHECK(errorOf({{"layers", OptionList{2.0, 0.0, 1.0}}}) ==
        "[layers] layer 2 of 3 has 0 units; a whole number from 1 to 4096 would be right");
  CHECK(errorOf({{"layers", OptionList{2.0, 1e9, 1.0}}}) ==
        "[layers] layer 2 of 3 has 1000000000 units; a whole number from 1 to 4096 would be right");
  CHECK(errorOf({{"layers", OptionList{2.0, nan, 1.0}}}) ==
        "[layers] layer 2 of 3 has NaN units; a whole number from 1 to 4096 would be right");
  CHECK(errorOf({{"layers", OptionList{2.0}}}) ==
        "[layers] the number of layers is 1; from 2 to 32, input and output included, would be right");
  CHECK(errorOf({{"layers", OptionList{3.0, 1.0}}}) ==
        "[layers] the input layer has 3 units; 2 would be right, for the features x and y");
  CHECK(errorOf({{"dataset", "spirals"}}) ==
        "[dataset] 'spirals' is unknown (did you mean spiral?); " + sets + " would be right");
  CHECK(errorOf({{"dataset", "mnist"}}) == "[dataset] 'mnist' is unknown; " + sets + " would be right");
  CHECK(errorOf({{"dataset", 3.0}}) == "[dataset] 3 is not a name; " + sets + " would be right");
  CHECK(errorOf({{"dataset", std::monostate{}}}) == "[dataset] null is not a name; " + sets + " would be right");
  CHECK(errorOf({{"lr", 1000.0000001}}) == "[lr] 1000.0000001 is out of range; a number from 0 to 1000 would be right");
  CHECK(errorOf({{"seed", 4294967296.0}}) ==
        "[seed] 4294967296 is out of range; a whole number from 0 to 4294967295 would be right");
  CHECK(errorOf({{"layers", "2,8,1"}}) ==
        "[layers] '2,8,1' is not a list; a list of whole numbers such as [2, 8, 1] would be right");
  CHECK(errorOf({{"learning_rate", 0.1}}) ==
        "[options] 'learning_rate' is not an option; one of the table of options would be right");
  CHECK(errorOf({{"Optimiser", "sgd"}}) == "[options] 'Optimiser' is not an option; did you mean optimizer?");
  CHECK(errorOf({{"LR", 0.1}}) == "[options] 'LR' is not an option; did you mean lr?");
  CHECK(errorOf({{"__proto__", 1.0}}).starts_with("[options] '__proto__' is not an option"));
}

TEST_CASE("what outputs are made of by default follows from the loss and the task, and a given name stands") {
  struct Row {
    const char* loss;
    Task task;
    const char* right;
  };
  for (const Row row : {Row{"mse", Task::classification, "tanh"}, Row{"huber", Task::classification, "tanh"},
                        Row{"cross_entropy", Task::classification, "identity"},
                        Row{"bce_with_logits", Task::classification, "identity"},
                        Row{"hinge", Task::classification, "identity"}, Row{"mse", Task::regression, "identity"}}) {
    CAPTURE(row.loss);
    RunOptions options;
    options.loss = row.loss;
    CHECK(outputActivation(options, row.task) == row.right);
    options.output_activation = "sigmoid";
    CHECK(outputActivation(options, row.task) == "sigmoid");
  }
}

TEST_CASE("messages about given data name its columns, and what numbers could be meant as") {
  const std::vector<std::string> few{"island=Biscoe", "island=Dream", "mass"};
  const std::vector<std::string> many(20, "pixel");
  const auto said = [](const RunOptions& options, const DataShape& data) {
    return validate(options, data).error().message;
  };
  CHECK(said({}, {.inputs = 3, .names = few}) ==
        "[layers] the input layer has 2 units; 3 would be right, one for each column of the data: island=Biscoe, "
        "island=Dream, mass");
  CHECK(said({}, {.inputs = 20, .names = many}).ends_with("pixel, pixel and 8 more"));
  RunOptions classes;
  classes.loss = "cross_entropy";
  const DataShape numbers{.task = Task::regression, .outputs = 1};
  CHECK(said(classes, numbers).ends_with("mse, l1, huber or smooth_l1 would be right"));
  DataShape whole = numbers;
  whole.wholeTargets = true;
  CHECK(said(classes, whole)
            .ends_with("smooth_l1 would be right, or integersAreClasses: true where they number classes"));
}

TEST_CASE("a run's options are checked as a whole, and in a struct that no parser has seen") {
  CHECK(validate(RunOptions{}).ok());
  RunOptions wrong;
  wrong.lr = -1;
  CHECK(validate(wrong).error().message == "[lr] -1 is out of range; a number from 0 to 1000 would be right");
  wrong = {};
  wrong.layers = {};
  CHECK(validate(wrong).error().message.starts_with("[layers] the number of layers is 0; "));
  wrong.layers = {2, 8, 2};
  CHECK(validate(wrong).error().message.starts_with("[layers] the output layer has 2 units; "));
  wrong = {};
  wrong.dataset = "mnist";
  CHECK(validate(wrong).error().message.starts_with("[dataset] 'mnist' is unknown; "));
}

TEST_CASE("a run beyond the budget is refused: the batch is named where a smaller one would do, else the layers") {
  RunOptions options;
  options.samples = 10000;
  options.batch_size = 1000;
  options.layers = {2, 600, 1};
  CHECK(validate(options).ok());
  options.layers = {2, 800, 800, 1};
  CHECK(validate(options).error().message.starts_with(
      "[batch_size] a batch of 1000 rows through these layers needs 219 MB of memory, more than 80 MB; at most "));
  options.samples = 10;  // which bounds the batch
  CHECK(validate(options).ok());
  options.layers = {2, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1024, 1};
  CHECK(validate(options).error().message.starts_with("[layers] a network of this size needs "));
}

TEST_CASE("data that are too large are named as such, not the network") {
  RunOptions options;
  options.dtype = "float64";
  options.layers = {1, 1};
  CHECK(
      validate(options, {Task::regression, 1, 1, 5'100'000}).error().message ==
      "[data] 5100000 rows of 2 numbers need 82 MB of memory, in a run that may take 80 MB; fewer rows would be right");
}

TEST_CASE("a number reads back as itself, whole ones without exponent") {
  CHECK(formatNumber(0.1) == "0.1");
  CHECK(formatNumber(1.0 / 3) == "0.3333333333333333");
  CHECK(formatNumber(10.0000001) == "10.0000001");
  CHECK(formatNumber(std::nextafter(10, 11)) == "10.000000000000002");
  CHECK(formatNumber(4294967296) == "4294967296");
  CHECK(formatNumber(-999999999999999) == "-999999999999999");
  CHECK(formatNumber(1e15) == "1e+15");
  CHECK(formatNumber(1e-300) == "1e-300");
  CHECK(formatNumber(std::numeric_limits<double>::infinity()) == "∞");
}

TEST_CASE("an excerpt is cut between characters, and says so") {
  CHECK(excerpt("short") == "short");
  CHECK(excerpt("abcdef", 3) == "abc…");
  CHECK(excerpt("aéé", 2) == "a…");
  CHECK(excerpt("aéé", 3) == "aé…");
  CHECK(excerpt("a🙂b", 4) == "a…");
  CHECK(excerpt("a🙂", 5) == "a🙂");
  CHECK(excerpt("\x80\x80\x80", 2) == "…");
}

TEST_CASE("a whole number is in its range or refused") {
  CHECK(wholeNumber("step", 5, 0, 5).value() == 5);
  CHECK(wholeNumber("step", 6, 0, 5).error().message ==
        "[step] 6 is out of range; a whole number from 0 to 5 would be right");
  CHECK_FALSE(wholeNumber("step", 0.5, 0, 5).ok());
  CHECK_FALSE(wholeNumber("step", std::numeric_limits<double>::quiet_NaN(), 0, 5).ok());
}

TEST_CASE("a misspelt name is recognised by insertion, deletion, replacement or swap, and a strange one is not") {
  const std::vector<std::string_view> names{"tanh", "sigmoid", "relu"};
  CHECK(nearestName("tahn", names) == "tanh");
  CHECK(nearestName("sigmod", names) == "sigmoid");
  CHECK(nearestName("Relu", names) == "relu");
  CHECK(nearestName("rellu", names) == "relu");
  CHECK(nearestName("cosine", names) == "");
  CHECK(nearestName(std::string(100'000, 't'), names) == "");
}

}  // namespace
}  // namespace backprop
