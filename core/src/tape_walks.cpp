// The two walks over a tape: forward along the list, backward along it the other way.
#include <algorithm>
#include <concepts>
#include <string>

#include "backprop/dual.hpp"
#include "backprop/tape.hpp"
#include "kernels/kernels.hpp"
#include "ops/apply.hpp"
#include "ops/compact_elementwise.hpp"
#include "ops/dispatch.hpp"

namespace backprop {
namespace {

/// What the identity would hand back, in place of a function of one input.
template <class Real> void passOn(const Operands<Real>& o) {
  if (!o.in[0].gradient) return;
  for (std::size_t i = 0; i < o.shape.size(); ++i) o.in[0].gradient[i] += o.dy[i];
}

}  // namespace

template <class Real> void Tape<Real>::forgetDerivatives() {
  forgetsDerivatives_ = true;
  linkedSize_ = linkedCalls_ = 0;
}

template <class Real> OpFunction<Real> Tape<Real>::backwardOf(Op op) const {
  return forgetsDerivatives_ && opInfo(op).arity() == 1 && isElementwiseOp(op) ? &passOn<Real> : opBackward<Real>(op);
}

template <class Real> inline void Tape<Real>::link() {
  const Blocks now = blocks();
  if (now != linked_ || linkedSize_ != nodes_.size()) linkTo(now);
}

// Gives the instructions that were recorded since, or all of them if a block has moved, their addresses.
template <class Real> void Tape<Real>::linkTo(const Blocks& now) {
  if (now != linked_) linkedSize_ = linkedCalls_ = 0;
  linked_ = now;
  for (; linkedSize_ < nodes_.size(); ++linkedSize_) {
    const Node& node = nodes_[linkedSize_];
    Instruction& instruction = instructions_[linkedSize_];
    if (node.kind != NodeKind::operation) continue;
    instruction.op = node.op;
    instruction.forward = isScalar(node) ? Way::scalar : Way::tensor;
    instruction.backward = instruction.onPath && node.requiresGrad ? instruction.forward : Way::skip;
    if (instruction.forward == Way::tensor) {
      Call& call = calls_[linkedCalls_++];
      call = {opForward<Real>(node.op), backwardOf(node.op), operandsOf(node)};
      call.operands.dy = gradientOf(node);
      for (std::size_t i = 0; i < node.inputCount; ++i)
        call.operands.in[i].gradient = gradientOf(nodes_[node.inputs[i]]);
      instruction.call = &call;
      continue;
    }
    const Node& a = nodes_[node.inputs[0]];
    const Node& b = nodes_[node.inputs[1]];  // node 0, unread, for one input
    instruction.gradientA = a.requiresGrad;
    instruction.gradientB = b.requiresGrad;
    instruction.a = valueOf(a);
    instruction.b = valueOf(b);
    instruction.y = valueOf(node);
    instruction.da = gradientOf(a);
    instruction.db = gradientOf(b);
    instruction.dy = gradientOf(node);
  }
}

template <class Real> Operands<Real> Tape<Real>::operandsOf(const Node& node) {
  Operands<Real> operands{.y = valueOf(node), .shape = node.shape};
  for (std::size_t i = 0; i < node.inputCount; ++i) {
    const Node& input = nodes_[node.inputs[i]];
    operands.in[i] = {.value = valueOf(input), .shape = input.shape};
  }
  if (opInfo(node.op).attributeCount() > 0) operands.attributes = attributes_[node.attributes];
  return operands;
}

template <class Real> inline void Tape<Real>::computeScalar(const Instruction& i) {
  if constexpr (walksCompactly<Real>) {
    const Element<Real>& element = elementOf<Real>(i.op);
    Real in[] = {*i.a, *i.b, Real(0)};
    *i.y = compact::valueOf(element, element.value, {}, in);
  } else {
    withRule(i.op, [&i]<class R>() {
      if constexpr (isElementwise<R> && std::default_initializable<R>) {
        if constexpr (R::arity == 1)
          *i.y = forwardOf(R{}, *i.a);
        else if constexpr (R::arity == 2)
          *i.y = forwardOf(R{}, *i.a, *i.b);
      }
    });
  }
}

template <class Real> inline void Tape<Real>::propagateScalar(const Instruction& i) {
  if constexpr (walksCompactly<Real>) {
    const Element<Real>& element = elementOf<Real>(i.op);
    if (!element.slope) return;
    Real in[] = {*i.a, element.arity == 1 ? *i.y : *i.b, *i.y};
    const auto addTo = [&](std::size_t k, Real* gradient) {
      *gradient += compact::contribution(element, element.slope({}, k, in), *i.dy);
    };
    if (i.gradientA) addTo(0, i.da);
    if (i.gradientB && element.arity == 2) addTo(1, i.db);
  } else {
    withRule(i.op, [&i]<class R>() {
      if constexpr (isElementwise<R> && std::default_initializable<R> && !R::info.stopsGradient) {
        if constexpr (R::arity == 1) {
          *i.da += contribution<0>(R{}, *i.dy, *i.a, *i.y);
        } else if constexpr (R::arity == 2) {
          if (i.gradientA) *i.da += contribution<0>(R{}, *i.dy, *i.a, *i.b, *i.y);
          if (i.gradientB) *i.db += contribution<1>(R{}, *i.dy, *i.a, *i.b, *i.y);
        }
      }
    });
  }
}

template <class Real> [[gnu::always_inline]] inline void Tape<Real>::compute(const Instruction& i) {
  if (i.forward == Way::scalar)
    computeScalar(i);
  else if (i.forward == Way::tensor)
    i.call->forward(i.call->operands);
}

template <class Real> [[gnu::always_inline]] inline void Tape<Real>::propagate(const Instruction& i) {
  if (i.backward == Way::scalar)
    propagateScalar(i);
  else if (i.backward == Way::tensor)
    i.call->backward(i.call->operands);
}

template <class Real> void Tape<Real>::forward() {
  link();
  for (const Instruction& instruction : instructions_) compute(instruction);
  next_ = static_cast<NodeId>(nodes_.size());
}

template <class Real> std::optional<NodeId> Tape<Real>::forwardStep() {
  link();
  for (; next_ < nodes_.size(); ++next_)
    if (instructions_[next_].forward != Way::skip) {
      compute(instructions_[next_]);
      return next_++;
    }
  return std::nullopt;
}

// Goes back from the output, only as far as operations that it depends on are left.
template <class Real> void Tape<Real>::markPath(NodeId output) {
  fillGradients(Real(0));  // of the path until now
  for (const NodeId id : path_) {
    instructions_[id].onPath = instructions_[id].listed = false;
    instructions_[id].backward = Way::skip;
  }
  path_.clear();
  signed_.clear();
  std::size_t ahead = 0;  // operations on the path that are still to be looked at
  const auto mark = [&](NodeId id) {
    if (instructions_[id].onPath) return;
    instructions_[id].onPath = true;
    path_.push_back(id);
    if (nodes_[id].kind == NodeKind::operation) ++ahead;
  };
  const auto list = [&](NodeId id) {
    if (nodes_[id].kind != NodeKind::parameter || instructions_[id].listed) return;
    instructions_[id].listed = true;
    signed_.push_back(id);
  };
  mark(output);
  lowest_ = output;
  for (NodeId id = output; ahead > 0; --id) {
    const Node& node = nodes_[id];
    if (!instructions_[id].onPath || node.kind != NodeKind::operation) continue;
    --ahead;
    lowest_ = id;
    if (node.requiresGrad) instructions_[id].backward = instructions_[id].forward;
    for (std::size_t i = 0; i < node.inputCount; ++i) {
      mark(node.inputs[i]);
      const NodeId input = node.inputs[i];
      // Weights and biases of a layer can be many, and a sum of products there starts from 0.
      if (node.op != Op::linear || i == 0) list(input);
    }
  }
  list(output);
  marked_ = output;
}

// Of the operations from the lowest on the path to its output: what lies between them in memory is theirs or none's.
template <class Real> void Tape<Real>::fillGradients(Real value) {
  if (!marked_ || nodes_[*marked_].kind != NodeKind::operation || gradients_.empty()) return;
  const Node& first = nodes_[lowest_];
  const Node& last = nodes_[*marked_];
  kernels::fill(value, gradients_.data() + first.offset, last.offset + last.shape.size() - first.offset);
}

template <class Real> Status Tape<Real>::tryBeginBackward(NodeId output, std::span<const Real> cotangent) {
  const Status possible = canBackward(output, cotangent);
  if (!possible.ok()) return possible;
  link();
  if (marked_ != output) markPath(output);
  seed(cotangent);
  return okStatus();
}

template <class Real> void Tape<Real>::seed(std::span<const Real> cotangent) {
  // Only parameters accumulate over passes; what lies between starts afresh. Afresh means −0, to which adding anything,
  // even −0, gives just that: a sum that starts at 0 could never be −0.
  fillGradients(Real(-0.0));
  if constexpr (std::floating_point<Real>)
    for (const NodeId id : signed_)
      for (Real& x : gradient(id))
        if (x == 0) x = Real(-0.0);
  const Real one(1);
  if (cotangent.empty()) cotangent = std::span(&one, 1);
  Real* const gradient = gradientOf(nodes_[*marked_]);
  for (std::size_t i = 0; i < cotangent.size(); ++i) gradient[i] += cotangent[i];
  below_ = *marked_ + 1;
}

template <class Real> void Tape<Real>::walkBack() {
  while (below_ > lowest_) propagate(instructions_[--below_]);
}

template <class Real> std::optional<NodeId> Tape<Real>::backwardStep() {
  link();
  while (below_ > lowest_)
    if (instructions_[--below_].backward != Way::skip) {
      propagate(instructions_[below_]);
      return below_;
    }
  return std::nullopt;
}

template <class Real> void Tape<Real>::backward(NodeId output, std::span<const Real> cotangent) {
  beginBackward(output, cotangent);
  walkBack();
}

template <class Real> void Tape<Real>::backwardFromZero(NodeId output) {
  const bool again = writtenFor_ == output;  // then it was possible, and still is if the output is computed
  if (!again || output >= next_) (void)canBackward(output).value();
  link();
  if (marked_ != output) markPath(output);
  if (writtenFor_ != marked_) findWritten();
  Real* const gradients = parameters_->gradients().data();
  std::size_t done = 0;
  const auto clearTo = [&](std::size_t end) { kernels::fill(Real(0), gradients + done, end - done); };
  for (const Written& weight : written_) {
    clearTo(weight.offset);
    done = weight.offset + weight.size;
    calls_[weight.call].operands.in[1].gradientIsNew = true;
  }
  clearTo(parameters_->size());
  seed({});
  walkBack();
  for (const Written& weight : written_) calls_[weight.call].operands.in[1].gradientIsNew = false;
}

template class Tape<float>;
template class Tape<double>;
#ifndef BACKPROP_EVALUATE
template class Tape<Dual<double>>;
#endif

}  // namespace backprop
