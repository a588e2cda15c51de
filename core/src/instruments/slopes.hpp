// An activation and its slope as plain functions of a number, for what looks at single units.
#pragma once

#include "backprop/op.hpp"

namespace backprop {

/// f(z) of an elementwise operation of one input, its attributes at their defaults.
double activationAt(Op activation, double z);

/// f′(z), given z and a = f(z).
double slopeAt(Op activation, double z, double a);

}  // namespace backprop
