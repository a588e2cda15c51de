// Contexts of a WebAssembly module.
#pragma once

#include <array>
#include <cstdint>

#include "contexts.hpp"
#include "wasm_reader.hpp"

namespace backprop::packer {

class ModuleContexts final : public Contexts {
 public:
  void next(const std::uint8_t* seen, int at) override;

 private:
  std::uint32_t situation() const;

  WasmReader reader;
  std::array<std::uint32_t, 256> afterOne{};    ///< what followed a byte the last four times
  std::array<std::uint32_t, 65536> afterTwo{};  ///< and two bytes
};

}  // namespace backprop::packer
