// One operation on a tape of its own, from a sample.
#pragma once

#include <vector>

#include "backprop/tape.hpp"
#include "compare.hpp"
#include "ops_samples.hpp"

namespace backprop::test {

/// L = Σ cotangent · op(inputs), recorded over any number type with every input a parameter.
template <class Real> struct Recorded {
  Tape<Real> tape;
  std::vector<NodeId> inputs;
  NodeId output = 0;
  std::vector<double> cotangent;

  Recorded(Op op, const Sample& sample) {
    for (const Matrix& m : sample.inputs)
      inputs.push_back(tape.variable(m.shape, std::vector<Real>(m.data.begin(), m.data.end())));
    output = tape.tryApply(op, inputs, sample.attributes.value_or(opInfo(op).defaults())).value();
    cotangent = randomNumbers<double>(tape.node(output).shape.size(), 99);
  }

  Real loss() {
    tape.forward();
    Real total = 0;
    for (std::size_t i = 0; i < cotangent.size(); ++i) total += Real(cotangent[i]) * tape.value(output)[i];
    return total;
  }

  void backward() {
    tape.forward();
    tape.zeroGrad();
    if (tape.node(output).requiresGrad) tape.backward(output, std::vector<Real>(cotangent.begin(), cotangent.end()));
  }
};

}  // namespace backprop::test
