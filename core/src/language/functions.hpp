// The names that can be called: operations, which the table lists, and what makes constants.
#pragma once

#include <optional>
#include <string_view>

#include "backprop/op.hpp"

namespace backprop {

/// What makes a tensor from numbers alone.
enum class Creator : std::uint8_t { tensor, zeros, ones, full, eye, arange, linspace, number };

std::optional<Creator> findCreator(std::string_view name);

/// The operation that a name calls: by the table, or by another name that PyTorch has for it (`mm`, `dot`).
std::optional<Op> findFunction(std::string_view name);

/// Whether a method gives back the tensor itself: `clone`, `double`, `cpu` …
bool isIdentity(std::string_view name);

/// Whether a name can be called at all.
bool isFunctionName(std::string_view name);

/// The function that a misspelt name most likely stands for; empty if none is near.
std::string_view nearestFunction(std::string_view name);

/// Whether names such as `torch.nn.functional`, written before a dot, only say where a function comes from.
bool isModule(std::string_view path);

/// The number that a name stands for unless it is assigned: pi, e, inf, nan.
std::optional<double> constantNamed(std::string_view name);

}  // namespace backprop
