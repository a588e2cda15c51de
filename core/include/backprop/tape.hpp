// The tape: a computation as a list of nodes in the order in which they run. This is the engine; read it first.
//
// `apply` records, `forward` walks the list, `backward` walks it back. A recorded tape can be replayed for ever with
// other numbers in its leaves; neither walk allocates or recurses. Nodes hold matrices; a scalar is 1×1.
//
//     Tape<double> tape;
//     const NodeId x = tape.variable(2.0);
//     const NodeId y = tape.apply(Op::add, {tape.apply(Op::mul, {x, x}), x});
//     tape.forward();
//     tape.backward(y);             // tape.gradient(x)[0] == 5
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "backprop/budget.hpp"
#include "backprop/op.hpp"
#include "backprop/parameters.hpp"
#include "backprop/result.hpp"
#include "backprop/shape.hpp"

namespace backprop {

/// Index of a node on its tape, in the order of recording.
using NodeId = std::uint32_t;

enum class NodeKind : std::uint8_t {
  constant,   ///< a leaf without gradient: data, targets, literals
  parameter,  ///< a leaf with gradient, which accumulates over backward passes until `zeroGrad`
  operation,  ///< the result of an `Op`
};

/// One entry of the tape.
struct Node {
  NodeKind kind = NodeKind::constant;
  Op op = Op::add;  ///< meaningful for operations
  std::uint8_t inputCount = 0;
  bool requiresGrad = false;  ///< whether a gradient can reach it: it is, or depends on, a parameter
  bool scalar = false;        ///< an elementwise operation on 1×1 matrices, which takes the short way
  bool onPath = false;        ///< whether the output of the last backward pass depends on it
  std::array<NodeId, maxInputs> inputs{};
  Shape shape;
  std::uint32_t value = 0;     ///< offset of its first element
  std::uint32_t gradient = 0;  ///< offset of its first gradient, if `requiresGrad`
};

/// Whether a tape keeps room for gradients. `disabled` is PyTorch's `no_grad`.
enum class GradMode : bool { disabled, enabled };

/// More numbers than any tape can hold within the budget.
inline constexpr std::uint64_t maxTapeElements = memoryBudget / sizeof(float);

/// A recorded computation over `Real`: float for training, double for graphs and checks, Dual for forward mode.
template <class Real> class Tape {
 public:
  /// A tape that refers to `parameters`, or to a block of its own.
  explicit Tape(std::shared_ptr<Parameters<Real>> parameters = std::make_shared<Parameters<Real>>(),
                GradMode mode = GradMode::enabled);

  // A copy would share the parameters and their gradients without saying so.
  Tape(const Tape&) = delete;
  Tape(Tape&&) = default;
  Tape& operator=(Tape&&) = default;

  // Recording ---------------------------------------------------------------------------------------------------

  /// A leaf without gradient, filled with `values`, or with zeros when there are none.
  Result<NodeId> tryConstant(Shape shape, std::span<const Real> values = {});
  /// A leaf with gradient: adds a parameter to the block and refers to it.
  Result<NodeId> tryVariable(Shape shape, std::span<const Real> values);
  /// A leaf that refers to a parameter already in the block.
  Result<NodeId> tryParameter(Parameter parameter);
  /// Records `op` on earlier nodes. The error names both shapes and the rule they break, or the limit exceeded.
  Result<NodeId> tryApply(Op op, std::span<const NodeId> inputs);

  /// The same for callers who know that it fits; anything else is a programmer's mistake.
  NodeId constant(Shape shape, std::span<const Real> values = {}) { return tryConstant(shape, values).value(); }
  NodeId constant(Real value) { return constant(Shape{}, std::span(&value, 1)); }
  NodeId variable(Shape shape, std::span<const Real> values) { return tryVariable(shape, values).value(); }
  NodeId variable(Real value) { return variable(Shape{}, std::span(&value, 1)); }
  NodeId parameter(Parameter p) { return tryParameter(p).value(); }
  NodeId apply(Op op, std::initializer_list<NodeId> inputs) {
    return tryApply(op, std::span(inputs.begin(), inputs.size())).value();
  }

  // Running -----------------------------------------------------------------------------------------------------

  /// Computes every operation, first to last.
  void forward();

  /// Adds ∂output/∂leaf to the gradient of every parameter, and leaves ∂output/∂node in every node between.
  /// `cotangent` is the gradient that enters at the output, of its shape; 1 when there is none and the output is 1×1.
  void backward(NodeId output, std::span<const Real> cotangent = {});

  /// Forward in single steps: `rewind`, then each call computes the next operation and says which; nothing at the end.
  /// Nodes recorded meanwhile are still ahead.
  void rewind() { next_ = 0; }
  std::optional<NodeId> forwardStep();

  /// Backward in single steps: `tryBeginBackward`, then each call hands one node's gradient on to its inputs and says
  /// which node it was; nothing at the end. Nodes that the output does not depend on are passed over.
  /// It is refused when no parameter leads to the output, when the output is not computed yet, or when the cotangent
  /// does not fit it; gradients then stay as they were.
  Status tryBeginBackward(NodeId output, std::span<const Real> cotangent = {});
  void beginBackward(NodeId output, std::span<const Real> cotangent = {}) {
    (void)tryBeginBackward(output, cotangent).value();
  }
  std::optional<NodeId> backwardStep();

  /// Clears the gradients of the parameters.
  void zeroGrad() { parameters_->zeroGrad(); }

  // Looking -----------------------------------------------------------------------------------------------------

  std::size_t size() const { return nodes_.size(); }
  std::span<const Node> nodes() const { return nodes_; }
  const Node& node(NodeId id) const {
    BACKPROP_CHECK(id < nodes_.size(), "a node id must come from this tape");
    return nodes_[id];
  }

  /// A node's value, row by row; writable, so that a leaf can be set. Valid until the next recording.
  std::span<Real> value(NodeId id);
  std::span<const Real> value(NodeId id) const { return const_cast<Tape*>(this)->value(id); }

  /// A node's gradient after a backward pass, of the value's shape; empty for a node that requires none.
  std::span<Real> gradient(NodeId id);
  std::span<const Real> gradient(NodeId id) const { return const_cast<Tape*>(this)->gradient(id); }

  Parameters<Real>& parameters() { return *parameters_; }
  const Parameters<Real>& parameters() const { return *parameters_; }

  /// The first node, in the order of the tape, with a value that is NaN or infinite.
  std::optional<NodeId> firstNonFinite() const;

 private:
  Result<NodeId> append(Node node);
  Result<NodeId> appendParameter(Parameter parameter);
  Real* valuesOf(const Node& node) { return valueBase(node) + node.value; }
  Real* gradientsOf(const Node& node) { return gradientBase(node) + node.gradient; }
  Real* valueBase(const Node& node) {
    return node.kind == NodeKind::parameter ? parameters_->values().data() : values_.data();
  }
  Real* gradientBase(const Node& node) {
    return node.kind == NodeKind::parameter ? parameters_->gradients().data() : gradients_.data();
  }
  void compute(const Node& node);
  void propagate(const Node& node);
  void markPath(NodeId output);

  std::shared_ptr<Parameters<Real>> parameters_;
  GradMode mode_;
  std::vector<Node> nodes_;
  std::vector<Real> values_;     // of constants and operations
  std::vector<Real> gradients_;  // of operations that require one
  BudgetShare share_;
  NodeId next_ = 0;               // forward: the first node not yet computed
  NodeId below_ = 0;              // backward: nodes under this one are still to come
  std::optional<NodeId> marked_;  // the output for which `onPath` holds
  std::size_t markedSize_ = 0;    // and the tape's size then
};

}  // namespace backprop
