// Tensors from JavaScript: numbers, lists nested up to three deep, and flat ones beside their shape.
#include <algorithm>
#include <array>

#include "backprop/budget.hpp"
#include "values.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

constexpr std::uint64_t mostNumbers = memoryBudget / sizeof(double);  // more than a graph can hold

/// A shape whose sizes are those of the first entries; whether the others are as long is not looked at.
Result<Shape> sizesFrom(std::string_view place, const val& value) {
  std::vector<std::uint64_t> sizes;
  std::uint64_t count = 1;
  val level = value;
  for (auto length = lengthOf(level); length; level = level[0], length = lengthOf(level)) {
    if (sizes.size() == Shape::maxRank)
      return errorAt(place, "lists are nested more than three deep; a tensor of rank 0 to 3 would be right");
    if (*length == 0 && sizes.empty()) return errorAt(place, "the list is empty; at least one number would be right");
    sizes.push_back(*length);
    // Each factor is checked alone first, so that the product cannot wrap around.
    count = *length > mostNumbers ? mostNumbers + 1 : std::min(count * *length, mostNumbers + 1);
    if (*length == 0) break;
  }
  if (sizes.empty())
    return errorAt(place,
                   "{} is not a tensor; a number, or equally long lists, nested up to three deep, would be right",
                   shown(value));
  if (count > mostNumbers) {
    Message text;
    for (const std::uint64_t size : sizes) text += formatted("{}{}", text.empty() ? "" : "×", size);
    return errorAt(place, "a tensor of {} numbers is too large; at most {} numbers would be right", text, mostNumbers);
  }
  const auto size = [&](std::size_t fromEnd) {
    return fromEnd <= sizes.size() ? static_cast<std::uint32_t>(sizes[sizes.size() - fromEnd]) : 1;
  };
  return shapeOf(static_cast<std::uint32_t>(sizes.size()), size(3), size(2), size(1));
}

/// Appends what `list`, nested `depth` deep in a tensor, holds; `lead` leads the name of an entry in a message.
Status appendTensor(TensorValue& tensor, std::string_view place, const Message& lead, const val& list,
                    std::uint32_t depth) {
  const Shape shape = tensor.shape;
  const std::uint32_t below = shape.rank - depth;  // how deep the lists in this one are nested, this one included
  if (below == 1)
    return appendNumbers(tensor.data, place, formatted("{}{}", lead, depth ? "column " : "entry "), list, shape[depth]);
  for (std::uint32_t i = 0; i < shape[depth]; ++i) {
    const val entry = list[static_cast<double>(i)];
    const Message name = formatted("{}{}{}", lead, below == 3 ? "plane " : "row ", i + 1);
    const auto found = lengthOf(entry);
    if (!found)
      return errorAt(place, "{} is {}; a list of {} would be right", name, shown(entry),
                     below == 3 ? "rows" : "numbers");
    if (*found != shape[depth + 1] || *found == 0)
      return errorAt(place, "{} has {}{}; as many as in the first {}, and at least one, would be right", name, *found,
                     below == 3 ? " rows" : " numbers", below == 3 ? "plane" : "row");
    const Status status = appendTensor(tensor, place, formatted("{}, ", name), entry, depth + 1);
    if (!status.ok()) return status;
  }
  return okStatus();
}

}  // namespace

Result<TensorValue> tensorFrom(const val& value, std::string_view place) {
  if (value.isNumber()) return TensorValue{{}, {value.as<double>()}};
  const auto sizes = sizesFrom(place, value);
  if (!sizes.ok()) return sizes.error();
  TensorValue tensor{sizes.value(), {}};
  tensor.data.reserve(tensor.shape.size());  // grown step by step, it would lie there twice
  const Status status = appendTensor(tensor, place, "", value, 0);
  return status.ok() ? Result(std::move(tensor)) : status.error();
}

Result<TensorValue> shapedTensorFrom(const val& value, std::string_view place) {
  if (!isRecord(value)) return tensorFrom(value, place);
  const val data = value["data"];
  const auto sizes = numbersFrom(formatted("{}.shape", place), value["shape"], Shape::maxRank);
  if (!sizes.ok()) return sizes.error();
  std::uint64_t count = 1;
  std::array<std::uint32_t, Shape::maxRank> size{1, 1, 1};
  const auto rank = static_cast<std::uint32_t>(sizes.value().size());
  for (std::uint32_t dim = 0; dim < rank; ++dim) {
    const auto whole = wholeNumber(formatted("{}.shape", place), sizes.value()[dim], 1, mostNumbers);
    if (!whole.ok()) return whole.error();
    size[Shape::maxRank - rank + dim] = whole.value();
    count = std::min(count * whole.value(), mostNumbers + 1);
  }
  const auto found = lengthOf(data);
  if (!found || *found != count)
    return errorAt(place, "data {}; a list of {}, as the shape says, would be right",
                   found ? formatted("has {} numbers", *found) : formatted("is {}", shown(data)), count);
  TensorValue tensor{shapeOf(rank, size[0], size[1], size[2]), {}};
  tensor.data.reserve(count);  // grown step by step, it would lie there twice
  const Status status = appendNumbers(tensor.data, place, "number ", data, count);
  return status.ok() ? Result(std::move(tensor)) : status.error();
}

Result<std::vector<double>> cotangentFrom(Shape shape, const std::optional<JsNumbers>& value) {
  if (!value || value->isUndefined()) return std::vector<double>{};
  auto tensor = tensorFrom(*value);
  if (!tensor.ok()) return tensor.error();
  if (tensor.value().shape != shape && !(tensor.value().shape.isScalar() && shape.isScalar()))
    return errorAt("backward", "the cotangent has shape {} and the output {}; the same shape would be right",
                   tensor.value().shape, shape);
  return std::move(tensor.value().data);
}

}  // namespace backprop::wasm
