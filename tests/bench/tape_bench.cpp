// How fast a recorded graph of scalars runs forward and backward, for 10³ to 10⁶ nodes of add, mul and tanh in turn.
// Prints one line of JSON a size: { "nodes", "forward", "backward" } in nanoseconds a node, the best of several runs.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "backprop/tape.hpp"

namespace {

using namespace backprop;

/// Nanoseconds that f takes, the least of `runs`.
template <class F> double nanoseconds(int runs, F f) {
  double best = 1e300;
  for (int run = 0; run < runs; ++run) {
    const auto start = std::chrono::steady_clock::now();
    f();
    best = std::min(best, std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

void measure(std::size_t nodes) {
  Tape<double> tape;
  const NodeId a = tape.variable(0.5), b = tape.constant(0.3);
  NodeId y = a;
  for (int turn = 0; tape.size() < nodes; turn = (turn + 1) % 3)
    y = turn == 0   ? tape.apply(Op::add, {y, b})
        : turn == 1 ? tape.apply(Op::mul, {y, a})
                    : tape.apply(Op::tanh, {y});
  const int runs = static_cast<int>(std::max<std::size_t>(20, 2'000'000 / nodes));
  const double forward = nanoseconds(runs, [&] { tape.forward(); });
  const double backward = nanoseconds(runs, [&] { tape.backward(y); });
  std::printf("{ \"nodes\": %zu, \"forward\": %.3f, \"backward\": %.3f }\n", nodes, forward / double(nodes),
              backward / double(nodes));
}

}  // namespace

int main() {
  for (std::size_t nodes = 1000; nodes <= 1'024'000; nodes *= 2) measure(nodes);
}
