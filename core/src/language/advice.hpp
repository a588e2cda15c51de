// Sentences for what people write out of habit and the language does not have.
#pragma once

#include <string>
#include <string_view>

namespace backprop {

/// Why a word of Python is not supported, and what to write instead; empty for any other word.
std::string keywordAdvice(std::string_view word);

/// The same for a class such as `MSELoss` or `Linear`; empty for a word that does not look like a class.
std::string classAdvice(std::string_view word);

}  // namespace backprop
