// What the module is at large: its tables and its memory.
#include <malloc.h>

#include <algorithm>

#include "attributes.hpp"
#include "backprop/dataset.hpp"
#include "backprop/faults.hpp"
#include "backprop/op.hpp"
#include "backprop/optimizer.hpp"
#include "backprop/schedule.hpp"
#include "options.hpp"

namespace backprop::wasm {
namespace {

using emscripten::val;

EMSCRIPTEN_DECLARE_VAL_TYPE(Tables)

val text(std::string_view words) { return val(std::string(words)); }

std::size_t aliasesOf(const OpInfo& op) {
  return op.aliases.size() - static_cast<std::size_t>(std::ranges::count(op.aliases, std::string_view()));
}

val describe(const OpInfo& op) {
  const auto attributes = arrayOf(std::span(op.attributes).first(op.attributeCount()),
                                  [](const AttributeInfo& each) { return wasm::describe(each); });
  const auto used = [&op](const auto& texts) { return copyOf(std::span(texts).first(op.arity())); };
  return objectOf({{"name", text(op.name)},
                   {"symbol", text(op.symbol)},
                   {"inputs", used(op.inputs)},
                   {"formula", text(op.formula)},
                   {"derivatives", used(op.derivatives)},
                   {"formulaTex", text(op.formulaTex)},
                   {"derivativesTex", used(op.derivativesTex)},
                   {"convention", text(op.convention)},
                   {"reason", text(op.reason)},
                   {"torch", op.torch.empty() ? val("torch." + std::string(op.name)) : text(op.torch)},
                   {"aliases", copyOf(std::span(op.aliases).first(aliasesOf(op)))},
                   {"attributes", attributes},
                   {"optionalInputs", val(op.optionalInputs)},
                   {"stopsGradient", val(op.stopsGradient)}});
}

val describe(const FaultInfo& fault) { return objectOf({{"name", text(fault.name)}, {"help", text(fault.help)}}); }

val describe(const OptionInfo& option) {
  const OptionType type = option.type();
  val row = objectOf({{"name", text(option.name)},
                      {"group", text(option.group)},
                      {"type", text(nameOf(type))},
                      {"default", toJs(option.read(RunOptions{}))},
                      {"help", text(option.help)}});
  if (!option.choices.empty()) row.set("choices", copyOf(option.choices));
  const bool counted = option.maxCount > 0;
  const bool ranged = type == OptionType::number || type == OptionType::integer || type == OptionType::integers ||
                      type == OptionType::optional_number || type == OptionType::numbers;
  if (ranged) {
    row.set("min", option.min);
    row.set("max", option.max);
  }
  if (counted) {
    row.set("minCount", option.minCount);
    row.set("maxCount", option.maxCount);
  }
  return row;
}

val describe(const DatasetInfo& dataset) {
  return objectOf({{"name", text(dataset.name)},
                   {"help", text(dataset.help)},
                   {"task", text(nameOf(dataset.task))},
                   {"inputs", copyOf(dataset.inputs)},
                   {"outputs", copyOf(dataset.outputs)},
                   {"noiseMeans", text(dataset.noiseMeans)},
                   {"extent", val(dataset.extent)}});
}

val describe(const OptimizerInfo& optimizer) {
  return objectOf({{"name", text(optimizer.name)}, {"formula", text(optimizer.formula)}});
}

val describe(const ScheduleInfo& schedule) {
  return objectOf({{"name", text(schedule.name)}, {"formula", text(schedule.formula)}});
}

Tables tables() {
  const auto rows = [](const auto& table) { return arrayOf(table, [](const auto& row) { return describe(row); }); };
  return Tables(objectOf({{"ops", rows(opTable())},
                          {"options", rows(optionTable())},
                          {"datasets", rows(datasetTable())},
                          {"optimizers", rows(optimizerTable())},
                          {"schedules", rows(scheduleTable())},
                          {"faults", rows(faultTable())}}));
}

/// Bytes that the module has taken from its heap and not given back.
double memoryUsed() { return static_cast<double>(mallinfo().uordblks); }

/// The most bytes that its heap has ever had, used or not.
double memoryPeak() { return static_cast<double>(mallinfo().usmblks); }

EMSCRIPTEN_BINDINGS(module) {
  emscripten::register_type<Tables>(
      "{ ops: { name: string, symbol: string, inputs: string[], formula: string, derivatives: string[], formulaTex: "
      "string, derivativesTex: string[], convention: string, reason: string, torch: string, aliases: string[], "
      "attributes: "
      "{ name: string, kind: 'number' | 'flag' | 'axis' | 'reduction' | 'size', default: number | boolean | string | "
      "null }[], optionalInputs: number, stopsGradient: boolean }[], options: { name: string, group: string, type: "
      "'number' | 'integer' | 'choice' | 'integers' | 'flag' | 'optional_number' | 'numbers' | 'choices_by_layer' | "
      "'flags_by_layer', default: any, help: string, choices?: string[], min?: number, max?: number, minCount?: "
      "number, maxCount?: number }[], datasets: { name: string, help: string, task: 'classification' | 'regression', "
      "inputs: string[], outputs: string[], noiseMeans: string, extent: number }[], optimizers: { name: string, "
      "formula: string }[], schedules: { name: string, formula: string }[], faults: { name: string, help: string }[] "
      "}");
  emscripten::function("tables", &tables);
  emscripten::function("memoryUsed", &memoryUsed);
  emscripten::function("memoryPeak", &memoryPeak);
}

}  // namespace
}  // namespace backprop::wasm
