// What the module is at large: its tables, and how a failed check reaches JavaScript.
#include <emscripten/em_js.h>
#include <malloc.h>

#include "backprop/check.hpp"
#include "backprop/dataset.hpp"
#include "backprop/op.hpp"
#include "values.hpp"

// Leaves C++ at once. wasm/index.js puts the stack pointer back.
// clang-format off
EM_JS(void, throwCheckFailure, (const char* condition, const char* message, const char* file, int line), {
  const name = UTF8ToString(file).split('/').pop();
  throw new Error('[' + name + ':' + line + '] ' + UTF8ToString(message) + ' (' + UTF8ToString(condition) + ')');
});
// clang-format on

namespace backprop::wasm {
namespace {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(Tables)

val describe(const OpInfo& op) {
  const auto used = [&op](const auto& texts) { return copyOf(std::span(texts).first(op.arity())); };
  val row = val::object();
  row.set("name", std::string(op.name));
  row.set("symbol", std::string(op.symbol));
  row.set("inputs", used(op.inputs));
  row.set("formula", std::string(op.formula));
  row.set("derivatives", used(op.derivatives));
  row.set("formulaTex", std::string(op.formulaTex));
  row.set("derivativesTex", used(op.derivativesTex));
  row.set("convention", std::string(op.convention));
  return row;
}

val describe(const OptionInfo& option) {
  constexpr const char* typeNames[] = {"number", "integer", "choice", "integers"};
  val row = val::object();
  row.set("name", std::string(option.name));
  row.set("type", std::string(typeNames[static_cast<std::size_t>(option.type())]));
  row.set("default", toJs(option.read(RunOptions{})));
  row.set("help", std::string(option.help));
  if (option.type() == OptionType::choice) {
    row.set("choices", copyOf(option.choices));
  } else {
    row.set("min", option.min);
    row.set("max", option.max);
  }
  if (option.type() == OptionType::integers) {
    row.set("minCount", option.minCount);
    row.set("maxCount", option.maxCount);
  }
  return row;
}

val describe(const DatasetInfo& dataset) {
  val row = val::object();
  row.set("name", std::string(dataset.name));
  row.set("help", std::string(dataset.help));
  return row;
}

Tables tables() {
  const auto rows = [](const auto& table) { return arrayOf(table, [](const auto& row) { return describe(row); }); };
  val all = val::object();
  all.set("ops", rows(opTable()));
  all.set("options", rows(optionTable()));
  all.set("datasets", rows(datasetTable()));
  return Tables(all);
}

/// Bytes that the module has taken from its heap and not given back.
double memoryUsed() { return static_cast<double>(mallinfo().uordblks); }

[[maybe_unused]] const CheckHandler previous = setCheckHandler(throwCheckFailure);

EMSCRIPTEN_BINDINGS(module) {
  emscripten::register_type<Tables>(
      "{ ops: { name: string, symbol: string, inputs: string[], formula: string, derivatives: string[], formulaTex: "
      "string, derivativesTex: string[], convention: string }[], options: { name: string, type: 'number' | 'integer' | "
      "'choice' | 'integers', default: number | string | number[], help: string, choices?: string[], min?: number, "
      "max?: number, minCount?: number, maxCount?: number }[], datasets: { name: string, help: string }[] }");
  emscripten::function("tables", &tables);
  emscripten::function("memoryUsed", &memoryUsed);
}

}  // namespace
}  // namespace backprop::wasm
