// A check that a caller's promise was kept: for mistakes of the programmer, never for a user's input.
#pragma once

namespace backprop {

/// What is called when a check fails: the condition as written, its place, and what would have been right.
/// It must not return. The default prints all of it to stderr and aborts.
using CheckHandler = void (*)(const char* condition, const char* message, const char* file, int line);

/// Replaces the handler and returns the old one. The JavaScript edge installs one that throws an `Error`.
CheckHandler setCheckHandler(CheckHandler handler);

/// Calls the handler, and aborts if that returns.
[[noreturn]] void checkFailed(const char* condition, const char* message, const char* file, int line);

}  // namespace backprop

/// Fails loudly unless `condition` holds; `message` says what would be right. Stays on in release builds.
#define BACKPROP_CHECK(condition, message) \
  ((condition) ? void(0) : ::backprop::checkFailed(#condition, message, __FILE__, __LINE__))
