// Ranges of numbers, and their one sentence.
#include "backprop/argument.hpp"

#include <cmath>

#include "backprop/text.hpp"

namespace backprop {

bool NumberRange::contains(double x) const { return x >= min && x <= max && (!whole || x == std::floor(x)); }

Message advice(const NumberRange& range) {
  return formatted("{} from {} to {} would be right", range.whole ? "a whole number" : "a number", range.min,
                   range.max);
}

Status checkNumber(std::string_view place, double value, const NumberRange& range) {
  if (range.contains(value)) return okStatus();
  return errorAt(place, "{} is out of range; {}", value, advice(range));
}

Result<std::uint32_t> wholeNumber(std::string_view place, double value, std::uint32_t min, std::uint32_t max) {
  const Status status = checkNumber(place, value, {double(min), double(max), true});
  if (!status.ok()) return status.error();
  return static_cast<std::uint32_t>(value);
}

}  // namespace backprop
