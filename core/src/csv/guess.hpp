// What a text does not say about itself: its encoding, its delimiter, and whether its first row is a header.
#pragma once

#include <optional>
#include <string_view>

#include "backprop/result.hpp"
#include "csv/records.hpp"

namespace backprop::csv {

inline constexpr std::string_view delimiters = ",;\t|";

/// `comma`, `semicolon`, `tab`, `pipe`.
std::string_view delimiterName(char delimiter);

/// The sentence for bytes that are no UTF-8 text at all: NUL bytes, or the mark of UTF-16.
std::optional<Error> encodingError(std::string_view text);

/// The line that holds the first byte which is no UTF-8; 0 if all are.
std::uint32_t lineOfStrayByte(std::string_view text);

/// The delimiter that cuts each of the first 100 records into equally many cells, more than one. Of several it is tab,
/// semicolon, pipe, comma, in this order: commas may be decimal. If there is none, the one that does so for most
/// records.
char guessDelimiter(std::string_view text);

/// Whether the first record looks like names: none of its cells is a number, or one is a text above numbers only, in
/// the first 100 records.
bool guessHeader(std::string_view text, char delimiter);

}  // namespace backprop::csv
