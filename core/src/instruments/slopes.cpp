// From the rules of the operations.
#include "instruments/slopes.hpp"

#include "ops/compact_elementwise.hpp"

namespace backprop {

double activationAt(Op activation, double z) {
  return elementOf<double>(activation).value(opInfo(activation).defaults(), &z);
}

double slopeAt(Op activation, double z, double a) {
  const double inputAndOutput[] = {z, a};
  return elementOf<double>(activation).slope(opInfo(activation).defaults(), 0, inputAndOutput);
}

}  // namespace backprop
