// One term after another: names, signs, lists, and what a dot or a call leads to.
#include <algorithm>
#include <array>
#include <cmath>

#include "language/advice.hpp"
#include "language/characters.hpp"
#include "language/infix.hpp"
#include "language/recorder.hpp"

namespace backprop {
namespace {

/// Arithmetic of numbers inside a list.
double folded(Operator op, double a, double b) {
  switch (op) {
    case Operator::plus:
      return a + b;
    case Operator::minus:
      return a - b;
    case Operator::times:
      return a * b;
    case Operator::divide:
      return a / b;
    default:
      return std::pow(a, b);
  }
}

}  // namespace

Value Recorder::valueOf(const Term& term, std::span<const Term> statement) {
  using enum Value::Kind;
  switch (term.kind) {
    case TermKind::number:
      return {.kind = number, .literal = true, .span = term.span, .number = term.number};
    case TermKind::truth:
      return {.kind = truth, .span = term.span, .number = term.number};
    case TermKind::none:
      return {.kind = none, .span = term.span};
    case TermKind::text:
      return {.kind = text, .span = term.span, .word = term.word};
    case TermKind::name:
      return nameValue(term, statement);
    case TermKind::unary:
      return unaryValue(term);
    case TermKind::binary:
      return binaryValue(term);
    case TermKind::list:
    case TermKind::tuple:
      return listValue(term);
    case TermKind::attribute:
      return attributeValue(term);
    case TermKind::call:
      return callValue(term);
    case TermKind::method:
      return methodValue(term);
    case TermKind::keyword:
      break;
  }
  Value value = stack_.back();
  stack_.pop_back();
  value.keyword = term.word;
  return value;
}

Value Recorder::nameValue(const Term& term, std::span<const Term> statement) {
  const std::string_view name = term.word.in(source_);
  if (const auto entry = bound_.find(name); entry != bound_.end()) {
    Value value = entry->second;
    value.span = term.span;
    return value;
  }
  if (term.dotted && isModule(name)) return {.kind = Value::Kind::opaque, .span = term.span, .word = term.word};
  if (const auto constant = constantNamed(name)) {
    const bool isNumber = std::isfinite(*constant);  // pi and e are constants; inf and nan are how numbers are written
    return {.kind = Value::Kind::number, .literal = !isNumber, .span = term.span, .number = *constant};
  }
  if (dry_ && (options_.defaultValue || options_.values.contains(name)))
    return {.kind = Value::Kind::opaque, .span = term.span};
  bound_[std::string(name)] = {};
  result_.program.freeNames.emplace_back(name);
  if (isFunctionName(name))
    return fail(term.span, formatted("{} is a function; write {}", shown(term.span), quoted(formatted("{}(…)", name))));
  const bool compares = statement.size() == 3 && statement.back().op == Operator::eq && &statement.front() == &term;
  return fail(term.span,
              formatted("{} is not defined; {}", shown(term.span),
                        compares ? "one = assigns, == compares"
                                 : formatted("give it a value, such as {} = 1", name.size() <= 40 ? name : "x")));
}

Value Recorder::unaryValue(const Term& term) {
  Value value = stack_.back();
  stack_.pop_back();
  value.span = term.span;
  const bool negates = term.op == Operator::minus;
  if (value.kind == Value::Kind::number) {
    if (negates) value.number = -value.number;
    return value;
  }
  if (value.kind == Value::Kind::list) {
    if (negates)
      for (double& x : literals_[value.index].numbers) x = -x;
    return value;
  }
  if (!negates && value.kind == Value::Kind::node) return value;
  return apply(Op::neg, std::span(&value, 1), {}, term.span, term.word);
}

Value Recorder::binaryValue(const Term& term) {
  const Value right = stack_.back();
  stack_.pop_back();
  const Value left = stack_.back();
  stack_.pop_back();
  using enum Value::Kind;
  if (term.inList && left.kind == number && right.kind == number && term.op <= Operator::power &&
      term.op != Operator::matmul)
    return {.kind = number, .literal = true, .span = term.span, .number = folded(term.op, left.number, right.number)};
  return combine(term.op, left, right, term.span, term.word);
}

Value Recorder::combine(Operator op, Value left, Value right, Span span, Span word) {
  std::array<Value, 2> inputs{left, right};
  return apply(findInfix(&Infix::op, op)->operation, inputs, {}, span, word);
}

Value Recorder::listValue(const Term& term) {
  using enum Value::Kind;
  const auto items = std::span(stack_).last(term.children);
  Literal literal{.shape = Shape::vector(term.children), .numbers = {}, .tuple = term.kind == TermKind::tuple};
  const auto refuse = [&](Span span, Message message) {
    stack_.resize(stack_.size() - term.children);
    return fail(span, std::move(message));
  };
  const bool nested = !items.empty() && items[0].kind == list;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Value& item = items[i];
    if (item.kind == bad) return refuse(item.span, {});
    const bool isNumber = item.kind == number || item.kind == truth;
    if (!isNumber && item.kind != list)
      return refuse(item.span, formatted("a list holds numbers and lists of numbers; {} is {}", shown(item.span),
                                         item.kind == node   ? "a tensor"
                                         : item.kind == text ? "a string"
                                                             : "neither"));
    if (isNumber == nested)
      return refuse(item.span, formatted("row {} is {} and row 1 {}; all rows must be alike", i + 1,
                                         nested ? "a number" : "a list", nested ? "a list" : "a number"));
    if (isNumber) {
      literal.numbers.push_back(item.number);
      continue;
    }
    const Literal& row = literals_[item.index];
    const Literal& first = literals_[items[0].index];
    if (row.shape.rank == Shape::maxRank) return refuse(item.span, "lists nest at most three deep");
    if (row.shape != first.shape) {
      const bool lengths = row.shape.rank == 1 && first.shape.rank == 1;
      return refuse(item.span,
                    formatted("row {} has {}; all rows must have the same length", i + 1,
                              lengths ? formatted("{} numbers and row 1 has {}", row.shape.cols, first.shape.cols)
                                      : formatted("shape {} and row 1 {}", row.shape, first.shape)));
    }
    literal.numbers.insert(literal.numbers.end(), row.numbers.begin(), row.numbers.end());
  }
  if (nested) {
    const Shape row = literals_[items[0].index].shape;
    literal.shape = row.rank == 1 ? Shape{term.children, row.cols} : Shape{term.children, row.rows, row.cols};
  }
  // Rows were copied into the whole, and nothing else refers to them.
  while (!literals_.empty() && nested && literals_.size() > items[0].index) literals_.pop_back();
  stack_.resize(stack_.size() - term.children);
  literals_.push_back(std::move(literal));
  return {.kind = list, .index = static_cast<std::uint32_t>(literals_.size() - 1), .span = term.span};
}

Value Recorder::attributeValue(const Term& term) {
  Value object = stack_.back();
  stack_.pop_back();
  using enum Value::Kind;
  const std::string_view name = term.word.in(source_);
  if (object.kind == bad) return object;
  if (object.kind == opaque) {
    const bool inModule = isModule(object.word.in(source_));
    if (const auto constant = constantNamed(name); inModule && constant)
      return {.kind = number, .literal = !std::isfinite(*constant), .span = term.span, .number = *constant};
    return {.kind = opaque, .span = term.span, .word = term.span};
  }
  if (!isTensor(object)) return fail(term.word, formatted("{} has no {}", describe(object), shown(term.word)));
  if (name == "T" || name == "mT") return apply(Op::transpose, std::span(&object, 1), {}, term.span, term.word);
  constexpr std::array<std::string_view, 8> known{"grad",          "data",    "shape", "dtype",
                                                  "requires_grad", "grad_fn", "ndim",  "is_leaf"};
  if (std::ranges::find(known, name) != known.end()) return {.kind = opaque, .span = term.span, .word = term.span};
  if (isFunctionName(name) || isIdentity(name) || name == "item")
    return fail(term.word, formatted("{} is a function; write {}", shown(term.word), quoted(formatted("{}()", name))));
  return fail(term.word, formatted("a tensor has no {} here", shown(term.word)));
}

Value Recorder::callValue(const Term& term) {
  const Value value = call(term.word.in(source_), std::span(stack_).last(term.children), term);
  stack_.resize(stack_.size() - term.children);
  return value;
}

Value Recorder::methodValue(const Term& term) {
  using enum Value::Kind;
  const Arguments all = std::span(stack_).last(term.children);
  const std::string_view name = term.word.in(source_);
  const Value object = all[0];
  Value value{.kind = bad, .span = term.span};
  if (object.kind == opaque && isModule(object.word.in(source_)))
    value = call(name, all.subspan(1), term);
  else if (object.kind == opaque && dry_)
    value = object;
  else if (object.kind == opaque)
    value = fail(term.word, name.ends_with('_')
                                ? formatted("{} changes a tensor in place, which is not supported", shown(term.word))
                                : formatted("{} is no value to compute with", describe(object)));
  else if (object.kind == bad || (isIdentity(name) && isTensor(object)))
    value = object;
  else if (name == "item" && isTensor(object))
    value = callItem(object, term);
  else if (name == "backward")
    value = callBackward(all, term);
  else if (name == "print" || findCreator(name))
    value = fail(term.word, formatted("{} is no method; write {}", shown(term.word), quoted(formatted("{}(…)", name))));
  else
    value = call(name, all, term);
  value.span = term.span;
  stack_.resize(stack_.size() - term.children);
  return value;
}

Value Recorder::call(std::string_view name, Arguments arguments, const Term& term) {
  using enum Value::Kind;
  const auto isBad = [](const Value& value) { return value.kind == bad; };
  const bool anyBad = std::ranges::any_of(arguments, isBad);
  const Value nothing{.kind = bad, .span = term.span};
  if (name == "print") {
    if (dry_ && atRoot_) return {.kind = none, .span = term.span};
    return fail(term.word, "print gives no value; it stands alone in a statement");
  }
  if (const auto creator = findCreator(name)) return anyBad ? nothing : create(*creator, arguments, term);
  if (const auto op = findFunction(name)) return anyBad ? nothing : callOp(*op, arguments, term);
  if (const auto entry = bound_.find(name); entry != bound_.end() && term.kind == TermKind::call) {
    if (entry->second.kind != node) return nothing;
    return fail(term.word, formatted("{} is a value, not a function; * multiplies", shown(term.word)));
  }
  if (Message advice = classAdvice(name); !advice.empty()) return fail(term.word, std::move(advice));
  if (name.ends_with('_') && findFunction(name.substr(0, name.size() - 1)))
    return fail(term.word, formatted("{} changes a tensor in place, which is not supported; write {}", shown(term.word),
                                     quoted(formatted("x = x.{}(…)", name.substr(0, name.size() - 1)))));
  const std::string_view nearest = nearestFunction(name);
  return fail(term.word, formatted("the function {} is unknown{}", shown(term.word),
                                   nearest.empty() ? "; exp, tanh and relu are functions, for example"
                                                   : formatted("; did you mean {}?", nearest)));
}

}  // namespace backprop
