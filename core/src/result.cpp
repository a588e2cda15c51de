// What stands in every place that has a `Result`.
#include "backprop/result.hpp"

#include "backprop/check.hpp"

namespace backprop {

#ifndef BACKPROP_EVALUATE
Error errorAt(std::string_view place, std::string_view text) { return {formatted("[{}] {}", place, text)}; }
#endif

void discard(Error* error) { delete error; }

void failAbsent(const Error* instead) {
  BACKPROP_CHECK(!instead, std::string(instead->message).c_str());
  checkFailed("ok()", "a result that is a value has no error", __FILE__, __LINE__);
}

}  // namespace backprop
