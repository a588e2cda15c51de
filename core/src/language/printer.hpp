// What printing in the language and in PyTorch have in common: which node stands inside which expression, in which
// order the lines come, and what is called how.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "backprop/printing.hpp"
#include "language/infix.hpp"

namespace backprop {

/// A piece of text for one node.
struct Piece {
  std::string text;
  Precedence precedence = whole;
  std::uint32_t depth = 0;  ///< how deep brackets nest in it
};

/// An operand of an operation that is being written.
struct OperandPiece {
  NodeId node = 0;
  Piece piece;
  bool number = false;  ///< a constant that may stand as a bare literal; its piece is empty so far
};

/// `( … )` around an operand that does not hold together as tightly as `least`.
Piece bracketed(Piece piece, Precedence least);

/// The attributes of an operation that differ from their fallbacks, as arguments of a call: `, dim=1, keepdim=True`.
std::string attributesText(const OpInfo& info, const Attributes& values, std::string (*number)(double));

/// What printing a program needs to know besides its tape. Refers to the program.
template <class Real> PrintOptions optionsOf(const Program<Real>& program);

/// Walks a tape from first to last and writes a line for every node that has one of its own.
template <class Real> class Printer {
 public:
  Printer(const Tape<Real>& tape, const PrintOptions& options) : tape_(tape), options_(options) {}
  virtual ~Printer() = default;

  std::string print();

 protected:
  /// An operation with its operands in order.
  virtual Piece operation(NodeId node, std::span<OperandPiece> operands) = 0;
  /// A constant as an expression that is a tensor.
  virtual std::string constant(NodeId node) = 0;
  /// The expression that makes a leaf with gradient when it is assigned.
  virtual std::string leaf(NodeId node) = 0;
  /// A name that can stand in the text for one that is wanted; empty for a fresh one.
  virtual std::string usable(std::string_view name) = 0;
  virtual bool leavesKeepNames() const = 0;
  virtual void begin() {}
  virtual void end() = 0;

  /// `left sign right`, with brackets where they are needed.
  Piece infix(const Infix& sign, Piece left, Piece right);
  /// `[[1, 2], [3, 4]]`, or the number of a scalar; each written by `number`.
  std::string literal(NodeId node, std::string (*number)(Real));
  /// Whether a tensor is large and all its elements are the same.
  bool isUniform(NodeId node) const;

  const std::string& nameOf(NodeId node) const { return names_[node]; }
  /// Gives a node a name, now that its line is written.
  std::string nameFor(NodeId node);
  void line(std::string_view text) { out_.append(text).append("\n"); }

  const Tape<Real>& tape_;
  const PrintOptions& options_;
  std::optional<NodeId> last_;  // the node of the line that was written last
  std::vector<NodeId> leaves_;

 private:
  struct Waiting {
    NodeId node;
    Piece piece;
    bool constant;
  };

  void countUses();
  void visit(NodeId node);
  bool inlineOperands(NodeId node, std::vector<OperandPiece>& operands);
  void writeLine(NodeId node, std::string expression, bool needsName);
  void writeWaiting();

  std::string out_;
  std::vector<std::uint32_t> uses_;
  std::vector<NodeId> lastUse_;
  std::vector<Waiting> waiting_;    // written, to stand inside a later expression; in the order of the tape
  std::vector<std::string> names_;  // by node; empty while it has none
  std::map<std::string, NodeId, std::less<>> holders_;
  std::map<std::string, std::uint32_t, std::less<>> copies_;
  std::set<std::string, std::less<>> wanted_;
  std::uint32_t fresh_ = 0;
};

}  // namespace backprop
