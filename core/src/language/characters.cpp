// UTF-8, and the classes of characters that the language tells apart.
#include "language/characters.hpp"

#include <algorithm>
#include <array>

namespace backprop {
namespace {

struct Range {
  std::uint32_t first, last;
  constexpr bool contains(std::uint32_t code) const { return code >= first && code <= last; }
};

template <std::size_t n> bool isIn(const std::array<Range, n>& ranges, std::uint32_t code) {
  return std::ranges::any_of(ranges, [code](Range range) { return range.contains(code); });
}

constexpr std::array<Range, 7> spaces{
    {{0x09, 0x09}, {0x0B, 0x0C}, {0x20, 0x20}, {0xA0, 0xA0}, {0x2000, 0x200A}, {0x202F, 0x202F}, {0x3000, 0x3000}}};

// Shown by nothing, or changing how what follows is shown.
constexpr std::array<Range, 9> invisible{{{0x00, 0x1F},
                                          {0x7F, 0x9F},
                                          {0xAD, 0xAD},
                                          {0x200B, 0x200F},
                                          {0x2028, 0x202E},
                                          {0x2060, 0x206F},
                                          {0xFE00, 0xFE0F},
                                          {0xFEFF, 0xFEFF},
                                          {0xE0000, 0xE0FFF}}};

// Punctuation, signs of mathematics, arrows, pictures and private characters.
constexpr std::array<Range, 19> signs{{{0xA1, 0xA9},
                                       {0xAB, 0xB4},
                                       {0xB6, 0xB9},
                                       {0xBB, 0xBF},
                                       {0xD7, 0xD7},
                                       {0xF7, 0xF7},
                                       {0x1680, 0x1680},
                                       {0x2010, 0x205F},
                                       {0x2070, 0x207F},
                                       {0x208A, 0x208E},
                                       {0x20A0, 0x20CF},
                                       {0x2190, 0x2BFF},
                                       {0x2E00, 0x2E7F},
                                       {0x3001, 0x3004},
                                       {0x3008, 0x3020},
                                       {0xD800, 0xF8FF},
                                       {0xFF01, 0xFF0F},
                                       {0xFF1A, 0xFF20},
                                       {0x1F000, 0x1FAFF}}};

bool isAsciiLetter(std::uint32_t code) { return (code | 0x20) >= 'a' && (code | 0x20) <= 'z'; }

}  // namespace

Character characterAt(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {0, 0, true};
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])) : 0;
  };
  const std::uint32_t first = byte(0);
  if (first < 0x80) return {first, 1, true};
  const std::uint32_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4) return {first, 1, false};
  std::uint32_t code = first & (0x7Fu >> length);
  for (std::uint32_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return {first, 1, false};
    code = code << 6 | (byte(i) & 0x3F);
  }
  constexpr std::array<std::uint32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  if (code < least[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {first, 1, false};
  return {code, length, true};
}

CharacterKind kindOf(std::uint32_t code) {
  using enum CharacterKind;
  if (code >= '0' && code <= '9') return digit;
  if (isAsciiLetter(code) || code == '_') return letter;
  if (code == '\n' || code == '\r' || code == 0x85 || code == 0x2028 || code == 0x2029) return lineEnd;
  if (isIn(spaces, code)) return space;
  if (code < 0x80 || isIn(invisible, code) || isIn(signs, code)) return other;
  return letter;
}

bool isInvisible(std::uint32_t code) { return isIn(invisible, code); }

char signFor(std::uint32_t code) {
  switch (code) {
    case 0xD7:
    case 0xB7:
    case 0x22C5:
    case 0x2217:
    case 0x2715:
      return '*';
    case 0x2212:
      return '-';
    case 0xF7:
    case 0x2215:
      return '/';
    default:
      return 0;
  }
}

int superscriptDigit(std::uint32_t code) {
  if (code == 0xB9) return 1;
  if (code == 0xB2 || code == 0xB3) return static_cast<int>(code - 0xB0);
  return code == 0x2070 || (code >= 0x2074 && code <= 0x2079) ? static_cast<int>(code - 0x2070) : -1;
}

}  // namespace backprop
