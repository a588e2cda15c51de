// What a number that a caller gives may be, and the sentence for one that is not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "backprop/result.hpp"

namespace backprop {

/// The numbers from `min` to `max`, both included; `whole` leaves only the whole ones.
struct NumberRange {
  double min = 0;
  double max = 0;
  bool whole = false;

  /// NaN is in no range.
  bool contains(double x) const;
};

/// `a whole number from 1 to 1024 would be right`.
Message advice(const NumberRange& range);

/// Whether `value` is in the range, or `[place] 11 is out of range; a number from 0 to 10 would be right`.
Status checkNumber(std::string_view place, double value, const NumberRange& range);

/// `value` as a whole number between `min` and `max`, both included, or what is wrong with it. `place` names the
/// argument.
Result<std::uint32_t> wholeNumber(std::string_view place, double value, std::uint32_t min, std::uint32_t max);

}  // namespace backprop
