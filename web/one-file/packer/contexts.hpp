// What a kind of content takes for the contexts of a byte.
#pragma once

#include <cstdint>

namespace backprop::packer {

/// Its hashes are of what it takes for contexts, which the counters tell apart by them.
class Contexts {
 public:
  static constexpr int count = 8;

  /// The byte at `at` comes next, behind all that were seen.
  virtual void next(const std::uint8_t* seen, int at) = 0;

  std::uint32_t hashes[count] = {};  ///< of each: what it was, as a number
  std::uint32_t coarse = 0;  ///< the situation for the weights that also know the bits of the byte so far: below 8
  std::uint32_t fine = 0;    ///< and for those that know how many: below 256

 protected:
  ~Contexts() = default;
};

}  // namespace backprop::packer
