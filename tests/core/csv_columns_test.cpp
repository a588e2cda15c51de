// What the columns of a table hold, what they are called, and what is said about that.
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

TEST_CASE("a slip of the pen among numbers is named as one, also in the report of the run that is made of them") {
  std::string text = "x,y\n";
  for (int i = 0; i < 18; ++i) text += std::to_string(i) + ".5,a\n";
  const std::string most = text + "l9.5,b\n";
  const Names slip{
      "column 'x' has numbers in 18 cells and texts in 1, the first 'l9.5' in line 20; it is read as one of texts, not "
      "of numbers: a number there, or nothing, would be right"};
  CHECK(read(most).warnings == slip);
  CHECK(make(most, {.targets = {"y"}}).report.warnings == slip);
  CHECK(read(most + "2o,a\n")
            .warnings[0]
            .ends_with("it is read as one of texts, not of numbers: a number there, or nothing, would be right"));
  CHECK(read(most + "2o,a\n2l,b\n").warnings[0].ends_with("it is read as one of texts"));
}

TEST_CASE("the first row is a header unless it looks like data, which is said, and the choice can be given") {
  CHECK(read("a,b\n1,2\n").header);
  CHECK(read("a,b\nc,d\n").header);
  CHECK(read("a,b\n1,2\n").warnings.empty());
  CHECK_FALSE(read("a,1\nb,2\n").header);
  CHECK_FALSE(read("1,2\n3,4\n").header);
  CHECK_FALSE(read("a,1\nNA,2\n").header);
  CHECK(read("id,2019,2020\n1,2,3\nNA,4,5\n").header);  // a text above numbers
  CHECK(read("a,1\nb,2\n").warnings ==
        Names{"the first row holds a number; it is read as data, and the columns are numbered"});
  CHECK(read("a,1\nb,2\n", {.header = false}).warnings.empty());
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

TEST_CASE("there are never more than 1000 notes and 101 warnings, and the notes are all counted") {
  std::string text = "x,y\n";
  for (int i = 0; i < 1500; ++i) text += "1e999,1\n";
  CHECK(read(text).notes.count == 1500);
  CHECK(read(text).notes.listed.size() == 1000);
  CHECK(read(std::string(500, ',') + "\n" + std::string(500, ',') + "\n", {.header = true}).warnings.size() == 101);
}

}  // namespace
}  // namespace backprop
