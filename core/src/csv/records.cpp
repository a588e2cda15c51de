// The reader of records: RFC 4180 with spaces around cells allowed.
#include "csv/records.hpp"

#include "backprop/csv.hpp"
#include "csv/words.hpp"

namespace backprop::csv {

std::string_view Cell::text(std::string& buffer) const {
  if (!doubled) return raw;
  buffer.clear();
  for (std::size_t i = 0; i < raw.size(); ++i) {
    buffer += raw[i];
    if (raw[i] == '"') ++i;
  }
  return buffer;
}

void RecordReader::skipSpaces() {
  while (at_ < text_.size() && (text_[at_] == ' ' || (text_[at_] == '\t' && delimiter_ != '\t'))) ++at_;
}

bool RecordReader::atCellEnd() const { return at_ == text_.size() || text_[at_] == delimiter_ || atLineEnd(); }

void RecordReader::passLineEnd() {
  at_ += text_.substr(at_, 2) == "\r\n" ? 2 : 1;
  ++line_;
}

bool RecordReader::readQuoted(Cell& cell) {
  const std::uint32_t openedOn = line_;
  const std::size_t begin = ++at_;
  while (at_ < text_.size()) {
    if (text_[at_] == '"') {
      if (text_.substr(at_ + 1, 1) != "\"") break;
      cell.doubled = true;
      at_ += 2;
    } else if (atLineEnd()) {
      passLineEnd();
    } else {
      ++at_;
    }
  }
  if (at_ == text_.size()) {
    error_ = errorAt(lineName(openedOn), "the quote before " + quoted(text_.substr(begin), 20) +
                                             " is not closed before the text ends; a quote at the end of its cell "
                                             "would be right");
    return false;
  }
  cell.quoted = true;
  cell.raw = text_.substr(begin, at_ - begin);
  ++at_;
  skipSpaces();
  if (atCellEnd()) return true;
  error_ = errorAt(lineName(line_), quoted(text_.substr(at_), 20) +
                                        " follows a closing quote; a delimiter or the end of the line would be right, "
                                        "or two quotes for one inside the cell");
  return false;
}

bool RecordReader::readCell(Cell& cell) {
  skipSpaces();
  if (at_ < text_.size() && text_[at_] == '"') return readQuoted(cell);
  const std::size_t begin = at_;
  while (!atCellEnd()) ++at_;
  cell.raw = text_.substr(begin, at_ - begin);
  while (!cell.raw.empty() && (cell.raw.back() == ' ' || cell.raw.back() == '\t')) cell.raw.remove_suffix(1);
  return true;
}

bool RecordReader::next(std::vector<Cell>& cells) {
  while (!error_ && at_ < text_.size()) {
    cells.clear();
    recordLine_ = line_;
    for (bool more = true; more;) {
      if (cells.size() == maxCsvColumns) {
        error_ = errorAt(lineName(recordLine_),
                         "more than " + std::to_string(maxCsvColumns) + " cells; at most so many would be right");
        return false;
      }
      if (!readCell(cells.emplace_back())) return false;
      more = at_ < text_.size() && text_[at_] == delimiter_;
      if (more) ++at_;
    }
    if (atLineEnd()) passLineEnd();
    const bool blank = cells.size() == 1 && cells[0].raw.empty() && !cells[0].quoted;
    if (!blank) return true;
  }
  return false;
}

}  // namespace backprop::csv
