// Reads statements with a stack of its own: an operator that waits for its right side, or a bracket that is open, is
// one frame. (Dijkstra's shunting yard, "Algol 60 translation", 1961, extended by calls, lists and methods.)
#pragma once

#include <vector>

#include "backprop/syntax.hpp"
#include "language/lexer.hpp"

namespace backprop {

class Parser {
 public:
  explicit Parser(std::string_view source);

  SyntaxTree parse();

 private:
  enum class FrameKind : std::uint8_t { prefix, infix, group, list, call, method };

  struct Frame {
    FrameKind kind;
    Operator op = Operator::none;
    std::uint8_t precedence = 0;
    bool argumentStarts = true;  // of brackets: nothing of the present argument was read yet
    bool comma = false;
    bool keywords = false;  // whether a keyword argument was seen
    std::uint32_t children = 0;
    std::uint32_t begin = 0;  // of the whole that the bracket belongs to
    Span word;                // the sign, the function's name
    Span bracket;
    Span keyword;  // the name in `dim=`, while its value is read
    bool isBracket() const { return kind >= FrameKind::group; }
  };

  // Each reads what `token_` begins; false after a mistake that was reported.
  bool statement();
  bool operand();
  bool nameOperand();
  bool afterOperand();
  bool dot();
  bool infix(Operator op, std::uint8_t precedence);
  bool comma();
  bool close();
  bool assign();
  bool endsStatement() const;
  bool missingBracketAhead() const;

  void pushBracket(FrameKind kind, std::uint32_t begin, Span word, Span bracket);
  void pushTerm(Term term);
  void reduce();
  void reduceToBracket();
  void endArgument(Frame& frame);
  void closeBracket(std::uint32_t end);

  bool fail(Span span, Message message);
  bool failBefore(std::string_view what);
  bool failUnclosed();
  bool failAdjacent();
  void recover();

  void advance();
  Message shown(Span span) const;
  Frame* openBracket();
  const Frame* openBracket() const { return const_cast<Parser*>(this)->openBracket(); }
  Message placeOf(Span span) const;

  std::string_view source_;
  Lexer lexer_;
  Token token_, ahead_;
  SyntaxTree tree_;
  Statement statement_;
  std::vector<Frame> frames_;
  std::vector<std::size_t> brackets_;  // places of the open ones among the frames
  std::vector<Span> operands_;         // what was read and is not yet part of a term
  std::uint32_t lists_ = 0;            // how many of the open brackets are lists
  std::uint32_t lastEnd_ = 0;          // of the last token that was read
  bool wantsOperand_ = true;
};

}  // namespace backprop
