// The parser's two states: an operand is wanted, or one was just read.
#include "language/parser.hpp"

#include <algorithm>
#include <utility>

#include "backprop/format.hpp"
#include "language/advice.hpp"
#include "language/characters.hpp"
#include "language/functions.hpp"
#include "language/infix.hpp"

namespace backprop {
namespace {

constexpr std::size_t maxDepth = 1'000'000;

}  // namespace

Parser::Parser(std::string_view source) : source_(source), lexer_(source) {
  advance();
  advance();
}

void Parser::advance() {
  lastEnd_ = token_.span.end;
  token_ = ahead_;
  ahead_ = lexer_.next();
}

SyntaxTree Parser::parse() {
  while (tree_.diagnostics.size() < maxDiagnostics) {
    while (token_.kind == TokenKind::lineEnd || token_.is(';')) advance();
    if (token_.kind == TokenKind::end) break;
    const std::string_view word = lexer_.textOf(token_);
    if (token_.kind == TokenKind::name && (word == "import" || word == "from")) {
      while (!endsStatement()) advance();
      continue;
    }
    statement_ = {.firstTerm = static_cast<std::uint32_t>(tree_.terms.size()), .span = {token_.span.begin, 0}};
    frames_.clear();
    brackets_.clear();
    operands_.clear();
    lists_ = 0;
    wantsOperand_ = true;
    if (!statement()) {
      tree_.terms.resize(statement_.firstTerm);
      statement_.broken = true;
      recover();
    }
    statement_.termCount = static_cast<std::uint32_t>(tree_.terms.size()) - statement_.firstTerm;
    statement_.span.end = std::max(lastEnd_, statement_.span.begin);
    tree_.statements.push_back(statement_);
  }
  return std::move(tree_);
}

bool Parser::endsStatement() const {
  return token_.kind == TokenKind::end || token_.kind == TokenKind::lineEnd || token_.is(';');
}

bool Parser::statement() {
  for (;;) {
    if (tree_.terms.size() > maxTerms || frames_.size() > maxDepth)
      return fail(token_.span, frames_.size() > maxDepth ? "brackets and signs are nested deeper than 1000000"
                                                         : "the text has more than 1000000 terms");
    if (token_.kind == TokenKind::wrong) return fail(token_.span, lexer_.explain(token_));
    if (token_.kind == TokenKind::lineEnd && openBracket()) {
      if (missingBracketAhead()) return failUnclosed();
      const std::uint32_t end = lastEnd_;
      advance();
      lastEnd_ = end;
    } else if (wantsOperand_) {
      if (!operand()) return false;
    } else if (endsStatement()) {
      if (openBracket()) return failUnclosed();
      while (!frames_.empty()) reduce();
      return true;
    } else if (!afterOperand()) {
      return false;
    }
  }
}

// An operand is wanted ------------------------------------------------------------------------------------------------

bool Parser::operand() {
  const Span span = token_.span;
  switch (token_.kind) {
    case TokenKind::number:
      pushTerm({.kind = TermKind::number, .span = span, .word = span, .number = token_.number});
      break;
    case TokenKind::text:
      pushTerm({.kind = TermKind::text, .span = span, .word = span});
      break;
    case TokenKind::name:
      return nameOperand();
    default:
      if (token_.is('+') || token_.is('-')) {
        if (Frame* bracket = openBracket()) bracket->argumentStarts = false;
        frames_.push_back({.kind = FrameKind::prefix,
                           .op = token_.is('+') ? Operator::plus : Operator::minus,
                           .precedence = negating,
                           .word = span});
        advance();
        return true;
      }
      if (token_.is('('))
        pushBracket(FrameKind::group, span.begin, span, span);
      else if (token_.is('['))
        pushBracket(FrameKind::list, span.begin, span, span);
      else if ((token_.is(')') || token_.is(']')) && openBracket() && &frames_.back() == openBracket() &&
               openBracket()->argumentStarts && openBracket()->keyword.empty())
        return close();
      else if ((token_.is(')') || token_.is(']')) && !openBracket() && frames_.empty())
        return close();
      else
        return failBefore(shown(span));
      advance();
      return true;
  }
  if (Frame* bracket = openBracket()) bracket->argumentStarts = false;
  wantsOperand_ = false;
  advance();
  return true;
}

bool Parser::nameOperand() {
  const Span span = token_.span;
  const std::string_view word = lexer_.textOf(token_);
  Frame* bracket = openBracket();
  if (bracket && bracket->kind >= FrameKind::call && bracket->argumentStarts && ahead_.is('=')) {
    bracket->keyword = span;
    bracket->keywords = true;
    bracket->argumentStarts = false;
    advance();
    advance();
    return true;
  }
  if (auto advice = keywordAdvice(word)) return fail(span, std::move(*advice));
  if (bracket) bracket->argumentStarts = false;
  if (ahead_.is('(')) {
    advance();
    pushBracket(FrameKind::call, span.begin, span, token_.span);
  } else if (word == "None") {
    pushTerm({.kind = TermKind::none, .span = span, .word = span});
    wantsOperand_ = false;
  } else if (word == "True" || word == "False") {
    pushTerm({.kind = TermKind::truth, .span = span, .word = span, .number = word == "True" ? 1.0 : 0.0});
    wantsOperand_ = false;
  } else {
    pushTerm({.kind = TermKind::name, .dotted = ahead_.is('.'), .span = span, .word = span});
    wantsOperand_ = false;
  }
  advance();
  return true;
}

// One was just read ---------------------------------------------------------------------------------------------------

bool Parser::afterOperand() {
  if (token_.kind != TokenKind::sign) return failAdjacent();
  if (token_.updates || token_.sign == '=') return assign();
  if (const Infix* row = findInfix(&Infix::token, token_.sign)) return infix(row->op, row->precedence);
  switch (token_.sign) {
    case '.':
      return dot();
    case ',':
      return comma();
    case ')':
    case ']':
      return close();
    case '[':
      return fail(token_.span, "indexing is not supported; give the part a name of its own");
    case '(':
      return failAdjacent();
    default:
      return fail(token_.span,
                  formatted("{} has no meaning here; a statement ends at a line's end or at ;", shown(token_.span)));
  }
}

bool Parser::infix(Operator op, std::uint8_t precedence) {
  const auto goesFirst = [&](const Frame& waiting) {
    return waiting.precedence > precedence || (waiting.precedence == precedence && op != Operator::power);
  };
  while (!frames_.empty() && !frames_.back().isBracket() && goesFirst(frames_.back())) {
    if (precedence == comparing && frames_.back().precedence == comparing)
      return fail(token_.span, "one comparison at a time; a < b < c is (a < b)*(b < c)");
    reduce();
  }
  frames_.push_back({.kind = FrameKind::infix, .op = op, .precedence = precedence, .word = token_.span});
  wantsOperand_ = true;
  advance();
  return true;
}

bool Parser::dot() {
  advance();
  if (token_.kind != TokenKind::name) return fail(token_.span, "a name is expected after the dot, as in x.tanh()");
  const Span name = token_.span;
  if (ahead_.is('(')) {
    advance();
    pushBracket(FrameKind::method, operands_.back().begin, name, token_.span);
    wantsOperand_ = true;
  } else {
    const Span object = operands_.back();
    operands_.pop_back();
    pushTerm({.kind = TermKind::attribute,
              .dotted = ahead_.is('.'),
              .children = 1,
              .span = {object.begin, name.end},
              .word = name});
  }
  advance();
  return true;
}

bool Parser::comma() {
  reduceToBracket();
  if (frames_.empty())
    return fail(token_.span, "one value a statement; unpacking and tuples without ( ) are not supported");
  Frame& frame = frames_.back();
  if (frame.keywords && frame.keyword.empty() && frame.kind >= FrameKind::call)
    return fail(operands_.back(), "an argument without a name must come before those with one");
  endArgument(frame);
  frame.comma = true;
  wantsOperand_ = true;
  advance();
  return true;
}

bool Parser::close() {
  const bool square = token_.sign == ']';
  if (!openBracket())
    return fail(token_.span, formatted("{} closes nothing: no {} is open", shown(token_.span), square ? "`[`" : "`(`"));
  if (!wantsOperand_) reduceToBracket();
  Frame& frame = frames_.back();
  if ((frame.kind == FrameKind::list) != square)
    return fail(token_.span, formatted("{} does not fit the {} of {}; {} would be right", shown(token_.span),
                                       shown(frame.bracket), placeOf(frame.bracket), square ? "`)`" : "`]`"));
  if (!wantsOperand_) {
    if (frame.keywords && frame.keyword.empty() && frame.kind >= FrameKind::call)
      return fail(operands_.back(), "an argument without a name must come before those with one");
    endArgument(frame);
  }
  closeBracket(token_.span.end);
  wantsOperand_ = false;
  advance();
  return true;
}

bool Parser::assign() {
  const Span sign = token_.span;
  const bool alone = frames_.empty() && tree_.terms.size() == statement_.firstTerm + 1;
  if (!statement_.target.empty() && !openBracket()) return fail(sign, "one assignment a statement; == compares");
  if (!alone || tree_.terms.back().kind != TermKind::name || statement_.target != Span{})
    return fail(sign, openBracket() ? "= assigns, and only at the start of a statement; == compares"
                                    : "the left side of = must be a name; == compares");
  if (token_.updates) {
    const Infix* row = findInfix(&Infix::token, token_.sign);
    if (row->op == Operator::matmul || row->op == Operator::power)
      return fail(sign, formatted("{} is not supported; write x = x {} …", shown(sign),
                                  sign.in(source_).substr(0, sign.end - sign.begin - 1)));
    statement_.update = row->op;
  }
  statement_.target = tree_.terms.back().word;
  tree_.terms.pop_back();
  operands_.pop_back();
  wantsOperand_ = true;
  advance();
  return true;
}

SyntaxTree parse(std::string_view source) {
  if (source.size() > maxSource) {
    SyntaxTree tree;
    tree.diagnostics.push_back(diagnose(source, {}, "the text is longer than 16 million bytes"));
    return tree;
  }
  return Parser(source).parse();
}

}  // namespace backprop
