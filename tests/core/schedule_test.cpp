// Schedules of the learning rate against PyTorch's (numbers: tests/golden/make_training_numbers.py).
#include "backprop/schedule.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "compare.hpp"

namespace backprop {
namespace {

TEST_CASE("each schedule gives the rates of PyTorch's over its first steps") {
  RunOptions options;
  options.lr = 0.5;
  options.step_size = 3;
  options.t_max = 5;
  options.eta_min = 0.1;
  options.start_factor = 0.25;
  options.total_iters = 4;
  options.total_steps = 12;
  struct Row {
    const char* schedule;
    double gamma;
    std::vector<double> rates;
  };
  const Row rows[] = {
      {"constant", 0.5, std::vector<double>(12, 0.5)},
      {"step", 0.5, {0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125, 0.125, 0.125, 0.0625, 0.0625, 0.0625}},
      {"exponential",
       0.9,
       {0.5, 0.45, 0.405, 0.3645, 0.32805, 0.295245, 0.2657205, 0.23914845, 0.215233605, 0.1937102445, 0.17433922005,
        0.156905298045}},
      {"cosine",
       0.9,
       {0.5, 0.46180339887499, 0.36180339887499, 0.238196601125011, 0.138196601125011, 0.1, 0.138196601125011,
        0.238196601125011, 0.36180339887499, 0.46180339887499, 0.5, 0.46180339887499}},
      {"linear", 0.9, {0.125, 0.21875, 0.3125, 0.40625, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5}},
      {"one_cycle",
       0.9,
       {0.02, 0.174894827109792, 0.439642579561064, 0.497207717725456, 0.466506484920706, 0.405872826974881,
        0.323689498847552, 0.231318551333488, 0.14153049910435, 0.0667387650944153, 0.0172834937126976, 2e-06}}};
  REQUIRE(std::size(rows) == scheduleTable().size());
  for (const Row& row : rows) {
    options.schedule = row.schedule;
    options.gamma = row.gamma;
    CAPTURE(std::string(row.schedule));
    for (std::size_t t = 0; t < row.rates.size(); ++t)
      CHECK(test::close(scheduledLr(options, t), row.rates[t], 1e-15, 1e-13));
  }
  CHECK(test::close(scheduledLr(options, 1000), 2e-6, 0, 1e-12));  // the cycle is over
}

TEST_CASE("the rate is finite and not negative at any step, also at the ends of the options' ranges") {
  for (const ScheduleInfo& schedule : scheduleTable())
    for (const double share : {0.0, 0.5, 1.0})
      for (const std::uint64_t t : {0ull, 1ull, 2ull, 1000ull, 4294967296ull}) {
        RunOptions options;
        options.schedule = std::string(schedule.name);
        options.pct_start = share;
        options.total_steps = 2;
        options.total_iters = options.t_max = options.step_size = 1;
        options.gamma = share;
        CAPTURE(options.schedule);
        CAPTURE(share);
        CAPTURE(t);
        const double rate = scheduledLr(options, t);
        CHECK(rate >= 0);
        CHECK(rate <= options.lr);
      }
}

}  // namespace
}  // namespace backprop
