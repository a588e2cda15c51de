// The table of operations, gathered from the rules, and what follows from shapes alone.
#include <algorithm>

#include "ops/apply.hpp"
#include "ops/dispatch.hpp"

namespace backprop {
namespace {

constexpr auto table = []<std::size_t... i>(std::index_sequence<i...>) {
  return std::array<OpInfo, opCount>{Rule<static_cast<Op>(i)>::info...};
}
(std::make_index_sequence<opCount>{});

Result<Shape> broadcastAll(std::string_view op, Shapes in) {
  Shape shape = in[0];
  for (const Shape& next : in.subspan(1)) {
    const auto joint = broadcast(shape, next);
    if (!joint)
      return errorAt(op,
                     toString(shape) + " and " + toString(next) +
                         " do not broadcast: counted from the last, in each dimension the sizes must agree or one of " +
                         "them be 1");
    shape = *joint;
  }
  return shape;
}

}  // namespace

std::span<const OpInfo, opCount> opTable() { return table; }

const OpInfo& opInfo(Op op) { return table[static_cast<std::size_t>(op)]; }

std::optional<Op> findOp(std::string_view name) {
  const auto row = std::ranges::find_if(table, [name](const OpInfo& info) {
    return info.name == name || (!name.empty() && std::ranges::find(info.aliases, name) != info.aliases.end());
  });
  if (row == table.end()) return std::nullopt;
  return static_cast<Op>(row - table.begin());
}

Result<Shape> opShape(Op op, Shapes in, const Attributes& attributes) {
  Result<Shape> result = Shape{};
  withRule(op, [&]<class R>() {
    if constexpr (isElementwise<R>)
      result = broadcastAll(R::info.name, in);
    else
      result = R::shape(in, attributes);
  });
  return result;
}

bool isElementwiseOp(Op op) {
  bool answer = false;
  withRule(op, [&]<class R>() { answer = isElementwise<R>; });
  return answer;
}

bool isPlainElementwise(Op op) {
  bool answer = false;
  withRule(op, [&]<class R>() {
    answer = isElementwise<R> && R::arity <= 2 && R::info.attributeCount() == 0 && R::info.optionalInputs == 0;
  });
  return answer;
}

}  // namespace backprop
