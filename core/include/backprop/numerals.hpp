// Numbers as decimal numerals and back, by the C library. The WebAssembly module has JavaScript do it (wasm/bindings/
// numerals.cpp), as the library's code for it would be a tenth of a small one.
#pragma once

#include <string>

namespace backprop {

/// A finite number in `digits` significant digits, at most 17, as printf's %g writes it: `0.1`, `1.5e-07`.
std::string inDigits(double x, int digits);

/// The number nearest to a numeral such as `2`, `.5` or `1e-3`; infinite where there is none so large.
double numberOfNumeral(const std::string& numeral);

}  // namespace backprop
