// Every rule for `float`.
#include "ops/apply_rules.hpp"

namespace backprop {

template void opForward(Op, const Operands<float>&);
template void opBackward(Op, const Operands<float>&);

}  // namespace backprop
