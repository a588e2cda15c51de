// Every rule for dual numbers.
#include "ops/apply_rules.hpp"

namespace backprop {

template void opForward(Op, const Operands<Dual<double>>&);
template void opBackward(Op, const Operands<Dual<double>>&);

}  // namespace backprop
