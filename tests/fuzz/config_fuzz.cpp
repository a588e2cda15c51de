// Fuzz target of a run's configuration: any lines are read as options and data; what is accepted trains and goes back.
//
// A line is a name and words: `lr 0.1`, `layers 2 3 1`, `optimizer adam`; `x 0 1` and `y 1` add a row each, `classes no
// yes` names classes. So that chance finds what there is, an unknown name or choice mostly stands for a known one.
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <sstream>

#include "backprop/given_data.hpp"
#include "backprop/trainer.hpp"

namespace {

using namespace backprop;

// What is larger is validated, but not run: that would only be slow.
constexpr std::uint64_t mostBytes = 2'000'000;

void expect(bool promise, const std::string& what) {
  if (promise) return;
  std::fprintf(stderr, "configuration: broken promise: %s\n", what.c_str());
  std::abort();
}

void checkError(const Error& error) {
  expect(error.message.starts_with("[") && error.message.find("] ") != std::string::npos, "an error names its place");
  expect(error.message.size() < 1500, "an error is short");
}

std::size_t hashOf(std::string_view word) {
  std::size_t hash = 7;
  for (const char c : word) hash = 31 * hash + static_cast<unsigned char>(c);
  return hash;
}

/// A row of the table by its name; an unknown name stands for any row, or for none.
const OptionInfo* rowFor(std::string_view name) {
  const auto table = optionTable();
  for (const OptionInfo& row : table)
    if (row.name == name) return &row;
  const std::size_t chosen = hashOf(name) % (table.size() + 2);
  return chosen < table.size() ? &table[chosen] : nullptr;
}

double numberOf(const std::string& word) {
  double number = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc() && end == word.data() + word.size() ? number : std::nan("");
}

OptionEntry entryOf(const std::string& word, const OptionInfo* row) {
  if (word == "true" || word == "false") return word == "true";
  if (word == "nan" || !std::isnan(numberOf(word))) return numberOf(word);
  if (word.starts_with("{")) return OtherValue{"an object"};
  if (!row || row->choices.empty() || word.starts_with("'")) return word;
  for (const std::string_view choice : row->choices)
    if (choice == word) return word;
  return std::string(row->choices[hashOf(word) % row->choices.size()]);
}

OptionValue valueOf(const std::vector<std::string>& words, const OptionInfo* row) {
  if (words.size() == 1 && words[0] == "null") return std::monostate{};
  const bool list = row && (row->type() == OptionType::integers || row->type() == OptionType::numbers);
  if (words.size() == 1 && !list)
    return std::visit([](auto entry) { return OptionValue(entry); }, entryOf(words[0], row));
  OptionList entries;
  for (const std::string& word : words) entries.push_back(entryOf(word, row));
  return entries;
}

struct Configuration {
  std::vector<std::pair<std::string, OptionValue>> options;
  std::vector<std::vector<double>> x, y;
  std::vector<std::string> classes;
};

Configuration read(const std::string& text) {
  Configuration config;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream split(line);
    std::string name;
    split >> name;
    std::vector<std::string> words;
    for (std::string word; split >> word;) words.push_back(word);
    if (name == "x" || name == "y") {
      auto& row = (name == "x" ? config.x : config.y).emplace_back();
      for (const std::string& word : words) row.push_back(numberOf(word));
    } else if (name == "classes") {
      config.classes = words;
    } else if (!name.empty()) {
      const OptionInfo* row = rowFor(name);
      config.options.emplace_back(row ? std::string(row->name) : name, valueOf(words, row));
    }
  }
  return config;
}

/// Rows as a tensor as wide as the first one; JavaScript's lists are known to be equally long when they come here.
GivenTensor tensorOf(const std::vector<std::vector<double>>& rows) {
  const std::size_t columns = rows.empty() ? 0 : rows[0].size();
  GivenTensor tensor{shapeOf(2, 1, std::uint32_t(rows.size()), std::uint32_t(columns)), {}};
  for (const auto& row : rows)
    for (std::size_t c = 0; c < columns; ++c) tensor.data.push_back(c < row.size() ? row[c] : 0);
  return tensor;
}

template <class Real> void checkFinite(const Trainer<Real>& trainer) {
  for (const Real value : std::as_const(*trainer.network().parameters()).values())
    expect(std::isfinite(value), "parameters stay finite");
}

/// Trains, goes back, and finds what had been there.
template <class Real> void train(Trainer<Real> trainer) {
  trainer.step(1);
  const auto values = std::as_const(*trainer.network().parameters()).values();
  const std::vector<Real> then(values.begin(), values.end());
  const Progress progress = trainer.progress();
  trainer.step(2);
  checkFinite(trainer);
  trainer.goTo(1);
  const auto now = std::as_const(*trainer.network().parameters()).values();
  expect(std::equal(now.begin(), now.end(), then.begin()), "a step has the same parameters again");
  expect(trainer.progress().step == progress.step && trainer.progress().stopped == progress.stopped,
         "a step is the same again");
  checkFinite(trainer);
  (void)trainer.evaluateTest();
}

template <class Real> void run(const RunOptions& options, const Dataset* data) {
  train(data ? Trainer<Real>(options, *data) : Trainer<Real>(options));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size > 4096) return 0;
  const Configuration config = read(std::string(reinterpret_cast<const char*>(bytes), size));
  auto read = readOptions(config.options);
  if (!read.ok()) return checkError(read.error()), 0;
  RunOptions& options = read.value();
  options.samples = std::min(options.samples, 40u);
  const bool given = !config.x.empty() || !config.y.empty();
  const auto data =
      given ? datasetOf(options, tensorOf(config.x), tensorOf(config.y), config.classes) : Result<Dataset>(Dataset{});
  if (!data.ok()) return checkError(data.error()), 0;
  const DataShape shape = given ? shapeOf(data.value()) : shapeOf(options);
  if (const Status valid = validate(options, shape); !valid.ok()) return checkError(valid.error()), 0;
  if (bytesHeld(options, shape) > mostBytes) return 0;
  const Dataset* rows = given ? &data.value() : nullptr;
  options.dtype == "float64" ? run<double>(options, rows) : run<float>(options, rows);
  return 0;
}
