// The table of operations, gathered from the rules.
#include <algorithm>

#include "backprop/op.hpp"
#include "ops/dispatch.hpp"

namespace backprop {
namespace {

constexpr auto table = []<std::size_t... i>(std::index_sequence<i...>) {
  return std::array<OpInfo, opCount>{Rule<static_cast<Op>(i)>::info...};
}
(std::make_index_sequence<opCount>{});

}  // namespace

std::span<const OpInfo, opCount> opTable() { return table; }

const OpInfo& opInfo(Op op) { return table[static_cast<std::size_t>(op)]; }

std::optional<Op> findOp(std::string_view name) {
  const auto row = std::ranges::find(table, name, &OpInfo::name);
  if (row == table.end()) return std::nullopt;
  return static_cast<Op>(row - table.begin());
}

}  // namespace backprop
