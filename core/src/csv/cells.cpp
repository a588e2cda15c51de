// Numbers in cells: their grammar, and their value rounded correctly.
#include "csv/cells.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "backprop/numerals.hpp"

namespace backprop::csv {
namespace {

constexpr std::string_view unicodeMinus = "−";

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Whether `text` is `word` in any case; `word` is in lower case.
bool sameWord(std::string_view text, std::string_view word) {
  return std::ranges::equal(text, word,
                            [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; });
}

/// Without the spaces around it: those of a quoted cell are part of it, but not of its number.
std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

/// Removes a sign in front and tells whether it was a minus.
bool takeSign(std::string_view& text) {
  if (text.starts_with(unicodeMinus)) {
    text.remove_prefix(unicodeMinus.size());
    return true;
  }
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return false;
  const bool minus = text[0] == '-';
  text.remove_prefix(1);
  return minus;
}

std::size_t takeDigits(std::string_view& text) {
  const std::size_t before = text.size();
  while (!text.empty() && isDigit(text[0])) text.remove_prefix(1);
  return before - text.size();
}

/// m / 10^e where both fit exactly into doubles, so that one operation rounds correctly (Clinger, 1990); false says
/// otherwise. The library's function is right for all, but slow in WebAssembly.
bool shortNumber(std::string_view text, double& value) {
  static constexpr std::array<double, 16> powers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
  if (text.size() > 16) return false;  // 15 digits beside a point are exact, and 16 without one are rounded once
  std::uint64_t mantissa = 0;
  std::size_t fraction = 0;
  bool afterPoint = false;
  for (const char c : text) {
    if (isDigit(c)) {
      mantissa = 10 * mantissa + static_cast<std::uint64_t>(c - '0');
      fraction += afterPoint;
    } else if (c == '.' || c == ',') {
      afterPoint = true;
    } else {
      return false;
    }
  }
  value = static_cast<double>(mantissa) / powers[fraction];
  return true;
}

}  // namespace

bool saysMissing(std::string_view text) {
  const std::string_view word = trimmed(text);
  constexpr std::array<std::string_view, 6> words{"", "na", "n/a", "nan", "null", "?"};
  return word.size() <= 4 && std::ranges::any_of(words, [&](std::string_view w) { return sameWord(word, w); });
}

Notation notationOf(std::string_view text, bool commas) {
  text = trimmed(text);
  takeSign(text);
  if (sameWord(text, "inf") || sameWord(text, "infinity") || text == "∞") return Notation::infinite;
  Notation notation = Notation::whole;
  std::size_t digits = takeDigits(text);
  if (!text.empty() && (text[0] == '.' || (commas && text[0] == ','))) {
    notation = text[0] == '.' ? Notation::point : Notation::comma;
    text.remove_prefix(1);
    digits += takeDigits(text);
  }
  if (digits == 0) return Notation::none;
  if (!text.empty() && (text[0] == 'e' || text[0] == 'E')) {
    text.remove_prefix(1);
    if (!text.empty() && (text[0] == '+' || text[0] == '-')) text.remove_prefix(1);
    if (takeDigits(text) == 0) return Notation::none;
  }
  return text.empty() ? notation : Notation::none;
}

double numberIn(std::string_view text) {
  text = trimmed(text);
  const bool minus = takeSign(text);
  double value = 0;
  if (!shortNumber(text, value)) {
    std::string copy(text);
    std::ranges::replace(copy, ',', '.');
    value = numberOfNumeral(copy);
  }
  return minus ? -value : value;
}

}  // namespace backprop::csv
