// From characters to tokens: numbers, names, signs, line ends.
#pragma once

#include <string_view>

#include "backprop/syntax.hpp"

namespace backprop {

enum class TokenKind : std::uint8_t {
  end,      ///< of the text
  lineEnd,  ///< a line's end
  number,
  name,
  text,   ///< a string in quotes
  sign,   ///< an operator, a bracket, a comma …: `sign` says which
  wrong,  ///< nothing of the language; `Lexer::explain` says why
};

/// One token. `sign` holds up to two ASCII characters, `**` and `^` both as `^`.
struct Token {
  TokenKind kind = TokenKind::end;
  char sign = 0;         ///< `+ - * / @ ^ < > = ( ) [ ] , . ; :`, or `l` for <=, `g` for >=, `e` for ==, `n` for !=
  bool updates = false;  ///< an operator with `=` behind it: `+=`
  Span span;
  double number = 0;

  bool is(char wanted) const { return kind == TokenKind::sign && sign == wanted && !updates; }
};

/// Hands out the tokens of a text one after another, in one pass. Spaces, comments and continued lines are skipped.
class Lexer {
 public:
  explicit Lexer(std::string_view source);

  Token next();

  /// Why a token of kind `wrong` is none, and what would be right.
  Message explain(const Token& token) const;

  std::string_view textOf(const Token& token) const { return token.span.in(source_); }

 private:
  void skipBlanks();
  Token numberToken();
  Token nameToken();
  Token textToken(std::size_t quoteAt);
  Token signToken();
  Token token(TokenKind kind, std::size_t end);

  std::string_view source_;
  std::size_t at_ = 0;
};

/// The number that a literal shows, correctly rounded; `_` between digits is passed over. What is too large is ∞.
double numberOf(std::string_view literal);

}  // namespace backprop
