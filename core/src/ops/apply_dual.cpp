// Every rule for dual numbers.
#include "ops/apply_rules.hpp"

namespace backprop {

template OpFunction<Dual<double>> opForward(Op);
template OpFunction<Dual<double>> opBackward(Op);
template const Element<Dual<double>>& elementOf(Op);

}  // namespace backprop
