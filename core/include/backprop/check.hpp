// A check that a caller's promise was kept: for mistakes of the programmer, never for a user's input.
#pragma once

namespace backprop {

/// What is called when a check fails: the condition as written, its place, and what would have been right.
/// It must not return. The default is `printFailedCheck`.
using CheckHandler = void (*)(const char* condition, const char* message, const char* file, int line);

/// Prints all of it to stderr and aborts. It stands in a file of its own, so that a program can define another in its
/// place: the JavaScript edge has one that throws an `Error`.
void printFailedCheck(const char* condition, const char* message, const char* file, int line);

/// Replaces the handler and returns the old one.
CheckHandler setCheckHandler(CheckHandler handler);

/// Calls the handler, and aborts if that returns.
[[noreturn]] void checkFailed(const char* condition, const char* message, const char* file, int line);

}  // namespace backprop

/// Fails loudly unless `condition` holds; `message` says what would be right. Stays on in release builds. A compact one
/// has no room for the condition and its place, one without words none for the message.
#ifdef BACKPROP_EVALUATE
#define BACKPROP_CHECK(condition, message) ((condition) ? void(0) : ::backprop::checkFailed("", "", "core", __LINE__))
#elif defined(BACKPROP_COMPACT)
#define BACKPROP_CHECK(condition, message) \
  ((condition) ? void(0) : ::backprop::checkFailed("", message, "core", __LINE__))
#else
#define BACKPROP_CHECK(condition, message) \
  ((condition) ? void(0) : ::backprop::checkFailed(#condition, message, __FILE__, __LINE__))
#endif
