// Turns tests/golden/*.json into C++ tables for golden_test.cpp: node write-golden.js <folder of the JSON> <file to write>.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, target] = process.argv.slice(2);

/** @param {string} file */
const contentsOf = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
/** @param {string} file */
const casesOf = (file) => contentsOf(file).cases;

/** A number of the files, which spell what JSON has no number for, in C++. @param {number | string} x */
function number(x) {
  if (typeof x === 'string') return { nan: 'nan', inf: 'inf', '-inf': '-inf' }[x] ?? fail(`the number ${x}`);
  if (Object.is(x, -0)) return '-0.0';
  return Number.isInteger(x) ? `${x}.0`.replace(/e\+(\d+)\.0$/, 'e$1') : String(x);
}

/** @param {string} what @returns {never} */
function fail(what) {
  throw new Error(`The golden data hold ${what}, which write-golden.js does not know.`);
}

/** All numbers of all cases stand in one array, and all rows of one kind in another: that compiles quickly. */
const pool = [];
/** @type {Record<string, string[]>} */
const rows = { Variable: [], Attribute: [], Input: [], Setting: [], Record: [] };

/** A span over numbers that are put into the pool. @param {(number | string)[]} xs */
function numbers(xs) {
  if (xs.length === 0) return '{}';
  pool.push(...xs.map(number));
  return `{pool + ${pool.length - xs.length}, ${xs.length}}`;
}

/** A span over rows that are put into their array. @param {string} kind @param {string[]} added */
function span(kind, added) {
  if (added.length === 0) return '{}';
  rows[kind].push(...added);
  return `{rows${kind} + ${rows[kind].length - added.length}, ${added.length}}`;
}

const text = JSON.stringify;

/** @param {number[]} sizes */
function shape(sizes) {
  const [planes, height, width] = [...Array(3 - sizes.length).fill(1), ...sizes];
  return `shapeOf(${sizes.length}, ${planes}, ${height}, ${width})`;
}

/** A case of scalar_cases.json: the truth, and float32 with PyTorch's own error, unless the numbers are beyond its range. */
function scalarCase({ id, expr, vars, value, grads, f32 }) {
  const single = f32 ?? { value, grads, torch_relerr_value: 0, torch_relerr_grads: {} };
  const variables = Object.keys(vars).map((name) => {
    const answers = [vars[name], grads[name], single.grads[name], single.torch_relerr_grads[name] ?? 0].map(number);
    return `{${text(name)}, ${answers.join(', ')}}`;
  });
  const answers = [value, single.value, single.torch_relerr_value].map(number);
  return `{${[text(id), text(expr), span('Variable', variables), ...answers, Boolean(f32)].join(', ')}}`;
}

/** A case of edge_cases.json: PyTorch's answer, and others that are defensible. */
function edgeCase({ id, expr, vars, torch_f64: f64, torch_f32: f32, accept_also: { value = [], pairs = [], any_grads: any = false, ...others } = {} }) {
  const unknown = Object.keys(others).find((name) => !(name in vars));
  if (unknown) fail(`accept_also.${unknown}`);
  const variables = Object.keys(vars).map((name) => {
    const answers = [vars[name], f64.grads[name], f32.grads[name], 0].map(number);
    return `{${text(name)}, ${answers.join(', ')}, ${numbers(others[name] ?? [])}}`;
  });
  return `{${[text(id), text(expr), span('Variable', variables), ...[f64.value, f32.value, 0].map(number), true, numbers(value), numbers(pairs.flat()), !any].join(', ')}}`;
}

/** An attribute as rows of the name and the value that the table holds. @returns {string[]} */
function attribute([name, value]) {
  if (Array.isArray(value)) return value.flatMap((part) => attribute([name, part]));
  const held = value === null ? 'absent' : name === 'reduction' ? `double(Reduction::${value})` : number(Number.isFinite(+value) ? +value : value);
  return [`{${text(name)}, ${held}}`];
}

/** Which gradients the note of a case leaves open. @param {string} [note] */
function judged(note = '') {
  if (!note.includes('not judged')) return 'all';
  return note.includes('gradient at NaN') ? 'whereNumber' : note.includes('gradients not judged') ? 'none' : fail(`the note '${note}'`);
}

/** A case of tensor_cases.json or ops_cases.json. */
function tensorCase({ id, op, attrs, inputs, cotangent, f64, f32, note }) {
  const given = Object.entries(inputs).map(([name, input]) => {
    const [g64, g32] = [f64, f32].map(({ grads }) => numbers(grads[name] ?? []));
    return `{${[text(name), shape(input.shape), numbers(input.data), name in f64.grads, g64, g32].join(', ')}}`;
  });
  const attributes = span('Attribute', Object.entries(attrs).flatMap(attribute));
  const answers = [cotangent.data, f64.value, f32.value].map(numbers);
  return `{${[text(id), text(op), attributes, span('Input', given), shape(cotangent.shape), ...answers, `Judged::${judged(note)}`].join(', ')}}`;
}

/** The published numbers and their recomputation, by names such as `published.E_total`. */
function publishedRows({ published, torch_f64 }) {
  return Object.entries({ published, torch_f64 }).flatMap(([origin, values]) =>
    Object.entries(values).map(([name, value]) => `{${text(`${origin}.${name}`)}, ${numbers([value].flat(2))}}`),
  );
}

/** The options of a run as rows. @param {Record<string, any>} options @returns {string[]} */
function settings(options) {
  return Object.entries(options).filter(([, value]) => value !== null).map(([name, value]) => {
    if (typeof value === 'string') return `{${text(name)}, ${text(value)}}`;
    return `{${text(name)}, {}, ${numbers([value].flat().map(Number))}, ${typeof value === 'boolean'}}`;
  });
}

/** Parameters by name, in the order of a network's block: W1, b1, W2, b2 … @param {Record<string, any>} named @param {string[]} order */
const block = (named, order) => numbers(order.flatMap((name) => named[name].data ?? named[name]));

/** A case of mlp_trajectories.json; `datasets` are the file's. */
function trajectoryCase({ id, layers, activation, output_activation, loss, loss_args, optimizer, optimizer_args, clip, batch, bias, dataset, init, steps_f64, steps_f32, f32_vs_f64_param_dev }, datasets) {
  if (clip) fail('clipping');
  const order = Object.keys(init);
  const batch_size = batch === 'full' ? 100000 : batch;
  const options = { layers, activation, output_activation, loss, ...loss_args, optimizer, ...optimizer_args, batch_size, bias, train_fraction: 1, shuffle: false };
  const records = Object.keys(steps_f64).map((step) => {
    const [f64, f32] = [steps_f64[step], steps_f32[step]];
    const grads = [f64, f32].map((at) => block(at.grads, order));
    const after = [f64, f32].map((at) => block(at.params_after, order));
    return `{${[`${step}.0`, number(f64.loss), number(f32.loss), ...grads, ...after, number(f32_vs_f64_param_dev[step])].join(', ')}}`;
  });
  const { x, y } = datasets[dataset];
  const sizes = (/** @type {any[]} */ list) => (Array.isArray(list[0]) ? [list.length, list[0].length] : [list.length]);
  const given = [x, y].flatMap((list) => [shape(sizes(list)), numbers(list.flat())]);
  return `{${[text(id), span('Setting', settings(options)), ...given, block(init, order), span('Record', records)].join(', ')}}`;
}

/** A case of optimizer_cases.json. */
function optimizerCase({ id, optimizer, args, p0, params_after }) {
  const records = Object.keys(params_after.f64).map((step) => `{${step}.0, 0, 0, {}, {}, ${numbers(params_after.f64[step])}, ${numbers(params_after.f32[step])}, 0}`);
  return `{${[text(id), span('Setting', settings({ optimizer, ...args })), numbers(p0), span('Record', records)].join(', ')}}`;
}

const trajectories = contentsOf('mlp_trajectories.json');

/** @param {string} name @param {string} kind @param {string[]} cases */
const table = (name, kind, cases) => `constexpr ${kind} ${name}Rows[] = {\n${cases.join(',\n')}};\nconst std::span<const ${kind}> ${name}(${name}Rows);\n`;

const tables = [
  table('scalarCases', 'ExpressionCase', casesOf('scalar_cases.json').map(scalarCase)),
  table('edgeCases', 'ExpressionCase', casesOf('edge_cases.json').map(edgeCase)),
  table('tensorCases', 'TensorCase', casesOf('tensor_cases.json').map(tensorCase)),
  table('opsCases', 'TensorCase', casesOf('ops_cases.json').map(tensorCase)),
  table('trajectoryCases', 'TrajectoryCase', trajectories.cases.map((/** @type {any} */ each) => trajectoryCase(each, trajectories.datasets))),
  table('optimizerCases', 'OptimizerCase', casesOf('optimizer_cases.json').map(optimizerCase)),
  table('mazur', 'Published', publishedRows(casesOf('published_cases.json').find(({ id }) => id === 'mazur2015'))),
];
const shared = Object.entries(rows).map(([kind, list]) => `constexpr ${kind} rows${kind}[] = {\n${list.join(',\n')}};\n`);

writeFileSync(
  target,
  `// Written by tests/core/write-golden.js from tests/golden/*.json.
#include <limits>

#include "backprop/op.hpp"
#include "golden.hpp"

namespace backprop::test::golden {
namespace {
constexpr double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
constexpr double pool[] = {
${pool.join(',\n')}};
${shared.join('')}}  // namespace
${tables.join('')}
}  // namespace backprop::test::golden
`,
);
