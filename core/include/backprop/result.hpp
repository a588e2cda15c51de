// A value, or the reason why there is none: how the core answers input that a user can get wrong.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "backprop/check.hpp"

namespace backprop {

/// What is wrong with an input, as one sentence for the person who gave it:
/// `[place] what is wrong, with the value; what would be right`.
struct Error {
  std::string message;
};

/// `[place] text`.
inline Error errorAt(std::string_view place, std::string_view text) {
  std::string message = "[";
  message.append(place).append("] ").append(text);
  return {message};
}

/// Either a `T` or an `Error`. Ask `ok()` first; taking the absent one is a programmer's mistake.
template <class T> class [[nodiscard]] Result {
 public:
  Result(T value) : content_(std::move(value)) {}
  Result(Error error) : content_(std::move(error)) {}

  bool ok() const { return std::holds_alternative<T>(content_); }

  T& value() {
    BACKPROP_CHECK(ok(), std::get_if<Error>(&content_)->message.c_str());
    return *std::get_if<T>(&content_);
  }
  const T& value() const { return const_cast<Result*>(this)->value(); }

  const Error& error() const {
    BACKPROP_CHECK(!ok(), "a result that is a value has no error");
    return *std::get_if<Error>(&content_);
  }

 private:
  std::variant<T, Error> content_;
};

/// The answer of a call that gives nothing back but may be refused.
using Status = Result<std::monostate>;
inline Status okStatus() { return std::monostate{}; }

}  // namespace backprop
