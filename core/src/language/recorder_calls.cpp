// Calls of operations: which argument is an input, which an attribute. All of it follows from the operation's row.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "backprop/text.hpp"
#include "language/characters.hpp"
#include "language/recorder.hpp"

namespace backprop {
namespace {

using Name = std::string_view;

/// The attribute that a keyword means: NumPy's names are taken too.
Name attributeCalled(Name keyword) {
  if (keyword == "axis") return "dim";
  if (keyword == "keepdims") return "keepdim";
  if (keyword == "ddof" || keyword == "unbiased") return "correction";
  return keyword;
}

std::optional<std::size_t> attributeIndex(const OpInfo& info, Name name) {
  for (std::size_t i = 0; i < info.attributeCount(); ++i)
    if (info.attributes[i].name == name) return i;
  return std::nullopt;
}

bool isWhole(double x) { return std::isfinite(x) && x == std::trunc(x); }

Name unquoted(Name text) {
  const std::size_t quote = text.find_first_of("'\"");
  return text.substr(quote + 1, text.size() - quote - 2);
}

/// `sum(x, dim, keepdim)`.
Message signature(const OpInfo& info) {
  Message text = formatted("{}(", info.name);
  const std::size_t inputs = info.arity(), attributes = info.attributeCount();
  for (std::size_t i = 0; i < inputs; ++i) text += formatted("{}{}", i ? ", " : "", info.inputs[i]);
  for (std::size_t i = 0; i < attributes; ++i) text += formatted(", {}", info.attributes[i].name);
  return formatted("{})", text);
}

}  // namespace

std::optional<std::size_t> Recorder::inputCalled(const OpInfo& info, Name keyword) const {
  const auto row = std::ranges::find(info.inputs, keyword);
  const auto index = static_cast<std::size_t>(row - info.inputs.begin());
  if (index < info.arity()) return index;
  // PyTorch's names of what comes first, second, third.
  constexpr std::array<std::pair<Name, std::size_t>, 6> names{
      {{"input", 0}, {"other", 1}, {"target", 1}, {"exponent", 1}, {"weight", 1}, {"bias", 2}}};
  for (const auto& [name, place] : names)
    if (name == keyword && place < info.arity()) return place;
  return std::nullopt;
}

Value Recorder::callOp(Op op, Arguments arguments, const Term& term) {
  using enum Value::Kind;
  const Name called = term.word.in(source_);
  const OpInfo* info = &opInfo(op);
  if (info->attributeCount() > 0 && info->attributes[0].kind == AttributeKind::size)
    return callReshape(op, arguments, term);

  if (op == Op::transpose && !takeDimensions(arguments, term)) return {.kind = bad, .span = term.span};
  const auto isPositional = [](const Value& argument) { return argument.keyword.empty(); };
  const auto positional = static_cast<std::size_t>(std::ranges::count_if(arguments, isPositional));
  // max(x) and max(x, dim=1) are reductions in Python; here they have names of their own.
  if (positional == 1 && (info->name == "max" || info->name == "min")) {
    const bool hasInput = std::ranges::any_of(
        arguments, [&](const Value& a) { return !isPositional(a) && inputCalled(*info, a.keyword.in(source_)); });
    if (!hasInput) op = op == Op::max ? Op::amax : Op::amin;
  }
  // gelu(x, approximate='tanh'), whose argument chooses another operation.
  for (const Value& argument : arguments)
    if (info->name == "gelu" && argument.keyword.in(source_) == "approximate") {
      const Name choice = argument.kind == text ? unquoted(argument.word.in(source_)) : "";
      if (choice != "tanh" && choice != "none") return fail(argument.span, "approximate is 'tanh' or 'none'");
      if (choice == "tanh") op = Op::gelu_tanh;
    }
  info = &opInfo(op);

  std::array<Value, maxInputs> inputs;
  std::array<bool, maxInputs> given{};
  std::array<bool, maxAttributes> set{};
  Attributes attributes = info->defaults();
  std::size_t place = 0;
  for (const Value& argument : arguments) {
    const Name keyword = argument.keyword.in(source_);
    std::optional<std::size_t> input, attribute;
    if (!keyword.empty()) {
      if (keyword == "approximate" || keyword == "inplace" || keyword == "dtype") continue;
      attribute = attributeIndex(*info, attributeCalled(keyword));
      if (!attribute) input = inputCalled(*info, keyword);
      if (!attribute && !input)
        return fail(argument.keyword,
                    info->name == called || called == ""
                        ? formatted("there is no argument {} in {}", shown(argument.keyword), signature(*info))
                        : formatted("{} has no argument {}; it is {}", shown(term.word), shown(argument.keyword),
                                    signature(*info)));
    } else if (place < info->arity()) {
      input = place++;
    } else if (place < info->arity() + info->attributeCount()) {
      attribute = place++ - info->arity();
    } else {
      return fail(argument.span, formatted("one argument too many for {}", signature(*info)));
    }
    bool& taken = input ? given[*input] : set[*attribute];
    if (taken)
      return fail(argument.span, formatted("the argument {} is given twice",
                                           quoted(input ? info->inputs[*input] : info->attributes[*attribute].name)));
    taken = true;
    if (input) {
      inputs[*input] = argument;
      continue;
    }
    Value value = argument;
    if (keyword == "unbiased" && value.kind == truth)
      value = {.kind = number, .span = value.span, .number = value.number};
    if (!setAttribute(attributes, *attribute, *info, value)) return {.kind = bad, .span = term.span};
  }

  std::size_t count = info->arity();
  while (count > 0 && !given[count - 1]) --count;
  for (std::size_t i = 0; i < std::max(count, info->arity() - info->optionalInputs); ++i) {
    if (given[i]) continue;
    // clamp(x, max=1) has no lower bound.
    if (info->name == "clamp" && i == 1 && count == 3)
      inputs[i] = {.kind = number, .span = term.word, .number = -std::numeric_limits<double>::infinity()};
    else
      return fail(term.word, formatted("the argument {} is missing in {}", quoted(info->inputs[i]), signature(*info)));
  }
  if (called == "where_pos") {
    std::array<Value, 2> condition{inputs[0], Value{.kind = number, .span = term.word, .number = 0}};
    inputs[0] = apply(Op::gt, condition, {}, term.span, term.word);
  }
  return apply(op, std::span(inputs).first(count), attributes, term.span, term.word);
}

bool Recorder::takeDimensions(Arguments& arguments, const Term& term) {
  std::size_t kept = 0, count = 0, rows = 0;
  bool good = true;
  for (const Value& argument : arguments) {
    const Name keyword = argument.keyword.in(source_);
    if (keyword != "dim0" && keyword != "dim1" && (!keyword.empty() || kept == 0)) {
      arguments[kept++] = argument;
      continue;
    }
    const double dim = argument.number;
    good &= argument.kind == Value::Kind::number && isWhole(dim) && dim >= -2.0 && dim <= 1;
    rows += dim == 0 || dim == -2.0;
    ++count;
  }
  arguments = arguments.first(kept);
  if (count == 0 || (good && count == 2 && rows == 1)) return true;
  fail(term.word, "transpose swaps the two dimensions of a matrix, as in x.T or transpose(x, 0, 1)");
  return false;
}

bool Recorder::setAttribute(Attributes& attributes, std::size_t which, const OpInfo& info, const Value& value) {
  using enum Value::Kind;
  const AttributeInfo& attribute = info.attributes[which];
  const std::string name(attribute.name);
  const auto refuse = [&](std::string_view right) {
    fail(value.span, formatted("[{}] {} must be {}{}", info.name, name, right,
                               value.kind == node ? ", written out; here it is a tensor"
                                                  : formatted(", not {}", shown(value.span))));
    return false;
  };
  double& target = attributes[which];
  target = value.number;
  const bool isNumber = value.kind == number && !std::isnan(value.number);
  switch (attribute.kind) {
    case AttributeKind::number:
      return isNumber || refuse("a number");
    case AttributeKind::flag:
      return value.kind == truth || (isNumber && (value.number == 0 || value.number == 1)) || refuse("True or False");
    case AttributeKind::axis: {
      if (value.kind == none) target = absent;
      if (value.kind == none) return true;
      const bool single = value.kind == list && literals_[value.index].numbers.size() == 1;
      if (single) target = literals_[value.index].numbers[0];
      const bool fits = isWhole(target) && target >= -3.0 && target <= 2;
      return (fits && (isNumber || single)) || refuse("one dimension, such as 0, 1 or -1, or None");
    }
    case AttributeKind::reduction: {
      constexpr std::array<Name, 3> reductions{"mean", "sum", "none"};
      const Name word = value.kind == text ? unquoted(value.word.in(source_)) : "";
      const auto choice = std::ranges::find(reductions, word);
      target = static_cast<double>(choice - reductions.begin());
      return choice != reductions.end() || refuse("'mean', 'sum' or 'none'");
    }
    case AttributeKind::size:
      return (isNumber && isWhole(value.number)) || refuse("a whole number");
  }
  return false;
}

bool Recorder::readSizes(Arguments arguments, double least, std::vector<double>& sizes, const Term& term) {
  using enum Value::Kind;
  const bool packed = arguments.size() == 1 && arguments[0].kind == list;
  if (packed) {
    const Literal& literal = literals_[arguments[0].index];
    if (literal.shape.rank == 1) sizes = literal.numbers;
    if (literal.shape.rank != 1) return fail(arguments[0].span, "sizes stand in one list, such as (2, 3)"), false;
  }
  for (const Value& argument : arguments) {
    if (packed) break;
    if (argument.kind != number)
      return fail(argument.span, formatted("a size must be a whole number, written out, not {}",
                                           argument.kind == node ? "a tensor" : shown(argument.span))),
             false;
    sizes.push_back(argument.number);
  }
  if (sizes.size() > Shape::maxRank)
    return fail(term.word, formatted("a tensor has at most three dimensions, not {}", sizes.size())), false;
  for (const double size : sizes)
    if (!isWhole(size) || size < least || size > std::numeric_limits<std::uint32_t>::max())
      return fail(term.word, formatted("a size must be a whole number of 1 or more, not {}", size)), false;
  return true;
}

Value Recorder::callReshape(Op op, Arguments arguments, const Term& term) {
  const Value nothing{.kind = Value::Kind::bad, .span = term.span};
  if (arguments.size() < 2)
    return fail(term.word,
                formatted("{} takes a tensor and its new sizes, as in reshape(x, (2, 3))", shown(term.word)));
  for (Value& argument : arguments) {
    const Name keyword = argument.keyword.in(source_);
    if (!keyword.empty() && keyword != "shape" && keyword != "size")
      return fail(argument.keyword, formatted("{} has no argument {}", shown(term.word), shown(argument.keyword)));
  }
  std::vector<double> sizes;
  if (!readSizes(arguments.subspan(1), -1, sizes, term)) return nothing;
  Attributes attributes;
  attributes.fill(absent);
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (sizes[i] == 0) return fail(term.word, "a size must be 1 or more, or -1 for what remains, not 0");
    attributes[i] = sizes[i];
  }
  return apply(op, arguments.first(1), attributes, term.span, term.word);
}

Value Recorder::callItem(Value object, const Term& term) {
  if (object.kind == Value::Kind::number) return object;
  object = materialize(object);
  if (object.kind != Value::Kind::node) return object;
  const Shape shape = result_.program.tape.node(object.index).shape;
  if (!shape.isScalar())
    return fail(term.word, formatted("item() needs a tensor of one number; this one has shape {}", shape));
  // A number of Python knows nothing of how it came about, and has no dimensions.
  Value number = apply(Op::detach, std::span(&object, 1), {}, term.span, term.word);
  if (shape.rank > 0 && number.kind == Value::Kind::node)
    number = apply(Op::sum, std::span(&number, 1), opInfo(Op::sum).defaults(), term.span, term.word);
  return number;
}

Value Recorder::callBackward(Arguments arguments, const Term& term) {
  const Value done{.kind = Value::Kind::none, .span = term.span};
  const Value object = arguments[0];
  for (const Value& argument : arguments.subspan(1)) {
    const Name keyword = argument.keyword.in(source_);
    if (keyword != "retain_graph" && keyword != "create_graph")
      return fail(argument.span, "backward takes no gradient here; the one that enters is given with the run");
  }
  if (dry_) return done;
  auto& program = result_.program;
  if (object.kind != Value::Kind::node)
    return fail(object.span, formatted("{} has no backward; a tensor has", describe(object)));
  if (!program.tape.node(object.index).requiresGrad)
    return fail(term.word,
                formatted("no leaf with gradient leads to {}; x = 2, or tensor(…, requires_grad=True), makes one",
                          shown(object.span)));
  // Gradients add up at the leaves, but a program has one output.
  if (program.backwards > 0 && program.output != object.index)
    return fail(term.word,
                "one tensor's backward() a text; to follow several losses, add the losses first, as in "
                "(a + b).backward()");
  program.output = object.index;
  ++program.backwards;
  return done;
}

}  // namespace backprop
