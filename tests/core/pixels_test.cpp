// Pictures of one byte per pixel, as mnist.bin holds them.
#include "backprop/pixels.hpp"

#include <doctest/doctest.h>

#include <string>

namespace backprop {
namespace {

using namespace std::literals;

std::string errorOf(std::string_view bytes, std::uint32_t width, std::uint32_t height, std::uint32_t most = 100) {
  const auto data = digitsFromBytes(bytes, width, height, most);
  return data.ok() ? "" : data.error().message;
}

TEST_CASE("pixels become numbers from 0 to 1, and the byte after them the class") {
  const auto result = digitsFromBytes("\x00\xFF\x33\x66\x07\x01\x02\x03\x04\x00"sv, 2, 2, 100);
  REQUIRE(result.ok());
  const Dataset& data = result.value();
  CHECK(data.task == Task::classification);
  CHECK(data.inputs == std::vector<std::string>{"p0", "p1", "p2", "p3"});
  CHECK(data.outputCount() == 10);
  CHECK(data.classes[9] == "9");
  CHECK(data.y == std::vector<double>{7, 0});
  CHECK(data.x == std::vector<double>{0, 1, 0.2, 0.4, 1 / 255.0, 2 / 255.0, 3 / 255.0, 4 / 255.0});
}

TEST_CASE("only the first pictures are taken if fewer are wanted") {
  const auto result = digitsFromBytes("\1\1\2\2\3\3"sv, 1, 1, 2);
  REQUIRE(result.ok());
  CHECK(result.value().y == std::vector<double>{1, 2});
}

TEST_CASE("bytes that are no pictures are refused before anything is made of them") {
  CHECK(errorOf("", 28, 28) ==
        "[pictures] 0 bytes; a multiple of 785 would be right: the pixels of a picture and its class");
  CHECK(errorOf("abc", 1, 1) ==
        "[pictures] 3 bytes; a multiple of 2 would be right: the pixels of a picture and its class");
  CHECK(errorOf("ab", 0, 5).starts_with("[pictures] 0 × 5 pixels; "));
  CHECK(errorOf("ab", 4'000'000'000, 4'000'000'000).starts_with("[pictures] 4000000000 × 4000000000 pixels; "));
  CHECK(errorOf("\1\1", 1, 1, 0) == "[pictures] 0 pictures; from 1 to 8000000 would be right");
  CHECK(errorOf("\1\1\1\x0A"sv, 1, 1) == "[picture 2] class 10; a digit from 0 to 9 would be right");
}

}  // namespace
}  // namespace backprop
