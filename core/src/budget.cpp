// The one count of bytes that are taken.
#include "backprop/budget.hpp"

#include <string>

namespace backprop {
namespace {

std::uint64_t taken = 0;

std::string megabytes(std::uint64_t bytes) { return std::to_string((bytes + 999'999) / 1'000'000) + " MB"; }

}  // namespace

std::uint64_t memoryTaken() { return taken; }

BudgetShare::~BudgetShare() { taken -= bytes_; }

Status BudgetShare::resize(std::uint64_t bytes, std::string_view place, std::string_view what) {
  const std::uint64_t others = taken - bytes_;
  if (bytes > memoryBudget - others)
    return errorAt(place, std::string(what) + " needs " + megabytes(bytes - bytes_) + " more; of the " +
                              megabytes(memoryBudget) + " for all graphs and networks " + megabytes(taken) +
                              " are taken");
  taken = others + bytes;
  bytes_ = bytes;
  return okStatus();
}

}  // namespace backprop
