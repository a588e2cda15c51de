// Reads a text character by character.
#include "language/lexer.hpp"

#include <algorithm>

#include "backprop/format.hpp"
#include "backprop/numerals.hpp"
#include "language/characters.hpp"

namespace backprop {
namespace {

bool isDigit(std::string_view text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }

/// After the digits from `at`, with single underscores between them.
std::size_t afterDigits(std::string_view text, std::size_t at) {
  for (;; ++at) {
    const bool joins = at > 0 && text.substr(at, 1) == "_" && isDigit(text, at - 1) && isDigit(text, at + 1);
    if (!isDigit(text, at) && !joins) return at;
  }
}

bool isLineEnd(Character c) { return c.valid && kindOf(c.code) == CharacterKind::lineEnd; }

}  // namespace

double numberOf(std::string_view literal) {
  std::string digits(literal);
  std::erase(digits, '_');
  return numberOfNumeral(digits);
}

Lexer::Lexer(std::string_view source) : source_(source) {
  if (characterAt(source_, 0).code == 0xFEFF) at_ = 3;  // a byte order mark
}

Token Lexer::token(TokenKind kind, std::size_t end) {
  const Token result{.kind = kind, .span = {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end)}};
  at_ = end;
  return result;
}

void Lexer::skipBlanks() {
  for (;;) {
    const Character c = characterAt(source_, at_);
    if (c.bytes == 0 || !c.valid) return;
    if (kindOf(c.code) == CharacterKind::space) {
      at_ += c.bytes;
    } else if (c.code == '#') {
      while (at_ < source_.size() && !isLineEnd(characterAt(source_, at_))) at_ += characterAt(source_, at_).bytes;
    } else if (c.code == '\\' && source_.substr(at_ + 1, 1) == "\n") {
      at_ += 2;
    } else if (c.code == '\\' && source_.substr(at_ + 1, 2) == "\r\n") {
      at_ += 3;
    } else {
      return;
    }
  }
}

Token Lexer::next() {
  skipBlanks();
  const Character c = characterAt(source_, at_);
  if (c.bytes == 0) return token(TokenKind::end, at_);
  if (!c.valid) return token(TokenKind::wrong, at_ + 1);
  if (isDigit(source_, at_) || (c.code == '.' && isDigit(source_, at_ + 1))) return numberToken();
  if (c.code == '"' || c.code == '\'') return textToken(at_);
  switch (kindOf(c.code)) {
    case CharacterKind::lineEnd:
      return token(TokenKind::lineEnd, at_ + (source_.substr(at_, 2) == "\r\n" ? 2 : c.bytes));
    case CharacterKind::letter:
      return nameToken();
    default:
      return signToken();
  }
}

Token Lexer::numberToken() {
  std::size_t end = afterDigits(source_, at_);
  if (end < source_.size() && source_[end] == '.')
    end = isDigit(source_, end + 1) ? afterDigits(source_, end + 1) : end + 1;
  if (end < source_.size() && (source_[end] == 'e' || source_[end] == 'E')) {
    const bool hasSign = end + 1 < source_.size() && (source_[end + 1] == '+' || source_[end + 1] == '-');
    const std::size_t digits = end + (hasSign ? 2 : 1);
    if (isDigit(source_, digits)) end = afterDigits(source_, digits);
  }
  Token result = token(TokenKind::number, end);
  result.number = numberOf(textOf(result));
  return result;
}

Token Lexer::nameToken() {
  std::size_t end = at_;
  for (;;) {
    const Character c = characterAt(source_, end);
    if (c.bytes == 0 || !c.valid) break;
    const CharacterKind kind = kindOf(c.code);
    if (kind != CharacterKind::letter && kind != CharacterKind::digit) break;
    end += c.bytes;
  }
  // f"…", r'…': letters that belong to a string.
  const bool quoteFollows = end < source_.size() && (source_[end] == '"' || source_[end] == '\'');
  if (quoteFollows && end - at_ <= 2 &&
      source_.substr(at_, end - at_).find_first_not_of("fFrRbBuU") == std::string_view::npos)
    return textToken(end);
  return token(TokenKind::name, end);
}

Token Lexer::textToken(std::size_t quoteAt) {
  const char quote = source_[quoteAt];
  std::size_t end = quoteAt + 1;
  while (end < source_.size() && source_[end] != quote && source_[end] != '\n' && source_[end] != '\r')
    end += source_[end] == '\\' ? 2 : 1;
  end = std::min(end, source_.size());
  if (end == source_.size() || source_[end] != quote) return token(TokenKind::wrong, end);
  return token(TokenKind::text, end + 1);
}

Token Lexer::signToken() {
  const Character first = characterAt(source_, at_);
  char sign = first.code < 0x80 ? static_cast<char>(first.code) : signFor(first.code);
  std::size_t end = at_ + first.bytes;
  const auto follows = [&](char wanted) { return end < source_.size() && source_[end] == wanted; };
  if (sign == '*' && first.bytes == 1 && follows('*')) {
    sign = '^';
    ++end;
  }
  const bool known = sign != 0 && std::string_view("+-*/@^<>=()[],.;:").find(sign) != std::string_view::npos;
  if (sign == '/' && first.bytes == 1 && follows('/')) return token(TokenKind::wrong, end + 1);
  if (sign == '!' && follows('=')) {
    Token result = token(TokenKind::sign, end + 1);
    result.sign = 'n';
    return result;
  }
  if (!known) return token(TokenKind::wrong, end);
  bool updates = false;
  if (follows('=') && std::string_view("+-*/@^<>=").find(sign) != std::string_view::npos) {
    ++end;
    if (sign == '<')
      sign = 'l';
    else if (sign == '>')
      sign = 'g';
    else if (sign == '=')
      sign = 'e';
    else
      updates = true;
  }
  Token result = token(TokenKind::sign, end);
  result.sign = sign;
  result.updates = updates;
  return result;
}

Message Lexer::explain(const Token& token) const {
  const std::string_view text = textOf(token);
  const Character c = characterAt(text, 0);
  if (!c.valid) return "the text is not UTF-8 here";
  const Message shown = quoted(text);
  if (text.find_first_of("\"'") < 3)
    return formatted("the string {} is not closed; a quote like its first one would be right", shown);
  if (text == "//") return "`//` is not supported; write floor(a / b)";
  if (text == "%") return "`%` is not supported; write a - b*floor(a / b)";
  if (text == "|") return "`|` is not supported; |x| is abs(x)";
  if (text == "{" || text == "}") return formatted("{} is not supported; lists stand in [ ], arguments in ( )", shown);
  if (text == "!") return "`!` is not supported; != compares";
  if (text == "~" || text == "&") return formatted("{} is not supported; write conditions with where(c, a, b)", shown);
  if (text == "\\") return "`\\` continues a line only at its very end";
  if (const int digit = superscriptDigit(c.code); digit >= 0)
    return formatted("{} is not supported; write ^{}", shown, digit);
  if (c.code == 0x221A) return "`√` is not supported; write sqrt(x)";
  if (c.code == 0x2264 || c.code == 0x2265)
    return formatted("{} is not supported; write {}", shown, c.code == 0x2264 ? "<=" : ">=");
  return formatted("the character {} has no meaning here", shown);
}

}  // namespace backprop
