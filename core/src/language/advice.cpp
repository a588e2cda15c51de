// The words of Python that have no meaning here, each with what does the same.
#include "language/advice.hpp"

#include <algorithm>
#include <array>

#include "backprop/text.hpp"

namespace backprop {
namespace {

#ifdef BACKPROP_EVALUATE
using Words = Message;
#else
using Words = std::string_view;
#endif

struct Advice {
  std::string_view word;
  Words instead;
};

constexpr Words noFunctions = "functions of your own are not; write the formula out";
constexpr Words noLoops = "loops are not; write the steps one after another";
constexpr Words noBranches = "where(c, a, b) chooses between two values";
constexpr Words noBlocks = "the language has only assignments and expressions";

constexpr std::array<Advice, 32> keywords{{
    {"def", noFunctions},
    {"lambda", noFunctions},
    {"return", "the last statement is the output"},
    {"class", noFunctions},
    {"for", noLoops},
    {"while", noLoops},
    {"break", noLoops},
    {"continue", noLoops},
    {"in", noLoops},
    {"if", noBranches},
    {"else", noBranches},
    {"elif", noBranches},
    {"and", "a*b is both, for conditions that are 1 or 0"},
    {"or", "max(a, b) is either, for conditions that are 1 or 0"},
    {"not", "1 - a turns a condition that is 1 or 0 around"},
    {"is", "== compares"},
    {"with", "x.detach() stops a gradient"},
    {"as", noBlocks},
    {"assert", noBlocks},
    {"async", noBlocks},
    {"await", noBlocks},
    {"del", noBlocks},
    {"except", noBlocks},
    {"finally", noBlocks},
    {"global", noBlocks},
    {"import", "it stands at the start of a line, which is skipped"},
    {"from", "it stands at the start of a line, which is skipped"},
    {"nonlocal", noBlocks},
    {"pass", noBlocks},
    {"raise", noBlocks},
    {"try", noBlocks},
    {"yield", noBlocks},
}};

constexpr std::array<Advice, 18> classes{{
    {"MSELoss", "F.mse_loss(p, t)"},
    {"L1Loss", "F.l1_loss(p, t)"},
    {"HuberLoss", "F.huber_loss(p, t)"},
    {"SmoothL1Loss", "F.smooth_l1_loss(p, t)"},
    {"BCEWithLogitsLoss", "F.binary_cross_entropy_with_logits(x, t)"},
    {"CrossEntropyLoss", "F.cross_entropy(x, t)"},
    {"Linear", "F.linear(x, W, b)"},
    {"ReLU", "F.relu(x)"},
    {"LeakyReLU", "F.leaky_relu(x)"},
    {"ELU", "F.elu(x)"},
    {"GELU", "F.gelu(x)"},
    {"SiLU", "F.silu(x)"},
    {"Sigmoid", "torch.sigmoid(x)"},
    {"Tanh", "torch.tanh(x)"},
    {"Softmax", "F.softmax(x, dim=-1)"},
    {"Sequential", "one line for each layer, such as h = tanh(F.linear(x, W, b))"},
    {"SGD", "formulas alone; training is on the Network page"},
    {"Adam", "formulas alone; training is on the Network page"},
}};

template <std::size_t n> const Advice* find(const std::array<Advice, n>& table, std::string_view word) {
  const auto row = std::ranges::find(table, word, &Advice::word);
  return row == table.end() ? nullptr : &*row;
}

}  // namespace

std::optional<Message> keywordAdvice(std::string_view word) {
  const Advice* row = find(keywords, word);
  if (!row) return {};
  return formatted("`{}` is not supported; {}", word, row->instead);
}

Message classAdvice(std::string_view word) {
  if (!hasWords) return {};
  if (const Advice* row = find(classes, word))
    return formatted("the class `{}` is not supported; write {}", word, row->instead);
  if (word.size() < 2 || word[0] < 'A' || word[0] > 'Z' ||
      word.find_first_of("abcdefghijklmnopqrstuvwxyz") == word.npos)
    return {};
  return formatted("the class `{}` is not supported; write the function that it stands for", excerpt(word));
}

}  // namespace backprop
