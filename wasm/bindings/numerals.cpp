// Numerals by JavaScript, in the place of core/src/numerals.cpp: to the same digits.
#include "backprop/numerals.hpp"

#include <emscripten/em_js.h>

// clang-format off
EM_JS(int, jsInDigits, (double x, int count, char* to), {
  const [exact, exactPower] = Math.abs(x).toExponential(100).split('e');
  let [mantissa, power] = Math.abs(x).toExponential(count - 1).split('e');
  let digits = mantissa.replace('.', "");
  const all = exact.replace('.', "");
  /* Half way between two numerals JavaScript takes the larger one, and printf the even one. */
  if (all[count - 1] % 2 == 0 && all[count] == 5 && +all.slice(count + 1) == 0) [digits, power] = [all.slice(0, count), exactPower];
  while (digits.endsWith('0')) digits = digits.slice(0, -1);
  let text;
  if (power < -4 || power >= count) text = digits[0] + (digits[1] ? '.' + digits.slice(1) : "") + 'e' + power[0] + power.slice(1).padStart(2, '0');
  else if (power < 0) text = '0.'.padEnd(1 - power, '0') + digits;
  else {
    const whole = +power + 1;
    text = digits.slice(0, whole).padEnd(whole, '0') + (digits[whole] ? '.' + digits.slice(whole) : "");
  }
  if (x < 0) text = '-' + text;
  for (let i = 0; i < text.length; i++) HEAPU8[to + i] = text.charCodeAt(i);
  return text.length;
});
// Digit by digit: as arguments of one call, those of a long numeral would overflow a worker's stack.
EM_JS(double, jsNumberOf, (const char* text, int size), {
  let numeral = "";
  for (let i = text; i < text + size; i++) numeral += String.fromCharCode(HEAPU8[i]);
  return +numeral;
});
// clang-format on

namespace backprop {

std::string inDigits(double x, int digits) {
  std::string text(32, ' ');
  text.resize(static_cast<std::size_t>(jsInDigits(x, digits, text.data())));
  return text;
}

double numberOfNumeral(const std::string& numeral) {
  return jsNumberOf(numeral.data(), static_cast<int>(numeral.size()));
}

}  // namespace backprop
