// What the parser says about a mistake, and where it goes on.
#include <algorithm>

#include "backprop/format.hpp"
#include "language/advice.hpp"
#include "language/characters.hpp"
#include "language/functions.hpp"
#include "language/parser.hpp"

namespace backprop {

Diagnostic diagnose(std::string_view source, Span span, Message message) {
  if (!hasWords) return {.message = std::move(message), .span = span};
  Diagnostic result{.message = std::move(message), .span = span};
  for (std::size_t at = 0; at < source.size() && at < span.end;) {
    const Character c = characterAt(source, at);
    const bool ends = c.valid && kindOf(c.code) == CharacterKind::lineEnd;
    if (at < span.begin) {
      const bool pair = source.substr(at, 2) == "\r\n";
      if (ends && !pair) {
        ++result.line;
        result.column = 1;
      } else if (!pair) {
        ++result.column;
      }
    } else if (ends) {
      break;
    } else {
      ++result.length;
    }
    at += c.bytes;
  }
  return result;
}

bool Parser::fail(Span span, Message message) {
  tree_.diagnostics.push_back(diagnose(source_, span, std::move(message)));
  return false;
}

Message Parser::shown(Span span) const { return quoted(span.in(source_)); }

Message Parser::placeOf(Span span) const {
  const Diagnostic place = diagnose(source_, span, {});
  return formatted("line {}, column {}", place.line, place.column);
}

bool Parser::failBefore(std::string_view what) {
  if (!hasWords) return fail(token_.span, {});
  if (!endsStatement()) return fail(token_.span, formatted("an expression is expected before {}", what));
  if (openBracket() && &frames_.back() == openBracket()) return failUnclosed();
  return fail({lastEnd_, lastEnd_}, formatted("an expression is expected at the end{}",
                                              lastEnd_ > 0 && !frames_.empty() && !frames_.back().isBracket()
                                                  ? formatted(", after {}", shown(frames_.back().word))
                                                  : Message()));
}

bool Parser::failUnclosed() {
  if (!hasWords) return fail(token_.span, {});
  const Span bracket = openBracket()->bracket;
  const bool square = bracket.in(source_) == "[";
  return fail({lastEnd_, lastEnd_}, formatted("missing {}: the {} of {} is not closed", square ? "`]`" : "`)`",
                                              shown(bracket), placeOf(bracket)));
}

bool Parser::failAdjacent() {
  if (!hasWords) return fail(token_.span, {});
  const Term& last = tree_.terms.back();
  const Message found = shown(token_.span);
  const std::string word(last.word.in(source_));
  const bool namesFunction = last.kind == TermKind::name || last.kind == TermKind::attribute;
  if (token_.kind == TokenKind::name) {
    if (const auto advice = keywordAdvice(lexer_.textOf(token_))) return fail(token_.span, *advice);
  }
  if (last.kind == TermKind::number && token_.kind == TokenKind::name) {
    const std::string_view name = lexer_.textOf(token_);
    const bool touches = token_.span.begin == last.span.end;
    if (touches && word == "0" && (name.starts_with('x') || name.starts_with('b') || name.starts_with('o')))
      return fail(token_.span, "only decimal numbers are supported");
    if (touches && (name == "j" || name == "J")) return fail(token_.span, "complex numbers are not supported");
    return fail(token_.span, formatted("a sign is missing; write {}", quoted(formatted("{}*{}", word, name))));
  }
  if (last.kind == TermKind::number && token_.is('('))
    return fail(token_.span, formatted("a sign is missing; write `{}*(…)`", word));
  if (token_.is('(')) {
    const Message advice = classAdvice(word);
    return fail(token_.span, advice.empty() ? Message("a sign is missing before `(`; * multiplies") : advice);
  }
  if (namesFunction && isFunctionName(word) && token_.kind != TokenKind::text)
    return fail(last.span, formatted("the argument of a function stands in ( ); write {}",
                                     quoted(formatted("{}({})", word, lexer_.textOf(token_)))));
  if (token_.kind == TokenKind::text) return fail(token_.span, "strings are not supported");
  return fail(token_.span,
              formatted("{} is not expected here; * multiplies, and a statement ends at a line's end or at ;", found));
}

// A line that starts, not indented, with `name =` starts a statement, unless it may be an argument.
bool Parser::missingBracketAhead() const {
  if (ahead_.kind != TokenKind::name || ahead_.span.begin != token_.span.end) return false;
  if (wantsOperand_ && openBracket()->kind >= FrameKind::call) return false;
  const Token after = Lexer(lexer_).next();
  return after.kind == TokenKind::sign && (after.sign == '=' || after.updates);
}

void Parser::recover() {
  std::ptrdiff_t depth = static_cast<std::ptrdiff_t>(brackets_.size());
  for (; token_.kind != TokenKind::end; advance()) {
    if (depth <= 0 && endsStatement()) return;
    if (token_.kind == TokenKind::lineEnd && openBracket() && missingBracketAhead()) return;
    if (token_.is('(') || token_.is('[')) ++depth;
    if (token_.is(')') || token_.is(']')) --depth;
  }
}

}  // namespace backprop
