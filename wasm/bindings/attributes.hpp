// Attributes of operations across the boundary: `{ dim: 1, keepdim: true, reduction: 'sum' }`.
#pragma once

#include "backprop/op.hpp"
#include "values.hpp"

namespace backprop::wasm {

/// The attributes that a JavaScript object gives, over the defaults of the operation's row. An axis is a whole number,
/// or null for the whole tensor; a flag is true or false; a reduction is 'mean', 'sum' or 'none'.
Result<Attributes> attributesFrom(const OpInfo& op, const emscripten::val& object);

/// The same the other way: an object with every attribute of the operation.
emscripten::val attributesOf(const OpInfo& op, const Attributes& attributes);

/// What the table of operations says about one attribute.
emscripten::val describe(const AttributeInfo& attribute);

}  // namespace backprop::wasm
