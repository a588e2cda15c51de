// Formulas with numbers put in for names: `a · b` becomes `2 · (−3) = −6`.
#pragma once

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "backprop/numerals.hpp"
#include "backprop/text.hpp"

namespace backprop {

/// A number inside a formula: negative ones in parentheses.
inline std::string operand(double x) {
  return std::signbit(x) && !std::isnan(x) ? formatted("({})", shortNumber(x)) : shortNumber(x);
}

inline std::string withAsciiMinus(std::string text) {
  for (std::size_t at = text.find("−"); at != std::string::npos; at = text.find("−")) text.replace(at, 3, "-");
  return text;
}

/// Bytes that belong to a name: letters, digits, and all beyond ASCII that is a letter or a subscript in our formulas.
inline bool isNameByte(std::string_view text, std::size_t i) {
  const auto byte = static_cast<unsigned char>(text[i]);
  if (byte < 0x80) return std::isalnum(byte) || byte == '_';
  const auto startsWith = [&](std::string_view letter) { return text.substr(i).starts_with(letter); };
  if (byte < 0xC0) return i > 0 && isNameByte(text, i - 1);  // inside a character
  return startsWith("ȳ") || startsWith("Ȳ") || startsWith("ᵢ") || startsWith("σ");
}

using Numbers = std::vector<std::pair<std::string_view, double>>;

/// The formula with each name that has a number replaced by it.
inline std::string withNumbers(std::string_view formula, const Numbers& numbers) {
  std::string result;
  for (std::size_t i = 0; i < formula.size();) {
    std::size_t end = i;
    while (end < formula.size() && isNameByte(formula, end)) ++end;
    const bool isFunction = end < formula.size() && formula[end] == '(';  // clamp has inputs called min and max
    if (end == i) {
      result += formula[i++];
      continue;
    }
    const std::string_view name = formula.substr(i, end - i);
    const auto found = std::ranges::find(numbers, name, &Numbers::value_type::first);
    result += isFunction || found == numbers.end() ? std::string(name) : operand(found->second);
    i = end;
  }
  return result;
}

/// Whether `shortNumber` writes the number as it is.
inline bool isShort(double x) { return !std::isfinite(x) || numberOfNumeral(withAsciiMinus(shortNumber(x))) == x; }

/// The formula in numbers and its result; ≈ where a number had to be rounded to be written.
inline std::string equation(std::string_view formula, const Numbers& numbers, double result) {
  const bool exact = isShort(result) && std::ranges::all_of(numbers, isShort, &Numbers::value_type::second);
  return formatted("{}{}{}", withNumbers(formula, numbers), exact ? " = " : " ≈ ", shortNumber(result));
}

}  // namespace backprop
