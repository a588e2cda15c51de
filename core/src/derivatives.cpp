// Three ways to the same derivatives, and the count of what each took.
#include "backprop/derivatives.hpp"

#include <algorithm>
#include <utility>

#include "ops/apply.hpp"

namespace backprop {
namespace {

/// Formulas evaluated when the node is computed, or when it sends a gradient to one of its inputs.
std::uint64_t operationsOf(const Tape<double>& tape, const Node& node) {
  if (isElementwiseOp(node.op)) return node.shape.size();
  const Shape first = tape.node(node.inputs[0]).shape;
  const bool product = node.op == Op::matmul || node.op == Op::linear;
  return product ? node.shape.size() * first.cols : std::max(first.size(), node.shape.size());
}

Work forwardWork(const Tape<double>& tape) {
  Work work;
  for (const Node& node : tape.nodes())
    if (node.kind == NodeKind::operation) {
      ++work.visits;
      work.operations += operationsOf(tape, node);
    }
  return work;
}

/// The work of a backward pass that has just run.
Work backwardWork(const Tape<double>& tape) {
  Work work;
  for (NodeId id = 0; id < tape.size(); ++id) {
    const Node& node = tape.node(id);
    if (node.kind != NodeKind::operation || !node.requiresGrad || !tape.onPath(id)) continue;
    ++work.visits;
    for (std::size_t i = 0; i < node.inputCount; ++i)
      if (tape.node(node.inputs[i]).requiresGrad) work.operations += operationsOf(tape, node);
  }
  return work;
}

Work operator+(Work a, Work b) { return {a.visits + b.visits, a.operations + b.operations}; }
Work operator*(std::uint64_t n, Work a) { return {n * a.visits, n * a.operations}; }

std::vector<NodeId> leavesOf(const Tape<double>& tape) {
  std::vector<NodeId> leaves;
  for (NodeId id = 0; id < tape.size(); ++id)
    if (tape.node(id).kind == NodeKind::parameter && tape.node(id).requiresGrad) leaves.push_back(id);
  return leaves;
}

/// L = Σ cotangent · output, or the output itself.
template <class Real> Real lossOf(const Tape<Real>& tape, NodeId output, std::span<const double> cotangent) {
  const auto value = tape.value(output);
  if (cotangent.empty()) return value[0];
  Real loss = 0;
  for (std::size_t i = 0; i < value.size(); ++i) loss += Real(cotangent[i]) * value[i];
  return loss;
}

Derivatives forwardMode(Tape<Dual<double>> tape, const std::vector<NodeId>& leaves, NodeId output,
                        std::span<const double> cotangent) {
  Derivatives result;
  for (const NodeId leaf : leaves) {
    auto& gradient = result.leaves.emplace_back(LeafGradient{leaf, {}}).gradient;
    for (Dual<double>& entry : tape.value(leaf)) {
      entry.derivative = 1;
      tape.forward();
      gradient.push_back(lossOf(tape, output, cotangent).derivative);
      entry.derivative = 0;
    }
  }
  return result;
}

Derivatives centralDifferences(Tape<double> tape, const std::vector<NodeId>& leaves, NodeId output,
                               std::span<const double> cotangent) {
  Derivatives result;
  for (const NodeId leaf : leaves) {
    auto& gradient = result.leaves.emplace_back(LeafGradient{leaf, {}}).gradient;
    for (double& entry : tape.value(leaf)) {
      const double at = entry, h = 1e-5 * std::max(1.0, std::abs(at));
      const auto lossAt = [&](double x) {
        entry = x;
        tape.forward();
        return lossOf(tape, output, cotangent);
      };
      gradient.push_back((lossAt(at + h) - lossAt(at - h)) / (2 * h));
      entry = at;
    }
  }
  return result;
}

/// The gradients that a tape holds.
Derivatives gradientsOf(const Tape<double>& tape, const std::vector<NodeId>& leaves) {
  Derivatives result;
  for (const NodeId leaf : leaves) {
    const auto gradient = tape.gradient(leaf);
    result.leaves.push_back({leaf, {gradient.begin(), gradient.end()}});
  }
  return result;
}

std::uint64_t entriesOf(const Tape<double>& tape, const std::vector<NodeId>& leaves) {
  std::uint64_t count = 0;
  for (const NodeId leaf : leaves) count += tape.node(leaf).shape.size();
  return count;
}

/// A copy of the tape after a forward and a backward pass with fresh gradients.
Result<Tape<double>> afterBackward(const Tape<double>& tape, NodeId output, std::span<const double> cotangent) {
  auto copy = copyTape<double>(tape);
  if (!copy.ok()) return copy;
  copy.value().forward();
  const Status possible = copy.value().canBackward(output, cotangent);
  if (!possible.ok()) return possible.error();
  copy.value().backward(output, cotangent);
  return copy;
}

}  // namespace

template <class To, class From> Result<Tape<To>> copyTape(const Tape<From>& tape) {
  const auto convert = [](std::span<const From> numbers) { return std::vector<To>(numbers.begin(), numbers.end()); };
  auto parameters = std::make_shared<Parameters<To>>();
  const auto block = convert(tape.parameters().values());
  if (!block.empty()) {
    // One long vector: the parts that nodes refer to keep their offsets.
    const auto added = parameters->tryAdd(Shape::vector(static_cast<std::uint32_t>(block.size())), block);
    if (!added.ok()) return added.error();
  }
  Tape<To> copy(std::move(parameters));
  for (NodeId id = 0; id < tape.size(); ++id) {
    const Node& node = tape.node(id);
    const bool frozen = node.kind == NodeKind::operation && !node.requiresGrad;
    copy.setGradMode(frozen ? GradMode::disabled : GradMode::enabled);
    const Result<NodeId> copied =
        node.kind == NodeKind::constant ? copy.tryConstant(node.shape, convert(tape.value(id)))
        : node.kind == NodeKind::parameter
            ? copy.tryParameter({node.offset, node.shape})
            : copy.tryApply(node.op, std::span(node.inputs).first(node.inputCount), tape.attributes(id));
    if (!copied.ok()) return copied.error();
  }
  copy.setGradMode(GradMode::enabled);
  return copy;
}

template Result<Tape<double>> copyTape(const Tape<double>&);
template Result<Tape<Dual<double>>> copyTape(const Tape<double>&);
template Result<Tape<double>> copyTape(const Tape<float>&);
template Result<Tape<float>> copyTape(const Tape<double>&);

Result<Derivatives> differentiate(const Tape<double>& tape, NodeId output, DerivativeMode mode,
                                  std::span<const double> cotangent) {
  auto reverse = afterBackward(tape, output, cotangent);  // it also finds out whether the request makes sense
  if (!reverse.ok()) return reverse.error();
  const std::vector<NodeId> leaves = leavesOf(tape);
  const Work pass = forwardWork(tape);
  if (mode == DerivativeMode::reverse) {
    Derivatives result = gradientsOf(reverse.value(), leaves);
    result.work = pass + backwardWork(reverse.value());
    return result;
  }
  if (mode == DerivativeMode::central_differences) {
    Derivatives result = centralDifferences(std::move(reverse.value()), leaves, output, cotangent);
    result.work = 2 * entriesOf(tape, leaves) * pass;
    return result;
  }
  auto dual = copyTape<Dual<double>>(tape);
  if (!dual.ok()) return dual.error();
  Derivatives result = forwardMode(std::move(dual.value()), leaves, output, cotangent);
  result.work = entriesOf(tape, leaves) * pass;
  result.work.operations *= 2;  // each value with its derivative
  return result;
}

Result<Derivatives> hessianVectorProduct(const Tape<double>& tape, NodeId output, std::span<const double> direction) {
  const std::vector<NodeId> leaves = leavesOf(tape);
  if (direction.size() != entriesOf(tape, leaves))
    return errorAt("direction", "has {} numbers; {} would be right, one for each in the leaves that require a gradient",
                   direction.size(), entriesOf(tape, leaves));
  auto copy = copyTape<Dual<double>>(tape);
  if (!copy.ok()) return copy.error();
  Tape<Dual<double>>& dual = copy.value();
  for (const NodeId leaf : leaves)
    for (Dual<double>& entry : dual.value(leaf)) {
      entry.derivative = direction.front();
      direction = direction.subspan(1);
    }
  dual.forward();
  const Status possible = dual.canBackward(output);
  if (!possible.ok()) return possible.error();
  dual.backward(output);
  Derivatives result;
  for (const NodeId leaf : leaves) {
    auto& product = result.leaves.emplace_back(LeafGradient{leaf, {}}).gradient;
    for (const Dual<double>& entry : dual.gradient(leaf)) product.push_back(entry.derivative);
  }
  const auto plain = afterBackward(tape, output, {});  // for the count
  if (!plain.ok()) return plain.error();
  result.work = forwardWork(tape) + backwardWork(plain.value());
  result.work.operations *= 2;
  return result;
}

Result<std::vector<LeafCheck>> checkGradients(const Tape<double>& tape, NodeId output,
                                              std::span<const double> cotangent,
                                              std::span<const LeafGradient> analytic) {
  auto copy = afterBackward(tape, output, cotangent);
  if (!copy.ok()) return copy.error();
  Tape<double>& moved = copy.value();
  const std::vector<NodeId> leaves = leavesOf(tape);
  const Derivatives own = gradientsOf(moved, leaves);
  if (analytic.empty()) analytic = own.leaves;
  BACKPROP_CHECK(analytic.size() == leaves.size(), "one gradient for each leaf");
  std::vector<LeafCheck> checks;
  for (std::size_t k = 0; k < leaves.size(); ++k) {
    auto& entries = checks.emplace_back(LeafCheck{leaves[k], {}}).entries;
    BACKPROP_CHECK(analytic[k].gradient.size() == moved.value(leaves[k]).size(), "a gradient of the leaf's shape");
    for (std::size_t i = 0; i < analytic[k].gradient.size(); ++i) {
      const double at = moved.value(leaves[k])[i];
      entries.push_back(checkGradient(analytic[k].gradient[i], at, [&](double by) {
        moved.value(leaves[k])[i] = at + by;
        moved.forward();
        return lossOf(moved, output, cotangent);
      }));
      moved.value(leaves[k])[i] = at;
    }
  }
  return checks;
}

}  // namespace backprop
