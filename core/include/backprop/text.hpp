// Small helpers for messages that people read.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "backprop/format.hpp"

namespace backprop {

#ifdef BACKPROP_EVALUATE

// A build without words needs none of these.
inline Message formatNumber(double) { return {}; }
inline Message excerpt(std::string_view) { return {}; }
inline std::string_view nearestName(std::string_view, std::span<const std::string_view>) { return {}; }
inline Message unknownName(std::string_view, std::string_view, std::span<const std::string_view>) { return {}; }

#else

/// A number as a person would write it, in as few digits as tell it from every other double: `0.1`, `4294967296`,
/// `1e+20`, `NaN`, `∞`, `−∞`. Whole numbers below 10¹⁵ have no exponent.
std::string formatNumber(double x);

/// The same in at most six significant digits, with a real minus: `−0.333333`, `1.5e−07`.
std::string shortNumber(double x);

/// The start of a text that may be long, at most `most` bytes of it, never cut inside a UTF-8 character; `…` stands for
/// the rest.
std::string excerpt(std::string_view text, std::size_t most = 40);

/// `a, b, c or d`.
std::string listOf(std::span<const std::string_view> names);

/// The name that a misspelt `word` most likely stands for: the nearest one by edits (Damerau, 1964), if at most a third
/// of the word has to change; empty otherwise. Of names equally near it is one of the same length, or else the first.
std::string_view nearestName(std::string_view word, std::span<const std::string_view> names);

/// `'spirals' is unknown (did you mean spiral?); circle, xor or spiral would be right`, where `verdict` is `is
/// unknown`.
std::string unknownName(std::string_view word, std::string_view verdict, std::span<const std::string_view> names);

#endif

/// The names of a table's rows.
template <class Table> std::vector<std::string_view> namesOf(const Table& table) {
  std::vector<std::string_view> names;
  for (const auto& row : table) names.push_back(row.name);
  return names;
}

}  // namespace backprop
