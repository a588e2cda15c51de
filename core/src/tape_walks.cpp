// The two walks over a tape: forward along the list, backward along it the other way.
#include <algorithm>
#include <string>

#include "backprop/dual.hpp"
#include "backprop/tape.hpp"
#include "ops/apply.hpp"
#include "ops/dispatch.hpp"

namespace backprop {

template <class Real> Operands<Real> Tape<Real>::operandsOf(const Node& node) {
  Operands<Real> operands{.y = &values()[placeOf(node)], .shape = node.shape};
  for (std::size_t i = 0; i < node.inputCount; ++i) {
    const Node& input = nodes_[node.inputs[i]];
    operands.in[i] = {.value = &values()[placeOf(input)], .shape = input.shape};
  }
  if (opInfo(node.op).attributeCount() > 0) operands.attributes = attributes_[node.attributes];
  return operands;
}

// The short way: single numbers need no loops, no broadcasting and no attributes.
template <class Real> inline void Tape<Real>::computeScalar(const Instruction& instruction, const Blocks& values) {
  withRule(instruction.op, [&]<class R>() {
    if constexpr (isElementwise<R> && std::default_initializable<R>) {
      if constexpr (R::arity == 1)
        values[instruction.y] = R{}.forward(values[instruction.a]);
      else if constexpr (R::arity == 2)
        values[instruction.y] = R{}.forward(values[instruction.a], values[instruction.b]);
    }
  });
}

template <class Real>
inline void Tape<Real>::propagateScalar(const Instruction& instruction, const Blocks& values, const Blocks& gradients) {
  const Real dy = gradients[instruction.y], y = values[instruction.y], a = values[instruction.a];
  withRule(instruction.op, [&]<class R>() {
    if constexpr (isElementwise<R> && std::default_initializable<R> && !R::info.stopsGradient) {
      if constexpr (R::arity == 1) {
        gradients[instruction.a] += contribution<0>(R{}, dy, a, y);
      } else if constexpr (R::arity == 2) {
        const Real b = values[instruction.b];
        if (instruction.gradientA) gradients[instruction.a] += contribution<0>(R{}, dy, a, b, y);
        if (instruction.gradientB) gradients[instruction.b] += contribution<1>(R{}, dy, a, b, y);
      }
    }
  });
}

template <class Real> void Tape<Real>::compute(NodeId id) {
  if (instructions_[id].scalar)
    computeScalar(instructions_[id], values());
  else
    opForward(nodes_[id].op, operandsOf(nodes_[id]));
}

template <class Real> void Tape<Real>::propagate(NodeId id) {
  if (instructions_[id].scalar) return propagateScalar(instructions_[id], values(), gradients());
  const Node& node = nodes_[id];
  Operands<Real> operands = operandsOf(node);
  operands.dy = &gradients()[placeOf(node)];
  for (std::size_t i = 0; i < node.inputCount; ++i) {
    const Node& input = nodes_[node.inputs[i]];
    if (input.requiresGrad) operands.in[i].gradient = &gradients()[placeOf(input)];
  }
  opBackward(node.op, operands);
}

template <class Real>
void Tape<Real>::vectorJacobian(NodeId consumer, std::size_t slot, std::span<const Real> cotangent,
                                std::span<Real> out) const {
  const Node& n = node(consumer);
  BACKPROP_CHECK(n.kind == NodeKind::operation && slot < n.inputCount, "an operation and one of its inputs");
  BACKPROP_CHECK(cotangent.size() == n.shape.size() && out.size() == node(n.inputs[slot]).shape.size(),
                 "a cotangent of the operation's shape, and room for the input's");
  if (opInfo(n.op).stopsGradient) return;
  Operands<Real> operands = const_cast<Tape*>(this)->operandsOf(n);
  operands.dy = cotangent.data();
  operands.in[slot].gradient = out.data();
  opBackward(n.op, operands);
}

template <class Real> void Tape<Real>::forward() {
  const Blocks numbers = values();
  for (NodeId id = 0; id < instructions_.size(); ++id) {
    const Instruction& instruction = instructions_[id];
    if (instruction.scalar)
      computeScalar(instruction, numbers);
    else if (instruction.isOperation)
      compute(id);
  }
  next_ = static_cast<NodeId>(nodes_.size());
}

template <class Real> std::optional<NodeId> Tape<Real>::forwardStep() {
  for (; next_ < nodes_.size(); ++next_)
    if (instructions_[next_].isOperation) {
      compute(next_);
      return next_++;
    }
  return std::nullopt;
}

template <class Real> void Tape<Real>::markPath(NodeId output) {
  if (marked_ == output && markedSize_ == nodes_.size()) return;
  for (Instruction& instruction : instructions_) instruction.onPath = false;
  instructions_[output].onPath = true;
  for (NodeId id = output + 1; id-- > 0;) {
    if (!instructions_[id].onPath) continue;
    const Node& node = nodes_[id];
    for (std::size_t i = 0; i < node.inputCount; ++i) instructions_[node.inputs[i]].onPath = true;
  }
  marked_ = output;
  markedSize_ = nodes_.size();
}

template <class Real> Status Tape<Real>::tryBeginBackward(NodeId output, std::span<const Real> cotangent) {
  const Node& target = node(output);
  if (!target.requiresGrad)
    return errorAt("backward", "the output does not depend on any leaf that requires a gradient");
  if (target.kind == NodeKind::operation && output >= next_)
    return errorAt("backward", "the output is not computed yet; run forward first");
  if (cotangent.empty() && !target.shape.isScalar())
    return errorAt("backward",
                   "the output has shape " + toString(target.shape) +
                       "; a gradient can start from a single number alone, or from a cotangent of that shape");
  if (!cotangent.empty() && cotangent.size() != target.shape.size())
    return errorAt("backward", "the cotangent has " + std::to_string(cotangent.size()) + " numbers; " +
                                   std::to_string(target.shape.size()) + " would be right, for an output of shape " +
                                   toString(target.shape));
  markPath(output);
  // Only parameters accumulate over passes; what lies between starts afresh.
  std::ranges::fill(gradients_, Real(0));
  const Real one(1);
  if (cotangent.empty()) cotangent = std::span(&one, 1);
  Real* seed = &gradients()[placeOf(target)];
  for (std::size_t i = 0; i < cotangent.size(); ++i) seed[i] += cotangent[i];
  below_ = output + 1;
  return okStatus();
}

template <class Real> std::optional<NodeId> Tape<Real>::backwardStep() {
  while (below_ > 0) {
    const Instruction& instruction = instructions_[--below_];
    if (instruction.isOperation && instruction.requiresGrad && instruction.onPath) {
      propagate(below_);
      return below_;
    }
  }
  return std::nullopt;
}

template <class Real> void Tape<Real>::backward(NodeId output, std::span<const Real> cotangent) {
  beginBackward(output, cotangent);
  const Blocks numbers = values(), slopes = gradients();
  while (below_ > 0) {
    const Instruction& instruction = instructions_[--below_];
    if (!instruction.isOperation || !instruction.requiresGrad || !instruction.onPath) continue;
    if (instruction.scalar)
      propagateScalar(instruction, numbers, slopes);
    else
      propagate(below_);
  }
}

template class Tape<float>;
template class Tape<double>;
template class Tape<Dual<double>>;

}  // namespace backprop
