// A tape as a script for PyTorch.
#include <algorithm>
#include <array>
#include <cmath>

#include "language/advice.hpp"
#include "language/characters.hpp"
#include "language/lexer.hpp"
#include "language/printer.hpp"

namespace backprop {
namespace {

/// A number of Python that is a float wherever it stands.
template <class Real> std::string pythonFloat(Real x) {
  if (!std::isfinite(x)) return formatted("float('{}')", shortestNumber(x));
  const std::string text = shortestNumber(x);
  return text.find_first_of(".e") == text.npos ? formatted("{}.0", text) : text;
}

/// The same where a whole number may be an int.
template <class Real> std::string pythonNumber(Real x) { return std::isfinite(x) ? shortestNumber(x) : pythonFloat(x); }

/// Letters that mean themselves in Python: it folds compatibility forms of a name together, others it refuses.
bool isPythonLetter(std::uint32_t code) {
  const bool latin = code >= 0xC0 && code <= 0x24F && code != 0xD7 && code != 0xF7 &&
                     !(code >= 0x132 && code <= 0x133) && !(code >= 0x13F && code <= 0x140) && code != 0x149 &&
                     code != 0x17F && !(code >= 0x1C4 && code <= 0x1CC) && !(code >= 0x1F1 && code <= 0x1F3);
  return latin || (code >= 0x391 && code <= 0x3C9 && code != 0x3A2) || (code >= 0x400 && code <= 0x481);
}

template <class Real> class PyTorchPrinter : public Printer<Real> {
 public:
  using Printer<Real>::Printer;

 private:
  Piece operation(NodeId node, std::span<OperandPiece> operands) override;
  std::string constant(NodeId node) override { return tensor(node, ")"); }
  std::string leaf(NodeId node) override { return tensor(node, ", requires_grad=True)"); }
  std::string usable(std::string_view name) override;
  bool leavesKeepNames() const override { return true; }
  void begin() override;
  void end() override;

  std::string tensor(NodeId node, std::string_view after) {
    if (!this->isUniform(node)) return formatted("torch.tensor({}{}", this->literal(node, pythonFloat<Real>), after);
    const std::string shape = toString(this->tape_.node(node).shape);
    return formatted("torch.full(({},), {}{}", shape.substr(1, shape.size() - 2),
                     pythonFloat(this->tape_.value(node)[0]), after);
  }
  std::string attributes(NodeId node) const;
  std::string call(NodeId node, std::span<OperandPiece> operands) const;
};

template <class Real> Piece PyTorchPrinter<Real>::operation(NodeId id, std::span<OperandPiece> operands) {
  const Node& node = this->tape_.node(id);
  const OpInfo& info = opInfo(node.op);
  const Infix* sign = findInfix(&Infix::operation, node.op);
  const auto isBare = [&](const OperandPiece& operand) {
    return operand.number && this->tape_.node(operand.node).shape.rank == 0;
  };
  // Python's own numbers may stand beside a tensor in arithmetic, and as the bounds of clamp; nowhere else.
  const bool arithmetic = sign && std::ranges::count_if(operands, isBare) < 2;
  const bool clamps =
      info.name == "clamp" && !isBare(operands[0]) && std::all_of(operands.begin() + 1, operands.end(), isBare);
  std::uint32_t depth = 0;
  for (OperandPiece& operand : operands) {
    if (operand.number && isBare(operand) && (arithmetic || clamps)) {
      operand.piece.text = this->literal(operand.node, pythonNumber<Real>);
      operand.piece.precedence = operand.piece.text.starts_with('-') ? negating : whole;
    } else if (operand.number) {
      operand.piece.text = constant(operand.node);
    }
    depth = std::max(depth, operand.piece.depth);
  }
  if (sign) {
    Piece piece = this->infix(*sign, std::move(operands[0].piece), std::move(operands[1].piece));
    if (sign->precedence != comparing) return piece;
    return {formatted("({}).double()", piece.text), whole, piece.depth + 1};  // 1 or 0, not True or False
  }
  if (info.name == "neg") {
    Piece inner = bracketed(std::move(operands[0].piece), negating);
    return {formatted("-{}", inner.text), negating, inner.depth + 1};
  }
  return {call(id, operands), whole, depth + 1};
}

template <class Real> std::string PyTorchPrinter<Real>::call(NodeId id, std::span<OperandPiece> operands) const {
  const Node& node = this->tape_.node(id);
  const OpInfo& info = opInfo(node.op);
  const bool isSoftmax = node.op == Op::softmax || node.op == Op::log_softmax;
  if (isSoftmax && std::isnan(this->tape_.attributes(id)[0])) {  // over all elements, which PyTorch does in a row only
    const std::string shape = toString(node.shape), flat = bracketed(std::move(operands[0].piece), whole).text;
    return formatted("torch.{}({}.reshape(-1), dim=0).reshape(({}))", info.name, flat,
                     shape.substr(1, shape.size() - 2));
  }
  std::vector<std::string> arguments;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    std::string text = std::move(operands[i].piece.text);
    const bool isWhole = operands[i].piece.precedence == whole;
    if (info.name == "where" && i == 0) {
      constexpr std::string_view comparison = ").double()";
      const bool compares =
          text.starts_with('(') && text.ends_with(comparison) && text.find(')') + comparison.size() == text.size();
      text = compares ? text.substr(1, text.size() - 1 - comparison.size())
                      : formatted("{} != 0", isWhole ? text : formatted("({})", text));
    }
    // Class indices, which have one dimension less than the scores.
    const bool isIndex = info.name == "cross_entropy" && i == 1 &&
                         this->tape_.node(node.inputs[1]).shape.rank < this->tape_.node(node.inputs[0]).shape.rank;
    if (isIndex) text = formatted("{}.long()", isWhole ? text : formatted("({})", text));
    const bool hasPlace = info.torch.find(formatted("{{}}", i)) != std::string_view::npos;
    arguments.push_back(hasPlace && !isWhole ? formatted("({})", text) : text);
  }
  std::string torch = info.torch.empty() ? "torch." + std::string(info.name) + "({})" : std::string(info.torch);
  if (torch.find('(') == torch.npos) torch += "({})";
  std::string text;
  bool hasPlaces = false;
  for (std::size_t at = 0; at < torch.size(); ++at) {
    const std::size_t close = torch[at] == '{' ? torch.find('}', at) : at;
    if (close == at) {
      text += torch[at];
      continue;
    }
    hasPlaces |= close > at + 1;
    if (close > at + 1) text += arguments[static_cast<std::size_t>(torch[at + 1] - '0')];
    for (std::size_t i = 0; close == at + 1 && i < arguments.size(); ++i) text += (i ? ", " : "") + arguments[i];
    if (close == at + 1) text += attributes(id);
    at = close;
  }
  if (!hasPlaces) return text;
  constexpr std::array<std::string_view, 3> reductions{".mean()", ".sum()", ""};
  for (std::size_t i = 0; i < info.attributeCount(); ++i)
    if (info.attributes[i].kind == AttributeKind::reduction)
      text += reductions[static_cast<std::size_t>(this->tape_.attributes(id)[i])];
  return text;
}

/// The attributes as arguments. Of what reduces a tensor, PyTorch takes most of them only with the dimensions; some of
/// them it never does without.
template <class Real> std::string PyTorchPrinter<Real>::attributes(NodeId id) const {
  const Node& node = this->tape_.node(id);
  const OpInfo& info = opInfo(node.op);
  std::string text = attributesText(info, this->tape_.attributes(id), pythonNumber<double>);
  const auto row = std::ranges::find(info.attributes, AttributeKind::axis, &AttributeInfo::kind);
  const bool wantsDim =
      !text.empty() || node.op == Op::logsumexp || node.op == Op::softmax || node.op == Op::log_softmax;
  if (row == info.attributes.end() || !wantsDim || text.find(" dim=") != text.npos) return text;
  constexpr std::array<std::string_view, 4> all{"0", "0", "(0, 1)", "(0, 1, 2)"};
  const std::uint32_t rank = this->tape_.node(node.inputs[0]).shape.rank;
  // Without p, PyTorch's norm is that of matrices.
  if (node.op == Op::norm && text.find(" p=") == text.npos) text = formatted(", p=2{}", text);
  return formatted(", dim={}{}", std::isnan(row->fallback) ? std::string(all[rank]) : shortestNumber(row->fallback),
                   text);
}

template <class Real> std::string PyTorchPrinter<Real>::usable(std::string_view name) {
  std::string usable;
  for (std::size_t at = 0; at < name.size();) {
    const Character c = characterAt(name, at);
    const bool ascii = c.code < 0x80 && kindOf(c.code) <= CharacterKind::digit;
    if (c.valid && (ascii || isPythonLetter(c.code)))
      usable += name.substr(at, c.bytes);
    else if (c.valid && c.code >= 0x2080 && c.code <= 0x2089)
      usable += formatted("_{}", c.code - 0x2080);
    else
      usable += formatted("_{}_", c.code);
    at += c.bytes;
  }
  constexpr std::array<std::string_view, 7> taken{"torch", "F", "print", "float", "True", "False", "None"};
  if (std::ranges::find(taken, usable) != taken.end() || keywordAdvice(usable)) usable += "_";
  return usable.empty() || (usable[0] >= '0' && usable[0] <= '9') ? formatted("v{}", usable) : usable;
}

template <class Real> void PyTorchPrinter<Real>::begin() {
  this->line("import torch");
  const auto usesF = [](const Node& node) {
    return node.kind == NodeKind::operation && opInfo(node.op).torch.find("F.") != std::string_view::npos;
  };
  if (std::ranges::any_of(this->tape_.nodes(), usesF)) this->line("import torch.nn.functional as F");
  this->line("\ntorch.set_default_dtype(torch.float64)");
  this->line("torch.set_printoptions(precision=16)\n");
}

template <class Real> void PyTorchPrinter<Real>::end() {
  const auto output = this->options_.output;
  if (!output) return;
  const Node& node = this->tape_.node(*output);
  const std::string& name = this->nameOf(*output);
  std::string argument;
  const auto& cotangent = this->options_.cotangent;
  if (cotangent.size() == node.shape.size()) {
    argument = "torch.tensor([";
    for (std::size_t i = 0; i < cotangent.size(); ++i) argument += (i ? ", " : "") + pythonFloat(cotangent[i]);
    argument += formatted("]).reshape({}.shape)", name);
  } else if (!node.shape.isScalar()) {
    argument = formatted("torch.ones_like({})", name);
  }
  const std::uint32_t count = node.requiresGrad ? std::max(1u, this->options_.backwards) : 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string_view keep = i + 1 < count ? (argument.empty() ? "retain_graph=True" : ", retain_graph=True") : "";
    this->line(formatted("{}.backward({}{})", name, argument, keep));
  }
  this->line(formatted("\nprint('{} =', {}.detach())", name, name));
  for (const NodeId leaf : this->leaves_)
    this->line(formatted("print('{}.grad =', {}.grad)", this->nameOf(leaf), this->nameOf(leaf)));
}

}  // namespace

template <class Real> std::string toPyTorch(const Tape<Real>& tape, const PrintOptions& options) {
  return PyTorchPrinter<Real>(tape, options).print();
}

template <class Real> std::string toPyTorch(const Program<Real>& program, std::vector<double> cotangent) {
  PrintOptions options = optionsOf(program);
  options.cotangent = std::move(cotangent);
  return toPyTorch(program.tape, options);
}

template std::string toPyTorch(const Tape<float>&, const PrintOptions&);
template std::string toPyTorch(const Tape<double>&, const PrintOptions&);
template std::string toPyTorch(const Program<float>&, std::vector<double>);
template std::string toPyTorch(const Program<double>&, std::vector<double>);

}  // namespace backprop
