// Cuts a text into records of cells, one at a time and without copying it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backprop/result.hpp"

namespace backprop::csv {

/// A cell as it stands in the text, without the spaces and quotes around it.
struct Cell {
  std::string_view raw;
  bool quoted = false;
  bool doubled = false;  ///< holds `""`, which means one quote

  /// What the cell says: `raw` with its doubled quotes made single, for which `buffer` may be needed.
  std::string_view text(std::string& buffer) const;
};

class RecordReader {
 public:
  RecordReader(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  /// Puts the cells of the next record into `cells`, passing over blank lines; false at the end and at an error.
  bool next(std::vector<Cell>& cells);

  /// The line on which the last record began, from 1.
  std::uint32_t line() const { return recordLine_; }

  const std::optional<Error>& error() const { return error_; }

 private:
  bool readCell(Cell& cell);
  bool readQuoted(Cell& cell);
  void skipSpaces();
  bool atCellEnd() const;
  bool atLineEnd() const { return at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r'); }
  void passLineEnd();

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  std::uint32_t recordLine_ = 1;
  std::optional<Error> error_;
};

}  // namespace backprop::csv
