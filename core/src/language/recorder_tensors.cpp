// Calls that make tensors out of numbers: tensor, zeros, ones, full, eye, arange, linspace. Room is asked for before
// anything is allocated.
#include <algorithm>
#include <cmath>
#include <limits>

#include "backprop/text.hpp"
#include "language/characters.hpp"
#include "language/recorder.hpp"

namespace backprop {

template <class Real>
Value Recorder<Real>::makeTensor(Shape shape, const std::function<double(std::size_t)>& element, bool requiresGrad,
                                 Span span, Span place) {
  if (dry_) return {.kind = Value::Kind::opaque, .span = span};
  auto& tape = result_.program.tape;
  if (!requiresGrad) {
    const Value value = made(tape.tryConstant(shape), span, place);
    if (value.kind == Value::Kind::bad) return value;
    std::size_t i = 0;
    for (Real& x : tape.value(value.index)) x = static_cast<Real>(element(i++));
    return value;
  }
  BudgetShare room;
  if (const Status fits = room.resize(saturatingProduct(shape.size(), 3 * sizeof(Real)), "tensor",
                                      "a tensor of shape " + toString(shape));
      !fits.ok())
    return fail(place, fits.error().message);
  std::vector<Real> values(static_cast<std::size_t>(shape.size()));
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<Real>(element(i));
  room = {};
  const Value value = made(tape.tryVariable(shape, values), span, place);
  if (value.kind == Value::Kind::node) result_.program.leaves.push_back({.name = {}, .node = value.index});
  return value;
}

template <class Real> bool Recorder<Real>::readShape(Arguments arguments, Shape& shape, const Term& term) {
  std::vector<double> sizes;
  if (!readSizes(arguments, 1, sizes, term)) return false;
  const auto size = [&](std::size_t fromEnd) {
    return sizes.size() < fromEnd ? 1u : static_cast<std::uint32_t>(sizes[sizes.size() - fromEnd]);
  };
  shape = shapeOf(static_cast<std::uint32_t>(sizes.size()), size(3), size(2), size(1));
  return true;
}

template <class Real> Value Recorder<Real>::create(Creator creator, Arguments arguments, const Term& term) {
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
    const bool known = keyword == "size" || keyword == "data" || keyword == "fill_value" || keyword == "steps" ||
                       keyword == "start" || keyword == "end" || keyword == "step";
    if (!keyword.empty() && !known)
      return fail(argument.keyword, shown(term.word) + " has no argument " + shown(argument.keyword));
    argument.keyword = {};
    positional.push_back(argument);
  }
  if (creator == Creator::tensor || creator == Creator::number) {
    if (positional.size() != 1) return fail(term.word, shown(term.word) + " takes one argument, such as 2 or [1, 2]");
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
    return fail(term.word,
                shown(term.word) + " takes sizes, as in " + quoted(std::string(term.word.in(source_)) + "(2, 3)"));
  const std::size_t cols = shape.cols;
  return makeTensor(
      shape, [=](std::size_t i) { return isEye ? (i / cols == i % cols ? 1.0 : 0.0) : fill; }, requiresGrad, term.span,
      term.word);
}

template <class Real> Value Recorder<Real>::createTensor(const Value& data, bool requiresGrad, const Term& term) {
  using enum Value::Kind;
  if (override_ && atRoot_) return makeGiven(*override_, requiresGrad, term.span);
  if (data.kind == number || data.kind == truth)
    return makeTensor(
        {}, [&](std::size_t) { return data.number; }, requiresGrad, term.span, term.word);
  if (dry_ && data.kind == opaque) return data;
  if (data.kind != list)
    return fail(data.span, "tensor takes a number or a list of numbers; " + shown(data.span) + " is " +
                               (data.kind == node ? "a tensor" : "neither"));
  const Literal& literal = literals_[data.index];
  return makeTensor(
      literal.shape, [&](std::size_t i) { return literal.numbers[i]; }, requiresGrad, term.span, term.word);
}

template <class Real>
Value Recorder<Real>::createRange(Creator creator, Arguments arguments, bool requiresGrad, const Term& term) {
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
    return fail(term.word, shown(term.span) + " has " + formatNumber(count) +
                               " elements; a whole number of at least one would be right");
  if (count > std::numeric_limits<std::uint32_t>::max())
    return fail(term.word, "[tensor] " + formatNumber(count) + " elements do not fit into memory");
  const double step = !isLinspace ? third : count > 1 ? (end - start) / (count - 1) : 0;
  const std::size_t last = static_cast<std::size_t>(count) - 1;
  const auto element = [=](std::size_t i) {
    return isLinspace && i == last && last > 0 ? end : start + static_cast<double>(i) * step;
  };
  return makeTensor(Shape::vector(static_cast<std::uint32_t>(count)), element, requiresGrad, term.span, term.word);
}

template <class Real> Value Recorder<Real>::createNumber(const Value& value, const Term& term) {
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

template class Recorder<float>;
template class Recorder<double>;

}  // namespace backprop
