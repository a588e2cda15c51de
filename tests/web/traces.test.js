// A trace of PyTorch's is compared with the core to the rounding, and a wrong gradient is seen; files become links.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { nested } from '../../wasm/nested.js';
import { checkTrace } from '../../web/src/engine/trace-check.js';
import { readTrace } from '../../web/src/export/trace.js';
import { linkOfState, linkOfWeights } from '../../web/src/link/imported.js';
import { defaultSettings } from '../../web/src/settings.js';

const text = (/** @type {string} */ path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const usual = defaultSettings(JSON.parse(text('../../build/wasm/tables.json')));
const { cases, datasets } = JSON.parse(text('../golden/mlp_trajectories.json'));
const bytes = (/** @type {unknown} */ content) => new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
const trace = (/** @type {unknown} */ content) => /** @type {import('../../web/src/export/trace.js').Trace} */ (readTrace(bytes(content)));

/** @typedef {{ name: string, value: any, grad?: any }} Entry */

/** What PyTorch's golden runs saw at their first step, as a snippet of the docs would write it. @param {any} one @param {'f64' | 'f32'} dtype @returns {Entry[]} */
function tracedCase({ init, dataset, steps_f64: f64, steps_f32: f32 }, dtype) {
  const { grads } = (dtype === 'f64' ? f64 : f32)[1];
  const { x, y } = datasets[dataset];
  return [...Object.keys(init).map((name) => ({ name, value: nested(init[name]), grad: nested({ shape: init[name].shape, data: [grads[name].data ?? grads[name]].flat(3) }) })), { name: 'x', value: x }, { name: 'y', value: y }];
}

const full = cases.filter((/** @type {any} */ { batch }) => batch === 'full');
const settingsOf = (/** @type {any} */ { activation, output_activation, loss, loss_args }) => ({ ...usual, activation, output_activation, loss, ...loss_args });

test("PyTorch's own gradients agree, in float64 and in float32, and one that is wrong is named with its place", async () => {
  const core = await load();
  assert.ok(full.length >= 4);
  for (const one of full)
    for (const dtype of /** @type {const} */ (['f64', 'f32'])) {
      const entries = tracedCase(one, dtype);
      const right = checkTrace(core, trace(entries), settingsOf(one), () => assert.fail('the batch is in the trace'));
      assert.ok(right.tensors.every(({ agrees }) => agrees), `${one.id} in ${dtype}`);
      assert.ok(right.own && right.rows === datasets[one.dataset].x.length);
      assert.ok(Math.abs(right.loss - one.steps_f64[1].loss) < 1e-6);
      // The forgotten factor of one unit.
      entries[2].grad[0][1] *= 1.01;
      const { tensors } = checkTrace(core, trace(entries), settingsOf(one), () => assert.fail());
      assert.deepEqual(tensors.map(({ agrees }) => agrees), tensors.map((_, i) => i !== 2), one.id);
      assert.deepEqual([tensors[2].at, tensors[2].wrong, tensors[2].theirs], [[0, 1], 1, entries[2].grad[0][1]]);
    }
});

test('without a batch the first one of the run is taken; without a grad nothing is said of it', async () => {
  const core = await load();
  const entries = [{ name: '0.weight', value: [[0.1, 0.2], [0.3, 0.4]] }, { name: '0.bias', value: [0, 0] }, { name: '2.weight', value: [[1, -1]], grad: [[9, 9]] }, { name: '2.bias', value: [0], grad: null }];
  const { own, rows, tensors } = checkTrace(core, trace(entries), { ...usual, dataset: 'xor', activation: ['relu', 'tanh'] }, (changes) => core.createTrainer({ ...usual, dataset: 'xor', ...changes }));
  assert.deepEqual([own, rows, tensors.map(({ agrees }) => agrees)], [false, 10, [undefined, undefined, false, undefined]]);
});

test('what is no trace is told from one that is wrong', () => {
  for (const other of ['{"about":1}', 'x', '3', 'null']) assert.equal(readTrace(bytes(other)), undefined);
  /** @type {[unknown, RegExp][]} */
  const wrong = [
    [[], /there are no parameters; a list such as \[\{"name": "0\.weight"/], [[{ name: 'a' }], /entry 1 of 1 has no name with a value/], [[null], /entry 1 of 1/], [[{ name: 'a', value: [[1], [1, 2]] }], /\[a\] has a value whose lists differ/],
    [[{ name: 'a', value: [1], grad: [1, 2] }], /grad of the shape \(2\) for a value of \(1\)/], [[{ name: 'a', value: ['<img>'] }], /with '<img>' in it; finite numbers/], [[{ name: 'a', value: 3 }], /has 0 dimensions/],
    [[{ name: 'a', value: [1] }, { name: 'x', value: [[1]] }], /an input without a target/], [[{ name: 'a', value: [1] }, { name: 'x', value: [[1]] }, { name: 'y', value: [1, 2] }], /as many rows in both/],
    [[{ name: '__proto__', value: [[[[[1]]]]] }], /\[__proto__\]/],
  ];
  for (const [content, message] of wrong) assert.throws(() => readTrace(bytes(content)), message);
});

test('weights of a file are a run that begins with them; a kept run is its settings, step and changes', () => {
  const tensors = [{ name: 'a', shape: [2, 2], data: Float64Array.of(0.1, 2, 3, 4) }, { name: 'b', shape: [1, 2], data: Float64Array.of(5, 6) }, { name: 'c', shape: [1], data: Float64Array.of(7) }];
  const { settings, edits } = linkOfWeights(tensors, { ...usual, activation: ['relu', 'tanh'] });
  assert.deepEqual([settings.layers, settings.bias, settings.activation], [[2, 2, 1], [false, true], 'relu']);
  assert.deepEqual(edits.map(({ value }) => value), [Math.fround(0.1), 2, 3, 4, 5, 6, 7]);
  assert.deepEqual(edits.at(-1)?.place, { layer: 1, to: 0, from: null });
  const about = { options: { ...usual, layers: [2, 2, 1], lr: 0.5 }, step: 9, begun_lr: 0.1, w: 'W1.0.1:2@3', lr_at: '0.5@4' };
  /** @type {any[]} */
  const kept = [];
  const open = (/** @type {object} */ more) => linkOfState({ about: { ...about, ...more }, tensors: [] }, { ...usual, patience: 7 }, (data) => `kept~${kept.push(data)}`);
  const link = open({});
  assert.deepEqual([link.settings.lr, link.step, link.edits], [0.1, 9, [{ step: 3, place: { layer: 0, to: 0, from: 1 }, value: 2 }, { step: 4, lr: 0.5 }]]);
  assert.deepEqual([link.settings.data, open({ data: 'iris' }).settings.data, open({ options: { lr: 1 } }).settings.patience], [undefined, 'iris', 7]);
  assert.equal(open({ data: { x: [[1, 2]], y: [0], classes: ['a'] } }).settings.data, 'kept~1');
  assert.deepEqual(kept, [{ x: [[1, 2]], y: [0], classes: ['a'] }]);
  const data = { x: [[1, 2]], y: [0] };
  for (const wrong of [{ w: 'nonsense' }, { lr_at: 'x' }, { step: 'soon' }, { step: -1 }]) assert.throws(() => open({ data, ...wrong }), /would be right/);
  assert.equal(kept.length, 1, 'all else is read first');
  assert.throws(() => open({ data: { csv: 'a.csv', target: ['y'] } }), /no more in the file than as the place/);
  for (const data of [{ x: [], y: [] }, { x: [1], y: [1] }, { x: 'a', y: 'b' }, { x: [[1], [2]], y: [1] }, null]) assert.throws(() => open({ data }), /are no examples/);
  assert.throws(() => linkOfWeights([{ name: 'a', shape: [100, 100], data: new Float64Array(10_000) }], usual), /10000 of them are too many/);
});

const torch = spawnSync('/usr/bin/python3', ['-c', 'import torch']).status === 0;

test('the snippet of the docs writes a trace that agrees', { skip: !torch && 'there is no PyTorch here' }, async () => {
  const [, snippet] = /```python\n([^]*?)```/.exec(text('../../web/LINKS.md')) ?? [];
  const printed = spawnSync('/usr/bin/python3', ['-'], { input: snippet.replace("open('trace.json', 'w')", '__import__("sys").stdout'), encoding: 'utf8' });
  assert.equal(printed.stderr, '');
  const { tensors, own } = checkTrace(await load(), trace(printed.stdout), { ...usual, activation: 'tanh', output_activation: 'identity', loss: 'mse' }, () => assert.fail());
  assert.ok(own && tensors.length === 4 && tensors.every(({ agrees }) => agrees));
});
