// Fills in patterns.
#include "backprop/format.hpp"

#include "backprop/text.hpp"

namespace backprop {

void Part::appendTo(std::string& text) const {
  switch (kind_) {
    case Kind::text:
      text.append(text_, size_);
      return;
    case Kind::shape:
      text += toString(*shape_);
      return;
    case Kind::number:
      text += formatNumber(number_);
      return;
    case Kind::whole:
      text += std::to_string(whole_);
      return;
    case Kind::count:
      text += std::to_string(count_);
      return;
  }
}

std::string formatParts(std::string_view pattern, const Part* parts) {
  std::string text;
  for (std::size_t place = pattern.find("{}"); place != pattern.npos; place = pattern.find("{}")) {
    text += pattern.substr(0, place);
    parts++->appendTo(text);
    pattern.remove_prefix(place + 2);
  }
  return text += pattern;
}

std::string toString(const Shape& shape) {
  std::string text = "[";
  for (std::uint32_t dim = 0; dim < shape.rank; ++dim) {
    if (dim > 0) text += ", ";
    text += std::to_string(shape[dim]);
  }
  return text += "]";
}

}  // namespace backprop
