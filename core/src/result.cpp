// What stands in every place that has a `Result`.
#include "backprop/result.hpp"

#include "backprop/check.hpp"

namespace backprop {

Error errorAt(std::string_view place, std::string_view text) { return {formatted("[{}] {}", place, text)}; }

void discard(Error* error) { delete error; }

void failAbsent(const Error* instead) {
  BACKPROP_CHECK(!instead, instead->message.c_str());
  checkFailed("ok()", "a result that is a value has no error", __FILE__, __LINE__);
}

}  // namespace backprop
