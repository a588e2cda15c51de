// Tensors that compute at once behave as PyTorch's do, and say what is wrong where PyTorch would.
#include "backprop/tensor.hpp"

#include <doctest/doctest.h>

#include "compare.hpp"

namespace backprop {
namespace {

TEST_CASE("y = x² + 3x + 1 at 2 is 11 at once, and after backward x.grad is 7") {
  Session session;
  Tensor x = session.tensor(2, requiresGrad);
  Tensor y = x * x + 3 * x + 1;
  CHECK(y.item() == 11);
  y.backward();
  CHECK(x.grad()[0] == 7);
}

TEST_CASE("gradients add up over calls until zeroGrad") {
  Session session;
  Tensor x = session.tensor(3, requiresGrad);
  Tensor y = x * x;
  y.backward();
  y.backward();
  CHECK(x.grad()[0] == 12);
  x.zeroGrad();
  CHECK(x.grad()[0] == 0);
  y.backward();
  session.zeroGrad();
  CHECK(x.grad()[0] == 0);
}

TEST_CASE("gradient descent in a loop, with updates under NoGrad, finds the minimum") {
  Session session;
  Tensor w = session.tensor(5, requiresGrad);
  for (int step = 0; step < 50; ++step) {
    Tensor loss = (w - 2) * (w - 2);
    session.zeroGrad();
    loss.backward();
    const double next = w.item() - 0.1 * w.grad()[0];
    w.set(std::vector<double>{next});
  }
  CHECK(test::close(w.item(), 2, 1e-4, 0));
}

TEST_CASE("what is computed under NoGrad, or from a detached tensor, requires no gradient") {
  Session session;
  Tensor x = session.tensor(2, requiresGrad);
  {
    NoGrad guard(session);
    Tensor y = x * x;
    CHECK_FALSE(y.requiresGrad());
    CHECK(y.item() == 4);
    CHECK(y.tryBackward().error().message ==
          "[backward] the output does not depend on any leaf that requires a gradient");
  }
  Tensor z = x.detach() * x;
  z.backward();
  CHECK(x.grad()[0] == 2);  // the detached factor counts as a constant
}

TEST_CASE("matrices multiply and broadcast as NumPy's, and a gradient of several numbers starts from a cotangent") {
  Session session;
  Tensor w = session.tensor(Shape{2, 2}, std::vector<double>{1, 2, 3, 4}, requiresGrad);
  Tensor x = session.tensor(Shape::vector(2), std::vector<double>{5, 6});
  Tensor y = matmul(w, x) + 1;
  CHECK((y.shape() == Shape::vector(2)));
  CHECK(y.value()[1] == 40);
  CHECK(y.tryBackward().error().message.starts_with("[backward] the output has shape [2]; a gradient can start from"));
  y.backward(std::vector<double>{1, 10});
  CHECK(std::ranges::equal(w.grad(), std::vector<double>{5, 6, 50, 60}));
}

TEST_CASE("tensors of two sessions do not mix, and shapes that do not fit are both named") {
  Session one, two;
  Tensor a = one.tensor(1), b = two.tensor(2);
  CHECK(Tensor::tryApply(Op::add, {a, b}).error().message ==
        "[add] its inputs belong to two sessions; tensors of one session would be right");
  Tensor c = one.tensor(Shape::vector(2), std::vector<double>{1, 2});
  Tensor d = one.tensor(Shape::vector(3), std::vector<double>{1, 2, 3});
  CHECK(Tensor::tryApply(Op::mul, {c, d}).error().message.starts_with("[mul] [2] and [3] do not broadcast"));
}

TEST_CASE("a tensor outlives its session") {
  std::optional<Tensor> y;
  {
    Session session;
    y = session.tensor(2, requiresGrad) * 3;
  }
  y->backward();
  CHECK(y->item() == 6);
}

}  // namespace
}  // namespace backprop
