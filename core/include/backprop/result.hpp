// A value, or the reason why there is none: how the core answers input that a user can get wrong.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>  // std::monostate

#include "backprop/check.hpp"
#include "backprop/format.hpp"

namespace backprop {

/// What is wrong with an input, as one sentence for the person who gave it:
/// `[place] what is wrong, with the value; what would be right`.
struct Error {
  Message message;
};

/// `[place] text`.
#ifdef BACKPROP_EVALUATE
inline Error errorAt(std::string_view, const Message&) { return {}; }
#else
Error errorAt(std::string_view place, std::string_view text);
#endif

/// Out of line, as they stand wherever there is a `Result`.
void discard(Error* error);
[[noreturn]] void failAbsent(const Error* instead);

/// The same with a pattern: `errorAt("sum", "dim is {}", dim)`.
template <class First, class... More>
Error errorAt(std::string_view place, std::string_view pattern, const First& first, const More&... more) {
  return errorAt(place, formatted(pattern, first, more...));
}

/// Either a `T` or an `Error`. Ask `ok()` first; taking the absent one is a programmer's mistake.
template <class T> class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(Error error) : error_(new Error(std::move(error))) {}
  Result(const Result& other) : error_(other.error_ ? new Error(*other.error_) : nullptr) {
    if (!error_) std::construct_at(&value_, other.value_);
  }
  Result(Result&& other) noexcept : error_(other.error_ ? new Error(std::move(*other.error_)) : nullptr) {
    if (!error_) std::construct_at(&value_, std::move(other.value_));
  }
  Result& operator=(const Result&) = delete;
  ~Result() {
    if (error_)
      discard(error_);
    else
      value_.~T();
  }

  bool ok() const { return !error_; }

  T& value() {
    if (error_) failAbsent(error_);
    return value_;
  }
  const T& value() const { return const_cast<Result*>(this)->value(); }

  const Error& error() const {
    if (!error_) failAbsent(nullptr);
    return *error_;
  }

 private:
  union {
    T value_;
  };
  Error* error_ = nullptr;  // which is rare, and of which a function that answers should carry little
};

/// The answer of a call that gives nothing back but may be refused.
using Status = Result<std::monostate>;
inline Status okStatus() { return std::monostate{}; }

}  // namespace backprop
