// Options of a run: objects of numbers, flags, names and lists of them.
#include "options.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

constexpr std::uint64_t mostOptions = 64;  // entries of an options object, and of a list in it

OptionEntry entryFrom(const val& value) {
  if (value.isNumber()) return value.as<double>();
  if (value.isTrue() || value.isFalse()) return value.isTrue();
  if (value.isString()) return textFrom(value);
  return OtherValue{shown(value)};
}

val toJs(const OptionEntry& entry) {
  return std::visit(
      [](const auto& known) {
        if constexpr (std::is_same_v<decltype(known), const OtherValue&>)
          return val::undefined();
        else
          return val(known);
      },
      entry);
}

}  // namespace

Result<OptionValue> optionFrom(std::string_view name, const val& value) {
  if (value.isNull()) return OptionValue(std::monostate{});
  const auto length = lengthOf(value);
  if (!length) return std::visit([](auto known) { return OptionValue(known); }, entryFrom(value));
  if (*length > mostOptions) return tooLong(name, *length, mostOptions);
  OptionList list;
  for (std::uint64_t i = 0; i < *length; ++i) list.push_back(entryFrom(value[static_cast<double>(i)]));
  return OptionValue(list);
}

Result<std::vector<std::pair<std::string, OptionValue>>> optionsFrom(const val& object) {
  std::vector<std::pair<std::string, OptionValue>> options;
  if (object.isUndefined()) return options;
  if (!isRecord(object))
    return errorAt("options",
                   shown(object) + " is not a set of options; an object such as { lr: 0.01 } would be right");
  const val keys = keysOf(object);
  const std::uint64_t count = *lengthOf(keys);
  if (count > mostOptions) return tooLong("options", count, mostOptions);
  for (std::uint64_t i = 0; i < count; ++i) {
    const val key = keys[static_cast<double>(i)], value = object[key];
    if (value.isUndefined()) continue;
    const std::string name = textFrom(key);
    const auto option = optionFrom(name, value);
    if (!option.ok()) return option.error();
    options.emplace_back(name, option.value());
  }
  return options;
}

val toJs(const OptionValue& value) {
  if (const auto* list = std::get_if<OptionList>(&value))
    return arrayOf(*list, [](const OptionEntry& entry) { return toJs(entry); });
  if (const auto* number = std::get_if<double>(&value)) return val(*number);
  if (const auto* flag = std::get_if<bool>(&value)) return val(*flag);
  if (const auto* text = std::get_if<std::string>(&value)) return val(*text);
  return val::null();
}

EMSCRIPTEN_BINDINGS(options) {
  emscripten::register_type<JsOptions>(
      "Record<string, number | boolean | string | null | (number | boolean | string)[]>");
}

}  // namespace backprop::wasm
