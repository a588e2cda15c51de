// Fuzz target of the language: any bytes are read, recorded, run, printed and read back, and the tape must be the same.
#include <cstdio>
#include <cstdlib>

#include "../core/round_trip.hpp"

namespace {

using namespace backprop;

// What is larger is recorded, but neither run nor printed: that would only be slow.
constexpr std::uint64_t mostElements = 20'000;

void fail(const std::string& what) {
  std::fprintf(stderr, "round trip: %s\n", what.c_str());
  std::abort();
}

template <class Real> void check(std::string_view source, const RecordOptions& options) {
  auto [program, diagnostics] = record<Real>(source, options);
  for (const Diagnostic& d : diagnostics)
    if (d.message.empty() || d.span.end > source.size() || d.line == 0 || d.column == 0)
      fail("a diagnostic without a place");
  if (diagnostics.size() > maxDiagnostics) fail("too many diagnostics");
  if (test::elementsOf(program.tape) > mostElements) return;
  if (const std::string fault = test::roundTripFault(program); !fault.empty()) fail(fault);
  (void)toPyTorch(program);
  if (!program.output) return;
  program.tape.forward();
  const Node& output = program.tape.node(*program.output);
  if (output.requiresGrad)
    program.tape.backward(*program.output, std::vector<Real>(static_cast<std::size_t>(output.shape.size()), Real(1)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 4096) return 0;
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  RecordOptions options;
  check<double>(source, options);
  options.defaultValue = 0.5;
  check<float>(source, options);
  return 0;
}
