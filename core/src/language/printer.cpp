// The walk of a printer.
#include "language/printer.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

#include "backprop/numerals.hpp"
namespace backprop {
namespace {

// What is longer or deeper than a person reads gets a line of its own.
constexpr std::size_t longestExpression = 300;
constexpr std::uint32_t deepestExpression = 24;

}  // namespace

Piece bracketed(Piece piece, Precedence least) {
  if (piece.precedence >= least) return piece;
  return {formatted("({})", piece.text), whole, piece.depth + 1};
}

template <class Real> std::string shortestNumber(Real x) {
  if (std::isnan(x)) return "nan";
  if (std::isinf(x)) return x > 0 ? "inf" : "-inf";
  if (x == 0) return std::signbit(x) ? "-0.0" : "0";
  const double number = static_cast<double>(x);
  if (std::abs(number) < 1e15 && number == std::trunc(number)) return std::to_string(static_cast<long long>(number));
  for (int digits = 1;; ++digits) {
    std::string text = inDigits(number, digits);
    if (digits == 17 || static_cast<Real>(numberOfNumeral(text)) == x) return text;
  }
}

template <class Real> Piece Printer<Real>::infix(const Infix& sign, Piece left, Piece right) {
  const bool isPower = sign.precedence == raising;
  const auto above = static_cast<Precedence>(sign.precedence + 1);
  // 2 ** -x and a ** b ** c need no brackets on the right; a - b + c needs none on the left.
  left = bracketed(std::move(left), isPower || sign.precedence == comparing ? above : sign.precedence);
  right = bracketed(std::move(right), isPower ? negating : above);
  Piece result{std::move(left.text), sign.precedence, std::max(left.depth, right.depth)};
  result.text.append(" ").append(sign.sign).append(" ").append(right.text);
  return result;
}

template <class Real> bool Printer<Real>::isUniform(NodeId node) const {
  const auto values = tape_.value(node);
  const auto differs = [&](const Real& x) { return std::memcmp(&x, &values[0], sizeof(Real)) != 0; };
  return values.size() > 16 && std::ranges::none_of(values, differs);
}

template <class Real> std::string Printer<Real>::literal(NodeId node, std::string (*number)(Real)) {
  const Shape shape = tape_.node(node).shape;
  const auto values = tape_.value(node);
  std::string text;
  const std::size_t plane = std::size_t{shape.rows} * shape.cols;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool startsRow = i % shape.cols == 0, startsPlane = i % plane == 0;
    if (i > 0) text += ", ";
    if (shape.rank > 2 && startsPlane) text += i == 0 ? "[[" : "[";
    if (shape.rank > 1 && startsRow) text += shape.rank == 2 && i == 0 ? "[[" : "[";
    if (shape.rank == 1 && i == 0) text += "[";
    text += number(values[i]);
    const bool endsRow = (i + 1) % shape.cols == 0, endsPlane = (i + 1) % plane == 0;
    if (shape.rank > 0 && endsRow) text += "]";
    if (shape.rank > 2 && endsPlane) text += "]";
  }
  return shape.rank > 1 ? formatted("{}]", text) : text;
}

template <class Real> void Printer<Real>::countUses() {
  uses_.assign(tape_.size(), 0);
  lastUse_.assign(tape_.size(), 0);
  names_.resize(tape_.size());
  for (NodeId id = 0; id < tape_.size(); ++id) {
    const Node& node = tape_.node(id);
    for (std::size_t i = 0; i < node.inputCount; ++i) {
      ++uses_[node.inputs[i]];
      lastUse_[node.inputs[i]] = id;
    }
    if (options_.nameOf && !options_.nameOf(id).empty()) wanted_.insert(usable(options_.nameOf(id)));
  }
  if (options_.output) lastUse_[*options_.output] = static_cast<NodeId>(tape_.size());
}

template <class Real> std::string Printer<Real>::print() {
  countUses();
  begin();
  for (NodeId id = 0; id < tape_.size(); ++id) visit(id);
  end();
  return std::move(out_);
}

template <class Real> void Printer<Real>::visit(NodeId id) {
  const Node& node = tape_.node(id);
  const bool named = options_.nameOf && !options_.nameOf(id).empty();
  if (node.kind == NodeKind::parameter) {
    leaves_.push_back(id);
    return writeLine(id, leaf(id), true);
  }
  const bool isOutput = options_.output == id;
  const bool hasOwnLine = named || uses_[id] != 1 || isOutput;
  const bool needsName =
      named || uses_[id] > 0 || (isOutput && (id + 1 < tape_.size() || options_.backwards > 0 || leavesKeepNames()));
  if (node.kind == NodeKind::constant) {
    if (hasOwnLine || node.shape.size() > 64) return writeLine(id, constant(id), needsName);
    waiting_.push_back({.node = id, .piece = {}, .constant = true});
    return;
  }
  std::vector<OperandPiece> operands;
  if (!inlineOperands(id, operands)) {
    writeWaiting();
    operands.clear();
    inlineOperands(id, operands);
  }
  Piece piece = operation(id, operands);
  if (hasOwnLine || piece.text.size() > longestExpression || piece.depth > deepestExpression)
    return writeLine(id, std::move(piece.text), needsName || !hasOwnLine);
  waiting_.push_back({.node = id, .piece = std::move(piece), .constant = false});
}

// Reading an expression records its operands from left to right, then those that are bare numbers and lists, then
// itself. So what waits can stand inside only if it was recorded in that order, right before the node.
template <class Real> bool Printer<Real>::inlineOperands(NodeId id, std::vector<OperandPiece>& operands) {
  const Node& node = tape_.node(id);
  struct Candidate {
    std::size_t place, slot;
  };
  std::vector<Candidate> candidates;
  for (std::size_t slot = 0; slot < node.inputCount; ++slot) {
    const NodeId input = node.inputs[slot];
    const auto entry = std::ranges::lower_bound(waiting_, input, {}, &Waiting::node);
    if (entry == waiting_.end() || entry->node != input)
      operands.push_back({.node = input, .piece = {nameOf(input)}});
    else {
      operands.push_back({.node = input});
      const Candidate candidate{static_cast<std::size_t>(entry - waiting_.begin()), slot};
      candidates.insert(std::ranges::upper_bound(candidates, candidate.place, {}, &Candidate::place), candidate);
    }
  }
  const std::size_t count = candidates.size(), first = waiting_.size() - count;
  if (count > 0 && candidates[0].place != first) return false;
  const auto inOrder = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from + 1; i < to; ++i)
      if (candidates[i].slot < candidates[i - 1].slot) return false;
    return true;
  };
  const auto constantsFrom = [&](std::size_t from) {
    return std::all_of(candidates.begin() + static_cast<std::ptrdiff_t>(from), candidates.end(),
                       [&](const Candidate& c) { return waiting_[c.place].constant; });
  };
  std::size_t split = 0;
  while (split <= count && !(inOrder(0, split) && inOrder(split, count) && constantsFrom(split))) ++split;
  if (split > count) return false;
  for (std::size_t i = 0; i < count; ++i) {
    Waiting& source = waiting_[candidates[i].place];
    OperandPiece& operand = operands[candidates[i].slot];
    operand.number = i >= split;
    if (!operand.number) operand.piece = source.constant ? Piece{constant(source.node)} : std::move(source.piece);
  }
  waiting_.resize(first);
  return true;
}

template <class Real> void Printer<Real>::writeWaiting() {
  const std::vector<Waiting> all = std::exchange(waiting_, {});
  for (const Waiting& entry : all)
    writeLine(entry.node, entry.constant ? constant(entry.node) : entry.piece.text, true);
}

template <class Real> void Printer<Real>::writeLine(NodeId node, std::string expression, bool needsName) {
  writeWaiting();
  line(needsName ? formatted("{} = {}", nameFor(node), expression) : expression);
  last_ = node;
}

template <class Real> std::string Printer<Real>::nameFor(NodeId node) {
  std::string name;
  if (options_.nameOf && !options_.nameOf(node).empty()) name = usable(options_.nameOf(node));
  if (name.empty()) {
    do name = formatted("v{}", ++fresh_);
    while (wanted_.contains(name) || holders_.contains(name));
  }
  const std::string base = name;
  for (;;) {
    const auto holder = holders_.find(name);
    // A name is free again after the last use of the node that had it.
    if (holder == holders_.end()) break;
    const bool keeps = leavesKeepNames() && tape_.node(holder->second).kind == NodeKind::parameter;
    if (!keeps && lastUse_[holder->second] <= node) break;
    std::uint32_t& copy = copies_[base];
    do name = formatted("{}_{}", base, ++copy + 1);
    while (wanted_.contains(name));
  }
  holders_[name] = node;
  return names_[node] = name;
}

template class Printer<float>;
template class Printer<double>;
template std::string shortestNumber(float);
template std::string shortestNumber(double);

}  // namespace backprop
