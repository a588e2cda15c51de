// The default answer to a failed check: say so on stderr and stop. The module has another in its place.
#include <cstdio>
#include <cstdlib>

#include "backprop/check.hpp"

namespace backprop {

void printFailedCheck(const char* condition, const char* message, const char* file, int line) {
  std::fprintf(stderr, "%s:%d: check failed: %s (%s)\n", file, line, message, condition);
  std::abort();
}

}  // namespace backprop
