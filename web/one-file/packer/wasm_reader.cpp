// Byte by byte, by the operands that each operation has.
#include "wasm_reader.hpp"

namespace backprop::packer {
namespace {

/// The kinds of an operation's operands: n is a number in LEB128, 1, 4, 8 and v are so many bytes (v: 16), t a table of
/// branches.
std::string_view operandsOf(std::uint32_t code) {
  const auto within = [code](std::uint32_t first, std::uint32_t last) { return code >= first && code <= last; };
  if (within(0x02, 0x04) || within(0x0c, 0x0d) || code == 0x10 || within(0x20, 0x26) || within(0x41, 0x42)) return "n";
  if (code == 0x0e) return "t";
  if (code == 0x11 || within(0x28, 0x3e)) return "nn";
  if (within(0x3f, 0x40)) return "1";
  if (code == 0x43) return "4";
  if (code == 0x44) return "8";
  if (code == 0x108) return "n1";
  if (code == 0x109) return "n";
  if (code == 0x10a) return "11";
  if (code == 0x10b) return "1";
  if (within(0x200, 0x20b) || within(0x25c, 0x25d)) return "nn";
  if (within(0x20c, 0x20d)) return "v";
  if (within(0x215, 0x222)) return "1";
  if (within(0x254, 0x25b)) return "nn1";
  return "";
}

}  // namespace

bool WasmReader::readNumber(std::uint8_t byte) {
  if (digits < 5) value |= (byte & 127U) << 7 * digits;
  ++digits;
  if (byte >= 128) return false;
  number = value;
  value = digits = 0;
  return true;
}

void WasmReader::begin(std::uint32_t operation) {
  code = operation & 1023;
  kinds = operandsOf(code);
  operand = 0;
  nextOperand();
}

void WasmReader::nextOperand() {
  if (operand < kinds.size()) {
    switch (kinds[operand++]) {
      case 'n':
        part = Part::number;
        break;
      case 't':
        part = Part::branch_count;
        break;
      case 'v':
        part = Part::bytes;
        raw = 16;
        break;
      default:
        part = Part::bytes;
        raw = static_cast<std::uint32_t>(kinds[operand - 1] - '0');
    }
    return;
  }
  operand = 0;
  earlierCodes = earlierCodes << 8 | codes >> 24;
  codes = codes << 8 | (code & 255);
  part = Part::code;
  if (at >= bodyEnd) part = --functions > 0 ? Part::body_size : Part::other_section;
}

void WasmReader::read(std::uint8_t byte) {
  ++at;
  switch (part) {
    case Part::header:
      if (at == 8) part = Part::section_id;
      break;
    case Part::section_id:
      code = byte;
      part = Part::section_size;
      break;
    case Part::section_size:
      if (!readNumber(byte)) break;
      sectionEnd = at + number;
      part = code == 10 ? Part::function_count : Part::other_section;
      break;
    case Part::other_section:
      break;
    case Part::function_count:
      if (!readNumber(byte)) break;
      functions = number;
      part = Part::body_size;
      break;
    case Part::body_size:
      if (!readNumber(byte)) break;
      bodyEnd = at + number;
      codes = earlierCodes = 0;
      part = Part::local_groups;
      break;
    case Part::local_groups:
      if (!readNumber(byte)) break;
      groups = number;
      part = groups > 0 ? Part::local_count : Part::code;
      break;
    case Part::local_count:
      if (readNumber(byte)) part = Part::local_type;
      break;
    case Part::local_type:
      part = --groups > 0 ? Part::local_count : Part::code;
      break;
    case Part::code:
      if (byte == 0xfd)
        part = Part::simd_code;
      else if (byte == 0xfc)
        part = Part::memory_code;
      else
        begin(byte);
      break;
    case Part::simd_code:
      if (readNumber(byte)) begin(0x200 + number);
      break;
    case Part::memory_code:
      if (readNumber(byte)) begin(0x100 + number);
      break;
    case Part::number:
      if (!readNumber(byte)) break;
      nextOperand();
      break;
    case Part::bytes:
      if (--raw == 0) nextOperand();
      break;
    case Part::branch_count:
      if (!readNumber(byte)) break;
      branches = number + 1;
      part = Part::branch;
      break;
    case Part::branch:
      if (readNumber(byte) && --branches == 0) nextOperand();
      break;
  }
  if (part == Part::other_section && at >= sectionEnd) part = Part::section_id;
}

}  // namespace backprop::packer
