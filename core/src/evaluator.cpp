// Evaluation and maps, a stretch of rows at a time.
#include "backprop/evaluator.hpp"

#include <algorithm>

namespace backprop {
namespace {

constexpr std::uint32_t rowsAtOnce = 512;

/// Calls f(first, count) for each stretch of `rows` rows.
template <class F> void forEachStretch(std::uint32_t rows, F f) {
  for (std::uint32_t first = 0; first < rows; first += rowsAtOnce) f(first, std::min(rowsAtOnce, rows - first));
}

}  // namespace

template <class Real> NetworkTape<Real>& Evaluator<Real>::tapeFor(std::uint32_t rows) {
  const auto found = tapes_.find(rows);
  if (found != tapes_.end()) return found->second;
  // Remainders come in many sizes; only the whole stretch and the latest one are kept.
  std::erase_if(tapes_, [](const auto& entry) { return entry.first != rowsAtOnce; });
  return tapes_.try_emplace(rows, network_, rows, GradMode::disabled).first->second;
}

template <class Real> Score Evaluator<Real>::evaluate(const Dataset& data, const Targets& targets) {
  Score score;
  forEachStretch(data.rows(), [&](std::uint32_t first, std::uint32_t count) {
    auto& tape = tapeFor(count);
    for (std::uint32_t i = 0; i < count; ++i) {
      tape.input()[2 * i] = data.x[2 * (first + i)];
      tape.input()[2 * i + 1] = data.x[2 * (first + i) + 1];
      tape.target()[i] = static_cast<Real>(targets.of(data.labels[first + i]));
    }
    tape.forward();
    score.loss += static_cast<double>(tape.loss()) * count;
    for (std::uint32_t i = 0; i < count; ++i)
      score.accuracy += (tape.output()[i] > targets.boundary) == (data.labels[first + i] == 1);
  });
  score.loss /= data.rows();
  score.accuracy /= data.rows();
  return score;
}

template <class Real> std::vector<std::vector<std::vector<Real>>> Evaluator<Real>::maps(std::uint32_t size) {
  BACKPROP_CHECK(size <= 4096, "a map has at most 4096 cells on a side");
  const std::uint32_t cells = size * size;
  std::vector<std::vector<std::vector<Real>>> maps;
  for (const Layer& layer : network_.layers()) maps.emplace_back(layer.outputs, std::vector<Real>(cells));
  const auto coordinate = [size](std::uint32_t i) { return (2 * (i + 0.5) / size - 1) * dataExtent; };
  forEachStretch(cells, [&](std::uint32_t first, std::uint32_t count) {
    auto& tape = tapeFor(count);
    for (std::uint32_t i = 0; i < count; ++i) {
      tape.input()[2 * i] = static_cast<Real>(coordinate((first + i) % size));
      tape.input()[2 * i + 1] = static_cast<Real>(-coordinate((first + i) / size));
    }
    tape.forward();
    for (std::size_t l = 0; l < maps.size(); ++l) {
      const auto values = tape.tape().value(tape.layers()[l].a);
      const std::size_t units = maps[l].size();
      for (std::size_t i = 0; i < values.size(); ++i) maps[l][i % units][first + i / units] = values[i];
    }
  });
  return maps;
}

template class Evaluator<float>;
template class Evaluator<double>;

}  // namespace backprop
