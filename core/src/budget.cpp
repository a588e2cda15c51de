// The one count of bytes that are taken.
#include "backprop/budget.hpp"

#include <string>

namespace backprop {
namespace {

std::uint64_t taken = 0;

Message megabytes(std::uint64_t bytes) { return formatted("{} MB", (bytes + 999'999) / 1'000'000); }

}  // namespace

std::uint64_t memoryTaken() { return taken; }

BudgetShare::~BudgetShare() { taken -= bytes_; }

Status BudgetShare::resize(std::uint64_t bytes, std::string_view place, std::string_view what) {
  const std::uint64_t others = taken - bytes_;
  if (bytes > memoryBudget - others)
    return errorAt(place, "{} needs {} more; of the {} for all graphs and networks {} are taken", what,
                   megabytes(bytes - bytes_), megabytes(memoryBudget), megabytes(taken));
  taken = others + bytes;
  bytes_ = bytes;
  return okStatus();
}

}  // namespace backprop
