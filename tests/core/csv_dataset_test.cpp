// From tables to data: inputs, targets, missing values and the report on them.
#include "backprop/csv_dataset.hpp"

#include <doctest/doctest.h>

#include <string>

#include "csv_reading.hpp"

namespace backprop {
namespace {

using namespace test;

constexpr std::string_view birds =
    "species,island,bill,mass\n"
    "Adelie,Dream,38,3700\n"
    "Gentoo,Biscoe,,5000\n"
    "Adelie,,40,NA\n"
    ",Dream,41,3900\n"
    "Gentoo,Biscoe,48,5200\n";

TEST_CASE("a category as target makes a classification, and categories as inputs become one input for each value") {
  const CsvDataset made = make(birds, {.targets = {"species"}});
  const Dataset& data = made.data;
  CHECK(data.task == Task::classification);
  CHECK(data.classes == Names{"Adelie", "Gentoo"});
  CHECK(data.outputs == Names{"species"});
  CHECK(data.inputs == Names{"island=Dream", "island=Biscoe", "bill", "mass"});
  CHECK(data.x == Numbers{1, 0, 38, 3700, 0, 1, 48, 5200});
  CHECK(data.y == Numbers{0, 1});
  CHECK(made.lines == std::vector<std::uint32_t>{2, 6});
}

TEST_CASE("numbers as targets make a regression, one column of y for each, in the order in which they were named") {
  const Dataset data = make("a,b,c\n1,2,3\n4,5,6\n", {.targets = {"c", "a"}}).data;
  CHECK(data.task == Task::regression);
  CHECK(data.classes.empty());
  CHECK(data.outputs == Names{"c", "a"});
  CHECK(data.inputs == Names{"b"});
  CHECK(data.x == Numbers{2, 5});
  CHECK(data.y == Numbers{3, 1, 6, 4});
}

TEST_CASE("inputs that are named come in that order, and no others") {
  CHECK(make(birds, {.inputs = {"mass", "bill"}, .targets = {"species"}}).data.inputs == Names{"mass", "bill"});
}

TEST_CASE("dropping names every missing cell, by line and column, and counts rows and cells") {
  const DataReport report = make(birds, {.targets = {"species"}}).report;
  CHECK(report.rowsKept == 2);
  CHECK(report.rowsDropped == 3);
  CHECK(report.cellsDropped == 4);
  CHECK(report.cellsFilled == 0);
  REQUIRE(report.cells.listed.size() == 4);
  const auto& notes = report.cells.listed;
  CHECK((notes[0].line == 3 && notes[0].column == "bill"));
  CHECK((notes[1].line == 4 && notes[1].column == "island"));
  CHECK((notes[2].line == 4 && notes[2].column == "mass"));
  CHECK((notes[3].line == 5 && notes[3].column == "species"));
  for (const CellNote& note : notes) CHECK(note.what == "is missing; its row is left out");
}

TEST_CASE("filling takes the mean or the most frequent of the rows that are kept; a missing target is never filled") {
  const CsvDataset made = make(birds, {.targets = {"species"}, .missing = Missing::mean});
  CHECK(made.data.rows() == 4);
  const double bill = 42, mass = 13900.0 / 3;  // without line 5, which has no species
  CHECK(made.data.x == Numbers{1, 0, 38, 3700, 0, 1, bill, 5000, 0, 1, 40, mass, 0, 1, 48, 5200});
  CHECK(made.report.rowsDropped == 1);
  CHECK(made.report.cellsDropped == 1);
  CHECK(made.report.cellsFilled == 3);
  CHECK(made.report.cells.listed[0].what == "is missing; it gets the mean, 42");
  CHECK(made.report.cells.listed[1].what == "is missing; it gets the most frequent, 'Biscoe'");
  CHECK(made.report.cells.listed[3].what == "is missing; its row is left out");
}

TEST_CASE("refusing names the first cell and counts the others; the report lists all") {
  const DataChoice choice{.targets = {"species"}, .missing = Missing::refuse};
  CHECK(choiceError(birds, choice) ==
        "[line 3] 'bill' is missing, the first of 4 cells; a table without gaps would be right, or the choice to "
        "drop or fill them");
  const auto report = reportOf(read(birds), choice);
  REQUIRE(report.ok());
  CHECK(report.value().cellsRefused == 4);
  CHECK(report.value().cells.listed.size() == 4);
  CHECK(make("x,y\n1,a\n2,b\n", {.targets = {"y"}, .missing = Missing::refuse}).data.rows() == 2);
}

TEST_CASE("only columns in use can lose a row") {
  CHECK(make(birds, {.inputs = {"bill"}, .targets = {"species"}}).data.rows() == 3);
}

TEST_CASE("when no row is left, or no value to fill a gap with, the error says so, with the first gap") {
  CHECK(choiceError("a,b,y\n1,,u\n,2,v\n", {.targets = {"y"}}) ==
        "[line 2] 'b' is missing, the first of 2 cells, at least one in each row; columns with fewer gaps would be "
        "right");
  CHECK(choiceError("a,b,y\n1,2,u\n1,,v\n3,,u\n4,5,\n", {.targets = {"y"}, .missing = Missing::mean}).empty());
  CHECK(choiceError("a,b,y\n1,,u\n1,,v\n4,5,\n", {.targets = {"y"}, .missing = Missing::mean}) ==
        "[column 'b'] has no value in any row that has its target; another column would be right");
}

TEST_CASE("a choice of columns that cannot be is named") {
  CHECK(choiceError(birds, {}) == "[target] none is named; the column to be learned would be right");
  CHECK(choiceError(birds, {.targets = {"specie"}}) ==
        "[target] 'specie' is no column (did you mean species?); species, island, bill, mass would be right");
  CHECK(choiceError(birds, {.inputs = {"wing"}, .targets = {"species"}}) ==
        "[inputs] 'wing' is no column; species, island, bill, mass would be right");
  CHECK(choiceError(birds, {.inputs = {"bill", "species"}, .targets = {"species"}}) ==
        "[inputs] 'species' is named twice; a column either once as input or once as target would be right");
  CHECK(choiceError(birds, {.targets = {"mass", "species"}}) ==
        "[target] 2 columns, and column 'species' names classes; one column of classes, or numbers only, would be "
        "right");
  CHECK(choiceError("y\na\nb\n", {.targets = {"y"}}) ==
        "[inputs] no column is left to learn from; one or more beside the target would be right");
  CHECK(choiceError("x,y\n1,a\n2,a\n", {.targets = {"y"}}) ==
        "[column 'y'] 'a' is the only class; two or more would be right");
}

TEST_CASE("whole numbers are classes on demand, in rising order; others are not") {
  const Dataset data = make("x,digit\n1,10\n2,9\n3,-1\n4,9\n", {.targets = {"digit"}, .integersAreClasses = true}).data;
  CHECK(data.task == Task::classification);
  CHECK(data.classes == Names{"-1", "9", "10"});
  CHECK(data.y == Numbers{2, 1, 0, 1});
  CHECK(make("x,digit\n1,10\n2,9\n", {.targets = {"digit"}}).data.task == Task::regression);
  CHECK(choiceError("x,digit\n1,10\n2,9.5\n", {.targets = {"digit"}, .integersAreClasses = true}) ==
        "[column 'digit'] 9.5 is not whole; whole numbers as classes, or a regression, would be right");
  std::string many = "x,y\n";
  for (int i = 0; i < 300; ++i) many += "1," + std::to_string(i) + "\n";
  CHECK(choiceError(many, {.targets = {"y"}, .integersAreClasses = true}).find("more than 256 different") !=
        std::string::npos);
}

TEST_CASE("classes and values that no row is left with are no classes and no inputs") {
  const Dataset data = make("c,x,y\nu,1,a\nv,,b\nw,3,c\n", {.targets = {"y"}}).data;
  CHECK(data.classes == Names{"a", "c"});
  CHECK(data.y == Numbers{0, 1});
  CHECK(data.inputs == Names{"c=u", "c=w", "x"});
}

TEST_CASE("columns that cannot be inputs are passed over with a warning, and refused when they are named") {
  std::string text = "name,empty,x,y\n";
  for (int i = 0; i < 300; ++i) text += "n" + std::to_string(i) + ",," + std::to_string(i) + ",a\n";
  text += "n,,1,b\n";
  const CsvDataset made = make(text, {.targets = {"y"}});
  CHECK(made.data.inputs == Names{"x"});
  CHECK(made.report.warnings ==
        Names{"column 'name' has more than 256 different texts, too many for categories; it is no input",
              "column 'empty' has no value in any row; it is no input"});
  CHECK(choiceError(text, {.inputs = {"name"}, .targets = {"y"}}).starts_with("[column 'name'] has more than 256 "));
  CHECK(choiceError(text, {.targets = {"name"}}).starts_with("[column 'name'] "));
}

TEST_CASE("inputs are counted with one for each category before they are made") {
  std::string header = "y", rows;
  for (int c = 0; c < 40; ++c) header += ",c" + std::to_string(c);
  for (int row = 0; row < 256; ++row) {
    rows += row % 2 == 0 ? "a" : "b";
    for (int c = 0; c < 40; ++c) rows += ",t" + std::to_string(row);
    rows += "\n";
  }
  CHECK(choiceError(header + "\n" + rows, {.targets = {"y"}}) ==
        "[inputs] 10240 inputs in 256 rows, with one for each category; at most 4096 inputs and 8000000 cells would be "
        "right");
}

TEST_CASE("notes are counted beyond the thousand that are listed") {
  std::string text = "x,y\n1,a\n2,b\n";
  for (int i = 0; i < 2500; ++i) text += ",a\n";
  const DataReport report = make(text, {.targets = {"y"}}).report;
  CHECK(report.cellsDropped == 2500);
  CHECK(report.cells.count == 2500);
  CHECK(report.cells.listed.size() == 1000);
}

TEST_CASE("a hostile name of a column leaves messages short") {
  const std::string name(90, '<');
  const std::string message = choiceError(name + ",y\n1,a\n2,b\n", {.targets = {std::string(1'000'000, '>')}});
  CHECK(message.size() < 300);
}

}  // namespace
}  // namespace backprop
