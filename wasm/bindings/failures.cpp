// How a failed check reaches JavaScript.
#include <emscripten/em_js.h>

#include "backprop/check.hpp"

// Leaves C++ at once, through frames that do not clean up: wasm/index.js puts the stack pointer back, but what the
// failing call had made is leaked, and what it was changing may be half done. The handle should be thrown away.
// clang-format off
EM_JS(void, throwCheckFailure, (const char* condition, const char* message, const char* file, int line), {
  const name = UTF8ToString(file).split('/').pop();
  const where = UTF8ToString(condition);
  throw new Error('[' + name + ':' + line + '] ' + UTF8ToString(message) + (where && ' (' + where + ')'));
});
// clang-format on

// In the place of core/src/failed_check.cpp.
void backprop::printFailedCheck(const char* condition, const char* message, const char* file, int line) {
  throwCheckFailure(condition, message, file, line);
}
