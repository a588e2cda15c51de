// Recording: leaves, names, outputs, calls, and what is said when a text cannot be recorded.
#include "backprop/program.hpp"

#include <doctest/doctest.h>

#include <array>

namespace backprop {
namespace {

/// Runs a text that must be right.
Recorded<double> run(std::string_view source, const RecordOptions& options = {}) {
  auto recorded = record<double>(source, options);
  CAPTURE(source);
  REQUIRE_MESSAGE(recorded.ok(), recorded.diagnostics[0].message);
  recorded.program.tape.forward();
  return recorded;
}

double valueOf(std::string_view source) {
  auto recorded = run(source);
  return recorded.program.tape.value(*recorded.program.output)[0];
}

TEST_CASE("y = x² + 3x + 1 at x = 2 is 11, with derivative 7") {
  auto [program, diagnostics] = run("x = 2; y = x**2 + 3*x + 1");
  program.tape.backward(*program.output);
  CHECK(program.tape.value(*program.output)[0] == 11);
  CHECK(program.tape.gradient(*program.find("x"))[0] == 7);
  CHECK(program.nameOf(*program.output) == "y");
}

TEST_CASE("literals that are assigned are leaves, literals in expressions are constants") {
  const auto [program, diagnostics] =
      run("x = -2; W = [[1, 2], [3, 4]]; y = x * 5; t = tensor([1, 2]); u = tensor(1., requires_grad=True)");
  REQUIRE(program.leaves.size() == 3);
  CHECK(program.leaves[0].name == "x");
  CHECK(program.leaves[1].name == "W");
  CHECK(program.leaves[2].name == "u");
  CHECK(program.tape.node(*program.find("t")).kind == NodeKind::constant);
}

TEST_CASE("values from outside make free names leaves and replace literals") {
  RecordOptions options{.values = {{"x", {{}, {3}}}, {"w", {Shape::vector(2), {1, 2}}}}, .defaultValue = 1.0};
  const auto [program, diagnostics] = run("x = 2; sum(w*x) + q", options);
  CHECK(program.tape.value(*program.output)[0] == 10);
  CHECK(program.freeNames == std::vector<std::string>{"w", "q"});
  options.values["x"].numbers = {1, 2};
  CHECK(!record<double>("x = 2", options).ok());
}

TEST_CASE("a student's script of PyTorch is taken as it is") {
  auto [program, diagnostics] =
      run("import torch\nimport torch.nn.functional as F\nfrom math import pi\n"
          "x = torch.tensor([[1., 2.], [3., 4.]], requires_grad=True, dtype=torch.float64)\n"
          "loss = F.mse_loss(torch.tanh(x), torch.zeros(2, 2)) + x.sum().item() * math.pi\n"
          "loss.backward()\nloss.backward()\nprint('loss', loss.item(), x.grad)\n");
  CHECK(program.backwards == 2);
  CHECK(program.nameOf(*program.output) == "loss");
}

TEST_CASE("arguments of what makes tensors go by their names, whatever their order") {
  CHECK(valueOf("sum(linspace(end=1, start=0, steps=3) * [1, 10, 100])") == 105);
  CHECK(valueOf("sum(linspace(0, steps=3, end=1) * [1, 10, 100])") == 105);
  CHECK(valueOf("sum(arange(end=3) * [1, 10, 100])") == 210);
  CHECK(valueOf("sum(arange(step=2, end=5, start=1) * [1, 10])") == 31);
  CHECK(valueOf("sum(arange(3, step=2) * [1, 10])") == 20);
  CHECK(valueOf("sum(arange(1, end=3) * [1, 10])") == 21);
  CHECK(valueOf("sum(full(fill_value=3, size=(2, 2)))") == 12);
  CHECK(valueOf("sum(ones(size=(2, 3))) + sum(eye(2, m=3)) + tensor(data=4)") == 12);
}

TEST_CASE("item() is a number of Python: no gradient passes it, and it has no dimensions; clone() passes gradients") {
  auto [program, diagnostics] = run("x = [[3]]; y = x.item() * sum(x.clone()) + 2");
  program.tape.backward(*program.output);
  CHECK(program.tape.value(*program.output)[0] == 11);
  CHECK(program.tape.node(*program.output).shape.rank == 0);
  CHECK(program.tape.gradient(*program.find("x"))[0] == 3);
}

TEST_CASE("functions, methods and their arguments follow the table") {
  CHECK(valueOf("x = 2; x.pow(3)") == 8);
  CHECK(valueOf("x = -2; leaky_relu(x, 0.5)") == -1);
  CHECK(valueOf("x = -2; leaky_relu(x, negative_slope=0.25)") == -0.5);
  CHECK(valueOf("x = 5; clamp(x, max=3)") == 3);
  CHECK(valueOf("x = 5; where_pos(x, 1, 2)") == 1);
  CHECK(valueOf("x = 2; x += 3; x *= 2; x") == 10);
  CHECK(valueOf("max([1, 5, 2])") == 5);
  CHECK(valueOf("max([1, 5, 2], 4)") == 4);
  CHECK(valueOf("W = [[1, 2], [3, 4]]; sum(W.T, axis=1, keepdims=True)") == 4);
  CHECK(
      valueOf("W = [[1, 2], [3, 4]]; sum(W.transpose(0, -1) @ [1, 0]) + sum(transpose(W, dim0=1, dim1=-2) @ [1, 0])") ==
      6);
  CHECK(valueOf("W = [[1, 2], [3, 4]]; W.reshape(4).view(2, -1).mean()") == 2.5);
  CHECK(valueOf("mse_loss([1, 2], [3, 4], reduction='sum')") == 8);
  CHECK(valueOf("W = [[1, 2], [3, 6]]; var(W, unbiased=False)") == 3.5);
  CHECK(valueOf("arange(4).sum() + linspace(0, 1, 5).sum() + eye(3).sum() + full((2, 2), 0.5).sum()") == 13.5);
  CHECK(valueOf("[1/4, 2**3] * 2") == 0.5);
  CHECK(valueOf("gelu(1, approximate='tanh') == gelu_tanh(1)") == 1);
}

TEST_CASE("names of JavaScript are ordinary names") {
  const auto [program, diagnostics] =
      run("toString + valueOf + hasOwnProperty + __proto__", {.values = {}, .defaultValue = 2.0});
  CHECK(program.tape.value(*program.output)[0] == 8);
  CHECK(program.freeNames.size() == 4);
}

TEST_CASE("an output that is a leaf is a graph of one node") {
  auto [program, diagnostics] = run("y = x", {.values = {{"x", {{}, {2}}}}, .defaultValue = std::nullopt});
  program.tape.backward(*program.output);
  CHECK(program.tape.gradient(*program.find("y"))[0] == 1);
}

TEST_CASE("each mistake gets one sentence at its place") {
  struct Mistake {
    std::string_view source, place, sentence;
  };
  constexpr std::string_view transposes =
      "transpose swaps the two dimensions of a matrix, as in x.T or transpose(x, 0, 1)";
  constexpr std::array mistakes{
      Mistake{"y = q + 1", "1:5", "`q` is not defined; give it a value, such as q = 1"},
      Mistake{"q == 1", "1:1", "`q` is not defined; one = assigns, == compares"},
      Mistake{"tahn(1)", "1:1", "the function `tahn` is unknown; did you mean tanh?"},
      Mistake{"x = 2; x(3)", "1:8", "`x` is a value, not a function; * multiplies"},
      Mistake{"\"x\" + 1", "1:1", "strings are not supported here"},
      Mistake{"x = [[1, 2], [3]]", "1:14", "row 2 has 1 numbers and row 1 has 2; all rows must have the same length"},
      Mistake{"[[[[1]]]]", "1:2", "lists nest at most three deep"},
      Mistake{"W = [[1, 2]]; b = [1, 2, 3]; W @ b", "1:32",
              "[matmul] [1, 2] @ [3] do not fit: the left one's 2 columns must equal the right one's 3 elements"},
      Mistake{"l = nn.MSELoss()\nl(1, 2)", "1:8", "the class `MSELoss` is not supported; write F.mse_loss(p, t)"},
      Mistake{"x = 2; y = x.grad * 2", "1:12", "`x.grad` is no value to compute with"},
      Mistake{"x = 2; x.grad.zero_()", "1:15", "`zero_` changes a tensor in place, which is not supported"},
      Mistake{"sum([1], foo=1)", "1:10", "there is no argument `foo` in sum(x, dim, keepdim)"},
      Mistake{"s = 0.1; leaky_relu(1, s)", "1:24",
              "[leaky_relu] negative_slope must be a number, written out; here it is a tensor"},
      Mistake{"tanh()", "1:1", "the argument `x` is missing in tanh(x)"},
      Mistake{"tanh", "1:1", "`tanh` is a function; write `tanh(…)`"},
      Mistake{"1 + torch", "1:5", "`torch` is not defined; give it a value, such as torch = 1"},
      Mistake{"t = tensor(1); t.backward()", "1:18",
              "no leaf with gradient leads to `t`; x = 2, or tensor(…, requires_grad=True), makes one"},
      Mistake{"zeros(start=3)", "1:7", "`zeros` has no argument `start`"},
      Mistake{"arange(3, steps=3)", "1:11", "`arange` has no argument `steps`"},
      Mistake{"linspace(0, 1, start=2, steps=3)", "1:22", "the argument `start` is given twice"},
      Mistake{"zeros(2, size=3)", "1:15", "the argument `size` is given twice"},
      Mistake{"arange(start=3)", "1:1", "the argument `end` of `arange` is missing"},
      Mistake{"full(fill_value=2)", "1:1", "the argument `size` of `full` is missing"},
      Mistake{"x = ones(2, 3); x.item() * 2", "1:19", "item() needs a tensor of one number; this one has shape [2, 3]"},
      Mistake{"x = ones(2); x.item", "1:16", "`item` is a function; write `item()`"},
      Mistake{"transpose([[1, 2]], 0, 0)", "1:1", transposes},
      Mistake{"transpose([[1, 2]], 0, -2)", "1:1", transposes},
      Mistake{"x = [[1, 2]]; x.transpose(1, 2)", "1:17", transposes},
      Mistake{"x = [[1, 2]]; x.transpose(1)", "1:17", transposes},
      Mistake{"x = [[1, 2]]; x.transpose(0, 1, 1)", "1:17", transposes},
      Mistake{"x = [[1, 2]]; transpose(x, 'a', x)", "1:15", transposes},
      Mistake{"x = 2; a = x*2; b = x*3; a.backward(); b.backward()", "1:42",
              "one tensor's backward() a text; to follow several losses, add the losses first, as in "
              "(a + b).backward()"},
  };
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.source);
    const auto recorded = record<double>(mistake.source);
    REQUIRE(recorded.diagnostics.size() == 1);
    const Diagnostic& found = recorded.diagnostics[0];
    CHECK(found.message == mistake.sentence);
    CHECK(std::to_string(found.line) + ":" + std::to_string(found.column) == mistake.place);
  }
}

TEST_CASE("a definition that failed does not make its uses mistakes, and what is right is recorded") {
  const auto recorded = record<double>("a = q\nb = a + 1\nx = 2\nd = x*3\nc = [1, 2\n");
  REQUIRE(recorded.diagnostics.size() == 2);
  CHECK(recorded.program.nameOf(*recorded.program.output) == "d");
}

TEST_CASE("a tensor that is too large is refused at once, and the memory is given back") {
  const std::uint64_t before = memoryTaken();
  for (const std::string_view source : {"zeros(65536, 65536)", "ones(65536, 65536, requires_grad=True)", "arange(1e9)",
                                        "linspace(0, 1, 4000000000)", "eye(60000)"}) {
    CAPTURE(source);
    CHECK(record<double>(source).diagnostics.size() == 1);
  }
  CHECK(memoryTaken() == before);
}

TEST_CASE("every hostile expression of the golden data gets the answer that it wants") {
  struct Case {
    std::string_view id, source;
    bool ok;
  };
  constexpr std::array cases{Case{"expr-002", "   \t \n ", true},
                             Case{"expr-007", "\"x\" + 1", false},
                             Case{"expr-024", "5. + .5", true},
                             Case{"expr-029", "1e-400", true},
                             Case{"expr-033", "x +", false},
                             Case{"expr-035", "x ** 2", true},
                             Case{"expr-043", "sin x", false},
                             Case{"expr-048", "foo(x)", false},
                             Case{"expr-061", "[1, 2", false},
                             Case{"expr-062", "x[0]", false},
                             Case{"expr-066", "y = x\xe2\x80\xa8z = y^2", true},
                             Case{"expr-068", "y = q + 1", true},
                             Case{"expr-072", "y = x", true},
                             Case{"expr-077", "nan + x", true},
                             Case{"expr-081", "log(0)", true},
                             Case{"expr-087", "toString + valueOf + hasOwnProperty + x", true},
                             Case{"expr-089", "sin.constructor(\"alert(1)\")()", false},
                             Case{"expr-093", "<img src=x onerror=alert(1)>", false},
                             Case{"expr-095", "](javascript:alert(1))", false}};
  for (const Case& c : cases) {
    CAPTURE(c.id);
    CHECK(record<double>(c.source, {.values = {}, .defaultValue = 1.0}).ok() == c.ok);
  }
}

}  // namespace
}  // namespace backprop
