// Reading tables of comma-separated values: the format, what is guessed, and what is said about it.
#include "backprop/csv.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
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
}

TEST_CASE("missing values have six spellings in any case; each is counted") {
  const CsvTable table = read("a,b\n1,u\n,\nNA,na\nN/A,n/a\nnan,NaN\nnull,NULL\n?,?\n\"\",\" \"\n2,v\n");
  CHECK(table.columns[0].kind == ColumnKind::number);
  CHECK(table.columns[0].missing == 7);
  CHECK(table.columns[1].kind == ColumnKind::category);
  CHECK(table.columns[1].missing == 7);
  CHECK(textsOf(table.columns[1]) == Names{"u", "-", "-", "-", "-", "-", "-", "-", "v"});
  CHECK(table.columns[0].isMissing(1));
  CHECK_FALSE(table.columns[0].isMissing(8));
  CHECK(read("a,b\nnone,nah\n", {.header = true}).columns[0].missing == 0);
}

TEST_CASE("numbers are read as C++ reads them, to the last bit") {
  struct Row {
    const char* text;
    double value;
  };
  for (const auto& row : {
           Row{"0", 0.0},
           Row{"-0", -0.0},
           Row{"+7", 7},
           Row{"−7", -7},  // the minus that our own messages print
           Row{".5", .5},
           Row{"5.", 5},
           Row{"1e3", 1e3},
           Row{"1E-3", 1e-3},
           Row{"0.1", 0.1},
           Row{"123456789012345", 123456789012345},
           Row{"0.3", 0.3},
           Row{"9007199254740993", 9007199254740993.0},
           Row{"0.12345678901234567890", 0.12345678901234567890},
           Row{"1.7976931348623157e308", 1.7976931348623157e308},
           Row{"2.2250738585072011e-308", 2.2250738585072011e-308},
           Row{"\" 42 \"", 42},
       }) {
    const CsvTable table = read("x\n"s + row.text + "\n");
    CAPTURE(row.text);
    REQUIRE(table.columns[0].kind == ColumnKind::number);
    CHECK(table.columns[0].numbers[0] == row.value);
    CHECK(std::signbit(table.columns[0].numbers[0]) == std::signbit(row.value));
  }
}

TEST_CASE("random numbers of every length are read to the last bit") {
  Random random(5);
  std::string text = "x\n";
  Numbers expected;
  for (int i = 0; i < 3000; ++i) {
    std::string number = std::to_string(random.below(1'000'000'000));
    for (std::uint32_t more = random.below(3); more > 0; --more) number += std::to_string(random.bits());
    number.insert(random.below(static_cast<std::uint32_t>(number.size()) + 1), ".");
    if (random.below(4) == 0) number += "e-" + std::to_string(random.below(330));
    expected.push_back(std::strtod(number.c_str(), nullptr));
    text += number + "\n";
  }
  CHECK(read(text).columns[0].numbers == expected);
}

TEST_CASE("what only looks like a number is a text") {
  for (const char* text :
       {"0x10", "1e", "e5", ".", "-", "+-1", "1 2", "1_000", "5%", "1.2.3", "2020-01-02", "1,5", "१"}) {
    const CsvTable table = read("x,n\n\""s + text + "\",1\n", {.delimiter = ',', .header = true});
    CAPTURE(text);
    CHECK(table.columns[0].kind == ColumnKind::category);
  }
}

TEST_CASE("numbers beyond the largest, and infinities, count as missing and are named") {
  const CsvTable table = read("x,y\n1e309,1\n-Infinity,2\n∞,3\n4,4\n");
  CHECK(table.columns[0].missing == 3);
  CHECK(table.notes.count == 3);
  CHECK(table.notes.listed[1].line == 3);
  CHECK(table.notes.listed[1].column == "x");
  CHECK(table.notes.listed[1].what == "'-Infinity' is beyond ±1.8e308; it counts as missing");
}

TEST_CASE("a semicolon file may have decimal commas, which is said; a file of commas may not") {
  const CsvTable table = read("x;y\n1,5;2\n-0,25;3\n");
  CHECK(table.columns[0].numbers == Numbers{1.5, -0.25});
  CHECK(table.warnings == Names{"decimal commas are read as points: '1,5' in line 2, column 'x'"});
  CHECK(read("1,5;2,5\n3,5;4,5\n").columns.size() == 2);
  const CsvTable both = read("x;y\n1,5;2\n2.5;3\n");
  CHECK(both.warnings ==
        Names{"column 'x' has decimal commas (line 2) and decimal points (line 3); both are read as such"});
}

TEST_CASE("a column of numbers and texts is read as texts, and its first text is named") {
  const CsvTable table = read("x,y\n1,1\n2,2\noops,3\n");
  CHECK(textsOf(table.columns[0]) == Names{"1", "2", "oops"});
  CHECK(
      table.warnings ==
      Names{
          "column 'x' has numbers in 2 cells and texts in 1, the first 'oops' in line 4; it is read as one of texts"});
}

TEST_CASE("the first row is a header unless a cell of it is a number, and the choice can be given") {
  CHECK(read("a,b\n1,2\n").header);
  CHECK(read("a,b\nc,d\n").header);
  CHECK_FALSE(read("a,1\nb,2\n").header);
  CHECK(namesIn(read("a,1\nb,2\n")) == Names{"column 1", "column 2"});
  CHECK(namesIn(read("2019,2020\n1,2\n", {.header = true})) == Names{"2019", "2020"});
  CHECK(read("a,b\nc,d\n", {.header = false}).rows() == 2);
}

TEST_CASE("every column gets a name of its own, and names that were made up are said") {
  const CsvTable table = read("x,,x,x (2),column 2,x\n1,2,3,4,5,6\n");
  CHECK(namesIn(table) == Names{"x", "column 2 (2)", "x (3)", "x (2)", "column 2", "x (4)"});
  CHECK(table.warnings.size() == 3);
  CHECK(table.warnings[0] == "column 2 has no name; it is called 'column 2 (2)'");
  CHECK(table.warnings[1] == "the name 'x' stands above more than one column; column 3 is called 'x (3)'");
}

TEST_CASE("long names are cut, and messages about them stay short") {
  const std::string longName(100'000, 'x');
  const CsvTable table = read(longName + "," + longName + ",c\n1,a,2\n2,3," + longName + "\n");
  CHECK(table.columns[0].name.size() <= maxCsvNameBytes + 3);
  CHECK(table.columns[0].name != table.columns[1].name);
  CHECK(table.columns[2].categories[1].size() <= maxCsvNameBytes + 3);
  CHECK(table.warnings.size() == 3);
  for (const std::string& warning : table.warnings) CHECK(warning.size() < 300);
}

TEST_CASE("a message is one line, whatever it quotes") {
  CHECK(read("\"a\nb\t\x01\",c\n1,2\nx,3\n").warnings[0].starts_with("column 'a⏎b⇥�' has numbers in 1 cells"));
  CHECK(errorOf("x,y\n1,\"2\r\n").find('\n') == std::string::npos);
}

TEST_CASE("a column with more than 256 different texts is no longer one of categories") {
  std::string text = "name,n\n";
  for (int i = 0; i < 256; ++i) text += "name " + std::to_string(i) + ",1\n";
  CHECK(read(text).columns[0].categories.size() == 256);
  text += "one more,1\n,2\n";
  const CsvColumn column = read(text).columns[0];
  CHECK(column.kind == ColumnKind::text);
  CHECK(column.categories.empty());
  CHECK(column.codes.empty());
  CHECK(column.missing == 1);
}

TEST_CASE("bytes that are no UTF-8 are said with their line; what is UTF-8 is not") {
  for (const auto bytes :
       {"\xE9"sv, "\xC3"sv, "\xC0\x80"sv, "\xED\xA0\x80"sv, "\xF5\x80\x80\x80"sv, "\xE2\x82"sv, "\x80"sv})
    CHECK(read("x,y\n1,a\n2,"s + std::string(bytes) + "\n").warnings ==
          Names{"line 3 holds bytes that are no UTF-8; letters of names may look wrong"});
  CHECK(read("größe,名\n1,🙂\n").warnings.empty());
}

TEST_CASE("there are never more than 1000 notes and 101 warnings, and the notes are all counted") {
  std::string text = "x,y\n";
  for (int i = 0; i < 1500; ++i) text += "1e999,1\n";
  CHECK(read(text).notes.count == 1500);
  CHECK(read(text).notes.listed.size() == 1000);
  CHECK(read(std::string(500, ',') + "\n" + std::string(500, ',') + "\n", {.header = true}).warnings.size() == 101);
}

std::string quotedCell(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? "\"\""s : std::string(1, c);
  return cell + "\"";
}

// The plain model is the writer: what it quotes, the reader must give back, with any delimiter and line end.
TEST_CASE("random cells in quotes are read back as they were") {
  constexpr std::string_view signs = "ab\",;\t|\r\n \xC3\xA9";
  Random random(6);
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t rows = 1 + random.below(6), columns = 1 + random.below(4);
    const char delimiter = ",;\t|"[random.below(4)];
    std::vector<Names> expected(columns);
    std::string text;
    for (std::uint32_t row = 0; row < rows; ++row)
      for (std::uint32_t c = 0; c < columns; ++c) {
        std::string cell = "t";  // never one of the words for missing
        for (std::uint32_t i = random.below(8); i > 0; --i)
          cell += signs[random.below(static_cast<std::uint32_t>(signs.size()))];
        expected[c].push_back(cell);
        text += quotedCell(cell) + (c + 1 < columns ? std::string(1, delimiter) : round % 2 == 0 ? "\n" : "\r\n");
      }
    const CsvTable table = read(text, {.delimiter = delimiter, .header = false});
    CAPTURE(text);
    REQUIRE(table.columns.size() == columns);
    for (std::uint32_t c = 0; c < columns; ++c) CHECK(textsOf(table.columns[c]) == expected[c]);
  }
}

}  // namespace
}  // namespace backprop
