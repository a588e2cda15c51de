// Names that are safe to print on one line.
#include "csv/words.hpp"

namespace backprop::csv {

std::string quoted(std::string_view name, std::size_t most) {
  std::string shown = "'";
  for (const char c : excerpt(name, most)) {
    if (c == '\n' || c == '\r')
      shown += "⏎";
    else if (c == '\t')
      shown += "⇥";
    else if (static_cast<unsigned char>(c) < ' ' || c == 127)
      shown += "�";
    else
      shown += c;
  }
  return shown + "'";
}

}  // namespace backprop::csv
