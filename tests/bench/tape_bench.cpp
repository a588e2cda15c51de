// How fast a recorded graph of scalars runs forward and backward, for 10³ to 10⁶ nodes of add, mul and tanh in turn.
// Prints one line of JSON a size: { "system", "workload", "value", "unit", "min", "max" }, the median of several runs.
// A text on the command line leaves only the workloads that contain it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "backprop/tape.hpp"

namespace {

using namespace backprop;

/// Sorted seconds that f takes, run after run.
template <class F> std::vector<double> seconds(std::size_t runs, F f) {
  std::vector<double> spent(runs);
  for (double& each : spent) {
    const auto start = std::chrono::steady_clock::now();
    f();
    each = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  }
  std::ranges::sort(spent);
  return spent;
}

void measure(std::size_t nodes, const std::string& workload) {
  Tape<double> tape;
  const NodeId a = tape.variable(0.5), b = tape.constant(0.3);
  NodeId y = a;
  for (int turn = 0; tape.size() < nodes; turn = (turn + 1) % 3)
    y = turn == 0   ? tape.apply(Op::add, {y, b})
        : turn == 1 ? tape.apply(Op::mul, {y, a})
                    : tape.apply(Op::tanh, {y});
  const std::vector<double> spent = seconds(std::max<std::size_t>(21, 2'000'000 / nodes), [&] {
    tape.forward();
    tape.backward(y);
  });
  const auto speed = [&](double time) { return double(nodes) / time; };
  std::printf("{\"system\":\"backprop-playground\",\"workload\":\"%s\",\"value\":%.6g,\"unit\":\"nodes/s\",\"min\":%.6g,"
              "\"max\":%.6g}\n",
              workload.c_str(), speed(spent[spent.size() / 2]), speed(spent.back()), speed(spent.front()));
}

}  // namespace

int main(int count, char** arguments) {
  const std::string wanted = count > 1 ? arguments[1] : "";
  for (std::size_t nodes = 1000; nodes <= 1'024'000; nodes *= 2) {
    const std::string workload = "graph of " + std::to_string(nodes) + " nodes";
    if (workload.find(wanted) != std::string::npos) measure(nodes, workload);
  }
}
