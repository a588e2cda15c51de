// Small helpers for messages that people read.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace backprop {

/// A number as a person would write it: up to 6 significant digits, `NaN`, `∞`, `−∞`.
std::string formatNumber(double x);

/// `a, b, c or d`.
std::string listOf(std::span<const std::string_view> names);

/// The name that a misspelt `word` most likely stands for: the nearest one by edits (Damerau, 1964), if at most a third
/// of the word has to change; empty otherwise.
std::string_view nearestName(std::string_view word, std::span<const std::string_view> names);

/// ` (did you mean spiral?)`, or nothing when no name is near.
std::string suggestion(std::string_view word, std::span<const std::string_view> names);

}  // namespace backprop
