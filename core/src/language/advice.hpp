// Sentences for what people write out of habit and the language does not have.
#pragma once

#include <optional>
#include <string_view>

#include "backprop/format.hpp"

namespace backprop {

/// Why a word of Python is not supported, and what to write instead; nothing for any other word.
std::optional<Message> keywordAdvice(std::string_view word);

/// The same for a class such as `MSELoss` or `Linear`; empty for a word that does not look like a class.
Message classAdvice(std::string_view word);

}  // namespace backprop
