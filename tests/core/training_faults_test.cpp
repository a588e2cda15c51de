// Mistakes made on purpose in training: what they change, and that the check of the gradients finds them.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "backprop/network_check.hpp"
#include "backprop/trainer.hpp"

namespace backprop {
namespace {

RunOptions withFault(const char* fault) {
  RunOptions options;
  options.layers = {2, 5, 4, 1};
  options.samples = 60;
  options.batch_size = 7;
  options.dtype = "float64";
  options.fault = fault;
  return options;
}

std::vector<double> gradientsOf(const Trainer<double>& trainer) {
  const auto gradients = std::as_const(*trainer.network().parameters()).gradients();
  return {gradients.begin(), gradients.end()};
}

TEST_CASE("a forgotten derivative leaves the loss as it is and each δ without f′") {
  const Trainer<double> right(withFault("none")), wrong(withFault("forgotten_derivative"));
  CHECK(wrong.progress().loss == right.progress().loss);
  for (const auto& nodes : wrong.batch().layers()) {
    const auto& tape = wrong.batch().tape();
    for (std::size_t i = 0; i < tape.value(nodes.z).size(); ++i)
      CHECK(tape.gradient(nodes.z)[i] == tape.gradient(nodes.a)[i]);
  }
  CHECK(gradientsOf(wrong) != gradientsOf(right));
}

TEST_CASE("without zero_grad each step's gradients are added to those before") {
  Trainer<double> right(withFault("none")), wrong(withFault("no_zero_grad"));
  CHECK(gradientsOf(wrong) == gradientsOf(right));  // the first step has nothing before it
  const auto first = gradientsOf(wrong);
  right.step(1);
  wrong.step(1);
  const auto alone = gradientsOf(right), together = gradientsOf(wrong);
  for (std::size_t i = 0; i < alone.size(); ++i) CHECK(together[i] == doctest::Approx(first[i] + alone[i]));
}

TEST_CASE("the leftover gradients are part of a run's state: any step is reached again to the bit") {
  Trainer<double> straight(withFault("no_zero_grad")), jumping(withFault("no_zero_grad"));
  straight.step(150);
  jumping.step(300);
  jumping.goTo(150);
  CHECK(gradientsOf(jumping) == gradientsOf(straight));
  CHECK(jumping.progress().loss == straight.progress().loss);
}

TEST_CASE("the check of all gradients finds each mistake, and nothing without one") {
  for (const char* fault : {"none", "forgotten_derivative", "no_zero_grad"}) {
    Trainer<double> trainer(withFault(fault));
    trainer.step(3);
    ExactTwin twin;
    CHECK(checkNetwork(twin, trainer.network(), trainer.batch(), 256, 1).value().agrees == (std::string(fault) == "none"));
  }
}

}  // namespace
}  // namespace backprop
