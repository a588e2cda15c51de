// A tape in the language.
#include <algorithm>
#include <cmath>

#include "language/advice.hpp"
#include "language/lexer.hpp"
#include "language/printer.hpp"

namespace backprop {
namespace {

template <class Real> class TextPrinter : public Printer<Real> {
 public:
  using Printer<Real>::Printer;

 private:
  Piece operation(NodeId node, std::span<OperandPiece> operands) override;
  std::string constant(NodeId node) override { return made("tensor(", node, ")"); }
  std::string leaf(NodeId node) override {
    return this->isUniform(node) ? made("", node, ", requires_grad=True)") : this->literal(node, shortestNumber<Real>);
  }
  std::string usable(std::string_view name) override;
  bool leavesKeepNames() const override { return false; }
  void end() override;

  std::string made(std::string_view before, NodeId node, std::string_view after) {
    if (!this->isUniform(node)) return formatted("{}{}{}", before, this->literal(node, shortestNumber<Real>), after);
    const std::string shape = toString(this->tape_.node(node).shape);
    return formatted("full(({}{}{}{}", shape.substr(1, shape.size() - 2),
                     this->tape_.node(node).shape.rank == 1 ? ",), " : "), ",
                     shortestNumber(this->tape_.value(node)[0]), before.empty() ? std::string(after) : ")");
  }
};

template <class Real> Piece TextPrinter<Real>::operation(NodeId id, std::span<OperandPiece> operands) {
  const Node& node = this->tape_.node(id);
  const OpInfo& info = opInfo(node.op);
  const bool negatesNumber = info.name == "neg" && operands[0].number;  // -3 would be one number
  for (OperandPiece& operand : operands) {
    if (!operand.number) continue;
    operand.piece.text = this->literal(operand.node, shortestNumber<Real>);
    operand.piece.precedence = operand.piece.text.starts_with('-') ? negating : whole;
  }
  if (const Infix* sign = findInfix(&Infix::operation, node.op))
    return this->infix(*sign, std::move(operands[0].piece), std::move(operands[1].piece));
  if (info.name == "neg" && !negatesNumber) {
    Piece inner = bracketed(std::move(operands[0].piece), negating);
    return {formatted("-{}", inner.text), negating, inner.depth + 1};
  }
  Piece call{formatted("{}(", info.name), whole, 0};
  for (std::size_t i = 0; i < operands.size(); ++i) {
    call.text += (i ? ", " : "") + operands[i].piece.text;
    call.depth = std::max(call.depth, operands[i].piece.depth);
  }
  ++call.depth;
  call.text += formatted("{})", attributesText(info, this->tape_.attributes(id), shortestNumber<double>));
  return call;
}

template <class Real> std::string TextPrinter<Real>::usable(std::string_view name) {
  Lexer lexer(name);
  const Token token = lexer.next();
  const bool isName = token.kind == TokenKind::name && token.span == Span{0, static_cast<std::uint32_t>(name.size())};
  // inf and nan are how numbers are written.
  if (!isName || keywordAdvice(name) || name == "inf" || name == "nan" || name == "True" || name == "False" ||
      name == "None")
    return {};
  return std::string(name);
}

template <class Real> void TextPrinter<Real>::end() {
  const auto output = this->options_.output;
  if (!output) return;
  for (std::uint32_t i = 0; i < this->options_.backwards; ++i)
    this->line(formatted("{}.backward()", this->nameOf(*output)));
  if (this->options_.backwards == 0 && this->last_ != output) this->line(this->nameOf(*output));
}

}  // namespace

std::string attributesText(const OpInfo& info, const Attributes& values, std::string (*number)(double)) {
  std::string text;
  const Attributes defaults = info.defaults();
  std::string sizes;
  bool hasSizes = false;
  for (std::size_t i = 0; i < info.attributeCount(); ++i) {
    const AttributeInfo& attribute = info.attributes[i];
    const double value = values[i];
    if (attribute.kind == AttributeKind::size) {
      hasSizes = true;
      if (!std::isnan(value)) sizes += formatted("{}, ", number(value));
      continue;
    }
    if (value == defaults[i] || (std::isnan(value) && std::isnan(defaults[i]))) continue;
    text += formatted(", {}=", attribute.name);
    switch (attribute.kind) {
      case AttributeKind::flag:
        text += value != 0 ? "True" : "False";
        break;
      case AttributeKind::axis:
        text += std::isnan(value) ? "None" : number(value);
        break;
      case AttributeKind::reduction:
        text += value == 0 ? "'mean'" : value == 1 ? "'sum'" : "'none'";
        break;
      default:
        text += number(value);
    }
  }
  if (hasSizes)
    text = formatted(
        ", ({}){}",
        sizes.empty() ? sizes : sizes.substr(0, sizes.size() - (sizes.find(',') + 2 == sizes.size() ? 1 : 2)), text);
  return text;
}

template <class Real> std::string toText(const Tape<Real>& tape, const PrintOptions& options) {
  return TextPrinter<Real>(tape, options).print();
}

template <class Real> PrintOptions optionsOf(const Program<Real>& program) {
  return {.nameOf = [&program](NodeId node) { return program.nameOf(node); },
          .output = program.output,
          .backwards = program.backwards,
          .cotangent = {}};
}

template <class Real> std::string toText(const Program<Real>& program) {
  return toText(program.tape, optionsOf(program));
}

template PrintOptions optionsOf(const Program<float>&);
template PrintOptions optionsOf(const Program<double>&);
template std::string toText(const Tape<float>&, const PrintOptions&);
template std::string toText(const Tape<double>&, const PrintOptions&);
template std::string toText(const Program<float>&);
template std::string toText(const Program<double>&);

}  // namespace backprop
