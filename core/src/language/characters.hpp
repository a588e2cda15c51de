// Characters of the language: UTF-8, and which code points may stand in a name.
#pragma once

#include <cstdint>
#include <string_view>

#include "backprop/format.hpp"

namespace backprop {

/// One character of a text: its code point and how many bytes it takes.
struct Character {
  std::uint32_t code = 0;
  std::uint32_t bytes = 0;  ///< 0 at the end of the text
  bool valid = true;        ///< false for a byte that is not UTF-8
};

/// The character that begins at byte `at`. Overlong forms, surrogates and cut sequences are one invalid byte each.
Character characterAt(std::string_view text, std::size_t at);

enum class CharacterKind : std::uint8_t { letter, digit, space, lineEnd, other };

/// What a code point is for the language. Everything outside ASCII that is not known as a space, a sign or an invisible
/// mark counts as a letter, so that names may be written in any script; subscript digits too, for w₁.
CharacterKind kindOf(std::uint32_t code);

/// Whether a code point is a control or another mark that leaves no ink.
bool isInvisible(std::uint32_t code);

/// The ASCII sign that a sign of mathematics stands for: `*` for × and ·, `-` for −, `/` for ÷; 0 for others.
char signFor(std::uint32_t code);

/// The digit that a superscript shows (2 for ²), or −1.
int superscriptDigit(std::uint32_t code);

/// A piece of a text for a message: in backquotes, shortened, control and invisible characters as U+XXXX.
#ifdef BACKPROP_EVALUATE
inline Message quoted(std::string_view) { return {}; }
#else
std::string quoted(std::string_view piece);
#endif

}  // namespace backprop
