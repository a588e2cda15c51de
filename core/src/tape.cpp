// Recording, and looking at what was recorded. The two walks stand in tape_walks.cpp.
#include "backprop/tape.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "backprop/dual.hpp"
#include "ops/apply.hpp"

namespace backprop {
namespace {

template <class Real> bool isFinite(Real x) { return std::isfinite(x); }
template <class Real> bool isFinite(Dual<Real> x) { return std::isfinite(x.value) && std::isfinite(x.derivative); }

}  // namespace

template <class Real>
Tape<Real>::Tape(std::shared_ptr<Parameters<Real>> parameters, GradMode mode)
    : parameters_(std::move(parameters)), mode_(mode), recording_(mode) {}

// Elementwise, without attributes, on single numbers.
template <class Real> bool Tape<Real>::isScalar(const Node& node) {
  return node.shape.isScalar() && isPlainElementwise(node.op);
}

template <class Real> Result<NodeId> Tape<Real>::append(Node node) {
  const std::string_view place = node.kind == NodeKind::operation ? opInfo(node.op).name : "tensor";
  if (node.shape.size() == 0)
    return errorAt(place, "a tensor of shape {} is empty; at least one element would be right", node.shape);
  const auto sizeAfter = [&node](const std::vector<Real>& block, bool grows) {
    return saturatingSum(block.size(), grows ? node.shape.size() : 0);
  };
  const bool computed = node.kind == NodeKind::operation;
  const std::uint64_t nodes = nodes_.size() + 1;
  const std::uint64_t calls = calls_.size() + (computed && !isScalar(node) ? 1 : 0);
  const std::uint64_t constants = sizeAfter(constants_, node.kind == NodeKind::constant);
  const std::uint64_t results = sizeAfter(results_, computed);
  const std::uint64_t gradients = sizeAfter(gradients_, computed && mode_ == GradMode::enabled);
  const std::uint64_t elements =
      saturatingSum(capacityFor(constants_, constants),
                    saturatingSum(capacityFor(results_, results), capacityFor(gradients_, gradients)));
  const std::uint64_t bytes = saturatingSum(capacityFor(nodes_, nodes) * (sizeof(Node) + 2 * sizeof(NodeId)) +
                                                capacityFor(calls_, calls) * sizeof(Call) +
                                                capacityFor(instructions_, nodes) * sizeof(Instruction) +
                                                capacityFor(attributes_, attributes_.size() + 1) * sizeof(Attributes),
                                            saturatingProduct(elements, sizeof(Real)));
  if (const Status room = share_.resize(bytes, place, formatted("a tensor of shape {}", node.shape)); !room.ok())
    return room.error();
  if (node.kind != NodeKind::parameter)
    node.offset = static_cast<std::uint32_t>(computed ? results_.size() : constants_.size());
  growTo(constants_, constants);
  growTo(results_, results);
  growTo(gradients_, gradients);
  growTo(nodes_, nodes);
  growTo(instructions_, nodes);
  growTo(calls_, calls);
  path_.reserve(nodes_.capacity());
  signed_.reserve(nodes_.capacity());
  nodes_.back() = node;
  return static_cast<NodeId>(nodes_.size() - 1);
}

template <class Real> Result<NodeId> Tape<Real>::tryConstant(Shape shape, std::span<const Real> values) {
  BACKPROP_CHECK(values.empty() || values.size() == shape.size(), "as many values as the shape has elements, or none");
  const auto id = append({.kind = NodeKind::constant, .shape = shape});
  if (id.ok()) std::ranges::copy(values, constants_.end() - static_cast<std::ptrdiff_t>(shape.size()));
  return id;
}

template <class Real> Result<NodeId> Tape<Real>::tryVariable(Shape shape, std::span<const Real> values) {
  // The node first, where the block will put the numbers: so whichever is refused, neither is there.
  const auto id = appendParameter({static_cast<std::uint32_t>(parameters_->size()), shape});
  if (!id.ok()) return id;
  const auto parameter = parameters_->tryAdd(shape, values);
  if (parameter.ok()) return id;
  nodes_.pop_back();
  instructions_.pop_back();
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
                 .offset = parameter.offset});
}

template <class Real>
Result<NodeId> Tape<Real>::tryApply(Op op, std::span<const NodeId> inputs, const Attributes& attributes) {
  const OpInfo& info = opInfo(op);
  if (isLeftOut(op)) return errorAt(info.name, "this module has no such operation");
  if (inputs.size() > info.arity() || inputs.size() + info.optionalInputs < info.arity())
    return errorAt(info.name, "takes {}{}{}{}", info.optionalInputs ? "at most " : "", info.arity(),
                   info.arity() == 1 ? " input, not " : " inputs, not ", inputs.size());
  Node result{.kind = NodeKind::operation, .op = op, .inputCount = static_cast<std::uint8_t>(inputs.size())};
  std::array<Shape, maxInputs> shapes;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const Node& input = node(inputs[i]);
    result.inputs[i] = inputs[i];
    result.requiresGrad |= input.requiresGrad;
    shapes[i] = input.shape;
  }
  result.requiresGrad &= !info.stopsGradient && recording_ == GradMode::enabled;
  const auto shape = opShape(op, std::span(shapes).first(inputs.size()), attributes);
  if (!shape.ok()) return shape.error();
  result.shape = shape.value();
  result.attributes = static_cast<std::uint32_t>(attributes_.size());
  const auto id = append(result);
  if (id.ok() && info.attributeCount() > 0) {
    growTo(attributes_, attributes_.size() + 1);
    attributes_.back() = attributes;
  }
  return id;
}

template <class Real> std::span<Real> Tape<Real>::value(NodeId id) {
  const Node& n = node(id);
  return {valueOf(n), static_cast<std::size_t>(n.shape.size())};
}

template <class Real> std::span<Real> Tape<Real>::gradient(NodeId id) {
  const Node& n = node(id);
  if (!n.requiresGrad) return {};
  return {gradientOf(n), static_cast<std::size_t>(n.shape.size())};
}

template <class Real> std::optional<NodeId> Tape<Real>::firstNonFinite() const {
  for (NodeId id = 0; id < nodes_.size(); ++id)
    for (const Real& x : value(id))
      if (!isFinite(x)) return id;
  return std::nullopt;
}

template <class Real> Status Tape<Real>::canBackward(NodeId output, std::span<const Real> cotangent) const {
  const Node& target = node(output);
  if (!target.requiresGrad)
    return errorAt("backward", "the output does not depend on any leaf that requires a gradient");
  if (target.kind == NodeKind::operation && output >= next_)
    return errorAt("backward", "the output is not computed yet; run forward first");
  if (cotangent.empty() && !target.shape.isScalar())
    return errorAt(
        "backward",
        "the output has shape {}; a gradient can start from a single number alone, or from a cotangent of that shape",
        target.shape);
  if (!cotangent.empty() && cotangent.size() != target.shape.size())
    return errorAt("backward", "the cotangent has {} numbers; {} would be right, for an output of shape {}",
                   cotangent.size(), target.shape.size(), target.shape);
  return okStatus();
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
  opBackward<Real>(n.op)(operands);
}

template class Tape<float>;
template class Tape<double>;
#ifndef BACKPROP_EVALUATE
template class Tape<Dual<double>>;
#endif

}  // namespace backprop
