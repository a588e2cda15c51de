// How fast the kernels are, and the walks of whole networks that are made of them.
// Prints one line of JSON a figure: { "system", "workload", "value", "unit", "min", "max" }, the median of several
// runs. A text on the command line leaves only the workloads that contain it.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>
#include <type_traits>
#include <vector>

#include "backprop/tape.hpp"
#include "kernels/kernels.hpp"
#include "ops/dispatch.hpp"

namespace {

using namespace backprop;

std::string wanted;  // part of the workloads' names

volatile double sink;  // what is computed must be needed

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// Prints how many `work` of `unit` f does a second.
template <class F> void measure(const std::string& workload, double work, const char* unit, F f) {
  if (workload.find(wanted) == std::string::npos) return;
  constexpr double shortest = 0.004, warmUp = 0.3;  // seconds; node compiles hot code anew meanwhile
  std::size_t turns = 1;
  const auto seconds = [&] {
    const double start = now();
    for (std::size_t turn = 0; turn < turns; ++turn) f();
    return now() - start;
  };
  for (double spent = 0, last = 0; spent < warmUp || last < shortest; spent += last) {
    last = seconds();
    if (last < shortest) turns *= 2;
  }
  std::array<double, 25> rates;
  for (double& rate : rates) rate = work * double(turns) / seconds();
  std::ranges::sort(rates);
  std::printf(
      "{\"system\":\"backprop-playground\",\"workload\":\"%s\",\"value\":%.6g,\"unit\":\"%s\",\"min\":%.6g,\"max\":%."
      "6g}"
      "\n",
      workload.c_str(), rates[rates.size() / 2], unit, rates.front(), rates.back());
}

template <class Real> constexpr const char* nameOf = std::is_same_v<Real, float> ? "f32" : "f64";

/// Numbers between −reach and reach.
template <class Real> std::vector<Real> numbers(std::size_t n, double reach) {
  std::vector<Real> x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = Real(reach * std::sin(double(i) * 0.7 + 1));
  return x;
}

template <class Real> void measureProducts(std::size_t m, std::size_t n, std::size_t k) {
  const auto a = numbers<Real>(m * k, 1), b = numbers<Real>(k * n, 1);
  std::vector<Real> c(m * n);
  const auto each = [&](const char* kind, auto product) {
    const std::string workload = std::string("matmul ") + kind + " " + std::to_string(m) + "x" + std::to_string(n) +
                                 "x" + std::to_string(k) + " " + nameOf<Real>;
    measure(workload, 2e-9 * double(m) * double(n) * double(k), "GFLOP/s",
            [&] { product(a.data(), b.data(), c.data(), m, n, k, Start<Real>::value(0)); });
  };
  each("NN", simd::matmulNN<Real>);
  each("NT", simd::matmulNT<Real>);
  each("TN", simd::matmulTN<Real>);
}

template <class Real> void measureFunctions() {
  constexpr std::size_t n = 4096;
  const auto x = numbers<Real>(n, 4);
  std::vector<Real> y(n);
  const auto each = [&]<class R>(R) {
    measure(std::string(R::info.name) + " " + nameOf<Real>, double(n), "elements/s", [&] {
      simd::map(
          n, y.data(), [](auto t) { return R::forward(t); }, x.data());
      sink = y[n / 2];
    });
  };
  each(Rule<Op::exp>{});
  each(Rule<Op::tanh>{});
  each(Rule<Op::sigmoid>{});
}

/// Forward and backward of a multilayer perceptron, gradients cleared before each step.
void measureNetwork(const char* name, const std::vector<std::uint32_t>& sizes, Op activation, Op loss,
                    std::uint32_t rows) {
  Tape<float> tape;
  const bool classes = loss == Op::cross_entropy;
  const NodeId input = tape.constant(Shape{rows, sizes.front()}, numbers<float>(std::size_t{rows} * sizes.front(), 1));
  const NodeId target = tape.constant(classes ? Shape::vector(rows) : Shape{rows, sizes.back()});
  NodeId below = input;
  for (std::size_t l = 1; l < sizes.size(); ++l) {
    const double bound = 1 / std::sqrt(double(sizes[l - 1]));
    const NodeId w =
        tape.variable({sizes[l], sizes[l - 1]}, numbers<float>(std::size_t{sizes[l]} * sizes[l - 1], bound));
    const NodeId b = tape.variable({1, sizes[l]}, numbers<float>(sizes[l], bound));
    below = tape.apply(Op::linear, {below, w, b});
    if (l + 1 < sizes.size() || !classes) below = tape.apply(activation, {below});
  }
  const NodeId output = tape.apply(loss, {below, target});
  measure(std::string("forward and backward of ") + name, 1, "steps/s", [&] {
    tape.zeroGrad();
    tape.forward();
    tape.backward(output);
  });
}

}  // namespace

int main(int count, char** arguments) {
  if (count > 1) wanted = arguments[1];
  for (const std::size_t n : {128, 256, 512, 1024}) measureProducts<float>(n, n, n);
  measureProducts<float>(64, 784, 128);
  measureProducts<float>(64, 128, 784);
  measureProducts<float>(128, 64, 784);
  measureProducts<float>(128, 784, 64);
  measureProducts<double>(256, 256, 256);
  measureFunctions<float>();
  measureFunctions<double>();
  measureNetwork("784-128-64-10 relu, cross_entropy, batch 64", {784, 128, 64, 10}, Op::relu, Op::cross_entropy, 64);
  measureNetwork("2-4-2-1 tanh, mse, batch 10", {2, 4, 2, 1}, Op::tanh, Op::mse, 10);
  measureNetwork("2-8-8-8-8-8-8-1 tanh, mse, batch 10", {2, 8, 8, 8, 8, 8, 8, 1}, Op::tanh, Op::mse, 10);
}
