// Every rule for `double`.
#include "ops/apply_rules.hpp"

namespace backprop {

template OpFunction<double> opForward(Op);
template OpFunction<double> opBackward(Op);
template const Element<double>& elementOf(Op);

}  // namespace backprop
