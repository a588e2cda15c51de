// What is exported is read again by other readers than our own, and every number is the core's to the bit.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { networkFormats } from '../../web/src/export/formats.js';
import { shortest } from '../../web/src/export/numbers.js';
import { readState, widthsOf } from '../../web/src/export/read.js';
import { unzipped, zipped } from '../../web/src/export/zip.js';
import { models } from '../exports/models.js';
import { fields, npy, onnxTensors, safetensors, zipEntries } from '../exports/readers.js';
import { stateAfter } from '../exports/state.js';

const program = fileURLToPath(new URL('../../web/cli.js', import.meta.url));
/** @typedef {import('../../web/src/export/state.js').NetworkState} NetworkState */
/** @typedef {typeof models[number] & Awaited<ReturnType<typeof stateAfter>>} Exported */

/** @param {string} name @param {NetworkState} state @returns {any} */
const write = (name, state) => /** @type {typeof networkFormats[number]} */ (networkFormats.find((format) => format.name === name)).write(state);

/** Runs of the table with what the core said of them. @type {Exported[]} */
const runs = [];
/** @type {string} */
let folder;

before(async () => {
  for (const model of models) runs.push({ ...model, ...(await stateAfter(model)) });
  folder = mkdtempSync(join(tmpdir(), 'exports-'));
});
after(() => rmSync(folder, { recursive: true }));

/** All bits of both, one after the other. @param {{ data: ArrayLike<number> }[]} tensors @param {ArrayLike<number>} block @param {string} what */
function expectSame(tensors, block, what) {
  const all = tensors.flatMap(({ data }) => Array.from(data));
  assert.equal(all.length, block.length, what);
  all.forEach((value, i) => assert.ok(Object.is(value, block[i]), `${what}: number ${i} is ${value}, not ${block[i]}`));
}

test('a float32 is written with the fewest digits that read back as the same, as a double that is rounded', () => {
  const single = new Float32Array(1);
  const bits = new Uint32Array(single.buffer);
  let chance = 12345;
  for (let i = 0; i < 20_000; i++) {
    chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0;
    bits[0] = chance;
    if (!Number.isFinite(single[0])) continue;
    assert.ok(Object.is(Math.fround(Number(shortest(single[0], 'float32'))), single[0]), `${bits[0]}`);
  }
  assert.equal(shortest(Math.fround(0.1), 'float32'), '0.1');
  assert.equal(shortest(-0, 'float32'), '-0.0');
  assert.equal(shortest(0.1 + 0.2, 'float64'), '0.30000000000000004');
});

test('safetensors: header and numbers, with the names of an nn.Sequential', () => {
  for (const { name, state, values } of runs) {
    const tensors = safetensors(write('safetensors', state));
    expectSame(tensors, values, name);
    assert.deepEqual(tensors.map((tensor) => tensor.shape), state.parameters.map(({ shape }) => shape));
  }
  const [, xor] = runs;
  assert.deepEqual(safetensors(write('safetensors', xor.state)).map((tensor) => tensor.name), ['0.weight', '0.bias', '2.weight', '2.bias', '4.weight', '4.bias']);
});

test('npz: an archive of arrays whose numbers begin at a multiple of 64', () => {
  for (const { name, state, values, gradients } of runs) {
    const arrays = zipEntries(write('npz', state)).filter((entry) => entry.name !== 'state.npy').map((entry) => ({ name: entry.name, ...npy(entry.bytes) }));
    const called = (/** @type {RegExp} */ pattern) => arrays.filter((array) => pattern.test(array.name));
    expectSame(called(/^[Wb]\d+\.npy$/), values, name);
    expectSame(called(/^[Wb]\d+\.grad\.npy$/), gradients, name);
    assert.ok(arrays.every(({ start }) => start % 64 === 0), name);
    const [x] = called(/^x\.npy$/);
    assert.deepEqual(x.shape, [state.training.count, state.widths[0]]);
  }
});

test('onnx: its tensors are the weights, and its nodes lead from x to output', () => {
  for (const { name, state, values } of runs) {
    const model = write('onnx', state);
    const { tensors, nodes } = onnxTensors(model);
    expectSame(tensors.filter((tensor) => /^[Wb]\d/.test(tensor.name)), values, name);
    const known = new Set(['x', ...tensors.map((tensor) => tensor.name)]);
    for (const { op, inputs, outputs } of nodes) {
      for (const input of inputs) assert.ok(known.has(input), `${name}: ${op} reads ${input}`);
      for (const output of outputs) known.add(output);
    }
    assert.ok(known.has('output'), name);
    assert.deepEqual(fields(model).filter(({ field }) => field === 1).map(({ value }) => value), [7]);
  }
});

test('JSON holds the weights, the gradients and what the optimizer remembers', () => {
  for (const { name, state, values, gradients, step } of runs) {
    const read = JSON.parse(write('json', state));
    const round = state.dtype === 'float32' ? Math.fround : Number;
    const flat = (/** @type {Record<string, any>} */ tensors) => [{ data: /** @type {number[]} */ (Object.values(tensors).flat(2)).map(round) }];
    expectSame(flat(read.parameters), values, name);
    expectSame(flat(read.gradients), gradients, name);
    assert.equal(read.about.step, step);
  }
  assert.deepEqual(Object.keys(JSON.parse(write('json', runs[2].state)).optimizer), ['first', 'second', 'largest']);
  assert.deepEqual(Object.keys(JSON.parse(write('json', runs[0].state)).optimizer), []);
});

test('what the optimizer remembers is what its formula makes of the gradients', async () => {
  const config = { dataset: 'xor', layers: [2, 2, 1], optimizer: 'adam', betas: [0.9, 0.99] };
  const [start, next] = [await stateAfter({ steps: 0, config }), await stateAfter({ steps: 1, config })];
  for (const [at, { gradient }] of start.state.parameters.entries())
    for (const [i, g] of gradient.entries()) {
      const { first, second } = /** @type {{ first: ArrayLike<number>, second: ArrayLike<number> }} */ (next.state.parameters[at].memory);
      assert.ok(Math.abs(first[i] - 0.1 * g) <= 1e-6 * Math.abs(g));
      assert.ok(Math.abs(second[i] - 0.01 * g * g) <= 1e-6 * g * g);
    }
});

test('our own reader takes all three back, and tells the layers of a file from elsewhere', () => {
  for (const { name, state, values } of runs)
    for (const format of ['json', 'safetensors', 'npz']) {
      const written = write(format, state);
      const { tensors, about } = /** @type {import('../../web/src/export/read.js').Read} */ (readState(typeof written === 'string' ? new TextEncoder().encode(written) : written));
      expectSame(tensors, values, `${name} as ${format}`);
      assert.deepEqual(widthsOf(tensors), state.widths);
      assert.deepEqual(about.options, JSON.parse(JSON.stringify(state.options)));
    }
  assert.equal(readState(new TextEncoder().encode('{"dataset":"xor"}')), undefined);
});

test('a damaged file is refused with what is wrong', () => {
  const archive = zipped([{ name: 'W1.npy', bytes: Uint8Array.of(1, 2, 3) }]);
  assert.equal(unzipped(archive)[0].bytes.length, 3);
  const damaged = archive.slice();
  damaged[30 + 'W1.npy'.length] ^= 1;
  assert.throws(() => unzipped(damaged), /^Error: \[W1\.npy\] is damaged: its check sum differs/);
  assert.throws(() => readState(archive.slice(0, 40)), /^Error: \[zip\] the archive has no end/);
  assert.throws(() => readState(archive), /^Error: \[W1\.npy\] is no array of NumPy/);
  assert.throws(() => readState(Uint8Array.of(255, 255, 0, 0, 0, 0, 0, 0, 0x7b, 0, 0)), /^Error: \[safetensors\] the header is longer than the file/);
});

test('where gradients are wrong on purpose no script is written', async () => {
  const { state } = await stateAfter({ steps: 3, config: { dataset: 'xor', layers: [2, 3, 1], fault: 'forgotten_derivative' } });
  for (const name of ['pytorch', 'numpy', 'jax']) assert.throws(() => write(name, state), /^Error: \[fault\] with forgotten_derivative/);
  assert.ok(write('json', state));
});

test('a graph becomes a picture for Graphviz, data and a script', () => {
  const run = (/** @type {string[]} */ ...args) => spawnSync(process.execPath, [program, 'export', '--graph', ...args], { encoding: 'utf8' });
  const dot = run('x = 2; y = x*x + 3*x', '--format', 'dot').stdout;
  assert.match(dot, /^digraph backpropagation \{\n/);
  assert.match(dot, /n0 \[label="x\\n2\\ngrad 7", shape=box\];/);
  assert.equal([...dot.matchAll(/n0 -> n\d+;/g)].length, 3);
  const { nodes, output } = JSON.parse(run('w = [[0.1, 2], [3, 4]]; y = sum(w*w)', '--format', 'json').stdout);
  assert.deepEqual([nodes[0].value, nodes[0].gradient], [[[0.1, 2], [3, 4]], [[0.2, 4], [6, 8]]]);
  assert.equal(nodes[output].names[0], 'y');
  assert.equal(run('x = 2; y = x*x', '--format', 'csv').stdout, 'node,name,kind,op,inputs,index,value,gradient\n0,x,parameter,,,0,2,4\n1,y,operation,mul,0 0,0,4,1\n');
  assert.match(run('x = 2; y = x^2', '--format', 'pytorch').stdout, /^import torch\n[^]*y\.backward\(\)/);
  assert.deepEqual([run('x = tahn(2)', '--format', 'dot').status, run('x = 2', '--format', 'dot', '--steps', '3').status], [1, 2]);
});

test('the command check: all agree, or it says what does not', () => {
  const config = join(folder, 'check.json');
  const run = (/** @type {string[]} */ ...args) => spawnSync(process.execPath, [program, 'check', config, ...args], { encoding: 'utf8' });
  writeFileSync(config, '{"dataset":"xor","layers":[2,3,1],"steps":20}');
  const right = run();
  assert.deepEqual([right.status, right.stderr], [0, '']);
  assert.match(right.stdout, /^At step 20, 13 of 13 gradients are those of float64, but for rounding; 13 of 13 agree with central differences\.\n/);
  const wrong = run('--set', 'fault=forgotten_derivative', '--json');
  assert.deepEqual([wrong.status, JSON.parse(wrong.stdout).agrees], [1, false]);
});

test('the command: a configuration becomes a file, the file the same run again, and a mistake a sentence', () => {
  const path = (/** @type {string} */ name) => join(folder, name);
  const run = (/** @type {string[]} */ ...args) => spawnSync(process.execPath, [program, 'export', ...args], { encoding: 'utf8' });
  writeFileSync(path('c.json'), '{"dataset":"xor","layers":[2,3,1],"optimizer":"adam","steps":20}');
  assert.equal(run(path('c.json'), '--out', path('a.npz')).stderr, '');
  // From the file ten steps on, or thirty from the configuration: the same bytes, the optimizer's memory included.
  const [on, whole] = [run(path('a.npz'), '--format', 'json', '--steps', '10'), run(path('c.json'), '--format', 'json', '--steps', '30')];
  assert.equal(on.stdout, whole.stdout);
  assert.equal(JSON.parse(whole.stdout).about.step, 30);
  const other = run(path('a.npz'), '--format', 'json', '--set', 'lr=0.5');
  assert.match(other.stderr, /begins anew/);
  assert.equal(JSON.parse(other.stdout).about.step, 0);
  /** @type {[string[], number, RegExp][]} */
  const mistakes = [
    [['--format', 'onnx'], 2, /^one run is taken, not 0/], [[path('c.json')], 2, /^--format is missing; pytorch, numpy/], [[path('c.json'), '--format', 'tflite'], 2, /^--format: 'tflite' is none/],
    [[path('none.json'), '--format', 'onnx'], 1, /cannot be read/], [[path('c.json'), '--format', 'onnx', '--set', 'lr=x'], 1, /lr/], [[path('c.json'), '--out', '/nowhere/a.onnx'], 1, /^--out: /],
  ];
  for (const [args, status, message] of mistakes) {
    const result = run(...args);
    assert.match(result.stderr, message);
    assert.equal(result.status, status, args.join(' '));
  }
  assert.ok(readFileSync(path('a.npz')).length > 1000);
});
