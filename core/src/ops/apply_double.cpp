// Every rule for `double`.
#include "ops/apply_rules.hpp"

namespace backprop {

template void opForward(Op, const Operands<double>&);
template void opBackward(Op, const Operands<double>&);

}  // namespace backprop
