// Features, standardisation and targets.
#include "backprop/examples.hpp"

#include <algorithm>
#include <cmath>

#include "network_names.hpp"

namespace backprop {
namespace {

/// The features in the order of their names.
double feature(std::size_t which, double x, double y) {
  switch (which) {
    case 0:
      return x;
    case 1:
      return y;
    case 2:
      return x * x;
    case 3:
      return y * y;
    case 4:
      return x * y;
    case 5:
      return std::sin(x);
    default:
      return std::sin(y);
  }
}

Targets targetsOf(const RunOptions& options) {
  if (options.loss == "bce_with_logits") return {0, 1, 0};
  if (options.loss != "hinge" && options.output_activation == "sigmoid") return {0, 1, 0.5};
  return {-1, 1, 0};
}

}  // namespace

Encoding::Encoding(const RunOptions& options, const Dataset& train)
    : targets_(targetsOf(options)),
      coding_(train.task == Task::regression              ? Coding::numbers
              : options.loss == "cross_entropy"           ? Coding::classIndex
              : outputUnits(options, shapeOf(train)) == 1 ? Coding::single
                                                          : Coding::oneHot),
      columns_(train.inputCount()),
      outputs_(outputUnits(options, shapeOf(train))) {
  if (options.standardize) standardization_ = standardizationOf(train);
  for (const std::string& name : options.features)
    features_.push_back(static_cast<std::size_t>(std::ranges::find(featureNames, name) - featureNames.begin()));
}

template <class Real> void Encoding::encodeRow(const double* columns, Real* out) const {
  const auto column = [&](std::size_t c) {
    return standardization_.mean.empty()
               ? columns[c]
               : standardized(columns[c], standardization_.mean[c], standardization_.deviation[c]);
  };
  if (features_.empty())
    for (std::size_t c = 0; c < columns_; ++c) out[c] = static_cast<Real>(column(c));
  else
    for (std::size_t f = 0; f < features_.size(); ++f)
      out[f] = static_cast<Real>(feature(features_[f], column(0), column(1)));
}

template <class Real> Examples<Real> Encoding::encode(const Dataset& data) const {
  Examples<Real> out;
  out.inputs = features_.empty() ? columns_ : static_cast<std::uint32_t>(features_.size());
  out.targets = coding_ == Coding::classIndex || coding_ == Coding::single ? 1 : outputs_;
  const std::uint32_t rows = data.rows();
  out.x.resize(std::size_t{rows} * out.inputs);
  out.y.reserve(std::size_t{rows} * out.targets);
  for (std::size_t r = 0; r < rows; ++r) {
    encodeRow(data.x.data() + r * columns_, out.x.data() + r * out.inputs);
    if (coding_ == Coding::numbers) {
      for (std::size_t c = 0; c < outputs_; ++c) out.y.push_back(static_cast<Real>(data.y[r * outputs_ + c]));
      continue;
    }
    const auto label = static_cast<std::uint32_t>(data.y[r]);
    out.classes.push_back(label);
    if (coding_ == Coding::classIndex) out.y.push_back(static_cast<Real>(label));
    if (coding_ == Coding::single) out.y.push_back(static_cast<Real>(label ? targets_.high : targets_.low));
    if (coding_ == Coding::oneHot)
      for (std::uint32_t c = 0; c < outputs_; ++c)
        out.y.push_back(static_cast<Real>(c == label ? targets_.high : targets_.low));
  }
  return out;
}

template void Encoding::encodeRow(const double*, float*) const;
template void Encoding::encodeRow(const double*, double*) const;
template Examples<float> Encoding::encode(const Dataset&) const;
template Examples<double> Encoding::encode(const Dataset&) const;

}  // namespace backprop
