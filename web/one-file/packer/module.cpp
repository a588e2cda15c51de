// Which contexts the bytes of a module have: the operations before, and what the operand is.
#include "module.hpp"

#include "hashes.hpp"

namespace backprop::packer {

void ModuleContexts::next(const std::uint8_t* seen, int at) {
  const auto back = [&](int n) -> std::uint32_t { return at >= n ? seen[at - n] : 0; };
  const std::uint32_t last = back(1), two = last | back(2) << 8, three = two | back(3) << 16;
  if (at > 0) {
    reader.read(seen[at - 1]);
    afterOne[back(2)] = afterOne[back(2)] << 8 | last;
    afterTwo[back(2) | back(3) << 8] = afterTwo[back(2) | back(3) << 8] << 8 | last;
  }
  const std::uint32_t place = reader.place(), codes = reader.codes;

  int k = 0;
  hashes[k++] = place;
  hashes[k++] = mixed(1, place, codes);
  hashes[k++] = mixed(2, place, codes, reader.earlierCodes);
  hashes[k++] = mixed(3, place, codes, three);
  hashes[k++] = mixed(4, place, codes & 0xff, last);
  hashes[k++] = mixed(5, place, codes & 0xff, back(2) | back(3) << 8);
  hashes[k++] = mixed(6, last, afterOne[last] & 0xffffff);
  hashes[k++] = mixed(7, two, afterTwo[two] & 0xffff);
  coarse = situation();
  fine = reader.part == WasmReader::Part::code ? codes & 0xff : reader.code & 0xff;
}

std::uint32_t ModuleContexts::situation() const {
  switch (reader.part) {
    case WasmReader::Part::code:
      return 0;
    case WasmReader::Part::number:
      return 1 + (reader.digits < 2 ? reader.digits : 2);
    case WasmReader::Part::other_section:
      return 4;
    default:
      return 5;
  }
}

}  // namespace backprop::packer
