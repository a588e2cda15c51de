// The comparator of the other tests, tested itself.
#include "compare.hpp"

#include <doctest/doctest.h>

#include <limits>

namespace backprop::test {
namespace {

const double nan = std::numeric_limits<double>::quiet_NaN();
const double inf = std::numeric_limits<double>::infinity();

TEST_CASE("close means within the absolute bound plus the relative one, and not a hair more") {
  CHECK(close(1.0, 1.0, 0, 0));
  CHECK(close(1.5, 1.0, 0.5, 0));
  CHECK_FALSE(close(1.5000001, 1.0, 0.5, 0));
  CHECK(close(102, 100, 1, 0.01));
  CHECK_FALSE(close(102.1, 100, 1, 0.01));
}

TEST_CASE("NaN is close only to NaN, and an infinity only to itself, however wide the bound") {
  CHECK(close(nan, nan, 0, 0));
  CHECK_FALSE(close(nan, 1, inf, inf));
  CHECK_FALSE(close(1, nan, inf, inf));
  CHECK(close(inf, inf, 0, 0));
  CHECK_FALSE(close(-inf, inf, inf, inf));
  CHECK_FALSE(close(1e308, inf, inf, inf));
  CHECK_FALSE(close(inf, 1e308, inf, inf));
}

TEST_CASE("same tells −0 from 0, and takes NaN for NaN") {
  CHECK(same(0.0, 0.0));
  CHECK_FALSE(same(-0.0, 0.0));
  CHECK(same(nan, nan));
  CHECK_FALSE(same(nan, 0));
  CHECK_FALSE(same(0, nan));
  CHECK(same(-inf, -inf));
}

}  // namespace
}  // namespace backprop::test
