// Tensors that compute at once: every operation is recorded and run in one go.
#include "backprop/tensor.hpp"

#include <algorithm>
#include <array>

namespace backprop {

Tensor Session::tensor(double value) { return {tape_, tape_->constant(value)}; }

Tensor Session::tensor(double value, RequiresGrad) { return {tape_, tape_->variable(value)}; }

Tensor Session::tensor(Shape shape, std::span<const double> values) { return {tape_, tape_->constant(shape, values)}; }

Tensor Session::tensor(Shape shape, std::span<const double> values, RequiresGrad) {
  return {tape_, tape_->variable(shape, values)};
}

double Tensor::item() const {
  BACKPROP_CHECK(shape().isScalar(), "a tensor of one element has an item; value() gives all numbers of a larger one");
  return value()[0];
}

void Tensor::set(std::span<const double> values) {
  BACKPROP_CHECK(tape_->node(id_).kind != NodeKind::operation,
                 "only a leaf can be set; an operation computes its value");
  BACKPROP_CHECK(values.size() == shape().size(), "as many values as the tensor has elements");
  std::ranges::copy(values, tape_->value(id_).begin());
}

void Tensor::zeroGrad() {
  BACKPROP_CHECK(tape_->node(id_).kind != NodeKind::operation, "only a leaf keeps a gradient to be cleared");
  std::ranges::fill(tape_->gradient(id_), 0.0);
}

Status Tensor::tryBackward(std::span<const double> cotangent) {
  const Status possible = tape_->canBackward(id_, cotangent);
  if (possible.ok()) tape_->backward(id_, cotangent);
  return possible;
}

Tensor Tensor::detach() const { return apply(Op::detach, {*this}); }

Result<Tensor> Tensor::tryApply(Op op, std::initializer_list<Tensor> inputs,
                                const std::optional<Attributes>& attributes) {
  const OpInfo& info = opInfo(op);
  std::array<NodeId, maxInputs> ids{};
  if (inputs.size() == 0 || inputs.size() > maxInputs)
    return errorAt(info.name, "takes {} inputs, not {}", info.arity(), inputs.size());
  const std::shared_ptr<Tape<double>>& tape = inputs.begin()->tape_;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (inputs.begin()[i].tape_ != tape)
      return errorAt(info.name, "its inputs belong to two sessions; tensors of one session would be right");
    ids[i] = inputs.begin()[i].id_;
  }
  const auto id = tape->tryApply(op, std::span(ids).first(inputs.size()), attributes.value_or(info.defaults()));
  if (!id.ok()) return id.error();
  while (tape->forwardStep()) {
  }
  return Tensor(tape, id.value());
}

}  // namespace backprop
