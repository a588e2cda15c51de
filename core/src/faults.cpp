// A backward pass in slow motion, with a place for each mistake.
#include "backprop/faults.hpp"

#include <algorithm>
#include <array>

#include "backprop/op.hpp"
#include "ops/apply.hpp"
#include "order.hpp"

namespace backprop {
namespace {

constexpr std::array<FaultInfo, 5> table{{
    {"none", "the right backward pass"},
    {"overwrite", "= instead of +=: of several contributions to a gradient only the last stays"},
    {"wrong_order", "each node hands its gradient on when it is first reached, before all its uses have reported"},
    {"forgotten_derivative", "a function of one input hands its gradient on unchanged, without its derivative"},
    {"no_zero_grad", "the gradients of an earlier pass are still there, and the new ones are added to them"},
}};

/// Nodes from the output on, each when it is first reached.
template <class Real> std::vector<NodeId> orderOfDiscovery(const Tape<Real>& tape, NodeId output) {
  std::vector<NodeId> order{output};
  std::vector<bool> seen(output + 1, false);
  seen[output] = true;
  for (std::size_t next = 0; next < order.size(); ++next) {
    const Node& node = tape.node(order[next]);
    for (std::size_t i = 0; i < node.inputCount; ++i)
      if (!seen[node.inputs[i]]) {
        seen[node.inputs[i]] = true;
        order.push_back(node.inputs[i]);
      }
  }
  return order;
}

template <class Real> class SlowPass {
 public:
  SlowPass(const Tape<Real>& tape, NodeId output, Fault fault) : tape_(tape), fault_(fault) {
    order_ = orderOfDiscovery(tape, output);
    if (fault != Fault::wrong_order) sortBy(order_, [](NodeId id) { return -double(id); });
    gradients_.resize(tape.size());
    for (const NodeId id : order_)
      if (tape.node(id).requiresGrad) gradients_[id].assign(tape.node(id).shape.size(), Real(0));
  }

  std::vector<std::vector<Real>> run(NodeId output, std::span<const Real> cotangent) {
    pass(output, cotangent);
    if (fault_ == Fault::no_zero_grad) {
      for (NodeId id = 0; id < tape_.size(); ++id)
        if (tape_.node(id).kind == NodeKind::operation) std::ranges::fill(gradients_[id], Real(0));
      pass(output, cotangent);
    }
    return std::move(gradients_);
  }

 private:
  void pass(NodeId output, std::span<const Real> cotangent) {
    auto& seed = gradients_[output];
    for (std::size_t i = 0; i < seed.size(); ++i) seed[i] += cotangent.empty() ? Real(1) : cotangent[i];
    for (const NodeId id : order_) {
      const Node& node = tape_.node(id);
      if (node.kind != NodeKind::operation || !node.requiresGrad) continue;
      for (std::size_t slot = 0; slot < node.inputCount; ++slot)
        if (tape_.node(node.inputs[slot]).requiresGrad) handOn(id, slot);
    }
  }

  void handOn(NodeId id, std::size_t slot) {
    const Node& node = tape_.node(id);
    auto& gradient = gradients_[node.inputs[slot]];
    if (fault_ == Fault::overwrite) std::ranges::fill(gradient, Real(0));
    if (fault_ == Fault::forgotten_derivative && opInfo(node.op).arity() == 1 && isElementwiseOp(node.op))
      for (std::size_t i = 0; i < gradient.size(); ++i) gradient[i] += gradients_[id][i];
    else
      tape_.vectorJacobian(id, slot, gradients_[id], gradient);
  }

  const Tape<Real>& tape_;
  const Fault fault_;
  std::vector<NodeId> order_;
  std::vector<std::vector<Real>> gradients_;
};

}  // namespace

std::span<const FaultInfo> faultTable() { return table; }

template <class Real>
Result<FaultyGradients<Real>> backwardWithFault(const Tape<Real>& tape, NodeId output, Fault fault,
                                                std::span<const Real> cotangent) {
  const Status possible = tape.canBackward(output, cotangent);
  if (!possible.ok()) return possible.error();
  std::uint64_t elements = 0;
  for (const Node& node : tape.nodes()) elements += node.shape.size();
  BudgetShare share;  // asked before anything is allocated, and given back to the caller's account
  const std::uint64_t bytes = 2 * (elements * sizeof(Real) + tape.size() * sizeof(std::vector<Real>));
  if (const Status room = share.resize(bytes, "fault", "two gradients of every node"); !room.ok()) return room.error();
  return FaultyGradients<Real>{SlowPass<Real>(tape, output, fault).run(output, cotangent),
                               SlowPass<Real>(tape, output, Fault::none).run(output, cotangent)};
}

template Result<FaultyGradients<float>> backwardWithFault(const Tape<float>&, NodeId, Fault, std::span<const float>);
template Result<FaultyGradients<double>> backwardWithFault(const Tape<double>&, NodeId, Fault, std::span<const double>);

}  // namespace backprop
