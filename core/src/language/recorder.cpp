// Statements: what a name is bound to, which leaves a text has, and what its output is.
#include "language/recorder.hpp"

#include <algorithm>
#include <array>

#include "backprop/derivatives.hpp"
#include "backprop/text.hpp"
#include "language/characters.hpp"
#include "order.hpp"

namespace backprop {
namespace {

/// Keyword arguments of PyTorch that say nothing about the computation; their value is not looked at.
bool isPassedOver(std::string_view keyword) { return keyword == "dtype" || keyword == "device"; }

bool isPrint(std::span<const Term> terms, std::string_view source) {
  return !terms.empty() && terms.back().kind == TermKind::call && terms.back().word.in(source) == "print";
}

}  // namespace

Recorded<double> Recorder::record() {
  SyntaxTree tree = parse(source_);
  result_.diagnostics = std::move(tree.diagnostics);
  for (const Statement& statement : tree.statements) {
    const auto terms = std::span(tree.terms).subspan(statement.firstTerm, statement.termCount);
    if (statement.broken) {
      if (!statement.target.empty()) bound_[std::string(statement.target.in(source_))] = {};
      continue;
    }
    recordStatement(statement, terms);
  }
  for (const auto& [name, value] : bound_)
    if (value.kind == Value::Kind::node) result_.program.names.emplace(name, value.index);
  result_.program.origins.resize(result_.program.tape.size());
  if (hasWords) sortBy(result_.diagnostics, [](const Diagnostic& d) { return d.span.begin; });
  if (result_.diagnostics.size() > maxDiagnostics) result_.diagnostics.resize(maxDiagnostics);
  return std::move(result_);
}

void Recorder::recordStatement(const Statement& statement, std::span<const Term> terms) {
  const std::string_view target = statement.target.in(source_);
  dry_ = isPrint(terms, source_);
  createFreeLeaves(terms);
  if (statement.update != Operator::none) createFreeLeaf(statement.target);
  const auto given = options_.values.find(target);
  override_ = target.empty() || given == options_.values.end() ? nullptr : &given->second;
  stack_.clear();
  literals_.clear();
  for (std::size_t i = 0; i < terms.size(); ++i) {
    atRoot_ = i + 1 == terms.size();
    const bool ignored =
        !atRoot_ && terms[i + 1].kind == TermKind::keyword && isPassedOver(terms[i + 1].word.in(source_));
    if (ignored) stack_.resize(stack_.size() - terms[i].children);
    Value value = ignored ? Value{.kind = Value::Kind::none, .span = terms[i].span} : valueOf(terms[i], terms);
    stack_.push_back(value);
  }
  Value value = stack_.back();
  if (!value.keyword.empty()) value = fail(value.keyword, "a keyword argument stands in a call");
  if (target.empty()) return finish(value);
  if (statement.update != Operator::none) {
    const Term left{.kind = TermKind::name, .span = statement.target, .word = statement.target};
    value = combine(statement.update, nameValue(left, terms), value, statement.span, statement.target);
  }
  assign(target, value);
}

void Recorder::createFreeLeaves(std::span<const Term> terms) {
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (terms[i].kind != TermKind::name) continue;
    if (i + 1 < terms.size() && terms[i + 1].kind == TermKind::keyword && isPassedOver(terms[i + 1].word.in(source_)))
      continue;
    if (terms[i].dotted && isModule(terms[i].word.in(source_)) && !options_.values.contains(terms[i].word.in(source_)))
      continue;
    createFreeLeaf(terms[i].word);
  }
}

// Before the statement's own nodes, so that printing a tape, which puts leaves on lines of their own, keeps its order.
void Recorder::createFreeLeaf(Span span) {
  const std::string_view name = span.in(source_);
  if (dry_ || bound_.contains(name)) return;
  const auto given = options_.values.find(name);
  if (given == options_.values.end() && (!options_.defaultValue || constantNamed(name))) return;
  result_.program.freeNames.emplace_back(name);
  const LeafValue value =
      given != options_.values.end() ? given->second : LeafValue{.shape = {}, .numbers = {*options_.defaultValue}};
  bind(name, makeGiven(value, true, span));
}

Value Recorder::makeGiven(const LeafValue& value, bool requiresGrad, Span span) {
  if (value.shape.size() != value.numbers.size())
    return fail(span, formatted("the value given for {} has {} numbers, but shape {}", shown(span),
                                value.numbers.size(), value.shape));
  return makeTensor(
      value.shape, [&](std::size_t i) { return value.numbers[i]; }, requiresGrad, span, span);
}

void Recorder::assign(std::string_view name, const Value& value) {
  using enum Value::Kind;
  const bool literal = value.kind == list || (value.kind == number && value.literal);
  if (literal && override_) return bind(name, makeGiven(*override_, true, value.span));
  if (literal && value.kind == number)
    return bind(name, makeTensor(
                          {}, [&](std::size_t) { return value.number; }, true, value.span, value.span));
  if (literal) {
    const Literal& data = literals_[value.index];
    return bind(name, makeTensor(
                          data.shape, [&](std::size_t i) { return data.numbers[i]; }, true, value.span, value.span));
  }
  if (value.kind == number) return bind(name, materialize(value));
  if (value.kind == truth || value.kind == none || value.kind == text)
    return bind(name, fail(value.span, formatted("{} cannot be assigned; a name stands for a number or a tensor",
                                                 describe(value))));
  bind(name, value);
}

void Recorder::bind(std::string_view name, const Value& value) {
  bound_[std::string(name)] = value;
  if (value.kind != Value::Kind::node) return;
  nameNode(value.index, name);
  if (result_.program.backwards == 0) result_.program.output = value.index;
}

void Recorder::finish(Value value) {
  using enum Value::Kind;
  if (isTensor(value)) value = materialize(value);
  if (value.kind == node && result_.program.backwards == 0) result_.program.output = value.index;
  if (value.kind == text || value.kind == truth || value.kind == opaque)
    if (!dry_)
      fail(value.span, formatted("{}{}", describe(value),
                                 value.kind == text ? " are not supported; a comment begins with #"
                                                    : " is no value to compute with"));
}

void Recorder::noteOrigin(NodeId node, Span span) {
  result_.program.origins.resize(result_.program.tape.size());
  result_.program.origins[node].span = span;
}

void Recorder::nameNode(NodeId node, std::string_view name) {
  auto& program = result_.program;
  if (program.origins[node].name >= 0) return;
  program.origins[node].name = static_cast<std::int32_t>(program.nodeNames.size());
  program.nodeNames.emplace_back(name);
  const auto leaf = std::ranges::lower_bound(program.leaves, node, {}, &Leaf::node);
  if (leaf != program.leaves.end() && leaf->node == node) leaf->name = name;
}

Value Recorder::fail(Span span, Message message) {
  const bool isNew = hasWords
                         ? !message.empty() && messages_.size() < 2 * maxDiagnostics && messages_.insert(message).second
                         : result_.diagnostics.empty();
  if (isNew) result_.diagnostics.push_back(diagnose(source_, span, std::move(message)));
  return {.kind = Value::Kind::bad, .span = span};
}

Message Recorder::shown(Span span) const { return quoted(span.in(source_)); }

Message Recorder::describe(const Value& value) const {
  using enum Value::Kind;
  switch (value.kind) {
    case node:
      return "a tensor";
    case number:
      return "a number";
    case list:
      return "a list";
    case truth:
      return value.number != 0 ? "True" : "False";
    case none:
      return "None";
    case text:
      return "strings";
    default:
      return shown(value.word.empty() ? value.span : value.word);
  }
}

Value Recorder::made(const Result<NodeId>& node, Span span, Span place) {
  if (!node.ok()) return fail(place, node.error().message);
  noteOrigin(node.value(), span);
  return {.kind = Value::Kind::node, .index = node.value(), .span = span};
}

Value Recorder::materialize(const Value& value) {
  auto& tape = result_.program.tape;
  if (value.kind == Value::Kind::number) {
    const double number = value.number;
    return made(tape.tryConstant(Shape{}, std::span(&number, 1)), value.span, value.span);
  }
  if (value.kind != Value::Kind::list) return value;
  const Literal& data = literals_[value.index];
  return makeTensor(
      data.shape, [&](std::size_t i) { return data.numbers[i]; }, false, value.span, value.span);
}

Value Recorder::apply(Op op, std::span<Value> inputs, const Attributes& attributes, Span span, Span place) {
  using enum Value::Kind;
  bool good = true;
  for (const Value& input : inputs) {
    if (input.kind != bad && !isTensor(input) && !(dry_ && input.kind == opaque)) {
      fail(input.span, formatted("{}{}", describe(input),
                                 input.kind == text ? " are not supported here" : " is no value to compute with"));
      good = false;
    }
    good &= input.kind != bad;
  }
  if (!good) return {.kind = bad, .span = span};
  if (dry_) return {.kind = opaque, .span = span};
  std::array<NodeId, maxInputs> nodes{};
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Value input = materialize(inputs[i]);
    if (input.kind == bad) return input;
    nodes[i] = input.index;
  }
  return made(result_.program.tape.tryApply(op, std::span(nodes).first(inputs.size()), attributes), span, place);
}

template <> Recorded<double> record(std::string_view source, const RecordOptions& options) {
  return Recorder(source, options).record();
}

// The text says the same in both; what it says is rounded when it is copied.
template <> Recorded<float> record(std::string_view source, const RecordOptions& options) {
  auto [program, diagnostics] = record<double>(source, options);
  auto tape = copyTape<float>(program.tape);
  if (!tape.ok()) diagnostics.push_back(diagnose(source, {}, tape.error().message));
  return {.program = {.tape = tape.ok() ? std::move(tape.value()) : Tape<float>(),
                      .output = tape.ok() ? program.output : std::nullopt,
                      .backwards = program.backwards,
                      .names = std::move(program.names),
                      .leaves = std::move(program.leaves),
                      .freeNames = std::move(program.freeNames),
                      .origins = std::move(program.origins),
                      .nodeNames = std::move(program.nodeNames)},
          .diagnostics = std::move(diagnostics)};
}

}  // namespace backprop
