// Explanations of one node: its rule, the sum over its uses, and where numbers stop being finite.
#include "backprop/explain_node.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ops/apply.hpp"
#include "ops/broadcast.hpp"
#include "written.hpp"

namespace backprop {
namespace {

class Explainer {
 public:
  Explainer(const Tape<double>& tape, std::optional<NodeId> output) : tape_(tape), output_(output) {}

  Written rule(NodeId id) const {
    const Node& node = tape_.node(id);
    if (node.kind == NodeKind::constant) return {.symbols = "constant"};
    if (node.kind == NodeKind::parameter) return {.symbols = "leaf"};
    const OpInfo& info = opInfo(node.op);
    Written written{.symbols = std::string(info.formula)};
    if (const auto numbers = numbersOf(id)) written.numbers = equation(info.formula, *numbers, tape_.value(id)[0]);
    return written;
  }

  EdgeExplanation edge(NodeId consumer, std::size_t slot) const {
    const Node& node = tape_.node(consumer);
    const OpInfo& info = opInfo(node.op);
    const NodeId input = node.inputs[slot];
    const std::size_t size = tape_.node(input).shape.size();
    EdgeExplanation edge{.input = input,
                         .name = std::string(info.inputs[slot]),
                         .back = {.symbols = std::string(info.derivatives[slot])}};
    const bool keeps = keepsMore(2 * size);
    if (keeps && isElementwiseOp(node.op) && size == node.shape.size()) {
      edge.local.resize(size);
      tape_.vectorJacobian(consumer, slot, std::vector<double>(size, 1), edge.local);
    }
    if (!keeps || !flows(consumer) || !tape_.node(input).requiresGrad) return edge;
    edge.contribution = contributionOf(consumer, slot);
    if (auto numbers = numbersOf(consumer)) {
      numbers->emplace_back("ȳ", tape_.gradient(consumer)[0]);
      numbers->emplace_back("y", tape_.value(consumer)[0]);
      edge.back.numbers = equation(info.derivatives[slot], *numbers, edge.contribution[0]);
    }
    return edge;
  }

  std::optional<NodeId> output() const { return output_; }

  /// Whether the last backward pass went through the operation.
  bool flows(NodeId id) const { return output_ && id <= *output_ && tape_.onPath(id) && tape_.node(id).requiresGrad; }

  /// What one use sent back in the last pass.
  std::vector<double> contributionOf(NodeId consumer, std::size_t slot) const {
    std::vector<double> contribution(tape_.node(tape_.node(consumer).inputs[slot]).shape.size());
    tape_.vectorJacobian(consumer, slot, tape_.gradient(consumer), contribution);
    return contribution;
  }

  /// Calls f(consumer, slot) for every use of a node on the way to the output, first to last.
  template <class F> void forEachUse(NodeId id, F f) const {
    for (NodeId consumer = id + 1; output_ && consumer <= *output_; ++consumer) {
      const Node& node = tape_.node(consumer);
      if (node.kind != NodeKind::operation || !flows(consumer)) continue;
      for (std::size_t slot = 0; slot < node.inputCount; ++slot)
        if (node.inputs[slot] == id) f(consumer, slot);
    }
  }

  std::string reason(NodeId id, const NodeExplanation& found) const {
    const Node& node = tape_.node(id);
    if (node.kind == NodeKind::constant) return "It is a constant, which takes no gradient.";
    if (!node.requiresGrad) return withoutGradient(node);
    if (!tape_.computed(id)) return "It is not computed yet: forward comes first.";
    if (!output_) return "No backward pass has run.";
    if (id == *output_)
      return node.shape.isScalar()
                 ? formatted("It is the output itself: ∂L/∂L = {}.", shortNumber(found.passGradient[0]))
                 : "It is the output itself: its gradient is the cotangent that was given.";
    if (found.uses.empty()) return "The output does not depend on it, so that its gradient is 0.";
    std::string text;
    if (found.uses.size() == 1) {
      const UseExplanation& use = found.uses[0];
      const OpInfo& info = opInfo(tape_.node(use.consumer).op);
      text = formatted("It is used once, in {}: by the {}, {}{}.", info.name, info.reason, use.edge.back.symbols,
                       use.edge.back.numbers.empty() ? "" : formatted(", here {}", use.edge.back.numbers));
    } else {
      text = formatted("It is used {} times, and the contributions add up", found.uses.size());
      const auto isKept = [](const UseExplanation& use) { return !use.edge.contribution.empty(); };
      if (node.shape.isScalar() && std::ranges::all_of(found.uses, isKept)) {
        text += ": ";
        bool exact = isShort(found.passGradient[0]);
        for (std::size_t i = 0; i < found.uses.size(); ++i) {
          const double contribution = found.uses[i].edge.contribution[0];
          exact &= isShort(contribution);
          text += formatted("{}{}", i ? " + " : "", operand(contribution));
        }
        text += formatted("{}{}", exact ? " = " : " ≈ ", shortNumber(found.passGradient[0]));
      }
      text += ".";
    }
    return text;
  }

  /// Whether numbers that would be equal but for the order of a sum differ, given the sum of their terms' sizes.
  static bool differ(const std::vector<double>& a, const std::vector<double>& b, const std::vector<double>& sizes) {
    for (std::size_t i = 0; i < a.size(); ++i)
      if (std::isnan(a[i]) != std::isnan(b[i]) || std::abs(a[i] - b[i]) > 1e-9 * sizes[i]) return true;
    return false;
  }

  /// The inputs' numbers by their names in the formula, if all are single numbers and the operation has no attributes
  /// that the formula would not show.
  std::optional<Numbers> numbersOf(NodeId id) const {
    const Node& node = tape_.node(id);
    if (node.kind != NodeKind::operation || !node.shape.isScalar() || !tape_.computed(id)) return std::nullopt;
    const OpInfo& info = opInfo(node.op);
    Numbers numbers;
    for (std::size_t i = 0; i < node.inputCount; ++i) {
      const auto value = tape_.value(node.inputs[i]);
      if (value.size() != 1) return std::nullopt;
      numbers.emplace_back(info.inputs[i], value[0]);
    }
    const Attributes attributes = tape_.attributes(id);
    for (std::size_t i = 0; i < info.attributeCount(); ++i)
      numbers.emplace_back(info.attributes[i].name, attributes[i]);
    return numbers;
  }

 private:
  /// Whether `numbers` more may be kept.
  bool keepsMore(std::size_t numbers) const {
    constexpr std::size_t most = 1'000'000;
    if (numbers > most - kept_) return false;
    kept_ += numbers;
    return true;
  }

  static std::string withoutGradient(const Node& node) {
    if (node.kind == NodeKind::operation && opInfo(node.op).stopsGradient)
      return formatted("No gradient passes {}.", opInfo(node.op).name);
    return "Nothing that it is computed from requires a gradient.";
  }

  const Tape<double>& tape_;
  const std::optional<NodeId> output_;
  mutable std::size_t kept_ = 0;
};

/// The index of the first number that is not finite.
std::optional<std::uint32_t> firstBad(std::span<const double> numbers) {
  const auto bad = std::ranges::find_if(numbers, [](double x) { return !std::isfinite(x); });
  if (bad == numbers.end()) return std::nullopt;
  return static_cast<std::uint32_t>(bad - numbers.begin());
}

/// The elements of an elementwise operation's inputs that belong to one element of its output.
std::vector<double> operandsAt(const Tape<double>& tape, const Node& node, std::uint32_t element) {
  std::vector<double> operands;
  if (node.kind != NodeKind::operation || !isElementwiseOp(node.op)) return operands;
  const std::size_t col = element % node.shape.cols, row = element / node.shape.cols % node.shape.rows;
  const std::size_t plane = element / node.shape.cols / node.shape.rows;
  for (std::size_t i = 0; i < node.inputCount; ++i)
    operands.push_back(
        tape.value(node.inputs[i])[BroadcastStride(tape.node(node.inputs[i]).shape).at(plane, row, col)]);
  return operands;
}

std::string namedOperands(const Node& node, const std::vector<double>& operands) {
  std::string text;
  for (std::size_t i = 0; i < operands.size(); ++i)
    text += formatted("{}{} = {}", i ? ", " : "", opInfo(node.op).inputs[i], shortNumber(operands[i]));
  return text;
}

NonFinite badValue(const Tape<double>& tape, NodeId id, std::uint32_t element) {
  const Node& node = tape.node(id);
  NonFinite found{.node = id, .element = element, .value = tape.value(id)[element]};
  if (node.kind != NodeKind::operation) {
    found.reason = formatted("The leaf itself was given as {}.", shortNumber(found.value));
    return found;
  }
  found.operands = operandsAt(tape, node, element);
  found.reason = formatted("{} gives {} of finite numbers", opInfo(node.op).name, shortNumber(found.value));
  if (!found.operands.empty()) found.reason += formatted(": {}", namedOperands(node, found.operands));
  found.reason += ".";
  return found;
}

NonFinite badGradient(const Tape<double>& tape, const Explainer& explainer, NodeId id, std::uint32_t element) {
  NonFinite found{.node = id, .element = element, .value = tape.gradient(id)[element], .inGradient = true};
  double sum = 0;
  explainer.forEachUse(id, [&](NodeId by, std::size_t slot) {
    const double contribution = explainer.contributionOf(by, slot)[element];
    sum += contribution;
    if (std::isfinite(contribution) || !found.reason.empty()) return;
    const Node& consumer = tape.node(by);
    if (consumer.shape.size() == tape.node(id).shape.size()) found.operands = operandsAt(tape, consumer, element);
    const Written back = explainer.edge(by, slot).back;
    found.reason = formatted("The gradient becomes {} on its way back through {}: {}{}.", shortNumber(found.value),
                             opInfo(consumer.op).name, back.symbols,
                             back.numbers.empty() ? "" : formatted(", here {}", back.numbers));
  });
  if (!found.reason.empty()) return found;
  if (id == *explainer.output())
    found.reason = formatted("The gradient that enters at the output is {}.", shortNumber(found.value));
  else if (std::isfinite(sum))
    found.reason = formatted("An earlier pass has left {} in the gradient of this leaf.", shortNumber(found.value));
  else
    found.reason = formatted("The contributions are finite, and their sum is {}.", shortNumber(found.value));
  return found;
}

}  // namespace

NodeExplanation explainNode(const Tape<double>& tape, NodeId id, std::optional<NodeId> output) {
  const Explainer explainer(tape, output);
  const Node& node = tape.node(id);
  NodeExplanation found{.rule = explainer.rule(id)};
  bool accumulated = false;
  for (std::size_t slot = 0; node.kind == NodeKind::operation && slot < node.inputCount; ++slot)
    found.edges.push_back(explainer.edge(id, slot));
  explainer.forEachUse(id, [&](NodeId consumer, std::size_t slot) {
    found.uses.push_back({consumer, slot, explainer.edge(consumer, slot)});
  });
  const auto gradient = tape.gradient(id);
  found.gradient.assign(gradient.begin(), gradient.end());
  if (node.requiresGrad && output) {
    found.passGradient.assign(node.shape.size(), 0);
    if (id == *output) found.passGradient = found.gradient;  // the seed
    std::vector<double> sizes(node.shape.size());
    explainer.forEachUse(id, [&](NodeId consumer, std::size_t slot) {
      const std::vector<double> contribution = explainer.contributionOf(consumer, slot);
      for (std::size_t i = 0; i < contribution.size(); ++i) {
        found.passGradient[i] += contribution[i];
        sizes[i] += std::abs(contribution[i]);
      }
    });
    accumulated = node.kind == NodeKind::parameter && id != *output &&
                  Explainer::differ(found.gradient, found.passGradient, sizes);
  }
  found.reason = explainer.reason(id, found);
  if (accumulated) found.reason += " Its gradient also holds what earlier passes have left.";
  return found;
}

std::optional<NonFinite> findNonFinite(const Tape<double>& tape, std::optional<NodeId> output) {
  for (NodeId id = 0; id < tape.size(); ++id)
    if (const auto element = firstBad(tape.value(id))) return badValue(tape, id, *element);
  if (!output) return std::nullopt;
  const Explainer explainer(tape, output);
  for (NodeId id = *output + 1; id-- > 0;)
    if (const auto element = firstBad(tape.gradient(id))) return badGradient(tape, explainer, id, *element);
  return std::nullopt;
}

}  // namespace backprop
