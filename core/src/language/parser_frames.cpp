// The parser's stack: what waits for its operands, and the terms that come of it.
#include <array>

#include "language/parser.hpp"

namespace backprop {

Parser::Frame* Parser::openBracket() { return brackets_.empty() ? nullptr : &frames_[brackets_.back()]; }

void Parser::pushBracket(FrameKind kind, std::uint32_t begin, Span word, Span bracket) {
  if (Frame* outer = openBracket()) outer->argumentStarts = false;
  brackets_.push_back(frames_.size());
  frames_.push_back({.kind = kind, .begin = begin, .word = word, .bracket = bracket});
  if (kind == FrameKind::list) ++lists_;
}

void Parser::pushTerm(Term term) {
  term.inList = lists_ > 0;
  tree_.terms.push_back(term);
  operands_.push_back(term.span);
}

void Parser::reduce() {
  const Frame frame = frames_.back();
  frames_.pop_back();
  const Span right = operands_.back();
  operands_.pop_back();
  if (frame.kind == FrameKind::prefix) {
    pushTerm({.kind = TermKind::unary,
              .op = frame.op,
              .children = 1,
              .span = {frame.word.begin, right.end},
              .word = frame.word});
    return;
  }
  const Span left = operands_.back();
  operands_.pop_back();
  pushTerm(
      {.kind = TermKind::binary, .op = frame.op, .children = 2, .span = {left.begin, right.end}, .word = frame.word});
}

void Parser::reduceToBracket() {
  while (!frames_.empty() && !frames_.back().isBracket()) reduce();
}

void Parser::endArgument(Frame& frame) {
  if (!frame.keyword.empty()) {
    const Span value = operands_.back();
    operands_.pop_back();
    pushTerm(
        {.kind = TermKind::keyword, .children = 1, .span = {frame.keyword.begin, value.end}, .word = frame.keyword});
  }
  frame.keyword = {};
  frame.argumentStarts = true;
  ++frame.children;
}

void Parser::closeBracket(std::uint32_t end) {
  const Frame frame = frames_.back();
  frames_.pop_back();
  brackets_.pop_back();
  if (frame.kind == FrameKind::list) --lists_;
  const Span whole{frame.begin, end};
  if (frame.kind == FrameKind::group && frame.children == 1 && !frame.comma) {
    tree_.terms.back().span = operands_.back() = whole;
    return;
  }
  constexpr std::array kinds{TermKind::tuple, TermKind::list, TermKind::call, TermKind::method};
  const bool isMethod = frame.kind == FrameKind::method;
  const std::uint32_t children = frame.children + (isMethod ? 1 : 0);
  operands_.resize(operands_.size() - children);
  pushTerm({.kind = kinds[static_cast<std::size_t>(frame.kind) - static_cast<std::size_t>(FrameKind::group)],
            .children = children,
            .span = whole,
            .word = frame.word});
}

}  // namespace backprop
