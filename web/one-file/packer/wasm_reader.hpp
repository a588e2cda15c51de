// Follows a WebAssembly module byte by byte and knows what comes next: an operation's code, or which of its operands.
// After the specification's binary format, 1.0 with SIMD and bulk memory.
#pragma once

#include <cstdint>
#include <string_view>

#include "hashes.hpp"

namespace backprop::packer {

/// Of what it does not know it goes on reading as if it were operations: that would pack worse, and no more.
class WasmReader {
 public:
  enum class Part : std::uint8_t {
    header,
    section_id,
    section_size,
    other_section,
    function_count,
    body_size,
    local_groups,
    local_count,
    local_type,
    code,         ///< an operation's
    simd_code,    ///< behind the prefix 0xfd
    memory_code,  ///< behind 0xfc
    number,       ///< LEB128: an index, an offset, a constant
    bytes,        ///< of a constant, or a lane
    branch_count,
    branch,
  };

  void read(std::uint8_t byte);

  /// Which byte of what comes next; two with the same place mean the same.
  std::uint32_t place() const {
    const std::uint32_t of = part == Part::code ? 0 : code;
    return mixed(static_cast<std::uint32_t>(part), of, operand * 256 + raw * 8 + digits, value);
  }

  Part part = Part::header;
  std::uint32_t code = 0;                     ///< of the operation; 0x1__ and 0x2__ behind a prefix
  std::uint32_t codes = 0, earlierCodes = 0;  ///< the last bytes of the last four, and of the four before
  std::uint32_t digits = 0;                   ///< how many bytes of a number are read

 private:
  bool readNumber(std::uint8_t byte);
  void begin(std::uint32_t operation);
  void nextOperand();

  std::string_view kinds;     ///< of the operation's operands: n numbers, letters for other ones
  std::uint32_t operand = 0;  ///< how many of them are begun
  std::uint32_t raw = 0;      ///< how many bytes are still to come
  std::uint32_t value = 0;    ///< of the number so far
  std::uint32_t number = 0;   ///< the last whole one
  std::uint32_t at = 0;       ///< in the module
  std::uint32_t sectionEnd = 0, bodyEnd = 0, functions = 0, groups = 0, branches = 0;
};

}  // namespace backprop::packer
