#include <algorithm>
#include "backprop/check.hpp"
// The table of generated data sets.
#include <algorithm>
#include <array>

#include "backprop/check.hpp"
#include "datasets/shapes.hpp"

namespace backprop {
namespace {

using enum Task;

constexpr std::array<std::string_view, 2> inPlane{"x1", "x2"};
constexpr std::array<std::string_view, 1> onLine{"x"}, value{"y"};
constexpr std::array<std::string_view, 2> circleClasses{"outside", "inside"};
constexpr std::array<std::string_view, 2> xorClasses{"signs differ", "same sign"};
constexpr std::array<std::string_view, 2> gaussClasses{"lower left", "upper right"};
constexpr std::array<std::string_view, 2> spiralClasses{"arm 0", "arm 1"};
constexpr std::array<std::string_view, 2> moonClasses{"lower moon", "upper moon"};
constexpr std::array<std::string_view, 3> ringClasses{"disc", "inner ring", "outer ring"};
constexpr std::array<std::string_view, 2> boardClasses{"dark", "light"};

constexpr std::string_view moved = "moves the points", wider = "widens the clouds",
                           misread = "reads the value at a place beside the point",
                           raised = "is the standard deviation of what is added to y";

constexpr std::array table{
    DatasetInfo{"circle", "a disc inside a ring", classification, inPlane, circleClasses, moved, dataExtent,
                shapes::circle},
    DatasetInfo{"xor", "four quadrants, opposite ones alike", classification, inPlane, xorClasses, moved, dataExtent,
                shapes::exclusiveOr},
    DatasetInfo{"gauss", "two clouds that a line can part", classification, inPlane, gaussClasses, wider, dataExtent,
                shapes::gauss},
    DatasetInfo{"spiral", "two arms wound around each other", classification, inPlane, spiralClasses, moved, dataExtent,
                shapes::spiral},
    DatasetInfo{"moons", "two half circles that reach into each other", classification, inPlane, moonClasses, moved,
                dataExtent, shapes::moons},
    DatasetInfo{"rings", "three classes, one around the other", classification, inPlane, ringClasses, moved, dataExtent,
                shapes::rings},
    DatasetInfo{"checkerboard", "four by four fields, dark and light by turns", classification, inPlane, boardClasses,
                moved, dataExtent, shapes::checkerboard},
    DatasetInfo{"reg-plane", "a plane that rises from one corner to the other", regression, inPlane, value, misread,
                dataExtent, shapes::plane},
    DatasetInfo{"reg-gauss", "six hills, up and down by turns", regression, inPlane, value, misread, dataExtent,
                shapes::hills},
    DatasetInfo{"sin", "a sine wave", regression, onLine, value, raised, dataExtent, shapes::sine},
    DatasetInfo{"step", "a jump from −1 to 1", regression, onLine, value, raised, dataExtent, shapes::step},
    DatasetInfo{"abs", "a kink: the absolute value", regression, onLine, value, raised, dataExtent, shapes::absolute},
    DatasetInfo{"poly", "a polynomial of degree 3", regression, onLine, value, raised, dataExtent, shapes::polynomial},
};

}  // namespace

std::span<const DatasetInfo> datasetTable() { return table; }

const DatasetInfo& datasetNamed(std::string_view name) {
  const auto row = std::ranges::find(table, name, &DatasetInfo::name);
  BACKPROP_CHECK(row != std::end(table), "a data set must be one of the table");
  return *row;
}

Dataset DatasetInfo::generate(std::uint32_t rows, double noise, Random& random) const {
  Dataset data;
  data.task = task;
  data.inputs.assign(inputs.begin(), inputs.end());
  if (task == classification) {
    data.classes.assign(outputs.begin(), outputs.end());
    data.outputs = {"class"};
  } else {
    data.outputs.assign(outputs.begin(), outputs.end());
  }
  data.x.reserve(std::size_t{rows} * inputs.size());
  data.y.reserve(rows);
  append(data, rows, noise, random);
  return data;
}

}  // namespace backprop
