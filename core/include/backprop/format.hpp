// Texts with values in them: `formatted("row {} has shape {}", 2, shape)`. One call is one short piece of machine code,
// where + would make and destroy a string for each part.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "backprop/shape.hpp"

namespace backprop {

#ifdef BACKPROP_EVALUATE

inline constexpr bool hasWords = false;

/// A sentence in a build without words, which tells that something is wrong and where, but not what: a larger module
/// says that. It holds nothing, so that the compiler leaves out all that would have made it.
struct Message {
  template <class... Texts> constexpr Message(const Texts&...) {}
  template <class Text> constexpr void operator+=(const Text&) {}
  constexpr bool empty() const { return true; }
  constexpr operator std::string_view() const { return {}; }
  constexpr bool operator<(const Message&) const { return false; }
};

template <class... Values> constexpr Message formatted(std::string_view, const Values&...) { return {}; }

#else

/// Whether a mistake is told in words.
inline constexpr bool hasWords = true;

/// A sentence for people.
using Message = std::string;

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

template <class... Values> Message formatted(std::string_view pattern, const Values&... values) {
  const Part parts[] = {Part(values)...};
  return formatParts(pattern, parts);
}

#endif

}  // namespace backprop
