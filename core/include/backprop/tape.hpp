// The tape: a computation as a list of nodes in the order in which they run. This is the engine; read it first.
//
// `apply` records, `forward` walks the list, `backward` walks it back. A recorded tape can be replayed for ever with
// other numbers in its leaves; neither walk allocates or recurses. Nodes hold tensors of rank 0 to 3.
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
#include "backprop/operands.hpp"
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
  std::array<NodeId, maxInputs> inputs{};
  Shape shape;
  std::uint32_t offset = 0;      ///< of its first element among those of its kind
  std::uint32_t attributes = 0;  ///< for operations that have some: which of the tape's
};

/// Whether gradients are recorded. `disabled` is PyTorch's `no_grad`.
enum class GradMode : bool { disabled, enabled };

/// More numbers than any tape can hold within the budget.
inline constexpr std::uint64_t maxTapeElements = memoryBudget / sizeof(float);

/// A recorded computation over `Real`: float for training, double for graphs and checks, Dual for forward mode.
template <class Real> class Tape {
 public:
  /// A tape that refers to `parameters`, or to a block of its own. One that starts `disabled` has no room for
  /// gradients.
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
  Result<NodeId> tryApply(Op op, std::span<const NodeId> inputs) { return tryApply(op, inputs, opInfo(op).defaults()); }
  Result<NodeId> tryApply(Op op, std::span<const NodeId> inputs, const Attributes& attributes);

  /// The same for callers who know that it fits; anything else is a programmer's mistake.
  NodeId constant(Shape shape, std::span<const Real> values = {}) { return tryConstant(shape, values).value(); }
  NodeId constant(Real value) { return constant(Shape{}, std::span(&value, 1)); }
  NodeId variable(Shape shape, std::span<const Real> values) { return tryVariable(shape, values).value(); }
  NodeId variable(Real value) { return variable(Shape{}, std::span(&value, 1)); }
  NodeId parameter(Parameter p) { return tryParameter(p).value(); }
  NodeId apply(Op op, std::initializer_list<NodeId> inputs) { return apply(op, inputs, opInfo(op).defaults()); }
  NodeId apply(Op op, std::initializer_list<NodeId> inputs, const Attributes& attributes) {
    return tryApply(op, std::span(inputs.begin(), inputs.size()), attributes).value();
  }

  /// While disabled, what is recorded requires no gradient, as under PyTorch's `no_grad`.
  void setGradMode(GradMode mode) { recording_ = mode; }

  // Running -----------------------------------------------------------------------------------------------------

  /// Computes every operation, first to last.
  void forward();

  /// Adds ∂output/∂leaf to the gradient of every parameter, and leaves ∂output/∂node in every node between.
  /// `cotangent` is the gradient that enters at the output, of its shape; 1 when there is none and the output has one
  /// element.
  void backward(NodeId output, std::span<const Real> cotangent = {});

  /// From now on a tensor's function of one input hands its gradient on unchanged, without f′: the mistake
  /// `Fault::forgotten_derivative`, made in training for teaching.
  void forgetDerivatives();

  /// Forward in single steps: `rewind`, then each call computes the next operation and says which; nothing at the end.
  /// Nodes recorded meanwhile are still ahead.
  void rewind() { next_ = 0; }
  std::optional<NodeId> forwardStep();

  /// Backward in single steps: `tryBeginBackward`, then each call hands one node's gradient on to its inputs and says
  /// which node it was; nothing at the end. Nodes that the output does not depend on are passed over.
  /// It is refused when no parameter leads to the output, when the output is not computed yet, or when the cotangent
  /// does not fit it; gradients then stay as they were.
  Status tryBeginBackward(NodeId output, std::span<const Real> cotangent = {});
  /// Whether it would be refused.
  Status canBackward(NodeId output, std::span<const Real> cotangent = {}) const;
  void beginBackward(NodeId output, std::span<const Real> cotangent = {}) {
    (void)tryBeginBackward(output, cotangent).value();
  }
  std::optional<NodeId> backwardStep();

  /// As `zeroGrad` and then `backward`, to the bit, in less time: where a single `linear` of the path uses a weight,
  /// its gradient is written once, not cleared, read and written.
  void backwardFromZero(NodeId output);

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

  /// The attributes of an operation, in the order of its row; zeros where it has none.
  Attributes attributes(NodeId id) const {
    const Node& n = node(id);
    return n.kind == NodeKind::operation && opInfo(n.op).attributeCount() > 0 ? attributes_[n.attributes]
                                                                              : Attributes{};
  }

  /// Whether the last walk forward came as far as this node; a leaf is always there.
  bool computed(NodeId id) const { return id < next_ || node(id).kind != NodeKind::operation; }

  /// Whether the output of the last backward pass depends on the node.
  bool onPath(NodeId id) const { return instructions_[id].onPath; }

  /// What one use of a node contributes to its gradient: adds to `out`, of the shape of input `slot` of the operation
  /// `consumer`, that input's vector-Jacobian product with `cotangent`, of the shape of the operation's value.
  void vectorJacobian(NodeId consumer, std::size_t slot, std::span<const Real> cotangent, std::span<Real> out) const;

  Parameters<Real>& parameters() { return *parameters_; }
  const Parameters<Real>& parameters() const { return *parameters_; }

  /// The first node, in the order of the tape, with a value that is NaN or infinite.
  std::optional<NodeId> firstNonFinite() const;

 private:
  // How a walk treats a node.
  enum class Way : std::uint8_t {
    skip,
    scalar,  // elementwise, without attributes, on single numbers: no loops, no broadcasting
    tensor,
  };
  // An operation on tensors, ready to be called.
  struct Call {
    OpFunction<Real> forward = nullptr, backward = nullptr;
    Operands<Real> operands;
  };
  // What the walks read for each node instead of the `Node`: addresses of values and gradients instead of names.
  struct Instruction {
    Op op = Op::add;
    Way forward = Way::skip;
    Way backward = Way::skip;  // for the output of the last backward pass
    bool gradientA = false, gradientB = false, onPath = false;
    bool listed = false;  // among `signed_`
    union {
      Real* a = nullptr;  // of the first input; b, y: of the second and the output
      const Call* call;   // of a tensor, which needs no addresses here
    };
    Real *b = nullptr, *y = nullptr;
    Real *da = nullptr, *db = nullptr, *dy = nullptr;
  };
  // Where the numbers lie; blocks move when they grow.
  struct Blocks {
    std::array<Real*, 3> values, gradients;  // by NodeKind
    const Call* calls = nullptr;
    // Address by address: the arrays' own comparison would call memcmp, in every walk.
    bool operator==(const Blocks& other) const {
      bool same = calls == other.calls;
      for (std::size_t kind = 0; kind < values.size(); ++kind)
        same &= values[kind] == other.values[kind] && gradients[kind] == other.gradients[kind];
      return same;
    }
  };

  // A weight whose gradient one call alone makes, by a product that can write it; and where it lies among all.
  struct Written {
    std::size_t offset, size, call;
  };

  Result<NodeId> append(Node node);
  Result<NodeId> appendParameter(Parameter parameter);
  Blocks blocks() {
    return {{constants_.data(), parameters_->values().data(), results_.data()},
            {nullptr, parameters_->gradients().data(), gradients_.data()},
            calls_.data()};
  }
  Real* valueOf(const Node& node) { return blocks().values[static_cast<std::size_t>(node.kind)] + node.offset; }
  Real* gradientOf(const Node& node) {
    return node.requiresGrad ? blocks().gradients[static_cast<std::size_t>(node.kind)] + node.offset : nullptr;
  }
  static bool isScalar(const Node& node);
  void link();
  void linkTo(const Blocks& now);
  OpFunction<Real> backwardOf(Op op) const;
  Operands<Real> operandsOf(const Node& node);
  static void compute(const Instruction& instruction);
  static void computeScalar(const Instruction& instruction);
  static void propagate(const Instruction& instruction);
  static void propagateScalar(const Instruction& instruction);
  void markPath(NodeId output);
  void findWritten();
  void fillGradients(Real value);
  void seed(std::span<const Real> cotangent);
  void walkBack();

  std::shared_ptr<Parameters<Real>> parameters_;
  GradMode mode_;       // whether there is room for gradients
  GradMode recording_;  // whether what is recorded now requires them
  std::vector<Node> nodes_;
  std::vector<Instruction> instructions_;  // one a node
  std::vector<Call> calls_;                // one an operation on tensors
  std::vector<Attributes> attributes_;
  std::vector<Real> constants_;
  std::vector<Real> results_;    // values of operations
  std::vector<Real> gradients_;  // of operations, at the same offsets
  BudgetShare share_;
  Blocks linked_{};              // the blocks to which the instructions' addresses lead
  std::size_t linkedSize_ = 0;   // and how many instructions have them,
  std::size_t linkedCalls_ = 0;  // how many of these calls
  bool forgetsDerivatives_ = false;
  NodeId next_ = 0;              // forward: the first node not yet computed
  NodeId below_ = 0;             // backward: nodes under this one are still to come
  // The output for which `onPath` holds, all nodes for which it does, and the lowest operation among them: so a pass
  // over the end of a long tape costs what that end is long.
  std::optional<NodeId> marked_;
  std::vector<NodeId> path_;
  std::vector<NodeId> signed_;  // parameters on the path whose gradient may become −0
  NodeId lowest_ = 0;
  std::optional<NodeId> writtenFor_;  // the output for which `written_` holds
  std::vector<Written> written_;      // by offset
};

}  // namespace backprop
