// The table of options: the one list of their names.
#include <algorithm>
#include <array>

#include "backprop/check.hpp"
#include "backprop/faults.hpp"
#include "backprop/op.hpp"
#include "backprop/optimizer.hpp"
#include "backprop/options.hpp"
#include "backprop/schedule.hpp"
#include "network_names.hpp"

namespace backprop {
namespace {

/// The mistakes that training can make; the others change nothing in a chain of layers.
std::span<const std::string_view> trainingFaults() {
  static const std::array names{faultName(Fault::none), faultName(Fault::forgotten_derivative),
                                faultName(Fault::no_zero_grad)};
  return names;
}

/// The names of a table's rows, kept for ever, and not on the heap, where what a run leaves behind is counted.
template <const auto& table> std::span<const std::string_view> namesIn() {
  static std::array<std::string_view, 32> names;
  const auto rows = table();
  BACKPROP_CHECK(rows.size() <= names.size(), "a table has fewer rows than there is room for");
  std::ranges::transform(rows, names.begin(), [](const auto& row) { return row.name; });
  return std::span(names).first(rows.size());
}

constexpr double most32 = 4294967295.0;  // the largest whole number of 32 bits
constexpr double huge = 1e6;             // for numbers that mathematics does not bound

constexpr std::array<std::string_view, 2> reductions{"mean", "sum"};
constexpr std::array<std::string_view, 2> types{"float32", "float64"};

using R = RunOptions;

using Text = std::string_view;
using Choices = std::span<const std::string_view>;
constexpr Choices namesOfATable;  // which `complete` fills in

constexpr OptionInfo number(Text name, Text group, OptionInfo::Field field, double min, double max, Text help) {
  return {.name = name, .group = group, .field = field, .min = min, .max = max, .help = help};
}
constexpr OptionInfo numbers(Text name, Text group, OptionInfo::Field field, double min, double max,
                             std::uint32_t minCount, std::uint32_t maxCount, Text help) {
  return {name, group, field, min, max, minCount, maxCount, {}, help};
}
constexpr OptionInfo flag(Text name, Text group, bool R::*field, Text help) {
  return {.name = name, .group = group, .field = field, .help = help};
}
constexpr OptionInfo choice(Text name, Text group, std::string R::*field, Choices choices, Text help) {
  return {.name = name, .group = group, .field = field, .choices = choices, .help = help};
}
/// Of choices or flags.
constexpr OptionInfo list(Text name, Text group, OptionInfo::Field field, std::uint32_t minCount,
                          std::uint32_t maxCount, Choices choices, Text help) {
  return {name, group, field, 0, 0, minCount, maxCount, choices, help};
}

constexpr std::array rows{
    choice("dataset", "data", &R::dataset, namesOfATable, "The points to learn"),
    number("samples", "data", &R::samples, 10, 10000, "How many points there are, training and test together"),
    number("noise", "data", &R::noise, 0, 0.5, "How far chance moves the points"),
    number("train_fraction", "data", &R::train_fraction, 0.1, 1,
           "Share of the points that training sees; the rest is the test set"),
    flag("standardize", "data", &R::standardize,
         "Whether each input is shifted and scaled to mean 0 and standard deviation 1 in the training set"),
    list("features", "data", &R::features, 0, featureNames.size(), featureNames,
         "What the network sees of a point (x, y) in the plane; none means its columns as they are"),
    number("batch_size", "data", &R::batch_size, 1, 100000, "Examples per step; more than there are means all of them"),
    flag("shuffle", "data", &R::shuffle, "Whether rows are split at random and each epoch has an order of its own"),

    numbers("layers", "network", &R::layers, 1, 4096, 2, 32, "Units of each layer: the inputs first, the outputs last"),
    list("activation", "network", &R::activation, 1, 31, activationNames,
         "What each hidden unit makes of its weighted sum: one for all layers, or a list of one for each"),
    choice(
        "output_activation", "network", &R::output_activation, outputActivationNames,
        "What the outputs make of their weighted sums; default is tanh where mse, l1, huber or smooth_l1 tell classes "
        "as −1 and 1, and identity for logits, scores (hinge) and numbers to predict"),
    list("bias", "network", &R::bias, 1, 31, {},
         "Whether units have a bias: for all layers, or a list with one for each after the input"),
    choice("init", "network", &R::init, initNames,
           "How weights start; default is PyTorch's Linear, uniform in ±1/√inputs for biases too. With "
           "any other, biases start at 0"),
    number("init_gain", "network", &R::init_gain, 0, 100,
           "Factor on the Xavier and Kaiming initial weights. Xavier: variance gain² · 2 / (in + out). "
           "Kaiming, with √2 for relu in it: variance gain² · 2 / in"),
    number("init_value", "network", &R::init_value, -huge, huge, "Every weight, for the init constant"),
    number("init_low", "network", &R::init_low, -huge, huge, "The lower end, for the init uniform"),
    number("init_high", "network", &R::init_high, -huge, huge, "The upper end, for the init uniform"),
    number("init_mean", "network", &R::init_mean, -huge, huge, "The mean, for the init normal"),
    number("init_std", "network", &R::init_std, 0, huge, "The standard deviation, for the init normal"),
    number("dropout", "network", &R::dropout, 0, 0.95,
           "Chance that a hidden activation is 0 in a training step; the others are divided by 1 − p"),

    choice("loss", "loss", &R::loss, lossNames, "What is made small; cross_entropy and bce_with_logits take logits"),
    choice("reduction", "loss", &R::reduction, reductions,
           "Whether the loss is the mean over the batch's elements or their sum"),
    number("delta", "loss", &R::delta, 1e-6, huge, "Where the loss huber turns from squares to lines"),

    choice("optimizer", "optimizer", &R::optimizer, namesOfATable, "How an update is made of gradients"),
    number("lr", "optimizer", &R::lr, 0, 1000, "Learning rate η: how far a step moves against the gradient"),
    number("momentum", "optimizer", &R::momentum, 0, 1, "Share of the last velocity that is kept (sgd, rmsprop)"),
    number("dampening", "optimizer", &R::dampening, 0, 1, "Share of the gradient that momentum leaves out (sgd)"),
    flag("nesterov", "optimizer", &R::nesterov,
         "Whether the gradient looks ahead along the velocity (sgd with momentum, without dampening)"),
    numbers("betas", "optimizer", &R::betas, 0, 0.999999, 2, 2,
            "Shares of the running means of g and of g² that are kept (adam, adamw)"),
    number("alpha", "optimizer", &R::alpha, 0, 1, "Share of the running mean of g² that is kept (rmsprop)"),
    number("eps", "optimizer", &R::eps, 0, 1,
           "Added to the denominator; null means 1e-10 for adagrad and 1e-8 for the others"),
    flag("centered", "optimizer", &R::centered, "Whether g² is measured from the running mean of g (rmsprop)"),
    flag("amsgrad", "optimizer", &R::amsgrad, "Whether the largest running mean of g² so far is used (adam, adamw)"),
    number("lr_decay", "optimizer", &R::lr_decay, 0, huge, "The rate is lr / (1 + steps · lr_decay) (adagrad)"),
    number("initial_accumulator_value", "optimizer", &R::initial_accumulator_value, 0, huge,
           "Where the sum of g² starts (adagrad)"),
    number("weight_decay", "optimizer", &R::weight_decay, 0, 100,
           "Times the parameter, added to its gradient; adamw shrinks the parameter by lr times this instead. "
           "null means 0.01 for adamw and 0 for the others"),
    number("l1", "optimizer", &R::l1, 0, 100, "Times the sign of the parameter, added to its gradient"),
    number("clip_norm", "optimizer", &R::clip_norm, 0, huge,
           "Largest 2-norm of all gradients together, which are scaled down to it; null for no limit"),
    number("clip_value", "optimizer", &R::clip_value, 0, huge,
           "Largest size of each gradient, after clip_norm; null for no limit"),

    choice("schedule", "schedule", &R::schedule, namesOfATable, "How the learning rate changes from step to step"),
    number("step_size", "schedule", &R::step_size, 1, most32, "Steps between two decays (step)"),
    number("gamma", "schedule", &R::gamma, 0, 10, "Factor of each decay (step, exponential)"),
    number("T_max", "schedule", &R::t_max, 1, most32, "Steps of half a cosine (cosine)"),
    number("eta_min", "schedule", &R::eta_min, 0, 10, "The lowest rate (cosine)"),
    number("start_factor", "schedule", &R::start_factor, 1e-9, 1, "Share of lr at the first step (linear)"),
    number("total_iters", "schedule", &R::total_iters, 1, most32, "Steps of the warm-up (linear)"),
    number("total_steps", "schedule", &R::total_steps, 2, most32, "Steps of the one cycle; lr is its peak (one_cycle)"),
    number("pct_start", "schedule", &R::pct_start, 0, 1, "Share of the cycle in which the rate rises (one_cycle)"),
    number("div_factor", "schedule", &R::div_factor, 1, 1e9, "The first rate is lr / div_factor (one_cycle)"),
    number("final_div_factor", "schedule", &R::final_div_factor, 1, 1e9,
           "The last rate is the first / final_div_factor (one_cycle)"),

    number("patience", "run", &R::patience, 0, 1e6,
           "Epochs without a better loss on the test set after which training stops; 0 never stops it"),
    number("min_delta", "run", &R::min_delta, 0, huge, "How much better a loss must be to count as better"),
    choice("fault", "run", &R::fault, namesOfATable,
           "A mistake made on purpose in every step, for teaching: forgotten_derivative hands gradients on without f′, "
           "no_zero_grad adds each step's gradients to those of the steps before"),
    choice("dtype", "run", &R::dtype, types, "The numbers that training computes with"),
    number("seed", "run", &R::seed, 0, most32, "Where chance starts: the same seed gives the same run, bit for bit"),
};

/// The rows, with the choices that are the names of other tables' rows.
auto complete() {
  auto table = rows;
  const auto fill = [&table](Text option, Choices choices) {
    std::ranges::find(table, option, &OptionInfo::name)->choices = choices;
  };
  fill("dataset", namesIn<datasetTable>());
  fill("optimizer", namesIn<optimizerTable>());
  fill("schedule", namesIn<scheduleTable>());
  fill("fault", trainingFaults());
  return table;
}

}  // namespace

std::span<const OptionInfo> optionTable() {
  static const auto table = complete();
  return table;
}

}  // namespace backprop
