// Inputs and attributes for every operation, at which its rule can be checked.
#pragma once

#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "backprop/op.hpp"
#include "backprop/shape.hpp"
#include "compare.hpp"

namespace backprop::test {

struct Matrix {
  Shape shape;
  std::vector<double> data;
};

inline constexpr double infinity = std::numeric_limits<double>::infinity();

inline Matrix number(double x) { return {{}, {x}}; }
inline Matrix random(Shape shape, std::uint64_t seed) { return {shape, randomNumbers<double>(shape.size(), seed)}; }
inline Matrix positive(Shape shape, std::uint64_t seed) {
  Matrix m = random(shape, seed);
  for (double& x : m.data) x = std::abs(x) + 0.1;
  return m;
}

/// Inputs and attributes at which an operation is differentiable. Attributes that are not given take their fallback.
struct Sample {
  std::vector<Matrix> inputs;
  std::optional<Attributes> attributes = {};
  std::size_t movable = maxInputs;  ///< how many of the first inputs can be moved; class indices cannot
};

inline std::vector<Sample> unarySamples() {
  return {{{number(0.7)}}, {{number(-1.3)}}, {{random({3, 5}, 1)}}, {{random(Shape::vector(9), 2)}}};
}

inline std::vector<Sample> positiveSamples() { return {{{number(0.7)}}, {{positive({3, 5}, 1)}}}; }

/// Numbers from `low` to `high`.
inline std::vector<Sample> samplesWithin(double low, double high) {
  Matrix m = random({3, 5}, 1);
  for (double& x : m.data) x = low + (x + 2) / 4 * (high - low);
  return {{{number(low + 0.3 * (high - low))}}, {{m}}};
}

inline std::vector<Sample> binarySamples() {
  return {{{number(0.7), number(-1.3)}},
          {{random({3, 5}, 1), random({3, 5}, 2)}},
          {{random({3, 5}, 3), random(Shape::vector(5), 4)}},
          {{random({3, 1}, 5), random({1, 4}, 6)}},
          {{random({2, 3, 4}, 8), random({3, 1}, 9)}},
          {{number(2), random({2, 3}, 7)}}};
}

/// The samples again, with these attributes.
inline std::vector<Sample> with(std::vector<Sample> samples, const Attributes& attributes) {
  for (Sample& sample : samples) sample.attributes = attributes;
  return samples;
}

inline std::vector<Sample> joined(std::initializer_list<std::vector<Sample>> parts) {
  std::vector<Sample> all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

/// Tensors of every rank, reduced along each dimension and over all, with and without keepdim.
inline std::vector<Sample> reductionSamples(Attributes (*attributes)(double dim, double keepdim)) {
  return {{{number(2)}, attributes(absent, 0)},
          {{random({3, 5}, 1)}, attributes(absent, 0)},
          {{random({3, 5}, 2)}, attributes(0, 0)},
          {{random({3, 5}, 3)}, attributes(-1, 1)},
          {{random(Shape::vector(9), 4)}, attributes(0, 1)},
          {{random({2, 3, 4}, 5)}, attributes(1, 0)},
          {{random({2, 3, 4}, 6)}, attributes(-3, 1)},
          {{random({2, 3, 4}, 7)}, attributes(absent, 1)}};
}

/// Predictions and targets with each reduction; the attributes' first is overwritten by it.
inline std::vector<Sample> lossSamples(Attributes attributes) {
  std::vector<Sample> samples;
  for (const double reduction : {0.0, 1.0, 2.0}) {
    attributes[0] = reduction;
    samples.push_back({{random({3, 5}, 1), random({3, 5}, 2)}, attributes});
    samples.push_back({{random(Shape::vector(7), 3), random(Shape::vector(7), 4)}, attributes});
    samples.push_back({{number(2), number(-1)}, attributes});
  }
  return samples;
}

/// Several samples for each operation. One without an entry has none.
inline std::vector<Sample> samplesOf(Op op) {
  switch (op) {
    case Op::add:
    case Op::sub:
    case Op::mul:
    case Op::div:
    case Op::max:
    case Op::min:
    case Op::gt:
    case Op::ge:
    case Op::lt:
    case Op::le:
    case Op::eq:
    case Op::ne:
    case Op::hypot:
    case Op::logaddexp:
    case Op::atan2:
      return binarySamples();
    case Op::neg:
    case Op::abs:
    case Op::sign:
    case Op::floor:
    case Op::ceil:
    case Op::round:
    case Op::exp:
    case Op::expm1:
    case Op::square:
    case Op::reciprocal:
    case Op::erf:
    case Op::sin:
    case Op::cos:
    case Op::atan:
    case Op::sinh:
    case Op::cosh:
    case Op::tanh:
    case Op::asinh:
    case Op::sigmoid:
    case Op::logsigmoid:
    case Op::softplus:
    case Op::softsign:
    case Op::gelu:
    case Op::gelu_tanh:
    case Op::silu:
    case Op::mish:
    case Op::relu:
    case Op::relu6:
    case Op::selu:
    case Op::hardtanh:
    case Op::detach:
      return unarySamples();
    case Op::leaky_relu:
    case Op::elu:
      return joined({unarySamples(), with(unarySamples(), {0.3})});
    case Op::log:
    case Op::log2:
    case Op::log10:
    case Op::sqrt:
      return positiveSamples();
    case Op::log1p:
      return samplesWithin(-0.9, 2);
    case Op::tan:
      return samplesWithin(-1.2, 1.2);
    case Op::asin:
    case Op::acos:
    case Op::atanh:
      return samplesWithin(-0.9, 0.9);
    case Op::acosh:
      return samplesWithin(1.1, 3);
    case Op::pow:
      return {{{number(2), number(3)}},
              {{number(0.5), number(-1.5)}},
              {{number(2), number(0)}},
              {{positive({3, 5}, 1), random(Shape::vector(5), 2)}}};
    case Op::clamp:
      return {{{random({3, 5}, 1), number(-0.5), number(0.8)}},
              {{random({3, 5}, 1), random({3, 1}, 2), random(Shape::vector(5), 3)}},
              {{random({3, 5}, 1), number(-0.5)}}};
    case Op::where:
      return {{{{{2, 3}, {1, 0, -1, 0, 0, 2}}, random({2, 3}, 1), random(Shape::vector(3), 2)}}};
    case Op::matmul:
      return {{{random({3, 5}, 1), random({5, 4}, 2)}},
              {{random({1, 1}, 5), random({1, 1}, 6)}},
              {{random({2, 7}, 3), random(Shape::vector(7), 4)}},
              {{random(Shape::vector(7), 3), random({7, 2}, 4)}},
              {{random(Shape::vector(7), 3), random(Shape::vector(7), 4)}}};
    case Op::linear:
      return {{{random({3, 5}, 1), random({4, 5}, 2), random(Shape::vector(4), 3)}},
              {{random({6, 2}, 4), random({1, 2}, 5), random({1, 1}, 6)}},
              {{random(Shape::vector(5), 4), random({2, 5}, 5)}}};
    case Op::transpose:
      return {{{random({3, 5}, 1)}}, {{random(Shape::vector(4), 2)}}, {{number(2)}}};
    case Op::reshape:
      return {{{random({3, 4}, 1)}, Attributes{2, -1, absent}},
              {{random({3, 4}, 1)}, Attributes{12, absent, absent}},
              {{random({1, 1}, 1)}, Attributes{absent, absent, absent}},
              {{random(Shape::vector(12), 2)}, Attributes{2, 3, 2}}};
    case Op::sum:
    case Op::mean:
    case Op::amax:
    case Op::amin:
    case Op::logsumexp:
      return reductionSamples([](double dim, double keepdim) { return Attributes{dim, keepdim}; });
    case Op::var:
      return joined({reductionSamples([](double dim, double keepdim) {
                       return Attributes{dim, 0, keepdim};
                     }),
                     {{{random({3, 5}, 1)}, Attributes{1, 1, 0}}, {{random({3, 5}, 1)}}}});
    case Op::norm:
      return joined({reductionSamples([](double dim, double keepdim) {
                       return Attributes{2, dim, keepdim};
                     }),
                     reductionSamples([](double dim, double keepdim) {
                       return Attributes{1, dim, keepdim};
                     }),
                     reductionSamples([](double dim, double keepdim) {
                       return Attributes{3, dim, keepdim};
                     }),
                     reductionSamples([](double dim, double keepdim) {
                       return Attributes{1.5, dim, keepdim};
                     }),
                     reductionSamples([](double dim, double keepdim) {
                       return Attributes{infinity, dim, keepdim};
                     }),
                     {{{random({3, 5}, 1)}, Attributes{-infinity, 1, 0}}, {{random({3, 5}, 1)}, Attributes{0, 1, 0}}}});
    case Op::softmax:
    case Op::log_softmax:
      return reductionSamples([](double dim, double) { return Attributes{dim}; });
    case Op::mse:
    case Op::l1:
    case Op::bce_with_logits:
    case Op::hinge:
      return lossSamples({0});
    case Op::huber:
    case Op::smooth_l1:
      return joined({lossSamples({0, 1}), lossSamples({0, 0.4})});
    case Op::cross_entropy: {
      const Matrix logits = random({3, 5}, 1), probabilities = positive({3, 5}, 2),
                   classes{Shape::vector(3), {4, 0, 2}};
      std::vector<Sample> samples{{{random(Shape::vector(4), 3), number(2)}, {}, 1},
                                  {{random(Shape::vector(4), 3), positive(Shape::vector(4), 4)}}};
      for (const double reduction : {0.0, 1.0, 2.0}) {
        samples.push_back({{logits, classes}, Attributes{reduction}, 1});
        samples.push_back({{logits, probabilities}, Attributes{reduction}});
      }
      return samples;
    }
    case Op::count:
      break;
  }
  return {};
}

}  // namespace backprop::test
