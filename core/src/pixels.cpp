// Bytes to pictures with a class each.
#include "backprop/pixels.hpp"

#include <algorithm>
#include <string>

#include "backprop/csv.hpp"

namespace backprop {

Result<Dataset> digitsFromBytes(std::string_view bytes, std::uint32_t width, std::uint32_t height, std::uint32_t most) {
  const std::uint64_t pixels = std::uint64_t{width} * height;
  if (pixels == 0 || pixels > maxCsvColumns)
    return errorAt("pictures", std::to_string(width) + " × " + std::to_string(height) + " pixels; from 1 to " +
                                   std::to_string(maxCsvColumns) + " in all would be right");
  if (bytes.empty() || bytes.size() % (pixels + 1) != 0)
    return errorAt("pictures", std::to_string(bytes.size()) + " bytes; a multiple of " + std::to_string(pixels + 1) +
                                   " would be right: the pixels of a picture and its class");
  const std::uint64_t rows = std::min<std::uint64_t>(most, bytes.size() / (pixels + 1));
  if (rows == 0 || rows * pixels > maxCsvCells)
    return errorAt("pictures", std::to_string(rows) + " pictures; from 1 to " + std::to_string(maxCsvCells / pixels) +
                                   " would be right");
  Dataset data;
  data.outputs = {"digit"};
  for (std::uint64_t p = 0; p < pixels; ++p) data.inputs.push_back("p" + std::to_string(p));
  for (int digit = 0; digit < 10; ++digit) data.classes.push_back(std::to_string(digit));
  data.x.reserve(rows * pixels);
  data.y.reserve(rows);
  for (std::uint64_t row = 0; row < rows; ++row) {
    const std::string_view picture = bytes.substr(row * (pixels + 1), pixels + 1);
    for (const char byte : picture.substr(0, pixels)) data.x.push_back(static_cast<unsigned char>(byte) / 255.0);
    const unsigned digit = static_cast<unsigned char>(picture.back());
    if (digit > 9)
      return errorAt("picture " + std::to_string(row + 1),
                     "class " + std::to_string(digit) + "; a digit from 0 to 9 would be right");
    data.y.push_back(digit);
  }
  return data;
}

}  // namespace backprop
