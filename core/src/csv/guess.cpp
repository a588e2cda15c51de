// Guesses from the first records and bytes of a text.
#include "csv/guess.hpp"

#include <algorithm>
#include <string>

#include "csv/cells.hpp"
#include "csv/words.hpp"

namespace backprop::csv {
namespace {

constexpr std::uint32_t sampledRecords = 100;

struct Fit {
  std::uint32_t records = 0;
  std::uint32_t alike = 0;  // records with as many cells as the first; 0 if that has one only
};

Fit fitOf(std::string_view text, char delimiter) {
  RecordReader reader(text, delimiter);
  std::vector<Cell> cells;
  Fit fit;
  std::size_t columns = 0;
  while (fit.records < sampledRecords && reader.next(cells)) {
    if (fit.records++ == 0) columns = cells.size();
    fit.alike += columns > 1 && cells.size() == columns;
  }
  if (reader.error()) fit.alike = 0;
  return fit;
}

std::uint32_t lineAt(std::string_view text, std::size_t position) {
  std::uint32_t line = 1;
  for (std::size_t i = 0; i < position; ++i)
    line += text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n");
  return line;
}

/// Bytes of the UTF-8 character that begins at `at`; 0 if none does.
std::size_t characterLength(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(at + i < text.size() ? text[at + i] : 0); };
  const unsigned char first = byte(0), second = byte(1);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xC2 && first < 0xE0   ? 2
                             : first >= 0xE0 && first < 0xF0 ? 3
                             : first >= 0xF0 && first < 0xF5 ? 4
                                                             : 0;
  // Longer forms than needed, halves of surrogate pairs, and what lies beyond the last character.
  if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
  if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  return length;
}

}  // namespace

std::string_view delimiterName(char delimiter) {
  return delimiter == ',' ? "comma" : delimiter == ';' ? "semicolon" : delimiter == '\t' ? "tab" : "pipe";
}

std::optional<Error> encodingError(std::string_view text) {
  const bool marked = text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff");
  const std::size_t at = marked ? 0 : text.find('\0');
  if (at == std::string_view::npos) return std::nullopt;
  return errorAt(lineName(lineAt(text, at)), std::string(marked ? "the text begins with the mark of UTF-16"
                                                                : "holds a NUL byte; the text looks like UTF-16") +
                                                 "; the same text saved as UTF-8 would be right");
}

std::uint32_t lineOfStrayByte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = characterLength(text, at);
    if (length == 0) return lineAt(text, at);
    at += length;
  }
  return 0;
}

char guessDelimiter(std::string_view text) {
  constexpr std::string_view byPreference = "\t;|,";
  char best = ',';
  double most = 0;
  for (const char delimiter : byPreference) {
    const Fit fit = fitOf(text, delimiter);
    if (fit.alike > 0 && fit.alike == fit.records) return delimiter;
    const double share = fit.records == 0 ? 0 : double(fit.alike) / fit.records;
    if (share > most || (share == most && delimiter == ',')) {  // of equals that all fail, the usual one
      most = share;
      best = delimiter;
    }
  }
  return best;
}

bool guessHeader(std::string_view text, char delimiter) {
  enum : unsigned char { nothing = 0, word = 1, number = 2 };  // what a column has been seen to hold
  const auto kindOf = [&](const Cell& cell) -> unsigned char {
    std::string buffer;
    const std::string_view says = cell.text(buffer);
    if (saysMissing(says)) return nothing;
    return notationOf(says, delimiter == ';') == Notation::none ? word : number;
  };
  RecordReader reader(text, delimiter);
  std::vector<Cell> cells;
  if (!reader.next(cells)) return true;
  std::vector<unsigned char> first, below(cells.size(), nothing);
  for (const Cell& cell : cells) first.push_back(kindOf(cell));
  if (std::ranges::find(first, number) == first.end()) return true;
  for (std::uint32_t record = 1; record < sampledRecords && reader.next(cells); ++record)
    for (std::size_t c = 0; c < std::min(cells.size(), below.size()); ++c) below[c] |= kindOf(cells[c]);
  for (std::size_t c = 0; c < first.size(); ++c)
    if (first[c] == word && below[c] == number) return true;
  return false;
}

}  // namespace backprop::csv
