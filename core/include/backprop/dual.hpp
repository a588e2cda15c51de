// Dual numbers a + b·ε with ε² = 0: forward-mode differentiation, exact to rounding.
//
// A `Tape<Dual<double>>` runs the same rules as a `Tape<double>` and carries a directional derivative along: through
// the forward pass that is forward mode, through the backward pass it is a Hessian-vector product.
// Source: Clifford, "Preliminary Sketch of Biquaternions" (1873); Griewank & Walther, "Evaluating Derivatives", ch. 3.
#pragma once

#include <cmath>

namespace backprop {

/// A number and how fast it moves. `derivative` is d value / d t along the chosen direction.
template <class Real> struct Dual {
  Real value = 0;
  Real derivative = 0;

  constexpr Dual() = default;
  constexpr Dual(Real v, Real d = 0) : value(v), derivative(d) {}

  friend constexpr Dual operator+(Dual a, Dual b) { return {a.value + b.value, a.derivative + b.derivative}; }
  friend constexpr Dual operator-(Dual a, Dual b) { return {a.value - b.value, a.derivative - b.derivative}; }
  friend constexpr Dual operator-(Dual a) { return {-a.value, -a.derivative}; }
  friend constexpr Dual operator*(Dual a, Dual b) {
    return {a.value * b.value, a.derivative * b.value + a.value * b.derivative};
  }
  friend constexpr Dual operator/(Dual a, Dual b) {
    const Real quotient = a.value / b.value;
    return {quotient, (a.derivative - quotient * b.derivative) / b.value};
  }
  constexpr Dual& operator+=(Dual b) { return *this = *this + b; }
  constexpr Dual& operator-=(Dual b) { return *this = *this - b; }

  // A branch is decided by the value alone, as the program that is differentiated would decide it.
  friend constexpr bool operator<(Dual a, Dual b) { return a.value < b.value; }
  friend constexpr bool operator<=(Dual a, Dual b) { return a.value <= b.value; }
  friend constexpr bool operator>(Dual a, Dual b) { return a.value > b.value; }
  friend constexpr bool operator>=(Dual a, Dual b) { return a.value >= b.value; }
  friend constexpr bool operator==(Dual a, Dual b) { return a.value == b.value; }
};

template <class Real> Dual<Real> exp(Dual<Real> x) {
  const Real y = std::exp(x.value);
  return {y, x.derivative * y};
}

template <class Real> Dual<Real> log(Dual<Real> x) { return {std::log(x.value), x.derivative / x.value}; }

template <class Real> Dual<Real> tanh(Dual<Real> x) {
  const Real y = std::tanh(x.value);
  return {y, x.derivative * (1 - y) * (1 + y)};
}

template <class Real> Dual<Real> abs(Dual<Real> x) { return x.value < 0 ? -x : x; }

/// aᵇ. A direction in which an argument does not move contributes nothing, so that (−2)³ needs no log(−2).
template <class Real> Dual<Real> pow(Dual<Real> a, Dual<Real> b) {
  const Real y = std::pow(a.value, b.value);
  Real derivative = 0;
  if (a.derivative != 0 && b.value != 0) derivative += a.derivative * b.value * std::pow(a.value, b.value - 1);
  if (b.derivative != 0 && !(a.value == 0 && b.value >= 0)) derivative += b.derivative * y * std::log(a.value);
  return {y, derivative};
}

}  // namespace backprop
