// Dual numbers a + b·ε with ε² = 0: forward-mode differentiation, exact to rounding.
//
// A `Tape<Dual<double>>` runs the same rules as a `Tape<double>` and carries a directional derivative along: through
// the forward pass that is forward mode, through the backward pass it is a Hessian-vector product.
// Source: Clifford, "Preliminary Sketch of Biquaternions" (1873); Griewank & Walther, "Evaluating Derivatives", ch. 3.
#pragma once

#include <cmath>
#include <numbers>

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

/// f(x) with its slope f′(x). A number that does not move adds nothing, even where the slope is infinite.
template <class Real> constexpr Dual<Real> withSlope(Dual<Real> x, Real y, Real slope) {
  return {y, x.derivative == 0 ? 0 : x.derivative * slope};
}

/// f(a, b) with its slope along each.
template <class Real> constexpr Dual<Real> withSlopes(Dual<Real> a, Dual<Real> b, Real y, Real slopeA, Real slopeB) {
  return {y, withSlope(a, y, slopeA).derivative + withSlope(b, y, slopeB).derivative};
}

template <class Real> Dual<Real> exp(Dual<Real> x) { return withSlope(x, std::exp(x.value), std::exp(x.value)); }
template <class Real> Dual<Real> expm1(Dual<Real> x) { return withSlope(x, std::expm1(x.value), std::exp(x.value)); }
template <class Real> Dual<Real> log(Dual<Real> x) { return withSlope(x, std::log(x.value), 1 / x.value); }
template <class Real> Dual<Real> log1p(Dual<Real> x) { return withSlope(x, std::log1p(x.value), 1 / (1 + x.value)); }
template <class Real> Dual<Real> log2(Dual<Real> x) {
  return withSlope(x, std::log2(x.value), std::numbers::log2e_v<Real> / x.value);
}
template <class Real> Dual<Real> log10(Dual<Real> x) {
  return withSlope(x, std::log10(x.value), std::numbers::log10e_v<Real> / x.value);
}
template <class Real> Dual<Real> sqrt(Dual<Real> x) {
  return withSlope(x, std::sqrt(x.value), 1 / (2 * std::sqrt(x.value)));
}
template <class Real> Dual<Real> erf(Dual<Real> x) {
  return withSlope(x, std::erf(x.value), 2 * std::numbers::inv_sqrtpi_v<Real> * std::exp(-x.value * x.value));
}
template <class Real> Dual<Real> erfc(Dual<Real> x) {
  return withSlope(x, std::erfc(x.value), -2 * std::numbers::inv_sqrtpi_v<Real> * std::exp(-x.value * x.value));
}

template <class Real> Dual<Real> sin(Dual<Real> x) { return withSlope(x, std::sin(x.value), std::cos(x.value)); }
template <class Real> Dual<Real> cos(Dual<Real> x) { return withSlope(x, std::cos(x.value), -std::sin(x.value)); }
template <class Real> Dual<Real> tan(Dual<Real> x) {
  return withSlope(x, std::tan(x.value), 1 / (std::cos(x.value) * std::cos(x.value)));
}
template <class Real> Dual<Real> asin(Dual<Real> x) {
  return withSlope(x, std::asin(x.value), 1 / std::sqrt((1 - x.value) * (1 + x.value)));
}
template <class Real> Dual<Real> acos(Dual<Real> x) {
  return withSlope(x, std::acos(x.value), -1 / std::sqrt((1 - x.value) * (1 + x.value)));
}
template <class Real> Dual<Real> atan(Dual<Real> x) {
  return withSlope(x, std::atan(x.value), 1 / (1 + x.value * x.value));
}
template <class Real> Dual<Real> atan2(Dual<Real> a, Dual<Real> b) {
  const Real length = std::hypot(a.value, b.value);  // its square might overflow
  return withSlopes(a, b, std::atan2(a.value, b.value), b.value / length / length, -a.value / length / length);
}
template <class Real> Dual<Real> hypot(Dual<Real> a, Dual<Real> b) {
  const Real y = std::hypot(a.value, b.value);
  return withSlopes(a, b, y, a.value / y, b.value / y);
}

template <class Real> Dual<Real> sinh(Dual<Real> x) { return withSlope(x, std::sinh(x.value), std::cosh(x.value)); }
template <class Real> Dual<Real> cosh(Dual<Real> x) { return withSlope(x, std::cosh(x.value), std::sinh(x.value)); }
template <class Real> Dual<Real> tanh(Dual<Real> x) {
  const Real y = std::tanh(x.value);
  return withSlope(x, y, (1 - y) * (1 + y));
}
template <class Real> Dual<Real> asinh(Dual<Real> x) {
  return withSlope(x, std::asinh(x.value), 1 / std::sqrt(x.value * x.value + 1));
}
template <class Real> Dual<Real> acosh(Dual<Real> x) {
  return withSlope(x, std::acosh(x.value), 1 / std::sqrt((x.value - 1) * (x.value + 1)));
}
template <class Real> Dual<Real> atanh(Dual<Real> x) {
  return withSlope(x, std::atanh(x.value), 1 / ((1 - x.value) * (1 + x.value)));
}

/// |x|, with derivative 0 at 0.
template <class Real> Dual<Real> abs(Dual<Real> x) {
  return {std::abs(x.value), x.value < 0 ? -x.derivative : x.value == 0 ? 0 : x.derivative};
}
template <class Real> Dual<Real> floor(Dual<Real> x) { return std::floor(x.value); }
template <class Real> Dual<Real> ceil(Dual<Real> x) { return std::ceil(x.value); }
/// To the nearest whole number, ties to the even one.
template <class Real> Dual<Real> nearbyint(Dual<Real> x) { return std::nearbyint(x.value); }

/// aᵇ. A direction in which an argument does not move contributes nothing, so that (−2)³ needs no log(−2).
template <class Real> Dual<Real> pow(Dual<Real> a, Dual<Real> b) {
  const Real y = std::pow(a.value, b.value);
  Real derivative = 0;
  if (a.derivative != 0 && b.value != 0) derivative += a.derivative * b.value * std::pow(a.value, b.value - 1);
  if (b.derivative != 0 && !(a.value == 0 && b.value >= 0)) derivative += b.derivative * y * std::log(a.value);
  return {y, derivative};
}

}  // namespace backprop
