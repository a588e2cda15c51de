// Random texts of the language that are correct, the same for the same seed.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "backprop/op.hpp"
#include "backprop/random.hpp"

namespace backprop::test {

class RandomProgram {
 public:
  explicit RandomProgram(std::uint64_t seed) : random_(seed) {}

  /// Between one and nine statements on numbers and on tensors of shape [2, 2], which all broadcast.
  std::string text() {
    std::string text = "x = " + number() + "\nW = [[1, 2], [" + number() + ", -0.5]]\n";
    names_ = {"x", "W"};
    const std::size_t statements = 1 + below(9);
    for (std::size_t i = 0; i < statements; ++i) {
      const bool assigns = below(4) > 0;
      const std::string name = below(5) == 0 ? names_[below(names_.size())] : "n" + std::to_string(i);
      text += (assigns ? name + " = " : "") + expression(4) + (below(3) ? "\n" : "; ");
      if (assigns) names_.push_back(name);
    }
    return text;
  }

 private:
  std::size_t below(std::size_t n) {
    return static_cast<std::size_t>(random_.uniform(0, 1) * static_cast<double>(n)) % n;
  }

  std::string number() {
    constexpr std::array<std::string_view, 10> numbers{"1",    "2.5",   "-3",  "0",   "-0.0",
                                                       "1e-7", "1e300", "inf", "nan", "0.1"};
    return std::string(numbers[below(numbers.size())]);
  }

  std::string leaf() {
    const std::size_t choice = below(8);
    if (choice == 0) return "(" + number() + ")";
    if (choice == 1) return "tensor(" + number() + ")";
    if (choice == 2) return "[" + number() + ", 1]";
    if (choice == 3) return "tensor([[1, 2], [3, " + number() + "]], requires_grad=True)";
    return names_[below(names_.size())];
  }

  std::string expression(std::size_t depth) {
    if (depth == 0) return leaf();
    switch (below(6)) {
      case 0:
        return leaf();
      case 1:
        return "-" + grouped(depth);
      case 2:
        return call(depth);
      default: {
        constexpr std::array<std::string_view, 6> signs{" + ", " - ", "*", "/", "**", "^"};
        return grouped(depth) + std::string(signs[below(signs.size())]) + grouped(depth);
      }
    }
  }

  std::string grouped(std::size_t depth) {
    const std::string inner = expression(depth - 1);
    return below(3) == 0 ? inner : "(" + inner + ")";
  }

  /// Any elementwise operation of the table, with some of its attributes.
  std::string call(std::size_t depth) {
    for (;;) {
      const OpInfo& info = opTable()[below(opCount)];
      const bool takesShapes =
          info.name == "matmul" || info.name == "linear" || info.name == "reshape" || info.reason == "linear";
      if (takesShapes || isOfShape(info.name)) continue;
      std::string text = std::string(info.name) + "(";
      const std::size_t inputs = info.arity() - (below(2) ? info.optionalInputs : 0);
      for (std::size_t i = 0; i < inputs; ++i) text += (i ? ", " : "") + expression(depth - 1);
      for (std::size_t i = 0; i < info.attributeCount(); ++i)
        if (info.attributes[i].kind == AttributeKind::number && below(2))
          text += ", " + std::string(info.attributes[i].name) + "=0.25";
      return text + ")";
    }
  }

  /// What asks for certain shapes, which random operands do not have.
  static bool isOfShape(std::string_view name) {
    constexpr std::array<std::string_view, 9> names{
        "mse", "l1", "huber", "smooth_l1", "bce_with_logits", "cross_entropy", "hinge", "transpose", "concat"};
    for (const std::string_view shaped : names)
      if (name == shaped) return true;
    return false;
  }

  Random random_;
  std::vector<std::string> names_;
};

}  // namespace backprop::test
