// The lanes agree with the plain loops, at every length that a tail can have.
#include <doctest/doctest.h>

#include <cfloat>
#include <cmath>
#include <limits>
#include <string_view>

#include "compare.hpp"
#include "ops/dispatch.hpp"
#include "ops/elementwise.hpp"

namespace backprop {
namespace {

using test::close;
using test::randomNumbers;

constexpr std::size_t longest = 67;  // 16 batches of 4 floats, and every tail

template <class Real> constexpr double epsilon = std::is_same_v<Real, float> ? FLT_EPSILON : DBL_EPSILON;

/// Both kernels start from the same `before`; every element must agree to `ulps` roundings.
template <class Real, class Scalar, class Simd>
void checkSame(std::string_view what, std::vector<Real> before, double ulps, Scalar scalarKernel, Simd simdKernel) {
  std::vector<Real> want = before, got = before;
  scalarKernel(want.data());
  simdKernel(got.data());
  for (std::size_t i = 0; i < want.size(); ++i) {
    if (close(double(got[i]), double(want[i]), ulps * epsilon<Real>, ulps * epsilon<Real>)) continue;
    CAPTURE(what);
    CAPTURE(i);
    CAPTURE(want.size());
    CHECK(got[i] == want[i]);
  }
}

/// The lanes' elementary functions are within this many roundings of the C library's; arithmetic is exact.
template <class R> constexpr double ulpsOf() {
  for (const std::string_view name : {"exp", "log", "tanh", "sigmoid"})
    if (R::info.name == name) return 4;
  for (const std::string_view name : {"gelu_tanh", "silu", "mish"})  // several of them, one after the other
    if (R::info.name == name) return 16;
  return 0;
}

template <class R, class Real> void checkElementwise(std::size_t n) {
  const R rule = ruleWith<R>(R::info.defaults());
  std::array<std::vector<Real>, 3> x{randomNumbers<Real>(n, 1), randomNumbers<Real>(n, 2), randomNumbers<Real>(n, 3)};
  if (R::info.name == "log" || R::info.name == "sqrt")
    for (Real& each : x[0]) each = std::abs(each) + Real(0.01);
  const auto y = randomNumbers<Real>(n, 4), dy = randomNumbers<Real>(n, 5), before = randomNumbers<Real>(n, 6);
  withInputs<R::arity>([&](auto... j) {
    const auto forward = [&rule](auto... in) { return rule.forward(in...); };
    checkSame(
        R::info.name, before, ulpsOf<R>(), [&](Real* out) { scalar::map(n, out, forward, x[j].data()...); },
        [&](Real* out) { simd::map(n, out, forward, x[j].data()...); });
    const auto checkBackward = [&](auto k) {
      const Accumulate<decltype(k)::value, R> backward{rule};
      checkSame(
          R::info.name, before, ulpsOf<R>(),
          [&](Real* out) { scalar::map(n, out, backward, out, dy.data(), x[j].data()..., y.data()); },
          [&](Real* out) { simd::map(n, out, backward, out, dy.data(), x[j].data()..., y.data()); });
    };
    if constexpr (!R::info.stopsGradient) (checkBackward(j), ...);
  });
}

template <class Real> void checkSums(std::size_t n) {
  const auto a = randomNumbers<Real>(n, 6), b = randomNumbers<Real>(n, 7), before = randomNumbers<Real>(n, 8);
  const Real *pa = a.data(), *pb = b.data();
  const double ulps = 4 * double(n + 1);  // n terms of size ≤ 16, added in another order
  const std::vector<Real> zero(1);
  checkSame(
      "sum", zero, ulps, [&](Real* out) { *out = scalar::sum(pa, n); }, [&](Real* out) { *out = simd::sum(pa, n); });
  checkSame(
      "dot", zero, ulps, [&](Real* out) { *out = scalar::dot(pa, pb, n); },
      [&](Real* out) { *out = simd::dot(pa, pb, n); });
  const auto difference = [](auto x, auto y) { return (x - y) * (x - y); };
  checkSame(
      "reduce", zero, 4 * ulps, [&](Real* out) { *out = scalar::reduce<Real>(n, difference, pa, pb); },
      [&](Real* out) { *out = simd::reduce<Real>(n, difference, pa, pb); });
  checkSame(
      "scale", before, 0, [&](Real* out) { scalar::scale(Real(0.3), pa, out, n); },
      [&](Real* out) { simd::scale(Real(0.3), pa, out, n); });
  checkSame(
      "addScaled", before, 0, [&](Real* out) { scalar::addScaled(Real(0.3), pa, out, n); },
      [&](Real* out) { simd::addScaled(Real(0.3), pa, out, n); });
  checkSame(
      "fill", before, 0, [&](Real* out) { scalar::fill(Real(0.3), out, n); },
      [&](Real* out) { simd::fill(Real(0.3), out, n); });
  checkSame(
      "addConstant", before, 0, [&](Real* out) { scalar::addConstant(Real(0.3), out, n); },
      [&](Real* out) { simd::addConstant(Real(0.3), out, n); });
  const auto matrix = randomNumbers<Real>(3 * n, 9);  // columns in fours of batches, in batches, and alone
  checkSame(
      "addColumnSums", before, 0, [&](Real* out) { scalar::addColumnSums(matrix.data(), out, 3, n); },
      [&](Real* out) { simd::addColumnSums(matrix.data(), out, 3, n); });
}

/// The products add in the order of the plain loops, so their results are the same to the bit, wherever the sums start.
template <class Real> void checkProducts(std::size_t m, std::size_t n, std::size_t k) {
  const auto a = randomNumbers<Real>(m * k, 10), b = randomNumbers<Real>(k * n, 11);
  const auto before = randomNumbers<Real>(m * n, 12), bias = randomNumbers<Real>(n, 13);
  const Real *pa = a.data(), *pb = b.data();
  for (const Start<Real> start : {Start<Real>{}, Start<Real>::bias(bias.data()), Start<Real>::value(Real(0.5))}) {
    checkSame(
        "matmulNN", before, 0, [&](Real* c) { scalar::matmulNN(pa, pb, c, m, n, k, start); },
        [&](Real* c) { simd::matmulNN(pa, pb, c, m, n, k, start); });
    checkSame(
        "matmulTN", before, 0, [&](Real* c) { scalar::matmulTN(pa, pb, c, m, n, k, start); },
        [&](Real* c) { simd::matmulTN(pa, pb, c, m, n, k, start); });
    checkSame(
        "matmulNT", before, 0, [&](Real* c) { scalar::matmulNT(pa, pb, c, m, n, k, start); },
        [&](Real* c) { simd::matmulNT(pa, pb, c, m, n, k, start); });
  }
}

TEST_CASE_TEMPLATE("elementwise kernels in lanes equal the scalar ones at every length from 0 to 67", Real, float,
                   double) {
  for (std::size_t n = 0; n <= longest; ++n)
    for (std::size_t op = 0; op < opCount; ++op)
      withRule(static_cast<Op>(op), [&]<class R>() {
        if constexpr (usesLanes<R>) checkElementwise<R, Real>(n);
      });
}

TEST_CASE_TEMPLATE("sums in lanes equal the scalar ones at every length from 0 to 67", Real, float, double) {
  for (std::size_t n = 0; n <= longest; ++n) checkSums<Real>(n);
}

TEST_CASE_TEMPLATE("matrix products in lanes equal the scalar ones at every length from 0 to 67", Real, float, double) {
  for (std::size_t n = 0; n <= longest; ++n) {
    checkProducts<Real>(n, 5, 3);
    checkProducts<Real>(5, n, 3);
    checkProducts<Real>(6, 11, n);
  }
}

TEST_CASE_TEMPLATE("matrix products in lanes equal the scalar ones at every small shape", Real, float, double) {
  for (std::size_t m = 1; m <= 18; ++m)
    for (std::size_t n = 1; n <= 18; ++n)
      for (const std::size_t k : {1, 2, 3, 4, 5, 8, 11, 17}) checkProducts<Real>(m, n, k);
}

TEST_CASE_TEMPLATE("matrix products in lanes equal the scalar ones across the limits of the blocks", Real, float,
                   double) {
  checkProducts<Real>(259, 9, 257);
  checkProducts<Real>(5, 1035, 129);
  checkProducts<Real>(133, 523, 256);
  checkProducts<Real>(7, 10, 784);
  checkProducts<Real>(3, 6, 1025);
}

TEST_CASE_TEMPLATE("an element's result does not depend on its place in the array", Real, float, double) {
  const std::vector<Real> x(longest, Real(0.7));
  std::vector<Real> y(longest);
  simd::map(
      longest, y.data(), [](auto each) { return Rule<Op::tanh>::forward(each); }, x.data());
  for (const Real& each : y) CHECK(each == y[0]);
}

TEST_CASE("the fast tanh is within 2 units in the last place of the C library's, odd, and keeps 0, ∞ and NaN") {
  const double inf = std::numeric_limits<double>::infinity();
  CHECK(test::same(fastTanh(-0.0), -0.0));
  CHECK(fastTanh(inf) == 1);
  CHECK(fastTanh(-inf) == -1);
  CHECK(std::isnan(fastTanh(NAN)));
  for (int i = 1; i < 200'000; ++i) {
    const double x = std::ldexp(1 + (i % 1009) / 1009.0, -40 + i % 46), want = std::tanh(x);
    const double ulp = std::nextafter(want, 2) - want;
    if (std::abs(fastTanh(x) - want) > 3 * ulp) CHECK_MESSAGE(false, x);  // the library's is itself off by up to one
    if (fastTanh(-x) != -fastTanh(x)) CHECK_MESSAGE(false, x);
  }
}

/// Numbers across the whole range of `Real`: every power of two with a few neighbours, both signs, 0, ∞ and NaN.
template <class Real> std::vector<Real> wholeRange() {
  using Limits = std::numeric_limits<Real>;
  std::vector<Real> numbers{
      0, Limits::infinity(), Limits::quiet_NaN(), Limits::max(), Limits::min(), Limits::denorm_min()};
  for (int power = Limits::min_exponent - Limits::digits; power < Limits::max_exponent; power += 3)
    for (const double factor : {1.0, 1.3, 1.7}) numbers.push_back(Real(std::ldexp(factor, power)));
  for (double x = 0; x < 800; x += 0.37) numbers.push_back(Real(x));  // exp's range and beyond
  const std::size_t positive = numbers.size();
  for (std::size_t i = 0; i < positive; ++i) numbers.push_back(-numbers[i]);
  return numbers;
}

/// Calls check(got, want) for every unary operation of `ops` at every number, in lanes and by the scalar loop.
template <class Real, class Check>
void forEachMapped(std::initializer_list<Op> ops, const std::vector<Real>& x, Check check) {
  for (const Op op : ops)
    withRule(op, [&]<class R>() {
      if constexpr (R::arity == 1 && usesLanes<R> && std::default_initializable<R>) {
        std::vector<Real> got(x.size()), want(x.size());
        const auto f = [](auto each) { return R{}.forward(each); };
        simd::map(x.size(), got.data(), f, x.data());
        scalar::map(x.size(), want.data(), f, x.data());
        for (std::size_t i = 0; i < x.size(); ++i) {
          CAPTURE(R::info.name);
          CAPTURE(x[i]);
          CAPTURE(got[i]);
          CAPTURE(want[i]);
          check(double(got[i]), double(want[i]));
        }
      }
    });
}

TEST_CASE_TEMPLATE("functions in lanes are within 4 roundings of the scalar ones over the whole range of numbers", Real,
                   float, double) {
  const double smallest = 4 * double(std::numeric_limits<Real>::denorm_min());
  forEachMapped({Op::exp, Op::log, Op::tanh, Op::sigmoid, Op::relu}, wholeRange<Real>(),
                [=](double got, double want) { CHECK(close(got, want, smallest, 4 * epsilon<Real>)); });
}

/// Units in the last place of `Real` between `got` and `want`; nothing between two NaN or two equal infinities.
template <class Real> double ulpsBetween(Real got, double want) {
  if (std::isnan(want) || std::isinf(Real(want))) return test::same(double(got), double(Real(want))) ? 0 : 1e9;
  const int exponent = std::max(want == 0 ? -9999 : std::ilogb(want), std::numeric_limits<Real>::min_exponent - 1);
  return std::abs(double(got) - want) / std::ldexp(1.0, exponent - std::numeric_limits<Real>::digits + 1);
}

/// The largest error of `lanes`, against the C library in float64, over numbers from −reach to reach.
template <class Real, class Lane, class Library>
double worstUlps(std::size_t count, double reach, Lane lane, Library library) {
  const auto x = randomNumbers<Real>(count, 20, reach);
  std::vector<Real> y(count);
  simd::map(count, y.data(), lane, x.data());
  double worst = 0;
  for (std::size_t i = 0; i < count; ++i) worst = std::max(worst, ulpsBetween(y[i], library(double(x[i]))));
  return worst;
}

TEST_CASE_TEMPLATE("exp, tanh and sigmoid in lanes keep the bounds that their declarations state", Real, float,
                   double) {
  const bool single = std::is_same_v<Real, float>;
  const double own = single ? 0 : 1;  // the library's error, where it is as large as what is measured
  const auto exp = [](auto x) { return math::exp(x); };
  const auto tanh = [](auto x) { return math::tanh(x); };
  const auto sigmoid = [](auto x) { return Rule<Op::sigmoid>::forward(x); };
  const auto expOf = [](double x) { return std::exp(x); };
  const auto tanhOf = [](double x) { return std::tanh(x); };
  const auto sigmoidOf = [](double x) { return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x)); };
  for (const double reach : {1e-30, 1e-3, 0.3, 1.0, 4.0, 20.0, 100.0, 800.0}) {
    CAPTURE(reach);
    CHECK(worstUlps<Real>(20'000, reach, exp, expOf) <= 1.2 + own);
    CHECK(worstUlps<Real>(20'000, reach, tanh, tanhOf) <= 2.5 + 1.5 * own);
    CHECK(worstUlps<Real>(20'000, reach, sigmoid, sigmoidOf) <= 3 + own);
  }
}

TEST_CASE_TEMPLATE("tanh in lanes is odd to the bit and never beyond 1", Real, float, double) {
  for (const Real x : wholeRange<Real>()) {
    Real up[laneCount<Real>], down[laneCount<Real>];
    math::tanh(Lanes<Real>(x)).store_unaligned(up);
    math::tanh(Lanes<Real>(-x)).store_unaligned(down);
    if (!test::same(double(down[0]), -double(up[0])) || std::abs(up[0]) > 1) CHECK_MESSAGE(false, x);
  }
}

TEST_CASE_TEMPLATE("lanes keep NaN and infinities as the scalar functions do", Real, float, double) {
  const Real inf = std::numeric_limits<Real>::infinity();
  const std::vector<Real> x{Real(NAN), inf, -inf, Real(0), Real(-0.0), Real(1000), Real(-1000)};
  forEachMapped({Op::exp, Op::tanh, Op::sigmoid, Op::relu, Op::neg}, x,
                [](double got, double want) { CHECK(test::same(got, want)); });
}

}  // namespace
}  // namespace backprop
