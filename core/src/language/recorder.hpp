// Walks the terms of a text in their order, with a stack of values, and records what they compute.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <span>
#include <vector>

#include "backprop/program.hpp"
#include "language/functions.hpp"

namespace backprop {

/// What a term stands for while a text is recorded. Numbers and lists are kept off the tape until it is known whether
/// they are data, a leaf's value or an attribute.
struct Value {
  enum class Kind : std::uint8_t {
    bad,     ///< a mistake, already reported
    node,    ///< `index` is the node
    number,  ///< `number`
    list,    ///< `index` is the literal
    truth,   ///< `number` is 1 or 0
    none,
    text,    ///< `word` is the string, in its quotes
    opaque,  ///< something of Python that has no value here: a module, `x.grad`
  };
  Kind kind = Kind::bad;
  bool literal = false;  // of numbers: written as one, with or without a sign
  std::uint32_t index = 0;
  Span span;
  Span word;
  Span keyword;  // the name of a keyword argument
  double number = 0;
};

/// The arguments of a call.
using Arguments = std::span<Value>;

class Recorder {
 public:
  Recorder(std::string_view source, const RecordOptions& options) : source_(source), options_(options) {}

  Recorded<double> record();

 private:
  struct Literal {
    Shape shape;
    std::vector<double> numbers;
    bool tuple = false;
  };

  // Statements and names (recorder.cpp)
  void recordStatement(const Statement& statement, std::span<const Term> terms);
  void createFreeLeaves(std::span<const Term> terms);
  void createFreeLeaf(Span name);
  Value makeGiven(const LeafValue& value, bool requiresGrad, Span span);
  void assign(std::string_view name, const Value& value);
  void bind(std::string_view name, const Value& value);
  void finish(Value value);

  // Terms (recorder_terms.cpp)
  Value valueOf(const Term& term, std::span<const Term> statement);
  Value nameValue(const Term& term, std::span<const Term> statement);
  Value unaryValue(const Term& term);
  Value binaryValue(const Term& term);
  Value combine(Operator op, Value left, Value right, Span span, Span word);
  Value listValue(const Term& term);
  Value attributeValue(const Term& term);
  Value callValue(const Term& term);
  Value methodValue(const Term& term);
  Value call(std::string_view name, Arguments arguments, const Term& term);

  // Calls of operations (recorder_calls.cpp)
  Value callOp(Op op, Arguments arguments, const Term& term);
  Value callReshape(Op op, Arguments arguments, const Term& term);
  /// Takes off what follows the tensor in transpose(x, 0, 1): a matrix has no other two dimensions.
  bool takeDimensions(Arguments& arguments, const Term& term);
  Value callItem(Value object, const Term& term);
  Value callBackward(Arguments arguments, const Term& term);
  std::optional<std::size_t> inputCalled(const OpInfo& info, std::string_view keyword) const;
  bool setAttribute(Attributes& attributes, std::size_t which, const OpInfo& info, const Value& value);
  bool readSizes(Arguments arguments, double least, std::vector<double>& sizes, const Term& term);

  // Calls that make tensors (recorder_tensors.cpp)
  Value create(Creator creator, Arguments arguments, const Term& term);
  /// Puts arguments with a name where the creator has that parameter.
  bool placeArguments(Creator creator, std::vector<Value>& arguments, const Term& term);
  Value createTensor(const Value& data, bool requiresGrad, const Term& term);
  Value createRange(Creator creator, Arguments arguments, bool requiresGrad, const Term& term);
  Value createNumber(const Value& value, const Term& term);
  Value makeTensor(Shape shape, const std::function<double(std::size_t)>& element, bool requiresGrad, Span span,
                   Span place);
  bool readShape(Arguments arguments, Shape& shape, const Term& term);

  // What all of them need
  Value fail(Span span, Message message);
  Value made(const Result<NodeId>& node, Span span, Span place);
  Value apply(Op op, std::span<Value> inputs, const Attributes& attributes, Span span, Span place);
  Value materialize(const Value& value);
  /// Whether a value can be an operand: a node, or what becomes a constant.
  bool isTensor(const Value& value) const {
    return value.kind == Value::Kind::node || value.kind == Value::Kind::number || value.kind == Value::Kind::list;
  }
  Message describe(const Value& value) const;
  Message shown(Span span) const;
  void noteOrigin(NodeId node, Span span);
  void nameNode(NodeId node, std::string_view name);

  std::string_view source_;
  const RecordOptions& options_;
  Recorded<double> result_;
  std::vector<Value> stack_;
  std::vector<Literal> literals_;
  std::map<std::string, Value, std::less<>> bound_;  // what each name stands for; bad where its definition failed
  std::set<Message> messages_;
  const LeafValue* override_ = nullptr;  // what is given for the name that the statement assigns
  bool atRoot_ = false;                  // whether the term is the statement's last, its value
  bool dry_ = false;                     // inside print(…): checked, not recorded
};

}  // namespace backprop
