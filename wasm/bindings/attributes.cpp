// Kind by kind: how an attribute looks in JavaScript.
#include "attributes.hpp"

#include <array>
#include <cmath>

#include "backprop/text.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

constexpr std::array<std::string_view, 3> reductions = {"mean", "sum", "none"};  // by `Reduction`

std::string_view nameOf(AttributeKind kind) {
  switch (kind) {
    case AttributeKind::number:
      return "number";
    case AttributeKind::flag:
      return "flag";
    case AttributeKind::axis:
      return "axis";
    case AttributeKind::reduction:
      return "reduction";
    case AttributeKind::size:
      return "size";
  }
}

std::string_view advice(AttributeKind kind) {
  switch (kind) {
    case AttributeKind::number:
      return "a finite number would be right";
    case AttributeKind::flag:
      return "true or false would be right";
    case AttributeKind::axis:
      return "a whole number from −3 to 2, or null for the whole tensor, would be right";
    case AttributeKind::reduction:
      return "'mean', 'sum' or 'none' would be right";
    case AttributeKind::size:
      return "a whole number, −1 for what remains, would be right";
  }
}

std::optional<double> numberFrom(const val& value, bool whole) {
  if (!value.isNumber()) return std::nullopt;
  const double number = value.as<double>();
  return std::isfinite(number) && (!whole || number == std::trunc(number)) ? std::optional(number) : std::nullopt;
}

/// The attribute's number, or nothing for a value that is none of its kind.
std::optional<double> attributeFrom(AttributeKind kind, const val& value) {
  switch (kind) {
    case AttributeKind::number:
      return numberFrom(value, false);
    case AttributeKind::flag:
      return value.isTrue() ? std::optional(1.0) : value.isFalse() ? std::optional(0.0) : std::nullopt;
    case AttributeKind::axis:
    case AttributeKind::size:
      return value.isNull() ? std::optional(absent) : numberFrom(value, true);
    case AttributeKind::reduction:
      if (!value.isString()) return std::nullopt;
      for (std::size_t i = 0; i < reductions.size(); ++i)
        if (textFrom(value) == reductions[i]) return static_cast<double>(i);
      return std::nullopt;
  }
}

val toJs(AttributeKind kind, double number) {
  if (kind == AttributeKind::flag) return val(number != 0);
  if (kind == AttributeKind::reduction) return val(std::string(reductions[static_cast<std::size_t>(number)]));
  return std::isnan(number) ? val::null() : val(number);
}

}  // namespace

Result<Attributes> attributesFrom(const OpInfo& op, const val& object) {
  Attributes attributes = op.defaults();
  if (object.isUndefined()) return attributes;
  if (!isRecord(object))
    return errorAt(op.name, "{} is not a set of attributes; an object such as { dim: 1 } would be right",
                   shown(object));
  const auto known = std::span(op.attributes).first(op.attributeCount());
  const val keys = keysOf(object);
  const std::uint64_t count = *lengthOf(keys);
  for (std::uint64_t i = 0; i < count; ++i) {
    const val key = keys[static_cast<double>(i)], value = object[key];
    if (value.isUndefined()) continue;
    const std::string name = textFrom(key);
    const auto row = std::ranges::find(known, name, &AttributeInfo::name);
    if (row == known.end()) {
      if (known.empty()) return errorAt(op.name, "'{}' is no attribute; it has none", excerpt(name));
      return errorAt(op.name, unknownName(name, "is no attribute", namesOf(known)));
    }
    const auto number = attributeFrom(row->kind, value);
    if (!number) return errorAt(op.name, "{} is {}; {}", name, shown(value), advice(row->kind));
    attributes[static_cast<std::size_t>(row - known.begin())] = *number;
  }
  return attributes;
}

val attributesOf(const OpInfo& op, const Attributes& attributes) {
  val object = val::object();
  for (std::size_t i = 0; i < op.attributeCount(); ++i)
    object.set(std::string(op.attributes[i].name), toJs(op.attributes[i].kind, attributes[i]));
  return object;
}

val describe(const AttributeInfo& attribute) {
  return objectOf({{"name", val(std::string(attribute.name))},
                   {"kind", val(std::string(nameOf(attribute.kind)))},
                   {"default", toJs(attribute.kind, attribute.fallback)}});
}

}  // namespace backprop::wasm
