// The default answer to a failed check: say so on stderr and stop.
#include "backprop/check.hpp"

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace backprop {
namespace {

void printAndAbort(const char* condition, const char* message, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: check failed: %s (%s)\n", file, line, message, condition);
  std::abort();
}

CheckHandler currentHandler = printAndAbort;

}  // namespace

CheckHandler setCheckHandler(CheckHandler handler) { return std::exchange(currentHandler, handler); }

void checkFailed(const char* condition, const char* message, const char* file, int line) {
  currentHandler(condition, message, file, line);
  std::abort();
}

}  // namespace backprop
