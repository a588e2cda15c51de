// Reading tables of comma-separated values: lines, cells and quotes.
#include "backprop/csv.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "backprop/random.hpp"

#include "csv_reading.hpp"

namespace backprop {
namespace {

using namespace std::literals;
using namespace test;

TEST_CASE("the same two rows are read from every line end, delimiter and with a mark in front") {
  for (const char* text : {
           "x,y\n1,2\n3,4\n",
           "x,y\n1,2\n3,4",
           "x,y\r\n1,2\r\n3,4\r\n",
           "x,y\r1,2\r3,4\r",    // csv-014
           "x,y\n1,2\r\n3,4\r",  // mixed
           "\xEF\xBB\xBFx,y\n1,2\n3,4\n",
           "x;y\n1;2\n3;4\n",
           "x\ty\n1\t2\n3\t4\n",
           "x|y\n1|2\n3|4\n",
           "x , y\n 1,2\t\n3, 4  \n",
           "\n\nx,y\n\n1,2\n  \n3,4\n\n",
           "\"x\",\"y\"\n\"1\",\"2\"\n\"3\" , \"4\"\n",
       }) {
    const CsvTable table = read(text);
    CAPTURE(text);
    CHECK(namesIn(table) == Names{"x", "y"});
    REQUIRE(table.rows() == 2);
    CHECK(table.columns[0].numbers == Numbers{1, 3});
    CHECK(table.columns[1].numbers == Numbers{2, 4});
    CHECK(table.warnings.empty());
  }
}

TEST_CASE("the line of each row is that on which it begins, whatever ends the lines") {
  CHECK(read("x,t\r\n1,a\r\n\r\n2,\"b\r\nb\"\r\n3,c").lines == std::vector<std::uint32_t>{2, 4, 6});
  CHECK(read("x,t\n1,a\r2,\"b\n\rb\"\n3,c").lines == std::vector<std::uint32_t>{2, 3, 6});
}

TEST_CASE("a delimiter under which a quote is wrong is not chosen") {
  CHECK(namesIn(read("a;b,c\n\"x;y\",z\n\"p;q\",r\n")) == Names{"a;b", "c"});
}

TEST_CASE("a row with too few or too many cells is named, and the others counted") {
  CHECK(errorOf("x,y\n1,2\n3\n4,5,6\n") ==
        "[line 3] a row of 1 cell, the first of 2 that do not fit; 2 would be right, as in the header (delimiter: "
        "comma)");
  CHECK(errorOf("1,2\n3,4,5\n") ==
        "[line 2] a row of 3 cells; 2 would be right, as in the first row (delimiter: comma)");
}

TEST_CASE("quotes that do not end, and what follows those that do, are named with their line") {
  CHECK(errorOf("x,y\n1,2\n3,\"four\n5,6\n") ==
        "[line 3] the quote before 'four⏎5,6⏎' is not closed before the text ends; a quote at the end of its cell "
        "would be right");
  CHECK(errorOf("x,y\n1,\"2\"3\n").starts_with("[line 2] '3⏎' follows a closing quote; "));
  CHECK(errorOf("\"").starts_with("[line 1] "));
  CHECK(errorOf(std::string(10'000, '"') + "x").size() < 250);
}

TEST_CASE("a quote inside a cell that does not begin with one is a character like others") {
  CHECK(textsOf(read("size,n\n5\" pipe,1\n6\",2\n").columns[0]) == Names{"5\" pipe", "6\""});
  CHECK(textsOf(read("t,n\n\"\"\"a\"\"\",1\n\"\",2\n").columns[0]) == Names{"\"a\"", "-"});
}

TEST_CASE("nothing, blank lines and a header alone are errors") {
  CHECK(errorOf("") == "[csv] the text is empty; a row or more would be right");
  CHECK(errorOf("\xEF\xBB\xBF\n \r\n\n") == "[csv] the text is empty; a row or more would be right");
  CHECK(errorOf("x,y\n") == "[csv] the text has a header and no rows; one row or more would be right");
  CHECK(read("x,y\n", {.header = false}).rows() == 1);
  CHECK(read("x\n\"\"\n\n1\n").rows() == 2);  // an empty cell in quotes is a row, an empty line is none
}

TEST_CASE("a message is one line, whatever it quotes") {
  CHECK(read("\"a\nb\t\x01\",c\n1,2\nx,3\n").warnings[0].starts_with("column 'a⏎b⇥�' has numbers in 1 cells"));
  CHECK(errorOf("x,y\n1,\"2\r\n").find('\n') == std::string::npos);
}

TEST_CASE("bytes that are no UTF-8 are said with their line; what is UTF-8 is not") {
  for (const auto bytes :
       {"\xE9"sv, "\xC3"sv, "\xC0\x80"sv, "\xED\xA0\x80"sv, "\xF5\x80\x80\x80"sv, "\xE2\x82"sv, "\x80"sv})
    CHECK(read("x,y\n1,a\n2,"s + std::string(bytes) + "\n").warnings ==
          Names{"line 3 holds bytes that are no UTF-8; letters of names may look wrong"});
  CHECK(read("größe,名\n1,🙂\n").warnings.empty());
}

std::string quotedCell(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? "\"\""s : std::string(1, c);
  return cell + "\"";
}

// The plain model is the writer: what it writes, the reader must give back, with any delimiter and line end.
TEST_CASE("random cells, in quotes where they need them and sometimes where not, are read back as they were") {
  constexpr std::string_view signs = "ab\",;\t|\r\n \xC3\xA9";
  Random random(6);
  for (int round = 0; round < 600; ++round) {
    const std::uint32_t rows = 1 + random.below(6), columns = 1 + random.below(4);
    const char delimiter = ",;\t|"[random.below(4)];
    const std::string needQuotes = "\r\n \t"s + delimiter;
    std::vector<Names> expected(columns);
    std::string text;
    for (std::uint32_t row = 0; row < rows; ++row)
      for (std::uint32_t c = 0; c < columns; ++c) {
        std::string cell = "t";  // never one of the words for missing
        for (std::uint32_t i = random.below(8); i > 0; --i)
          cell += signs[random.below(static_cast<std::uint32_t>(signs.size()))];
        expected[c].push_back(cell);
        const bool quotes = cell.find_first_of(needQuotes) != std::string::npos || random.below(2) == 0;
        text += quotes ? quotedCell(cell) : cell;
        text += c + 1 < columns ? std::string(1, delimiter)
                                : std::array{"\n", "\r\n", "\r", "\n\n"}[static_cast<std::size_t>(round) % 4];
      }
    const CsvTable table = read(text, {.delimiter = delimiter, .header = false});
    CAPTURE(text);
    REQUIRE(table.columns.size() == columns);
    for (std::uint32_t c = 0; c < columns; ++c) CHECK(textsOf(table.columns[c]) == expected[c]);
  }
}

}  // namespace
}  // namespace backprop
