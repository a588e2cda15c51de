// Packs and unpacks what the one file holds. The module has no imports: JavaScript takes memory, writes into it, calls.
#include <cstdint>

#include "coder.hpp"
#include "digits.hpp"
#include "memory.hpp"
#include "model.hpp"
#include "module.hpp"
#include "text.hpp"

namespace backprop::packer {
namespace {

/// An object that stays.
template <class T, class... Arguments> T& made(Arguments&... arguments) {
  return *new (take(sizeof(T))) T(arguments...);
}

Contexts& contextsOf(int kind) {
  if (kind == 1) return made<ModuleContexts>();
  if (kind == 2) return made<DigitContexts>();
  return made<TextContexts>();
}

}  // namespace
}  // namespace backprop::packer

using namespace backprop::packer;

extern "C" {

/// Where so many bytes can be written.
std::uint8_t* reserve(std::size_t bytes) { return take(bytes); }

/// Packs a kind of content: 0 text, 1 a WebAssembly module, 2 digits.
/// @returns how many bytes were written to `packed`, which has place for 16 · size + 16: no bit takes more than 16
std::size_t pack(int kind, const std::uint8_t* plain, int size, std::uint8_t* packed) {
  Model& model = made<Model>(contextsOf(kind));
  Coder coder(packed);
  for (int at = 0; at < size; ++at) {
    model.turnTo(plain, at);
    for (int shift = 7; shift >= 0; --shift) {
      const int bit = plain[at] >> shift & 1;
      coder.encode(bit, model.predict(shift));
      model.learn(bit);
    }
  }
  return static_cast<std::size_t>(coder.finish() - packed);
}

void unpack(int kind, std::uint8_t* packed, std::size_t packedSize, std::uint8_t* plain, int size) {
  Model& model = made<Model>(contextsOf(kind));
  Coder coder(packed, packedSize);
  for (int at = 0; at < size; ++at) {
    model.turnTo(plain, at);
    int byte = 0;
    for (int shift = 7; shift >= 0; --shift) {
      const int bit = coder.decode(model.predict(shift));
      model.learn(bit);
      byte = byte << 1 | bit;
    }
    plain[at] = static_cast<std::uint8_t>(byte);
  }
}
}
