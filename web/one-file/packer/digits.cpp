// Which contexts the pixels have: their place, the digit, and the pixels beside and above.
#include "digits.hpp"

#include "hashes.hpp"

namespace backprop::packer {

void DigitContexts::next(const std::uint8_t* seen, int at) {
  const int column = at % width, pixel = column - 1, x = pixel % side;
  const auto back = [&](int n) -> std::uint32_t { return n <= pixel ? seen[at - n] : 0; };
  const bool inRow = pixel >= 0;
  const std::uint32_t place = static_cast<std::uint32_t>(column), digit = inRow ? seen[at - column] : 255;
  const std::uint32_t left = x > 0 ? back(1) : 0, farLeft = x > 1 ? back(2) : 0;
  const std::uint32_t above = back(side), farAbove = back(2 * side);
  const std::uint32_t aboveLeft = x > 0 ? back(side + 1) : 0, aboveRight = x < side - 1 ? back(side - 1) : 0;

  int k = 0;
  hashes[k++] = mixed(0, place, digit);
  hashes[k++] = mixed(1, place, left, above);
  hashes[k++] = mixed(2, left, above, aboveLeft);
  hashes[k++] = mixed(3, left, above, aboveLeft, aboveRight);
  hashes[k++] = mixed(4, place, digit, left / 2 * 32 + above / 2);
  hashes[k++] = mixed(5, left / 2, above / 2, aboveRight / 2, mixed(aboveLeft / 2, farLeft / 2, farAbove / 2));
  hashes[k++] = mixed(6, place, digit, above / 4 * 8 + farAbove / 4);
  hashes[k++] = mixed(7, place, digit, left / 4, mixed(above / 4, aboveLeft / 4, aboveRight / 4));
  fine = place;
}

}  // namespace backprop::packer
