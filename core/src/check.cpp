// Who is told when a check fails.
#include "backprop/check.hpp"

#include <cstdlib>
#include <utility>

namespace backprop {
namespace {

CheckHandler currentHandler = printFailedCheck;

}  // namespace

CheckHandler setCheckHandler(CheckHandler handler) { return std::exchange(currentHandler, handler); }

void checkFailed(const char* condition, const char* message, const char* file, int line) {
  currentHandler(condition, message, file, line);
  std::abort();
}

}  // namespace backprop
