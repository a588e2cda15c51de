// From the rules of the operations.
#include "instruments/slopes.hpp"

#include "ops/dispatch.hpp"

namespace backprop {

double activationAt(Op activation, double z) {
  double value = z;
  withRule(activation, [&]<class R>() {
    if constexpr (R::arity == 1) value = ruleWith<R>(R::info.defaults()).forward(z);
  });
  return value;
}

double slopeAt(Op activation, double z, double a) {
  double slope = 1;
  withRule(activation, [&]<class R>() {
    if constexpr (R::arity == 1 && !R::info.stopsGradient) slope = ruleWith<R>(R::info.defaults()).dx(z, a);
  });
  return slope;
}

}  // namespace backprop
