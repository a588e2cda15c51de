// What a cell can say: a number, that its value is missing, or a text.
#pragma once

#include <string_view>

namespace backprop::csv {

/// Whether the cell is empty or one of the words for a missing value.
bool saysMissing(std::string_view text);

/// How a cell writes a number, if it does.
enum class Notation {
  none,     ///< it is no number
  whole,    ///< without a fraction, or with an exponent and no fraction
  point,    ///< 1.5
  comma,    ///< 1,5
  infinite  ///< inf, infinity or ∞, with or without a sign
};

/// `commas`: whether a comma may stand for the point.
Notation notationOf(std::string_view text, bool commas);

/// The double nearest to what the cell writes, whose notation is neither `none` nor `infinite`: 0 below the smallest
/// denormal, ±∞ beyond the largest double.
double numberIn(std::string_view text);

}  // namespace backprop::csv
