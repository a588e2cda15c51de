// Texts with values in them: `formatted("row {} has shape {}", 2, shape)`. One call is one short piece of machine code,
// where + would make and destroy a string for each part.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "backprop/shape.hpp"

namespace backprop {

/// A value in a text: as it is, as `formatNumber` writes it, or as `[2, 3]`. It refers to what it is made from.
class Part {
 public:
  Part(std::string_view text) : kind_(Kind::text), size_(static_cast<std::uint32_t>(text.size())), text_(text.data()) {}
  Part(const std::string& text) : Part(std::string_view(text)) {}
  Part(const char* text) : Part(std::string_view(text)) {}
  Part(const Shape& shape) : kind_(Kind::shape), shape_(&shape) {}
  template <std::floating_point Number> Part(Number number) : kind_(Kind::number), number_(number) {}
  template <std::signed_integral Number> Part(Number number) : kind_(Kind::whole), whole_(number) {}
  template <std::unsigned_integral Number> Part(Number number) : kind_(Kind::count), count_(number) {}

  void appendTo(std::string& text) const;

 private:
  enum class Kind : std::uint8_t { text, shape, number, whole, count };
  Kind kind_;
  std::uint32_t size_ = 0;
  union {
    const char* text_;
    const Shape* shape_;
    double number_;
    std::int64_t whole_;
    std::uint64_t count_;
  };
};

/// The pattern with the parts, in order, in the places of each `{}`.
std::string formatParts(std::string_view pattern, const Part* parts);

template <class... Values> std::string formatted(std::string_view pattern, const Values&... values) {
  const Part parts[] = {Part(values)...};
  return formatParts(pattern, parts);
}

}  // namespace backprop
