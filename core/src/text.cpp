// Numbers, lists and near names for messages.
#include "backprop/text.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "backprop/numerals.hpp"

namespace backprop {
namespace {

/// Fewest insertions, deletions, replacements and swaps of neighbours that turn `a` into `b`.
std::size_t editDistance(std::string_view a, std::string_view b) {
  const std::size_t width = b.size() + 1;
  std::vector<std::size_t> cost((a.size() + 1) * width);
  const auto at = [&](std::size_t i, std::size_t j) -> std::size_t& { return cost[i * width + j]; };
  for (std::size_t i = 0; i <= a.size(); ++i) at(i, 0) = i;
  for (std::size_t j = 0; j <= b.size(); ++j) at(0, j) = j;
  for (std::size_t i = 1; i <= a.size(); ++i)
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = at(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1);
      at(i, j) = std::min({replaced, at(i - 1, j) + 1, at(i, j - 1) + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
    }
  return at(a.size(), b.size());
}

}  // namespace

std::string formatNumber(double x) {
  if (std::isnan(x)) return "NaN";
  if (std::isinf(x)) return x > 0 ? "∞" : "−∞";
  if (std::abs(x) < 1e15 && x == std::trunc(x)) return std::to_string(static_cast<long long>(x));
  for (int digits = 6;; ++digits) {
    std::string text = inDigits(x, digits);
    if (digits == 17 || numberOfNumeral(text) == x) return text;
  }
}

std::string shortNumber(double x) {
  std::string text = formatNumber(x);
  if (std::isfinite(x) && text.size() > 7) text = inDigits(x, 6);
  std::string pretty;
  for (const char c : text) c == '-' ? pretty += "−" : pretty += c;
  return pretty;
}

std::string excerpt(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  const auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; };
  while (most > 0 && continues(text[most])) --most;
  return formatted("{}…", text.substr(0, most));
}

std::string listOf(std::span<const std::string_view> names) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 < names.size() ? ", " : " or ";
    list += names[i];
  }
  return list;
}

std::string_view nearestName(std::string_view word, std::span<const std::string_view> names) {
  constexpr std::size_t longest = 64;  // no name of ours is longer, and the search is quadratic
  if (word.size() > longest) return {};
  const auto excess = [&](std::string_view name) {
    return std::max(name.size(), word.size()) - std::min(name.size(), word.size());
  };
  std::string_view nearest;
  std::size_t best = std::max<std::size_t>(word.size() / 3, 1) + 1;
  for (const std::string_view name : names) {
    const std::size_t distance = editDistance(word, name);
    // Of names equally near, the one of the same length: `tahn` is tanh rather than tan.
    const bool tie = distance == best && !nearest.empty() && excess(name) < excess(nearest);
    if (distance >= best && !tie) continue;
    best = distance;
    nearest = name;
  }
  return nearest;
}

std::string unknownName(std::string_view word, std::string_view verdict, std::span<const std::string_view> names) {
  const std::string_view nearest = nearestName(word, names);
  const std::string question = nearest.empty() ? "" : formatted(" (did you mean {}?)", nearest);
  return formatted("'{}' {}{}; {} would be right", excerpt(word), verdict, question, listOf(names));
}

}  // namespace backprop
