// Calls that make tensors out of numbers: tensor, zeros, ones, full, eye, arange, linspace. Room is asked for before
// anything is allocated.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "backprop/text.hpp"
#include "language/characters.hpp"
#include "language/recorder.hpp"

namespace backprop {
namespace {

/// What the arguments of each creator are called, by `Creator`. Names are PyTorch's.
constexpr std::array<std::array<std::string_view, 3>, 8> parameters{{{"data"},
                                                                     {"size"},
                                                                     {"size"},
                                                                     {"size", "fill_value"},
                                                                     {"n", "m"},
                                                                     {"start", "end", "step"},
                                                                     {"start", "end", "steps"},
                                                                     {}}};

}  // namespace

Value Recorder::makeTensor(Shape shape, const std::function<double(std::size_t)>& element, bool requiresGrad, Span span,
                           Span place) {
  if (dry_) return {.kind = Value::Kind::opaque, .span = span};
  auto& tape = result_.program.tape;
  if (!requiresGrad) {
    const Value value = made(tape.tryConstant(shape), span, place);
    if (value.kind == Value::Kind::bad) return value;
    std::size_t i = 0;
    for (double& x : tape.value(value.index)) x = element(i++);
    return value;
  }
  BudgetShare room;
  if (const Status fits = room.resize(saturatingProduct(shape.size(), 3 * sizeof(double)), "tensor",
                                      formatted("a tensor of shape {}", shape));
      !fits.ok())
    return fail(place, fits.error().message);
  std::vector<double> values(static_cast<std::size_t>(shape.size()));
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = element(i);
  room = {};
  const Value value = made(tape.tryVariable(shape, values), span, place);
  if (value.kind == Value::Kind::node) result_.program.leaves.push_back({.name = {}, .node = value.index});
  return value;
}

bool Recorder::readShape(Arguments arguments, Shape& shape, const Term& term) {
  std::vector<double> sizes;
  if (!readSizes(arguments, 1, sizes, term)) return false;
  const auto size = [&](std::size_t fromEnd) {
    return sizes.size() < fromEnd ? 1u : static_cast<std::uint32_t>(sizes[sizes.size() - fromEnd]);
  };
  shape = shapeOf(static_cast<std::uint32_t>(sizes.size()), size(3), size(2), size(1));
  return true;
}

bool Recorder::placeArguments(Creator creator, std::vector<Value>& arguments, const Term& term) {
  const auto isNamed = [](const Value& argument) { return !argument.keyword.empty(); };
  if (std::ranges::none_of(arguments, isNamed)) return true;
  const auto& names = parameters[static_cast<std::size_t>(creator)];
  std::vector<Value> placed;
  const auto isGiven = [&](std::size_t place) {
    return place < placed.size() && placed[place].kind != Value::Kind::bad;
  };
  for (Value& argument : arguments) {
    const std::string_view name = argument.keyword.in(source_);
    std::size_t place = placed.size();
    if (isNamed(argument)) {
      place = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
      if (place == names.size())
        return fail(argument.keyword, formatted("{} has no argument {}", shown(term.word), shown(argument.keyword))),
               false;
      // arange(3, step=0.5): a single number is where the range ends.
      const bool movesUp = creator == Creator::arange && place == 2 && placed.size() == 1;
      if (movesUp) placed.insert(placed.begin(), {.kind = Value::Kind::number, .span = term.word});
    }
    if (isGiven(place))
      return fail(argument.span, formatted("the argument {} is given twice", quoted(names[place]))), false;
    if (placed.size() <= place) placed.resize(place + 1);
    placed[place] = argument;
    placed[place].keyword = {};
  }
  if (creator == Creator::arange) {
    placed.resize(std::max<std::size_t>(placed.size(), 2));
    if (!isGiven(0)) placed[0] = {.kind = Value::Kind::number, .span = term.word};
  }
  for (std::size_t place = 0; place < placed.size(); ++place)
    if (!isGiven(place))
      return fail(term.word, formatted("the argument {} of {} is missing", quoted(names[place]), shown(term.word))),
             false;
  arguments = std::move(placed);
  return true;
}

Value Recorder::create(Creator creator, Arguments arguments, const Term& term) {
  using enum Value::Kind;
  bool requiresGrad = false;
  std::vector<Value> positional;
  for (Value argument : arguments) {
    const std::string_view keyword = argument.keyword.in(source_);
    if (keyword == "dtype" || keyword == "device") continue;
    if (keyword == "requires_grad" || keyword == "requiresGrad") {
      if (argument.kind != truth) return fail(argument.span, "requires_grad is True or False");
      requiresGrad = argument.number != 0;
      continue;
    }
    positional.push_back(argument);
  }
  if (!placeArguments(creator, positional, term)) return {.kind = bad, .span = term.span};
  if (creator == Creator::tensor || creator == Creator::number) {
    if (positional.size() != 1)
      return fail(term.word, formatted("{} takes one argument, such as 2 or [1, 2]", shown(term.word)));
    return creator == Creator::tensor ? createTensor(positional[0], requiresGrad, term)
                                      : createNumber(positional[0], term);
  }
  if (creator == Creator::arange || creator == Creator::linspace)
    return createRange(creator, positional, requiresGrad, term);

  double fill = creator == Creator::ones ? 1 : 0;
  if (creator == Creator::full) {
    if (positional.size() != 2 || positional[1].kind != number)
      return fail(term.word, "full takes sizes and a number, as in full((2, 3), 0.5)");
    fill = positional.back().number;
    positional.pop_back();
  }
  const bool isEye = creator == Creator::eye;
  if (isEye && positional.size() == 1) positional.push_back(positional[0]);
  Shape shape;
  if (!readShape(positional, shape, term)) return {.kind = bad, .span = term.span};
  if (isEye && shape.rank != 2) return fail(term.word, "eye takes one size or two, as in eye(3)");
  if (creator != Creator::full && positional.empty())
    return fail(term.word, formatted("{} takes sizes, as in {}", shown(term.word),
                                     quoted(formatted("{}(2, 3)", term.word.in(source_)))));
  const std::size_t cols = shape.cols;
  return makeTensor(
      shape, [=](std::size_t i) { return isEye ? (i / cols == i % cols ? 1.0 : 0.0) : fill; }, requiresGrad, term.span,
      term.word);
}

Value Recorder::createTensor(const Value& data, bool requiresGrad, const Term& term) {
  using enum Value::Kind;
  if (override_ && atRoot_) return makeGiven(*override_, requiresGrad, term.span);
  if (data.kind == number || data.kind == truth)
    return makeTensor(
        {}, [&](std::size_t) { return data.number; }, requiresGrad, term.span, term.word);
  if (dry_ && data.kind == opaque) return data;
  if (data.kind != list)
    return fail(data.span, formatted("tensor takes a number or a list of numbers; {} is {}", shown(data.span),
                                     data.kind == node ? "a tensor" : "neither"));
  const Literal& literal = literals_[data.index];
  return makeTensor(
      literal.shape, [&](std::size_t i) { return literal.numbers[i]; }, requiresGrad, term.span, term.word);
}

Value Recorder::createRange(Creator creator, Arguments arguments, bool requiresGrad, const Term& term) {
  const bool isLinspace = creator == Creator::linspace;
  const bool allNumbers = std::ranges::all_of(arguments, [](const Value& a) { return a.kind == Value::Kind::number; });
  if (!allNumbers || arguments.empty() || arguments.size() > 3 || (isLinspace && arguments.size() != 3))
    return fail(term.word, isLinspace ? "linspace takes three numbers: linspace(start, end, steps)"
                                      : "arange takes numbers: arange(end) or arange(start, end, step)");
  const double start = arguments.size() == 1 ? 0 : arguments[0].number;
  const double end = arguments[arguments.size() == 1 ? 0 : 1].number;
  const double third = arguments.size() == 3 ? arguments[2].number : 1;
  const double count = isLinspace ? third : std::ceil((end - start) / third);
  if (!(count >= 1) || count != std::trunc(count))
    return fail(term.word, formatted("{} has {} elements; a whole number of at least one would be right",
                                     shown(term.span), count));
  if (count > std::numeric_limits<std::uint32_t>::max())
    return fail(term.word, formatted("[tensor] {} elements do not fit into memory", count));
  const double step = !isLinspace ? third : count > 1 ? (end - start) / (count - 1) : 0;
  const std::size_t last = static_cast<std::size_t>(count) - 1;
  const auto element = [=](std::size_t i) {
    return isLinspace && i == last && last > 0 ? end : start + static_cast<double>(i) * step;
  };
  return makeTensor(Shape::vector(static_cast<std::uint32_t>(count)), element, requiresGrad, term.span, term.word);
}

Value Recorder::createNumber(const Value& value, const Term& term) {
  using enum Value::Kind;
  if (value.kind == number || value.kind == opaque) return value;
  if (value.kind == text) {
    const std::string_view quotedText = value.word.in(source_);
    std::string_view word = quotedText.substr(1, quotedText.size() - 2);
    const bool negative = word.starts_with('-');
    if (negative || word.starts_with('+')) word.remove_prefix(1);
    const double sign = negative ? -1 : 1;
    if (word == "infinity") word = "inf";
    if (const auto constant = constantNamed(word); constant && !std::isfinite(*constant))
      return {.kind = number, .literal = true, .span = term.span, .number = sign * *constant};
  }
  return fail(value.span, "float takes 'inf', '-inf' or 'nan'");
}

}  // namespace backprop
