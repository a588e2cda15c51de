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

/// An option of a run: its value is a text, or numbers (a flag is one of 0 or 1).
struct Setting {
  std::string_view name;
  std::string_view text;
  Numbers numbers = {};
  bool flag = false;
};

/// What one step of a trajectory gives, in float64 and float32. Gradients and parameters are in the order of a
/// network's block; gradients are of the parameters before the update, before clipping.
struct Record {
  double step, loss, loss32;
  Numbers gradients, gradients32, after, after32;
  double deviation;  ///< how far PyTorch's float32 lies from its float64
};

/// A network trained by PyTorch: mlp_trajectories.json.
struct TrajectoryCase {
  std::string_view id;
  std::span<const Setting> settings;
  Shape xShape;
  Numbers x;
  Shape yShape;
  Numbers y;
  Numbers initial;
  std::span<const Record> records;
};

/// An optimizer by itself: optimizer_cases.json. The gradient of element j (from 0) at step k (from 1) is
/// (((3k + 5j) mod 7) − 3) / 4.
struct OptimizerCase {
  std::string_view id;
  std::span<const Setting> settings;
  Numbers initial;
  std::span<const Record> records;  ///< of these only step and parameters
};

extern const std::span<const TrajectoryCase> trajectoryCases;
extern const std::span<const OptimizerCase> optimizerCases;
extern const std::span<const ExpressionCase> scalarCases, edgeCases;
extern const std::span<const TensorCase> tensorCases, opsCases;
extern const std::span<const Published> mazur;

}  // namespace backprop::test::golden
