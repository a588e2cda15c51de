// The names that options may take for parts of a network: features, activations, initialisations and losses.
#pragma once

#include <array>
#include <string_view>

namespace backprop {

/// What the network sees of a point (x, y), as TensorFlow Playground offers it.
inline constexpr std::array<std::string_view, 7> featureNames{"x", "y", "x^2", "y^2", "xy", "sin(x)", "sin(y)"};

/// Operations of the table that serve as activations, with their attributes at their defaults; identity leaves a = z.
inline constexpr std::array<std::string_view, 18> activationNames{
    "tanh", "sigmoid", "relu",  "identity", "leaky_relu", "elu",      "selu",       "gelu", "gelu_tanh",
    "silu", "mish",    "relu6", "softplus", "softsign",   "hardtanh", "logsigmoid", "sin",  "square"};

/// What the outputs may be made of: `default` is decided by the loss and the task, see `outputActivation`.
inline constexpr auto outputActivationNames = [] {
  std::array<std::string_view, activationNames.size() + 1> names{"default"};
  for (std::size_t i = 0; i < activationNames.size(); ++i) names[i + 1] = activationNames[i];
  return names;
}();

inline constexpr std::array<std::string_view, 9> initNames{"default",       "zeros",           "constant",
                                                           "uniform",       "normal",          "xavier_uniform",
                                                           "xavier_normal", "kaiming_uniform", "kaiming_normal"};

/// Operations of the table that serve as losses.
inline constexpr std::array<std::string_view, 7> lossNames{
    "mse", "l1", "huber", "smooth_l1", "bce_with_logits", "cross_entropy", "hinge"};

}  // namespace backprop
