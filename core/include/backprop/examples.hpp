// Data as a network takes them: features or standardised columns as inputs, and numbers that stand for classes as
// targets.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "backprop/dataset.hpp"
#include "backprop/options.hpp"
#include "backprop/standardization.hpp"

namespace backprop {

/// Rows ready for a tape.
template <class Real> struct Examples {
  std::uint32_t inputs = 0;            ///< numbers of a row of x
  std::uint32_t targets = 0;           ///< numbers of a row of y: one class index, or one for each output
  std::vector<Real> x;                 ///< rows × inputs
  std::vector<Real> y;                 ///< rows × targets
  std::vector<std::uint32_t> classes;  ///< the class of each row; empty for a regression

  std::uint32_t rows() const { return targets ? static_cast<std::uint32_t>(y.size() / targets) : 0; }
};

/// The numbers that stand for a wrong and a right class at an output (class 0 and 1 of two classes with one output),
/// and the boundary between them: −1, 1 and 0; for the sigmoid 0, 1 and ½; for BCE from logits 0, 1 and 0.
struct Targets {
  double low = -1;
  double high = 1;
  double boundary = 0;
};

/// How rows become examples: settled once by the options and the training set, the same for the test set and for maps.
class Encoding {
 public:
  /// Options and data must fit (`validate`).
  Encoding(const RunOptions& options, const Dataset& train);

  template <class Real> Examples<Real> encode(const Dataset& data) const;

  /// One row of columns as inputs of the network; `out` takes as many numbers as the input layer has units.
  template <class Real> void encodeRow(const double* columns, Real* out) const;

  const Targets& targets() const { return targets_; }
  const Standardization& standardization() const { return standardization_; }

 private:
  enum class Coding : std::uint8_t { numbers, classIndex, single, oneHot };
  Targets targets_;
  Coding coding_;
  std::uint32_t columns_, outputs_;
  Standardization standardization_;    ///< empty where columns stay as they are
  std::vector<std::size_t> features_;  ///< by their number in the list of features; empty for the columns
};

}  // namespace backprop
