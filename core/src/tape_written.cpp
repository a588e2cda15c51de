// Which gradients of parameters one operation alone makes, and may write instead of adding to them.
#include <algorithm>

#include "backprop/dual.hpp"
#include "backprop/tape.hpp"
#include "order.hpp"

namespace backprop {
namespace {

/// An operation's use of a parameter, whose gradient lies from `first` to `end`.
struct Use {
  std::size_t first, end;
  bool writes;       // the gradient; else the operation only adds to it
  std::size_t call;  // which of the tape's calls, if it writes
};

}  // namespace

// The parameters that the path uses, each use once, by the place of their gradient: one that touches no other use is
// alone.
template <class Real> void Tape<Real>::findWritten() {
  std::vector<Use> uses;
  for (const NodeId id : path_) {
    const Node& node = nodes_[id];
    for (std::size_t i = 0; i < node.inputCount; ++i) {
      const Node& input = nodes_[node.inputs[i]];
      if (input.kind != NodeKind::parameter) continue;
      const bool writes = node.op == Op::linear && i == 1;
      uses.push_back({input.offset, input.offset + std::size_t(input.shape.size()), writes,
                      writes ? static_cast<std::size_t>(instructions_[id].call - calls_.data()) : 0});
    }
  }
  sortBy(uses, [](const Use& use) { return use.first; });
  written_.clear();
  std::size_t end = 0;  // of all uses before
  for (std::size_t i = 0; i < uses.size(); ++i) {
    const Use& use = uses[i];
    const bool alone = use.first >= end && (i + 1 == uses.size() || uses[i + 1].first >= use.end);
    if (alone && use.writes) written_.push_back({use.first, use.end - use.first, use.call});
    end = std::max(end, use.end);
  }
  writtenFor_ = marked_;
}

template class Tape<float>;
template class Tape<double>;
#ifndef BACKPROP_EVALUATE
template class Tape<Dual<double>>;
#endif

}  // namespace backprop
