// Pieces of a text as messages show them.
#include <string>

#include "language/characters.hpp"

namespace backprop {
namespace {

std::string codeName(std::uint32_t code) {
  std::string text = "U+";
  for (int shift = code > 0xFFFF ? (code > 0xFFFFF ? 20 : 16) : 12; shift >= 0; shift -= 4)
    text += "0123456789ABCDEF"[code >> shift & 15];
  return text;
}

}  // namespace

std::string quoted(std::string_view piece) {
  constexpr int most = 40;
  std::string text = "`";
  int shown = 0;
  for (std::size_t at = 0; at < piece.size();) {
    if (shown++ == most) {
      text += "…";
      break;
    }
    const Character c = characterAt(piece, at);
    if (!c.valid || isInvisible(c.code))
      text += codeName(c.code);
    else
      text += piece.substr(at, c.bytes);
    at += c.bytes;
  }
  return text += "`";
}

}  // namespace backprop
