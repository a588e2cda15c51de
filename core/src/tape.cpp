// Recording, and the two walks: forward along the list, backward along it the other way.
#include "backprop/tape.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "ops/dispatch.hpp"

namespace backprop {
namespace {

bool isElementwise(Op op) {
  bool answer = false;
  withRule(op, [&]<class R>(R) { answer = R::kind != RuleKind::matrix; });
  return answer;
}

template <class Real> bool isFinite(Real x) { return std::isfinite(x); }
template <class Real> bool isFinite(Dual<Real> x) { return std::isfinite(x.value) && std::isfinite(x.derivative); }

}  // namespace

template <class Real>
Tape<Real>::Tape(std::shared_ptr<Parameters<Real>> parameters, GradMode mode)
    : parameters_(std::move(parameters)), mode_(mode) {}

template <class Real> Result<NodeId> Tape<Real>::append(Node node) {
  const std::string_view place = node.kind == NodeKind::operation ? opInfo(node.op).name : "tensor";
  if (node.shape.size() == 0)
    return errorAt(place, "a matrix of shape " + toString(node.shape) + " is empty; at least 1×1 would be right");
  const bool ownsValue = node.kind != NodeKind::parameter;  // a parameter's numbers lie in the block
  const std::uint64_t values = values_.size() + (ownsValue ? node.shape.size() : 0);
  const std::uint64_t gradients = gradients_.size() + (ownsValue && node.requiresGrad ? node.shape.size() : 0);
  const std::uint64_t bytes = capacityFor(nodes_, nodes_.size() + 1) * sizeof(Node) +
                              (capacityFor(values_, values) + capacityFor(gradients_, gradients)) * sizeof(Real);
  if (const Status room = share_.resize(bytes, place, "a matrix of shape " + toString(node.shape)); !room.ok())
    return room.error();
  if (ownsValue) {
    node.value = static_cast<std::uint32_t>(values_.size());
    node.gradient = static_cast<std::uint32_t>(gradients_.size());
  }
  growTo(values_, values);
  growTo(gradients_, gradients);
  growTo(nodes_, nodes_.size() + 1);
  nodes_.back() = node;
  return static_cast<NodeId>(nodes_.size() - 1);
}

template <class Real> Result<NodeId> Tape<Real>::tryConstant(Shape shape, std::span<const Real> values) {
  BACKPROP_CHECK(values.empty() || values.size() == shape.size(), "as many values as the shape has elements, or none");
  const auto id = append({.kind = NodeKind::constant, .shape = shape});
  if (id.ok()) std::ranges::copy(values, values_.end() - shape.size());
  return id;
}

template <class Real> Result<NodeId> Tape<Real>::tryVariable(Shape shape, std::span<const Real> values) {
  // The node first, where the block will put the numbers: so whichever is refused, neither is there.
  const auto id = appendParameter({static_cast<std::uint32_t>(parameters_->size()), shape});
  if (!id.ok()) return id;
  const auto parameter = parameters_->tryAdd(shape, values);
  if (parameter.ok()) return id;
  nodes_.pop_back();
  return parameter.error();
}

template <class Real> Result<NodeId> Tape<Real>::tryParameter(Parameter parameter) {
  BACKPROP_CHECK(parameter.offset + parameter.shape.size() <= parameters_->size(),
                 "a parameter must come from the block that the tape refers to");
  return appendParameter(parameter);
}

template <class Real> Result<NodeId> Tape<Real>::appendParameter(Parameter parameter) {
  return append({.kind = NodeKind::parameter,
                 .requiresGrad = mode_ == GradMode::enabled,
                 .shape = parameter.shape,
                 .value = parameter.offset,
                 .gradient = parameter.offset});
}

template <class Real> Result<NodeId> Tape<Real>::tryApply(Op op, std::span<const NodeId> inputs) {
  const OpInfo& info = opInfo(op);
  if (inputs.size() != info.arity())
    return errorAt(info.name, "takes " + std::to_string(info.arity()) +
                                  (info.arity() == 1 ? " input, not " : " inputs, not ") +
                                  std::to_string(inputs.size()));
  Node result{.kind = NodeKind::operation, .op = op, .inputCount = static_cast<std::uint8_t>(inputs.size())};
  std::array<Shape, maxInputs> shapes;
  bool allScalar = true;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Node& input = node(inputs[i]);
    result.inputs[i] = inputs[i];
    result.requiresGrad |= input.requiresGrad;
    shapes[i] = input.shape;
    allScalar &= input.shape.isScalar();
  }
  result.scalar = allScalar && isElementwise(op);
  const auto shape = opShape(op, std::span(shapes).first(inputs.size()));
  if (!shape.ok()) return shape.error();
  result.shape = shape.value();
  return append(result);
}

template <class Real> void Tape<Real>::compute(const Node& node) {
  Real* y = valuesOf(node);
  if (node.scalar) {
    const Real* a = valuesOf(nodes_[node.inputs[0]]);
    const Real* b = valuesOf(nodes_[node.inputs[1]]);  // node 0, unread, for a unary rule
    withRule(node.op, [&]<class R>(R) {
      if constexpr (R::kind == RuleKind::unary)
        *y = R::forward(*a);
      else if constexpr (R::kind == RuleKind::binary)
        *y = R::forward(*a, *b);
    });
    return;
  }
  Operands<Real> operands{.y = y, .shape = node.shape};
  for (std::size_t i = 0; i < node.inputCount; ++i) {
    const Node& input = nodes_[node.inputs[i]];
    operands.in[i] = {.value = valuesOf(input), .shape = input.shape};
  }
  opForward(node.op, operands);
}

template <class Real> void Tape<Real>::propagate(const Node& node) {
  const Real* dy = gradientsOf(node);
  if (node.scalar) {
    const Node& a = nodes_[node.inputs[0]];
    const Node& b = nodes_[node.inputs[1]];
    const Real x = *valuesOf(a), y = *valuesOf(node);
    withRule(node.op, [&]<class R>(R) {
      if constexpr (R::kind == RuleKind::unary) {
        *gradientsOf(a) += *dy * R::dx(x, y);
      } else if constexpr (R::kind == RuleKind::binary) {
        if (a.requiresGrad) *gradientsOf(a) += *dy * R::da(x, *valuesOf(b), y);
        if (b.requiresGrad) *gradientsOf(b) += *dy * R::db(x, *valuesOf(b), y);
      }
    });
    return;
  }
  Operands<Real> operands{.y = valuesOf(node), .dy = dy, .shape = node.shape};
  for (std::size_t i = 0; i < node.inputCount; ++i) {
    const Node& input = nodes_[node.inputs[i]];
    operands.in[i] = {valuesOf(input), input.requiresGrad ? gradientsOf(input) : nullptr, input.shape};
  }
  opBackward(node.op, operands);
}

template <class Real> void Tape<Real>::forward() {
  for (const Node& node : nodes_)
    if (node.kind == NodeKind::operation) compute(node);
  next_ = static_cast<NodeId>(nodes_.size());
}

template <class Real> std::optional<NodeId> Tape<Real>::forwardStep() {
  for (; next_ < nodes_.size(); ++next_)
    if (nodes_[next_].kind == NodeKind::operation) {
      compute(nodes_[next_]);
      return next_++;
    }
  return std::nullopt;
}

template <class Real> void Tape<Real>::markPath(NodeId output) {
  if (marked_ == output && markedSize_ == nodes_.size()) return;
  for (Node& node : nodes_) node.onPath = false;
  nodes_[output].onPath = true;
  for (NodeId id = output + 1; id-- > 0;) {
    const Node& node = nodes_[id];
    if (!node.onPath) continue;
    for (std::size_t i = 0; i < node.inputCount; ++i) nodes_[node.inputs[i]].onPath = true;
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
    return errorAt("backward", "the output is " + toString(target.shape) +
                                   "; a gradient can start from a 1×1 output alone, or from a cotangent of its shape");
  if (!cotangent.empty() && cotangent.size() != target.shape.size())
    return errorAt("backward", "the cotangent has " + std::to_string(cotangent.size()) + " numbers; " +
                                   std::to_string(target.shape.size()) + " would be right, for an output of " +
                                   toString(target.shape));
  markPath(output);
  // Only parameters accumulate over passes; what lies between starts afresh.
  std::ranges::fill(gradients_, Real(0));
  const Real one(1);
  if (cotangent.empty()) cotangent = std::span(&one, 1);
  Real* seed = gradientsOf(target);
  for (std::size_t i = 0; i < cotangent.size(); ++i) seed[i] += cotangent[i];
  below_ = output + 1;
  return okStatus();
}

template <class Real> std::optional<NodeId> Tape<Real>::backwardStep() {
  while (below_ > 0) {
    const Node& node = nodes_[--below_];
    if (node.kind == NodeKind::operation && node.requiresGrad && node.onPath) {
      propagate(node);
      return below_;
    }
  }
  return std::nullopt;
}

template <class Real> void Tape<Real>::backward(NodeId output, std::span<const Real> cotangent) {
  beginBackward(output, cotangent);
  while (backwardStep()) {
  }
}

template <class Real> std::span<Real> Tape<Real>::value(NodeId id) {
  const Node& n = node(id);
  return {valuesOf(n), static_cast<std::size_t>(n.shape.size())};
}

template <class Real> std::span<Real> Tape<Real>::gradient(NodeId id) {
  const Node& n = node(id);
  if (!n.requiresGrad) return {};
  return {gradientsOf(n), static_cast<std::size_t>(n.shape.size())};
}

template <class Real> std::optional<NodeId> Tape<Real>::firstNonFinite() const {
  for (NodeId id = 0; id < nodes_.size(); ++id)
    for (const Real& x : value(id))
      if (!isFinite(x)) return id;
  return std::nullopt;
}

template class Tape<float>;
template class Tape<double>;
template class Tape<Dual<double>>;

}  // namespace backprop
