// The signs that stand between two operands: what reading, recording and printing have to know of each.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "backprop/op.hpp"
#include "backprop/syntax.hpp"

namespace backprop {

/// How tightly a piece of text holds together.
enum Precedence : std::uint8_t { comparing = 1, adding, multiplying, negating, raising, whole };

struct Infix {
  char token;  ///< what the lexer calls it
  std::string_view sign;
  Operator op;
  Op operation;
  Precedence precedence;
};

inline constexpr std::array<Infix, 12> infixes{{{'+', "+", Operator::plus, Op::add, adding},
                                                {'-', "-", Operator::minus, Op::sub, adding},
                                                {'*', "*", Operator::times, Op::mul, multiplying},
                                                {'/', "/", Operator::divide, Op::div, multiplying},
                                                {'@', "@", Operator::matmul, Op::matmul, multiplying},
                                                {'^', "**", Operator::power, Op::pow, raising},
                                                {'>', ">", Operator::gt, Op::gt, comparing},
                                                {'g', ">=", Operator::ge, Op::ge, comparing},
                                                {'<', "<", Operator::lt, Op::lt, comparing},
                                                {'l', "<=", Operator::le, Op::le, comparing},
                                                {'e', "==", Operator::eq, Op::eq, comparing},
                                                {'n', "!=", Operator::ne, Op::ne, comparing}}};

/// The row whose `member` is `value`, such as `findInfix(&Infix::op, Operator::plus)`; null if there is none.
template <class Member> constexpr const Infix* findInfix(Member Infix::*member, const Member& value) {
  const auto row = std::ranges::find(infixes, value, member);
  return row == infixes.end() ? nullptr : &*row;
}

}  // namespace backprop
