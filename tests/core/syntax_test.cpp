// Reading texts: how tightly signs bind, what is said about mistakes, and that length and depth do no harm.
#include "backprop/syntax.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>

#include "backprop/program.hpp"

namespace backprop {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

/// Value of the output with x = 1.25.
double valueOf(std::string_view source) {
  auto recorded = record<double>(source, {.values = {{"x", {{}, {1.25}}}}, .defaultValue = std::nullopt});
  if (!recorded.ok()) MESSAGE(recorded.diagnostics[0].message);
  REQUIRE(recorded.ok());
  recorded.program.tape.forward();
  return recorded.program.tape.value(*recorded.program.output)[0];
}

struct Mistake {
  std::string_view source, place, sentence;
};

TEST_CASE("signs bind as in Python") {
  CHECK(valueOf("-3^2") == -9);
  CHECK(valueOf("2^-x*2") == std::pow(2, -1.25) * 2);
  CHECK(valueOf("2**3**2") == 512);
  CHECK(valueOf("10 - 4 - 3") == 3);
  CHECK(valueOf("--x + +x - -x") == 3.75);
  CHECK(valueOf("12 / 3 * 2") == 8);
  CHECK(valueOf("1 + 1 > 1 * 1") == 1);
  CHECK(valueOf("2 × 3 − 6 ÷ 3 · 2") == 2);
}

TEST_CASE("numbers are read as Python reads them") {
  CHECK(valueOf("5. + .5") == 5.5);
  CHECK(valueOf("1e-400") == 0);
  CHECK(valueOf("1_000") == 1000);
  CHECK(valueOf("1e3 + 1E-1") == 1000.1);
  CHECK(valueOf("0." + repeat("0", 100'000) + "1") == 0);
}

TEST_CASE("statements end at a line's end or at ;, comments at a line's end, brackets keep a line open") {
  CHECK(valueOf("a = 1 # one; two\r\nb = (a +\n  2)\n;;\n\nb*2") == 6);
  CHECK(valueOf("y = x\xe2\x80\xa8z = y^2") == 1.25 * 1.25);
  CHECK(valueOf("\xef\xbb\xbf"
                "1 + \\\n 2") == 3);
  CHECK(parse(" \t\n ").statements.empty());
}

TEST_CASE("each mistake is named at its place") {
  constexpr std::array mistakes{
      Mistake{"x +", "1:4", "an expression is expected at the end, after `+`"},
      Mistake{"sin x", "1:1", "the argument of a function stands in ( ); write `sin(x)`"},
      Mistake{"2x", "1:2", "a sign is missing; write `2*x`"},
      Mistake{"2(x)", "1:2", "a sign is missing; write `2*(…)`"},
      Mistake{"x[0]", "1:2", "indexing is not supported; give the part a name of its own"},
      Mistake{"[1, 2", "1:6", "missing `]`: the `[` of line 1, column 1 is not closed"},
      Mistake{"y = (1\nz = 2", "1:7", "missing `)`: the `(` of line 1, column 5 is not closed"},
      Mistake{"(1]", "1:3", "`]` does not fit the `(` of line 1, column 1; `)` would be right"},
      Mistake{"1)", "1:2", "`)` closes nothing: no `(` is open"},
      Mistake{"](javascript:alert(1))", "1:1", "`]` closes nothing: no `[` is open"},
      Mistake{"<img src=x onerror=alert(1)>", "1:1", "an expression is expected before `<`"},
      Mistake{"a = b = 3", "1:7", "one assignment a statement; == compares"},
      Mistake{"(x = 3)", "1:4", "= assigns, and only at the start of a statement; == compares"},
      Mistake{"x + 1 = 3", "1:7", "the left side of = must be a name; == compares"},
      Mistake{"1 < 2 < 3", "1:7", "one comparison at a time; a < b < c is (a < b)*(b < c)"},
      Mistake{"a, b = 1, 2", "1:2", "one value a statement; unpacking and tuples without ( ) are not supported"},
      Mistake{"if 1", "1:1", "`if` is not supported; where(c, a, b) chooses between two values"},
      Mistake{"α = \x01", "1:5", "the character `U+0001` has no meaning here"},
      Mistake{"'abc", "1:1", "the string `'abc` is not closed; a quote like its first one would be right"},
      Mistake{"3²", "1:2", "`²` is not supported; write ^2"},
      Mistake{"f(dim=1, 2)", "1:10", "an argument without a name must come before those with one"},
      Mistake{"1 // 2", "1:3", "`//` is not supported; write floor(a / b)"},
  };
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.source);
    const auto tree = parse(mistake.source);
    REQUIRE(tree.diagnostics.size() == 1);
    const Diagnostic& found = tree.diagnostics[0];
    CHECK(found.message == mistake.sentence);
    CHECK(std::to_string(found.line) + ":" + std::to_string(found.column) == mistake.place);
  }
}

TEST_CASE("after a mistake the next statement is read, and at most 20 mistakes are listed") {
  const auto tree = parse("a = 1 +\nb = [1, 2\nc = (3]\nd = 4");
  REQUIRE(tree.diagnostics.size() == 3);
  CHECK(tree.diagnostics[1].line == 2);
  CHECK(!tree.statements.back().broken);
  CHECK(parse(repeat("x +\n", 1000)).diagnostics.size() == maxDiagnostics);
}

TEST_CASE("a million lines, 100000 brackets, signs, terms and calls are read without recursion") {
  CHECK(valueOf(repeat("(", 100'000) + "x" + repeat(")", 100'000)) == 1.25);
  CHECK(valueOf(repeat("-", 100'000) + "x") == 1.25);
  CHECK(valueOf("x" + repeat(" + x", 99'999)) == 125'000);
  CHECK(valueOf(repeat("relu(", 50'000) + "x" + repeat(")", 50'000)) == 1.25);
  const auto late = parse(repeat("\n", 1'000'000) + "x +");
  REQUIRE(late.diagnostics.size() == 1);
  CHECK(late.diagnostics[0].line == 1'000'001);
  CHECK(parse(repeat("[", 100'000)).diagnostics.size() == 1);
  CHECK(parse(std::string(maxSource + 1, ' ')).diagnostics.size() == 1);
  const auto large = parse("x = [" + repeat("1,", 1'000'010) + "1]");
  REQUIRE(large.diagnostics.size() == 1);
  CHECK(large.diagnostics[0].message == "the text has more than 1000000 terms");
}

}  // namespace
}  // namespace backprop
