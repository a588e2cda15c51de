// By the C library. Not by std::to_chars, which in libc++ brings large tables, nor by std::from_chars, which libc++ 19
// does not have for floating point.
#include "backprop/numerals.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>

namespace backprop {

std::string inDigits(double x, int digits) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.*g", digits, x);
  return buffer.data();
}

double numberOfNumeral(const std::string& numeral) { return std::strtod(numeral.c_str(), nullptr); }

}  // namespace backprop
