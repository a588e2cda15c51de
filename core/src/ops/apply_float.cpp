// Every rule for `float`.
#include "ops/apply_rules.hpp"

namespace backprop {

template OpFunction<float> opForward(Op);
template OpFunction<float> opBackward(Op);
template const Element<float>& elementOf(Op);

}  // namespace backprop
