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
                     "{} and {} do not broadcast: counted from the last, in each dimension the sizes must agree or one "
                     "of them be 1",
                     shape, next);
    shape = *joint;
  }
  return shape;
}

using ShapeRule = Result<Shape> (*)(Shapes, const Attributes&);

/// By `Op`, for those that are not elementwise.
constexpr auto shapeRules = []<std::size_t... i>(std::index_sequence<i...>) {
  const auto rule = []<class R>() -> ShapeRule {
    if constexpr (isElementwise<R> || isLeftOut(opOf(static_cast<const R*>(nullptr))))
      return nullptr;
    else
      return &R::shape;
  };
  return std::array<ShapeRule, opCount>{rule.template operator()<Rule<static_cast<Op>(i)>>()...};
}
(std::make_index_sequence<opCount>{});

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
  if (isElementwiseOp(op)) return broadcastAll(opInfo(op).name, in);
  return shapeRules[static_cast<std::size_t>(op)](in, attributes);
}

bool isElementwiseOp(Op op) { return !shapeRules[static_cast<std::size_t>(op)]; }

bool isPlainElementwise(Op op) {
  const OpInfo& info = opInfo(op);
  return isElementwiseOp(op) && info.arity() <= 2 && info.attributeCount() == 0 && info.optionalInputs == 0;
}

}  // namespace backprop
