// The language as text: from what a person typed to statements and terms, with every mistake named at its place.
//
// It is the part of Python that a lesson needs: `y = x**2 + 3*tanh(x)`, one statement a line or `;` between them. The
// tree is flat: the terms of a statement stand in one list, children before their parent, as they are computed. So
// nothing here or after it recurses, however deep a text is nested, and time and memory are linear in its length.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "backprop/format.hpp"

namespace backprop {

/// A piece of a text, from byte `begin` to before byte `end`.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr bool empty() const { return begin == end; }
  constexpr std::string_view in(std::string_view text) const { return text.substr(begin, end - begin); }
  constexpr bool operator==(const Span&) const = default;
};

/// What is wrong at one place of a text, as one sentence.
struct Diagnostic {
  Message message;
  std::uint32_t line = 1;    ///< from 1
  std::uint32_t column = 1;  ///< from 1, in characters (code points), not bytes
  std::uint32_t length = 0;  ///< in characters, within its line; 0 at the end of the text
  Span span;                 ///< the same in bytes
};

/// Most diagnostics that one text gets.
inline constexpr std::size_t maxDiagnostics = 20;

/// Longest text in bytes, and most terms in it.
inline constexpr std::size_t maxSource = 16'000'000;
inline constexpr std::size_t maxTerms = 1'000'000;

enum class TermKind : std::uint8_t {
  number,     ///< `2.5`
  name,       ///< `x`
  text,       ///< `'sum'`
  truth,      ///< `True`, `False`: `number` is 1 or 0
  none,       ///< `None`
  unary,      ///< `-x`, `+x`
  binary,     ///< `a + b`, and comparisons
  list,       ///< `[1, 2]`
  tuple,      ///< `(2, 3)`
  call,       ///< `f(x, dim=1)`; `word` is f, each argument a child
  method,     ///< `x.sum(dim=1)`; the object is the first child
  attribute,  ///< `x.T`
  keyword,    ///< `dim=1` among arguments; the value is the child
};

enum class Operator : std::uint8_t { none, plus, minus, times, divide, matmul, power, gt, ge, lt, le, eq, ne };

/// One node of the flat tree. Its children are the `children` subtrees that end right before it.
struct Term {
  TermKind kind = TermKind::number;
  Operator op = Operator::none;  ///< of unary and binary terms
  bool inList = false;           ///< whether it stands inside `[ … ]`
  bool dotted = false;           ///< of a name: whether a dot follows it, as in `torch.exp`
  std::uint32_t children = 0;
  Span span;          ///< all of it, with its children and brackets
  Span word;          ///< the name, or the operator's sign
  double number = 0;  ///< of numbers
};

/// One statement: `target = terms`, `target += terms`, or terms alone.
struct Statement {
  Span target;                       ///< the name on the left; empty where there is none
  Operator update = Operator::none;  ///< of `+=`: plus
  bool broken = false;               ///< a mistake stands in it, and it has no terms
  std::uint32_t firstTerm = 0;
  std::uint32_t termCount = 0;
  Span span;
};

/// A whole text, read. Spans refer to the text that was given.
struct SyntaxTree {
  std::vector<Term> terms;
  std::vector<Statement> statements;
  std::vector<Diagnostic> diagnostics;
};

/// Reads a text. After a mistake it goes on with the next statement.
SyntaxTree parse(std::string_view source);

/// A diagnostic for a place of `source`, with its line and column.
Diagnostic diagnose(std::string_view source, Span span, Message message);

}  // namespace backprop
