// e^x and tanh in lanes, for float32 and float64, over the whole range of numbers.
//
// Source: Cody & Waite, "Software Manual for the Elementary Functions" (1980), ch. 6. x = k·ln 2 + r with a whole
// number k and |r| ≤ ln 2 / 2, so that e^x = 2^k · e^r; ln 2 is subtracted in two parts, the first so short that k
// times it is exact. e^r − 1 is r + r² · q(r); q interpolates the true quotient at the Chebyshev nodes of the interval,
// computed in exact fractions, to 0.2 units in the last place of the result.
#pragma once

#include <array>
#include <bit>

#include "kernels/batch.hpp"
#include "kernels/repeat.hpp"

namespace backprop::lanes {

template <class Real> struct ExpNumbers;

template <> struct ExpNumbers<float> {
  using Bits = std::uint32_t;
  static constexpr int mantissaBits = 23, bias = 127;
  static constexpr float inverseLn2 = 1.44269504f, ln2High = 0.693359375f, ln2Low = -2.12194440e-4f;
  static constexpr float most = 89, least = -104;  // beyond, e^x is ∞ and 0
  static constexpr std::array q = {0.5f, 0.16666576989698775f, 0.041666554617204574f, 0.008363179052722578f,
                                   0.0013926183587713494f};
};

template <> struct ExpNumbers<double> {
  using Bits = std::uint64_t;
  static constexpr int mantissaBits = 52, bias = 1023;
  static constexpr double inverseLn2 = 1.4426950408889634, ln2High = 0.693145751953125;
  static constexpr double ln2Low = 1.42860682030941723212e-6;
  static constexpr double most = 710, least = -746;
  static constexpr std::array q = {0.5,
                                   0.16666666666666669,
                                   0.04166666666662413,
                                   0.008333333333330062,
                                   0.0013888888917213717,
                                   0.00019841269863053618,
                                   2.4801521295954376e-05,
                                   2.7557268459997064e-06,
                                   2.7620088445409746e-07,
                                   2.510038549551032e-08};
};

/// Whole numbers in lanes that are powers of two's exponents: added to `wholeShift`, a number below 2^(mantissaBits −
/// 2) is rounded to a whole one, and the last bits of the sum are that number plus the bias of the exponent.
template <class Real>
constexpr Real wholeShift = Real(3ull << (ExpNumbers<Real>::mantissaBits - 1)) + ExpNumbers<Real>::bias;

/// 2^k of `shifted` = k + wholeShift, for k from 1 − bias to bias.
template <class Real> Lanes<Real> powerOfTwo(const Lanes<Real>& shifted) {
  using Numbers = ExpNumbers<Real>;
#ifdef BACKPROP_COMPACT
  const auto bits = std::bit_cast<typename Numbers::Bits>(shifted.x);
  return Lanes<Real>(std::bit_cast<Real>(bits << Numbers::mantissaBits));
#else
  const auto bits = xsimd::bitwise_cast<typename Numbers::Bits>(shifted);
  return xsimd::bitwise_cast<Real>(bits << Numbers::mantissaBits);
#endif
}

/// e^r − 1 for |r| ≤ ln 2 / 2.
template <class Real> Lanes<Real> expMinusOneNearZero(const Lanes<Real>& r) {
  constexpr auto& q = ExpNumbers<Real>::q;
  Lanes<Real> sum(q.back());
  repeat<q.size() - 1>([&](auto i) { sum = sum * r + Lanes<Real>(q[q.size() - 2 - i]); });
  return r + r * r * sum;
}

/// e^x within 1.2 units in the last place, down to the least subnormal number and up to ∞.
template <std::floating_point Real> Lanes<Real> exp(const Lanes<Real>& x) {
  using Numbers = ExpNumbers<Real>;
  using L = Lanes<Real>;
  const L within = atLeast<Real>(atMost<Real>(x, Numbers::most), Numbers::least), shift(wholeShift<Real>);
  const L k = (within * L(Numbers::inverseLn2) + shift) - shift;
  const L r = (within - k * L(Numbers::ln2High)) - k * L(Numbers::ln2Low);
  // 2^k itself may be no number: half of it twice, of which only the second may round.
  const L half = k * L(Real(0.5)) + shift, rest = (k - (half - shift)) + shift;
  return (expMinusOneNearZero<Real>(r) + L(Real(1))) * powerOfTwo<Real>(half) * powerOfTwo<Real>(rest);
}

template <class Real> struct TanhNumbers;

template <> struct TanhNumbers<float> {
  static constexpr float isOne = 10;  // from here on tanh x is nearest to 1
  static constexpr std::array q = {-0.33333331510763538f, 0.13332241175588651f, -0.052995560633200302f};
};

template <> struct TanhNumbers<double> {
  static constexpr double isOne = 20;
  static constexpr std::array q = {-0.33333333333333282777, 0.13333333333212213945,    -0.053968253497737117512,
                                   0.021869421627089052851, -0.0088589277002946188601, 0.0034637924300781493830};
};

/// tanh x within 2.5 units in the last place (float64: 3). x = k·c + s with c = ln 2 / 2, a whole number k and |s| ≤
/// c/2, so that e^2x = 2^k · (1 + t) / (1 − t) with t = tanh s, a polynomial in s, and
/// tanh x = (e^2x − 1) / (e^2x + 1) = (t·(2^k + 1) − (1 − 2^k)) / ((2^k + 1) − t·(1 − 2^k)).
/// That k·c is rounded costs nothing: tanh is flat where k is large. Odd to the bit, never beyond ±1, −0 for −0.
/// (tanh s / s − 1) / s² is interpolated at the Chebyshev nodes, as above.
template <std::floating_point Real> Lanes<Real> tanh(const Lanes<Real>& x) {
  using Numbers = TanhNumbers<Real>;
  using L = Lanes<Real>;
  constexpr Real c = Real(0.34657359027997265471), inverse = Real(2.8853900817779268147);
  constexpr auto& q = Numbers::q;
  const L within = atLeast<Real>(atMost<Real>(x, Numbers::isOne), -Numbers::isOne), shift(wholeShift<Real>);
  const L shifted = within * L(inverse) + shift;
  const L s = within - (shifted - shift) * L(c), square = s * s;
  L sum(q.back());
  repeat<q.size() - 1>([&](auto i) { sum = sum * square + L(q[q.size() - 2 - i]); });
  const L t = s * (sum * square + L(Real(1)));
  const L power = powerOfTwo<Real>(shifted), above = power + L(Real(1)), below = L(Real(1)) - power;
  return (t * above - below) / (above - t * below);
}

}  // namespace backprop::lanes
