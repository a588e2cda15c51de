// Printing: a text or a tape comes back as the same tape, and reads as a person would write it.
#include "backprop/printing.hpp"

#include <doctest/doctest.h>

#include "random_program.hpp"
#include "round_trip.hpp"

namespace backprop {
namespace {

std::string printed(std::string_view source) {
  const auto recorded = record<double>(source);
  REQUIRE_MESSAGE(recorded.ok(), recorded.diagnostics[0].message);
  CHECK(test::roundTripFault(recorded.program) == "");
  return toText(recorded.program);
}

/// The last line.
std::string expression(std::string_view source) {
  const std::string text = printed(source);
  const std::size_t start = text.rfind('\n', text.size() - 2);
  return text.substr(start + 1, text.size() - start - 2);
}

TEST_CASE("a program prints as it would be written") {
  CHECK(printed("x=2;y=x^2+3*x+1") == "x = 2\ny = x ** 2 + 3 * x + 1\n");
  CHECK(printed("W = [[1,2],[3,4]]\nx = [0.5,-1]\nloss = sum(tanh(W@x))\nloss.backward()\n") ==
        "W = [[1, 2], [3, 4]]\nx = [0.5, -1]\nloss = sum(tanh(W @ x))\nloss.backward()\n");
}

TEST_CASE("brackets stand only where the grammar needs them") {
  const std::string leaves = "a = 1; b = 2; c = 3; ";
  for (const std::string text :
       {"a - b - c",  "a - (b - c)", "a + b * c",          "(a + b) * c",   "a / (b * c)", "-a ** b",
        "(-a) ** b",  "a ** -b",     "a ** b ** c",        "(a ** b) ** c", "-(a + b)",    "--a",
        "a * -b",     "-a * b",      "-(a * b)",           "2 ** -a * b",   "(-3) ** a",   "a ** -3",
        "neg(3) * a", "tanh(a + b)", "tensor(2) * exp(a)", "2 * exp(a)"})
    CHECK(expression(leaves + text) == text);
}

TEST_CASE("numbers come back exactly") {
  for (const std::string number : {"0.1", "0.30000000000000004", "1e+20", "5e-324", "1.7976931348623157e+308", "-0.0",
                                   "inf", "-inf", "nan", "123456789012345", "1e+15"})
    CHECK(printed("x = " + number + "; x") == "x = " + number + "\n");
  CHECK(shortestNumber(0.1f) == "0.1");
  CHECK(shortestNumber(16777216.f) == "16777216");
}

TEST_CASE("names are kept, also when they are bound again, and new ones do not collide") {
  CHECK(printed("x = 2\nx = x * 3\nx = x + 1") == "x = 2\nx = x * 3\nx = x + 1\n");
  CHECK(printed("x = 2\ny = x\nx = 3\nx * y") == "x = 2\nx_2 = 3\nx_2 * x\n");
  CHECK(printed("v1 = 2\nx = tensor(3)*exp(v1)\nx*x") == "v1 = 2\nx = tensor(3) * exp(v1)\nx * x\n");
  CHECK(printed("inf = 2\ninf*inf") == "v1 = 2\nv1 * v1\n");
  CHECK(printed("σ = 2; __proto__ = σ*3") == "σ = 2\n__proto__ = σ * 3\n");
}

TEST_CASE("what is recorded out of order, too deep or too long gets lines of its own") {
  Tape<double> tape;
  const NodeId x = tape.variable(2.0);
  const NodeId first = tape.apply(Op::exp, {x}), second = tape.apply(Op::tanh, {x});
  const NodeId y = tape.apply(Op::sub, {second, first});
  CHECK(toText(tape, {.nameOf = {}, .output = y}) == "v1 = 2\nv2 = exp(v1)\nv3 = tanh(v1)\nv3 - v2\n");
  std::string deep = "x";
  for (int i = 0; i < 5000; ++i) deep = "tanh(" + deep + ")";
  CHECK(printed("x = 1; y = " + deep).size() < 60'000);
  std::string sum = "x";
  for (int i = 0; i < 5000; ++i) sum += " + x";
  CHECK(printed("x = 1; y = " + sum).size() < 60'000);
}

TEST_CASE("the output is named at the end where it is not the last line") {
  CHECK(printed("x = 1; y = x*2; z = x*3; y") == "x = 1\ny = x * 2\nz = x * 3\ny\n");
  CHECK(printed("x = 1; y = x*2; y.backward(); y.backward()") == "x = 1\ny = x * 2\ny.backward()\ny.backward()\n");
}

TEST_CASE("large tensors of one number are short, others are written out") {
  CHECK(printed("x = zeros(30, 40)") == "x = full((30, 40), 0)\n");
  CHECK(printed("x = ones(20, requires_grad=True); sum(x)") == "x = full((20,), 1, requires_grad=True)\nsum(x)\n");
  CHECK(printed("x = [[[1,2]],[[3,4]]]; x*[[[1]]]") == "x = [[[1, 2]], [[3, 4]]]\nx * [[[1]]]\n");
}

TEST_CASE("300 random programs record, print and record to the same tape") {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    const std::string source = test::RandomProgram(seed).text();
    CAPTURE(source);
    const auto in64 = record<double>(source);
    REQUIRE_MESSAGE(in64.ok(), in64.diagnostics[0].message);
    REQUIRE(test::roundTripFault(in64.program) == "");
    REQUIRE(test::roundTripFault(record<float>(source).program) == "");
  }
}

TEST_CASE("a PyTorch script sets up its leaves, computes, calls backward and prints the gradients") {
  const auto recorded = record<double>("x = 2\nw = [1, inf]\ny = sum(relu(w*x)) ** 2 - exp(3)\ny.backward()");
  REQUIRE(recorded.ok());
  CHECK(toPyTorch(recorded.program) ==
        "import torch\nimport torch.nn.functional as F\n\ntorch.set_default_dtype(torch.float64)\n"
        "torch.set_printoptions(precision=16)\n\n"
        "x = torch.tensor(2.0, requires_grad=True)\nw = torch.tensor([1.0, float('inf')], requires_grad=True)\n"
        "y = torch.sum(F.relu(w * x)) ** 2 - torch.exp(torch.tensor(3.0))\ny.backward()\n\n"
        "print('y =', y.detach())\nprint('x.grad =', x.grad)\nprint('w.grad =', w.grad)\n");
}

/// The last line of a PyTorch script before its backward pass.
std::string inPyTorch(std::string_view source) {
  const auto recorded = record<double>(source);
  REQUIRE_MESSAGE(recorded.ok(), recorded.diagnostics[0].message);
  const std::string script = toPyTorch(recorded.program);
  const std::size_t start = script.find("y = ");
  return script.substr(start, script.find('\n', start) - start);
}

TEST_CASE("what PyTorch has no function for is written out, and averages as the loss does") {
  const std::string leaves = "p = [1, 2]; t = [1, -1]; y = ";
  CHECK(inPyTorch(leaves + "hinge(p, t)") == "y = F.relu(1 - t * p).mean()");
  CHECK(inPyTorch(leaves + "hinge(p + 1, -t, reduction='sum')") == "y = F.relu(1 - (-t) * (p + 1)).sum()");
  CHECK(inPyTorch(leaves + "hinge(p, t, reduction='none')") == "y = F.relu(1 - t * p)");
  CHECK(inPyTorch(leaves + "gelu_tanh(p - t)") == "y = F.gelu(p - t, approximate='tanh')");
}

TEST_CASE("PyTorch is told all dimensions where it takes no attribute without them") {
  CHECK(inPyTorch("x = [1, 2]; y = sum(x, keepdim=True)") == "y = torch.sum(x, dim=0, keepdim=True)");
  CHECK(inPyTorch("x = [[1, 2]]; y = mean(x, keepdim=True)") == "y = torch.mean(x, dim=(0, 1), keepdim=True)");
  CHECK(inPyTorch("x = [[[1, 2]]]; y = var(x, correction=0)") == "y = torch.var(x, dim=(0, 1, 2), correction=0)");
  CHECK(inPyTorch("x = [1, 2]; y = var(x, keepdim=True)") == "y = torch.var(x, dim=0, keepdim=True)");
  CHECK(inPyTorch("x = [1, 2]; y = logsumexp(x)") == "y = torch.logsumexp(x, dim=0)");
  CHECK(inPyTorch("x = [1, 2]; y = softmax(x)") == "y = torch.softmax(x, dim=-1)");
  CHECK(inPyTorch("x = [[[1, 2]]]; y = norm(x, keepdim=True)") ==
        "y = torch.norm(x, dim=(0, 1, 2), p=2, keepdim=True)");
  CHECK(inPyTorch("x = [[1, 2]]; y = softmax(x + 1, dim=None)") ==
        "y = torch.softmax((x + 1).reshape(-1), dim=0).reshape((1, 2))");
  CHECK(inPyTorch("x = [1, 2]; y = sum(x)") == "y = torch.sum(x)");
}

TEST_CASE("a PyTorch script of a matrix is given its cotangent") {
  const auto recorded = record<double>("x = [1, 2]; λ₁ = x*2");
  CHECK(toPyTorch(recorded.program).find("λ_1.backward(torch.ones_like(λ_1))") != std::string::npos);
  CHECK(toPyTorch(recorded.program, {1, 0.5}).find("λ_1.backward(torch.tensor([1.0, 0.5]).reshape(λ_1.shape))") !=
        std::string::npos);
}

}  // namespace
}  // namespace backprop
