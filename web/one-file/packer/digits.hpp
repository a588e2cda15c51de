// Contexts of the table of handwritten digits: rows of the digit itself and its 8 × 8 pixels.
#pragma once

#include <cstdint>

#include "contexts.hpp"

namespace backprop::packer {

class DigitContexts final : public Contexts {
  static constexpr int side = 8;
  static constexpr int width = 1 + side * side;

 public:
  void next(const std::uint8_t* seen, int at) override;
};

}  // namespace backprop::packer
