// Evaluation and maps, a stretch of rows at a time.
#include "backprop/evaluator.hpp"

#include <algorithm>
#include <limits>

namespace backprop {
namespace {

constexpr std::uint32_t rowsAtOnce = 512;

/// Calls f(first, count) for each stretch of `rows` rows.
template <class F> void forEachStretch(std::uint32_t rows, F f) {
  for (std::uint32_t first = 0; first < rows; first += rowsAtOnce) f(first, std::min(rowsAtOnce, rows - first));
}

template <class Real>
void loadRows(const std::vector<Real>& rows, std::size_t width, std::size_t first, std::span<Real> to) {
  std::copy_n(rows.begin() + static_cast<std::ptrdiff_t>(first * width), to.size(), to.begin());
}

/// The columns of a (rows, columns) matrix, each to an array of its own from `first` on.
template <class Real>
void scatterColumns(std::span<const Real> matrix, std::vector<std::vector<Real>>& columns, std::size_t first) {
  const std::size_t width = columns.size(), rows = matrix.size() / width;
  for (std::size_t c = 0; c < width; ++c) {
    const Real* from = matrix.data() + c;
    Real* to = columns[c].data() + first;
    for (std::size_t r = 0; r < rows; ++r) to[r] = from[r * width];
  }
}

}  // namespace

template <class Real> std::uint32_t namedClass(std::span<const Real> outputs, double boundary) {
  if (outputs.size() == 1) return outputs[0] > boundary;
  return static_cast<std::uint32_t>(std::ranges::max_element(outputs) - outputs.begin());
}

template <class Real> NetworkTape<Real>& Evaluator<Real>::tapeFor(std::uint32_t rows) {
  const auto found = tapes_.find(rows);
  if (found != tapes_.end()) return found->second;
  // Remainders come in many sizes; the whole stretch and the latest two are kept, of the training and the test set.
  const std::uint32_t kept = tapes_.contains(latest_) ? latest_ : 0;
  if (tapes_.size() > 2 || (tapes_.size() == 2 && !tapes_.contains(rowsAtOnce)))
    std::erase_if(tapes_, [kept](const auto& entry) { return entry.first != rowsAtOnce && entry.first != kept; });
  if (rows != rowsAtOnce) latest_ = rows;
  return tapes_.try_emplace(rows, network_, loss_, rows, GradMode::disabled).first->second;
}

template <class Real> Score Evaluator<Real>::evaluate(const Examples<Real>& data, double boundary) {
  constexpr double none = std::numeric_limits<double>::quiet_NaN();
  if (data.rows() == 0) return {none, none, {}};
  const std::uint32_t outputs = network_.layers().back().outputs, classes = std::max(outputs, 2u);
  Score score;
  const bool named = !data.classes.empty(), counted = named && classes <= maxConfusion;
  if (counted) score.confusion.resize(std::size_t{classes} * classes);
  std::uint32_t right = 0;
  forEachStretch(data.rows(), [&](std::uint32_t first, std::uint32_t count) {
    auto& tape = tapeFor(count);
    loadRows(data.x, data.inputs, first, tape.input());
    loadRows(data.y, data.targets, first, tape.target());
    tape.forward();
    score.loss += static_cast<double>(tape.loss()) * (loss_.mean ? count : 1);
    if (!named) return;
    const auto output = std::as_const(tape).output();
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t wanted = data.classes[first + i];
      const std::uint32_t given = namedClass(output.subspan(i * outputs, outputs), boundary);
      right += given == wanted;
      if (counted) ++score.confusion[wanted * classes + given];
    }
  });
  if (loss_.mean) score.loss /= data.rows();
  score.accuracy = named ? double(right) / data.rows() : none;
  return score;
}

template <class Real>
std::vector<std::vector<std::vector<Real>>> Evaluator<Real>::maps(std::uint32_t size, double extent,
                                                                  const Encoding& encoding) {
  BACKPROP_CHECK(size <= 4096, "a map has at most 4096 cells on a side");
  const std::uint32_t cells = size * size, inputs = network_.layers().front().inputs;
  std::vector<std::vector<std::vector<Real>>> maps;
  for (const Layer& layer : network_.layers()) maps.emplace_back(layer.outputs, std::vector<Real>(cells));
  std::vector<double> coordinates(size);
  for (std::uint32_t i = 0; i < size; ++i) coordinates[i] = (2 * (i + 0.5) / size - 1) * extent;
  std::uint32_t row = 0, column = 0;
  forEachStretch(cells, [&](std::uint32_t first, std::uint32_t count) {
    auto& tape = tapeFor(count);
    Real* input = tape.input().data();
    for (std::uint32_t i = 0; i < count; ++i, input += inputs) {
      const double point[] = {coordinates[column], -coordinates[row]};
      encoding.encodeRow(point, input);
      if (++column == size) column = 0, ++row;
    }
    tape.forward();
    for (std::size_t l = 0; l < maps.size(); ++l)
      scatterColumns(std::as_const(tape).tape().value(tape.layers()[l].a), maps[l], first);
  });
  return maps;
}

template std::uint32_t namedClass(std::span<const float>, double);
template std::uint32_t namedClass(std::span<const double>, double);
template class Evaluator<float>;
template class Evaluator<double>;

}  // namespace backprop
