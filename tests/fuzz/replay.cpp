// Runs a fuzz target without a fuzzer: every file of a corpus, then mutations of them for some seconds, the same for
// the same seed. `replay <seconds> <files…>`
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "backprop/random.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

void run(const std::string& text) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
}

std::size_t below(backprop::Random& random, std::size_t n) {
  return static_cast<std::size_t>(random.uniform(0, 1) * static_cast<double>(n)) % n;
}

/// Deletes, replaces, repeats or takes over a piece from another text.
std::string mutated(std::string text, const std::vector<std::string>& corpus, backprop::Random& random) {
  using namespace std::literals;
  constexpr std::string_view signs = "()[],.;:=+-*/^@<>!'\"#\n\\ 0123456789exTWy_\xc3\x97\t\r|?\0"sv;
  for (std::size_t changes = 1 + below(random, 6); changes > 0; --changes) {
    const std::size_t at = below(random, text.size() + 1), length = below(random, 8);
    const std::string& other = corpus[below(random, corpus.size())];
    switch (below(random, 4)) {
      case 0:
        text.erase(at, length);
        break;
      case 1:
        text.insert(at, 1, signs[below(random, signs.size())]);
        break;
      case 2:
        text.insert(at, text.substr(at, length));
        break;
      default:
        text.insert(at, other.substr(below(random, other.size() + 1), 3 * length));
    }
  }
  return text;
}

}  // namespace

int main(int count, char** arguments) {
  using Clock = std::chrono::steady_clock;
  const auto end = Clock::now() + std::chrono::seconds(count > 1 ? std::atoi(arguments[1]) : 0);
  std::vector<std::string> corpus{""};
  for (int i = 2; i < count; ++i) {
    std::ifstream file(arguments[i], std::ios::binary);
    corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    run(corpus.back());
  }
  // What to look at after a crash; the targets may run side by side.
  const std::string lastInput = std::string(arguments[0]) + "-last-input.txt";
  backprop::Random random(1);
  std::uint64_t runs = corpus.size() - 1;
  for (; Clock::now() < end; ++runs) {
    const std::string text = mutated(corpus[below(random, corpus.size())], corpus, random);
    std::ofstream(lastInput, std::ios::binary) << text;
    run(text);
  }
  std::remove(lastInput.c_str());
  std::printf("%llu texts without a fault\n", static_cast<unsigned long long>(runs));
}
