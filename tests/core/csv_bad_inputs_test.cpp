// Tables that are too large, too strange or in the wrong encoding.
#include "backprop/csv.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

#include "csv_reading.hpp"

namespace backprop {
namespace {

using namespace std::literals;
using namespace test;

// The cases of tests/golden/bad_inputs.json whose surface is csv; csv-045 is in csv_dataset_test.cpp.
TEST_CASE("bad inputs: UTF-16 is named as such (csv-007)") {
  const std::string message = errorOf("x\0,\0y\0\n\0001\0,\0002\0\n\0"sv);
  CAPTURE(message);
  CHECK(message.starts_with("[line 1] "));
  CHECK(message.find("looks like UTF-16") != std::string::npos);
  CHECK(errorOf("\xFF\xFEx\0"sv).find("UTF-16") != std::string::npos);
  CHECK(errorOf("x,y\n1,2\n3,\0004\n"sv).starts_with("[line 3] "));
}

TEST_CASE("bad inputs: mixed line ends give three rows (csv-017)") {
  CHECK(read("x,y\n1,2\r\n3,4\r5,6\n").columns[0].numbers == Numbers{1, 3, 5});
}

TEST_CASE("bad inputs: semicolon and pipe are found out, and can be given (csv-018, csv-021)") {
  CHECK(read("x;y\n1;2\n").delimiter == ';');
  CHECK(read("x|y\n1|2\n").delimiter == '|');
  CHECK(read("x;y\n1;2\n", {.delimiter = ';'}).columns.size() == 2);
  CHECK(read("x;y\n1;2\n", {.delimiter = ','}).columns.size() == 1);
  CHECK(errorOf("x:y\n", {.delimiter = ':'}) ==
        "[delimiter] ':' parts no cells; comma, semicolon, tab or pipe would be right");
}

TEST_CASE("bad inputs: a line end inside quotes belongs to its cell (csv-030)") {
  const CsvTable table = read("x,label\n1,\"two\nlines\"\n2,b\n");
  CHECK(textsOf(table.columns[1]) == Names{"two\nlines", "b"});
}

TEST_CASE("bad inputs: numbers too small become 0 or the smallest denormal, and nothing is said (csv-038)") {
  const CsvTable table = read("x,y\n1e-400,4.9e-324\n1,2\n");
  CHECK(table.columns[0].numbers == Numbers{0, 1});
  CHECK(table.columns[1].numbers == Numbers{4.9e-324, 2});
  CHECK(table.notes.count == 0);
}

TEST_CASE("bad inputs: names of columns are kept as they are, markup and bidi marks too (csv-052, csv-054)") {
  CHECK(namesIn(read("<img src=x onerror=alert(1)>,y\n1,0\n2,1\n"))[0] == "<img src=x onerror=alert(1)>");
  CHECK(namesIn(read("\u202Etxet,y\n1,0\n"))[0] == "\u202Etxet");
}

TEST_CASE("bad inputs: a million rows are read or refused in time linear in their number (csv-063)") {
  const auto secondsFor = [](int pairs) {
    std::string text = "x,y,label\n";
    for (int i = 0; i < pairs; ++i) text += "1.5,2.5,a\n0.5,1.5,b\n";
    const auto start = std::chrono::steady_clock::now();
    const auto table = readCsv(text);
    REQUIRE(table.ok());
    CHECK(table.value().rows() == 2 * static_cast<std::uint32_t>(pairs));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  const double tenth = secondsFor(50'000), whole = secondsFor(500'000);
  CHECK(whole < 40 * tenth);  // 10 is linear, 100 quadratic; machines are noisy
}

TEST_CASE("what is over a limit is refused before it is stored, with the number and the limit") {
  CHECK(errorOf(std::string(maxCsvBytes + 1, '1')) ==
        "[csv] the text has 32000001 bytes; at most 32000000 would be right");
  std::string rows;
  for (std::uint32_t i = 0; i <= maxCsvRows; ++i) rows += "1\n";
  CHECK(errorOf(rows) == "[csv] the text has more than 1000000 rows; at most so many would be right");
  CHECK(errorOf("x\n" + std::string(20'000'000, ',')) ==
        "[line 2] more than 4096 cells; at most so many would be right");
  std::string wide(4000, ',');
  std::string cells;
  for (int i = 0; i < 2001; ++i) cells += wide + "\n";
  CHECK(errorOf(cells) == "[csv] the text has more than 8000000 cells; at most so many would be right");
}

}  // namespace
}  // namespace backprop
