// Pictures as data: one byte per pixel, as mnist.bin holds them.
#pragma once

#include <cstdint>
#include <string_view>

#include "backprop/dataset.hpp"
#include "backprop/result.hpp"

namespace backprop {

/// Rows of width · height bytes and one more, which is the number of the row's class: `wasm/data/mnist.bin`, unpacked.
/// The first `most` rows, or all if there are fewer, become a classification into the digits 0 to 9; x is byte / 255,
/// with the inputs `p0`, `p1`, … line by line from the top left. At most 8,000,000 pixels are taken.
Result<Dataset> digitsFromBytes(std::string_view bytes, std::uint32_t width, std::uint32_t height, std::uint32_t most);

}  // namespace backprop
