// Tensors that compute at once, as in PyTorch: a thin skin over a tape that grows while one works.
//
//     Session session;
//     Tensor x = session.tensor(2, requiresGrad);
//     Tensor y = x * x + 3 * x + 1;    // y.item() == 11
//     y.backward();                    // x.grad()[0] == 7
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <span>

#include "backprop/tape.hpp"

namespace backprop {

class Tensor;

/// Says that a leaf wants a gradient: `session.tensor(2, requiresGrad)`.
struct RequiresGrad {};
inline constexpr RequiresGrad requiresGrad;

/// What tensors that belong together share: one tape. It lives as long as the session or any of its tensors.
class Session {
 public:
  Session() : tape_(std::make_shared<Tape<double>>()) {}

  /// A leaf. `values` are row by row, as many as the shape has elements.
  Tensor tensor(double value);
  Tensor tensor(double value, RequiresGrad);
  Tensor tensor(Shape shape, std::span<const double> values);
  Tensor tensor(Shape shape, std::span<const double> values, RequiresGrad);

  /// Clears the gradient of every leaf.
  void zeroGrad() { tape_->zeroGrad(); }

  const Tape<double>& tape() const { return *tape_; }

 private:
  friend class NoGrad;
  std::shared_ptr<Tape<double>> tape_;
};

/// While it lives, what its session computes requires no gradient: PyTorch's `no_grad`.
class NoGrad {
 public:
  explicit NoGrad(Session& session) : tape_(session.tape_) { tape_->setGradMode(GradMode::disabled); }
  ~NoGrad() { tape_->setGradMode(GradMode::enabled); }
  NoGrad(const NoGrad&) = delete;
  NoGrad& operator=(const NoGrad&) = delete;

 private:
  std::shared_ptr<Tape<double>> tape_;
};

/// A value with its history. Copies are the same node.
class Tensor {
 public:
  Shape shape() const { return tape_->node(id_).shape; }
  bool requiresGrad() const { return tape_->node(id_).requiresGrad; }
  NodeId node() const { return id_; }

  /// The numbers, row by row. Valid until the session computes something new.
  std::span<const double> value() const { return std::as_const(*tape_).value(id_); }

  /// The number of a tensor of one element.
  double item() const;

  /// Gives a leaf other numbers of the same shape. What was computed from it keeps its value.
  void set(std::span<const double> values);

  /// ∂L/∂this of the last `L.backward()`, of the value's shape; a leaf's is the sum over all since `zeroGrad`. Empty
  /// for one that requires none.
  std::span<const double> grad() const { return std::as_const(*tape_).gradient(id_); }

  /// Clears this leaf's gradient.
  void zeroGrad();

  /// Adds ∂this/∂leaf to the gradient of every leaf. A tensor of several elements needs a `cotangent` of its shape.
  void backward(std::span<const double> cotangent = {}) { (void)tryBackward(cotangent).value(); }
  /// The same, refused with the reason where it makes no sense.
  Status tryBackward(std::span<const double> cotangent = {});

  /// A tensor with the same value and no history.
  Tensor detach() const;

  /// Any operation of the table on tensors of one session. The error names shapes that do not fit, or tensors of two
  /// sessions; `apply` is for callers who know that all fits.
  static Result<Tensor> tryApply(Op op, std::initializer_list<Tensor> inputs,
                                 const std::optional<Attributes>& attributes = std::nullopt);
  static Tensor apply(Op op, std::initializer_list<Tensor> inputs,
                      const std::optional<Attributes>& attributes = std::nullopt) {
    return tryApply(op, inputs, attributes).value();
  }

  friend Tensor operator+(const Tensor& a, const Tensor& b) { return apply(Op::add, {a, b}); }
  friend Tensor operator-(const Tensor& a, const Tensor& b) { return apply(Op::sub, {a, b}); }
  friend Tensor operator*(const Tensor& a, const Tensor& b) { return apply(Op::mul, {a, b}); }
  friend Tensor operator/(const Tensor& a, const Tensor& b) { return apply(Op::div, {a, b}); }
  friend Tensor operator-(const Tensor& a) { return apply(Op::neg, {a}); }
  friend Tensor operator+(const Tensor& a, double b) { return a + a.constant(b); }
  friend Tensor operator-(const Tensor& a, double b) { return a - a.constant(b); }
  friend Tensor operator*(const Tensor& a, double b) { return a * a.constant(b); }
  friend Tensor operator/(const Tensor& a, double b) { return a / a.constant(b); }
  friend Tensor operator+(double a, const Tensor& b) { return b.constant(a) + b; }
  friend Tensor operator-(double a, const Tensor& b) { return b.constant(a) - b; }
  friend Tensor operator*(double a, const Tensor& b) { return b.constant(a) * b; }
  friend Tensor operator/(double a, const Tensor& b) { return b.constant(a) / b; }

 private:
  friend class Session;
  friend Result<Tensor>;
  Tensor(std::shared_ptr<Tape<double>> tape, NodeId id) : tape_(std::move(tape)), id_(id) {}
  Tensor constant(double value) const { return {tape_, tape_->constant(value)}; }

  std::shared_ptr<Tape<double>> tape_;
  NodeId id_;
};

/// a @ b: the product of matrices and vectors.
inline Tensor matmul(const Tensor& a, const Tensor& b) { return Tensor::apply(Op::matmul, {a, b}); }

/// a to the power of b.
inline Tensor pow(const Tensor& a, const Tensor& b) { return Tensor::apply(Op::pow, {a, b}); }

}  // namespace backprop
