// Looks names up.
#include "language/functions.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numbers>
#include <utility>
#include <vector>

#include "backprop/text.hpp"

namespace backprop {
namespace {

using Name = std::string_view;

constexpr std::array<std::pair<Name, Creator>, 9> creators{{{"tensor", Creator::tensor},
                                                            {"array", Creator::tensor},
                                                            {"zeros", Creator::zeros},
                                                            {"ones", Creator::ones},
                                                            {"full", Creator::full},
                                                            {"eye", Creator::eye},
                                                            {"arange", Creator::arange},
                                                            {"linspace", Creator::linspace},
                                                            {"float", Creator::number}}};

constexpr std::array<std::pair<Name, Op>, 4> moreNames{
    {{"mm", Op::matmul}, {"mv", Op::matmul}, {"dot", Op::matmul}, {"where_pos", Op::where}}};

constexpr std::array<Name, 5> identities{"clone", "double", "float", "contiguous", "cpu"};

constexpr std::array<Name, 13> modules{
    "torch", "torch.nn", "torch.nn.functional", "nn",           "nn.functional", "F", "functional", "math",
    "np",    "numpy",    "torch.special",       "torch.linalg", "special"};

template <class Table> auto rowOf(const Table& table, Name name) {
  return std::ranges::find(table, name, [](const auto& row) { return row.first; });
}

}  // namespace

std::optional<Creator> findCreator(Name name) {
  const auto row = rowOf(creators, name);
  return row == creators.end() ? std::nullopt : std::optional(row->second);
}

std::optional<Op> findFunction(Name name) {
  const auto row = rowOf(moreNames, name);
  return row == moreNames.end() ? findOp(name) : row->second;
}

bool isIdentity(Name name) { return std::ranges::find(identities, name) != identities.end(); }

bool isFunctionName(Name name) { return findFunction(name) || findCreator(name) || name == "print"; }

std::string_view nearestFunction(Name name) {
  std::vector<Name> names{"print"};
  for (const OpInfo& info : opTable()) {
    names.push_back(info.name);
    for (const Name alias : info.aliases)
      if (!alias.empty()) names.push_back(alias);
  }
  for (const auto& [creator, unused] : creators) names.push_back(creator);
  return nearestName(name, names);
}

bool isModule(Name path) { return std::ranges::find(modules, path) != modules.end(); }

std::optional<double> constantNamed(Name name) {
  if (name == "pi") return std::numbers::pi;
  if (name == "e") return std::numbers::e;
  if (name == "inf") return std::numeric_limits<double>::infinity();
  if (name == "nan") return std::numeric_limits<double>::quiet_NaN();
  return std::nullopt;
}

}  // namespace backprop
