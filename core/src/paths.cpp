// Paths counted, summed and ranked in one walk from the end to the start.
#include "backprop/paths.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ops/apply.hpp"

namespace backprop {
namespace {

constexpr std::uint64_t mostDependences = 4'000'000;

/// One of the best ways from an element to the end: its first step, and which of the best from there it continues with.
struct Way {
  double product = 1;
  double derivative = 1;
  Element next;
  std::uint32_t rank = 0;
};

/// By size; NaN counts as the largest, since it is what one looks for.
double sizeOf(const Way& way) {
  return std::isnan(way.product) ? std::numeric_limits<double>::infinity() : std::abs(way.product);
}
bool larger(const Way& a, const Way& b) { return sizeOf(a) > sizeOf(b); }

/// What is known about one node's elements: ∂to/∂element, the number of ways, and the best of them, largest first.
struct Reached {
  std::vector<double> sum, count;
  std::vector<std::vector<Way>> best;
  bool any() const { return !sum.empty(); }
};

class Search {
 public:
  Search(const Tape<double>& tape, Element from, Element to, std::size_t most)
      : tape_(tape), from_(from), to_(to), most_(most), after_(to.node + 1, false) {}

  Result<PathSum> run() {
    bytes_ = (to_.node + 1) * sizeof(Reached);
    if (const Status room = reserve(elementBytes(to_.node)); !room.ok()) return room.error();
    reached_.resize(to_.node + 1);
    markAfterStart();
    open(to_.node);
    Reached& end = reached_[to_.node];
    end.sum[to_.index] = end.count[to_.index] = 1;
    end.best[to_.index] = {Way{}};
    for (NodeId id = to_.node; id > from_.node; --id) {
      if (!reached_[id].any() || tape_.node(id).kind != NodeKind::operation || !after_[id]) continue;
      const Status status = stepBack(id);
      if (!status.ok()) return status.error();
    }
    return collect();
  }

 private:
  /// Which nodes depend on the start: only those can lie on a path.
  void markAfterStart() {
    after_[from_.node] = true;
    for (NodeId id = from_.node + 1; id <= to_.node; ++id) {
      const Node& node = tape_.node(id);
      for (std::size_t i = 0; i < node.inputCount; ++i) after_[id] = after_[id] || after_[node.inputs[i]];
    }
  }

  /// What the lists of a node's elements may take at most.
  std::uint64_t elementBytes(NodeId id) const {
    const std::uint64_t one = 2 * sizeof(double) + sizeof(std::vector<Way>) + 2 * most_ * sizeof(Way);
    return saturatingProduct(tape_.node(id).shape.size(), one);
  }

  /// Asks for what is kept and `more`.
  Status reserve(std::uint64_t more) {
    return share_.resize(saturatingSum(bytes_, more), "paths", "a list of so many paths");
  }

  void open(NodeId id) {
    if (reached_[id].any()) return;
    const std::size_t size = tape_.node(id).shape.size();
    bytes_ += size * (2 * sizeof(double) + sizeof(std::vector<Way>));
    reached_[id] = {std::vector<double>(size), std::vector<double>(size), std::vector<std::vector<Way>>(size)};
  }

  /// Extends every way that starts in node `id` by one step towards the start.
  Status stepBack(NodeId id) {
    const Node& node = tape_.node(id);
    if (opInfo(node.op).stopsGradient) return okStatus();
    const std::size_t size = node.shape.size();
    for (std::size_t slot = 0; slot < node.inputCount; ++slot) {
      const NodeId input = node.inputs[slot];
      if (!after_[input]) continue;
      const std::size_t inputSize = tape_.node(input).shape.size();
      const bool diagonal = isElementwiseOp(node.op) && inputSize == size;
      dependences_ += diagonal ? size : size * inputSize;
      if (dependences_ > mostDependences)
        return errorAt(
            "paths",
            "the tensors between the two numbers have more than {} dependences; a smaller computation would be right",
            mostDependences);
      if (const Status room = reserve(elementBytes(input)); !room.ok()) return room;
      open(input);
      tape_.vectorJacobian(id, slot, reached_[id].sum, reached_[input].sum);
      row_.assign(inputSize, 0);
      if (diagonal) {
        const std::vector<double> ones(size, 1);
        tape_.vectorJacobian(id, slot, ones, row_);
        for (std::size_t i = 0; i < size; ++i) extend({id, std::uint32_t(i)}, {input, std::uint32_t(i)}, row_[i]);
        continue;
      }
      std::vector<double> oneHot(size);
      for (std::size_t i = 0; i < size; ++i) {
        if (reached_[id].count[i] == 0) continue;
        oneHot[i] = 1;
        std::ranges::fill(row_, 0);
        tape_.vectorJacobian(id, slot, oneHot, row_);
        oneHot[i] = 0;
        for (std::size_t j = 0; j < inputSize; ++j)
          if (row_[j] != 0) extend({id, std::uint32_t(i)}, {input, std::uint32_t(j)}, row_[j]);
      }
    }
    return okStatus();
  }

  void extend(Element later, Element earlier, double derivative) {
    const Reached& known = reached_[later.node];
    if (known.count[later.index] == 0) return;
    Reached& found = reached_[earlier.node];
    found.count[earlier.index] += known.count[later.index];
    auto& best = found.best[earlier.index];
    const auto& ways = known.best[later.index];
    bytes_ -= std::uint64_t{best.capacity()} * sizeof(Way);
    for (std::uint32_t rank = 0; rank < ways.size(); ++rank) {
      const Way way{derivative * ways[rank].product, derivative, later, rank};
      best.insert(std::ranges::upper_bound(best, way, larger), way);
    }
    if (best.size() > most_) {
      best.resize(most_);
      best.shrink_to_fit();
    }
    bytes_ += std::uint64_t{best.capacity()} * sizeof(Way);
  }

  PathSum collect() const {
    PathSum result;
    const Reached& start = reached_[from_.node];
    if (!start.any()) return {.complete = true};
    result.sum = start.sum[from_.index];
    result.count = start.count[from_.index];
    for (const Way& first : start.best[from_.index]) {
      Path path{.elements = {from_}, .product = first.product};
      for (const Way* way = &first; path.elements.back() != to_;
           way = &reached_[path.elements.back().node].best[path.elements.back().index][way->rank]) {
        path.elements.push_back(way->next);
        path.derivatives.push_back(way->derivative);
      }
      result.paths.push_back(std::move(path));
    }
    result.complete = result.count == double(result.paths.size());
    return result;
  }

  const Tape<double>& tape_;
  const Element from_, to_;
  const std::size_t most_;
  std::vector<Reached> reached_;
  std::vector<bool> after_;
  std::vector<double> row_;
  std::uint64_t dependences_ = 0;
  std::uint64_t bytes_ = 0;  // what is kept
  BudgetShare share_;
};

}  // namespace

Result<PathSum> sumOverPaths(const Tape<double>& tape, Element from, Element to, std::size_t most) {
  for (const Element end : {from, to})
    if (end.node >= tape.size() || end.index >= tape.node(end.node).shape.size())
      return errorAt("paths", "there is no element {} of node {}", end.index, end.node);
  if (from.node > to.node) return PathSum{.complete = true};
  return Search(tape, from, to, most).run();
}

}  // namespace backprop
