// The golden data of tests/golden/ as tables of plain numbers, so that one program has them natively and as
// WebAssembly, without files. tests/core/write-golden.js writes their contents (golden_data.cpp in the build folder).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "backprop/shape.hpp"

namespace backprop::test::golden {

using Numbers = std::span<const double>;

/// One variable of an expression.
struct Variable {
  std::string_view name;
  double at;                 ///< where the expression is evaluated
  double gradient;           ///< what float64 gives
  double gradient32;         ///< what float32 gives
  double error32;            ///< relative error of PyTorch's float32
  Numbers alsoAllowed = {};  ///< other defensible answers
};

/// An expression at a point: scalar_cases.json and edge_cases.json.
struct ExpressionCase {
  std::string_view id;
  std::string_view source;
  std::span<const Variable> variables;
  double value, value32, error32;
  bool inFloat32;            ///< whether float32 can hold its numbers
  Numbers alsoAllowed = {};  ///< values
  Numbers alsoTuples = {};   ///< gradients of all variables together, tuple after tuple
  bool judged = true;        ///< whether the gradients are
};

struct Attribute {
  std::string_view name;  ///< as the file has it: `dim` or `axis`; `shape` once for each size
  double value;           ///< as `Attributes` holds it
};

/// Which gradients of a tensor case are compared.
enum class Judged : std::uint8_t { all, whereNumber, none };

struct Input {
  std::string_view name;
  Shape shape;
  Numbers data;
  bool variable;  ///< whether it has a gradient; else it is a constant
  Numbers gradient, gradient32;
};

/// An operation on tensors: tensor_cases.json and ops_cases.json. When no input is a variable, none has a gradient.
struct TensorCase {
  std::string_view id;
  std::string_view op;
  std::span<const Attribute> attributes;
  std::span<const Input> inputs;
  Shape shape;  ///< of the output and its cotangent
  Numbers cotangent, value, value32;
  Judged judged = Judged::all;
};

/// Numbers that somebody published, or their recomputation, by name.
struct Published {
  std::string_view name;
  Numbers numbers;
};

extern const std::span<const ExpressionCase> scalarCases, edgeCases;
extern const std::span<const TensorCase> tensorCases, opsCases;
extern const std::span<const Published> mazur;

}  // namespace backprop::test::golden
