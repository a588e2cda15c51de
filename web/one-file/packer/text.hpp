// Contexts of programs and pages.
#pragma once

#include <array>
#include <cstdint>

#include "contexts.hpp"

namespace backprop::packer {

class TextContexts final : public Contexts {
 public:
  void next(const std::uint8_t* seen, int at) override;

 private:
  void read(std::uint32_t c, std::uint32_t before);

  std::uint32_t word = 0, previous = 0;        ///< hashes of the letters so far, and of the word before
  std::uint32_t marks = 0;                     ///< the last four characters that are of no word
  std::array<std::uint32_t, 256> afterOne{};   ///< what followed a byte the last four times
  std::array<std::uint32_t, 4096> brackets{};  ///< of each that is open: a hash of it and the word before it
  std::size_t depth = 0;
};

}  // namespace backprop::packer
