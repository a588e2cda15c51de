// `train` at the command line against PyTorch's trajectories, and what it promises of its records.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { load } from '../../wasm/index.js';
import { readmeWithOptions } from '../../wasm/write-options.js';
import { golden, refusal, result, spawn, train } from './training.js';

const folder = mkdtempSync(join(tmpdir(), 'backprop-train-'));
after(() => rmSync(folder, { recursive: true }));

/** A case of the golden trajectories as a configuration. */
function configOf({ layers, activation, output_activation, bias, loss, loss_args, optimizer, optimizer_args, clip, batch, dataset, init }, datasets) {
  const { x, y } = datasets[dataset];
  return {
    layers, activation, output_activation, bias, loss, ...loss_args, optimizer, ...optimizer_args, ...clipOf(clip),
    batch_size: batch === 'full' ? 100_000 : batch, shuffle: false, train_fraction: 1, data: { x, y }, parameters: init,
  };
}

/** `{ type: 'norm', max: 1 }` and its like as options. */
function clipOf(clip) {
  if (!clip) return {};
  const [name, value] = 'type' in clip ? [clip.type, clip.max ?? clip.value] : Object.entries(clip)[0];
  return { [name.endsWith('value') ? 'clip_value' : 'clip_norm']: value };
}

/** The file's "compare": how far a number may be off. Float32 is judged by the nearer of both references. */
function boundAt(step, dtype, deviation) {
  if (dtype === 'float64') return step < 100 ? [1e-10, 1e-8] : [1e-8, 1e-6];
  return step < 10 ? [1e-5, 1e-4] : [1e-5, Math.max(1e-3, 20 * deviation)];
}

const near = (got, want, [absolute, relative]) => got === want || Math.abs(got - want) <= absolute + relative * Math.abs(want);

const { cases, datasets } = golden('mlp_trajectories');
for (const wanted of cases)
  for (const dtype of ['float64', 'float32'])
    test(`${wanted.id} in ${dtype}: loss, output, every gradient and every parameter are PyTorch's`, async () => {
      const steps = Object.keys(wanted.steps_f64).map(Number).filter((step) => step <= 10 || !/chaotic|diverge/.test(wanted.id));
      const { records, stopped } = await result(configOf(wanted, datasets), '--record', steps.join(), '--dtype', dtype);
      assert.deepEqual(records.map(({ step }) => step), steps);
      assert.equal(stopped, null);
      for (const { step, loss, output, gradients, parameters } of records) {
        const exact = wanted.steps_f64[step], single = wanted.steps_f32[step];
        const bound = boundAt(step, dtype, wanted.f32_vs_f64_param_dev[step]);
        const judge = (what, got, want, want32) => {
          const numbers = [got].flat(2);
          assert.equal(numbers.length, [want].flat().length, what);
          numbers.forEach((x, i) => assert.ok(near(x, [want].flat()[i], bound) || (dtype === 'float32' && near(x, [want32].flat()[i], bound)),
            `step ${step}, ${what}[${i}]: ${x}, not ${[want].flat()[i]}`));
        };
        judge('loss', loss, exact.loss, single.loss);
        judge('output', output, exact.output.flat(2), single.output.flat(2));
        for (const name of Object.keys(exact.grads)) {
          judge(`${name}.grad`, gradients[name], exact.grads[name], single.grads[name]);
          judge(name, parameters[name], exact.params_after[name], single.params_after[name]);
        }
      }
    });

const readme = readFileSync(new URL('../../wasm/README.md', import.meta.url), 'utf8');

test('the example in wasm/README.md prints what it says', async () => {
  const [, config] = /```json\n([^]*?)```/.exec(readme);
  const [, console] = /```\n(\$ npx backprop-playground train [^]*?)```/.exec(readme);
  const shown = console.split(/^\$ npx backprop-playground train xor\.json (.*)\n/m).slice(1);
  assert.ok(shown.length >= 4);
  for (let i = 0; i < shown.length; i += 2) assert.equal((await train(config, ...shown[i].split(' '))).stdout, shown[i + 1]);
});

test('the table of options in wasm/README.md is what node wasm/write-options.js writes', async () => {
  const { text, right } = await readmeWithOptions();
  assert.equal(text, right);
  assert.match(text, /\| `lr` \| a number from 0 to 1000 \| `0\.01` \|/);
});

test('train --help lists every option with its default', async () => {
  const { tables } = await load();
  const { stdout } = spawn(['--help']);
  for (const { name, group, default: value } of tables().options) {
    assert.match(stdout, new RegExp(`^${group}$`, 'm'));
    const [, entry] = stdout.match(new RegExp(`^  ${name} ([^]*?)(?=^ {0,2}\\S|\\n\\n|\\n$)`, 'm'));
    assert.ok(entry.replace(/\s+/g, ' ').includes(`default ${JSON.stringify(value)}`), name);
  }
});

const small = { dataset: 'xor', layers: [2, 3, 1], lr: 0.1, steps: 20, record: [1, 20] };

test('the same configuration gives the same bytes, and another seed gives others', async () => {
  const first = (await train(small, '--json')).stdout;
  assert.equal(spawn(['-', '--json'], JSON.stringify(small)).stdout, first);
  assert.notEqual((await train(small, '--json', '--seed', '2')).stdout, first);
});

test('what a run prints can be put in again: its options and parameters0 give the same records', async () => {
  for (const dtype of ['float32', 'float64']) {
    const { options, parameters0, records } = await result({ ...small, dtype });
    assert.deepEqual((await result({ ...options, parameters: parameters0, record: [1, 20] })).records, records);
  }
});

test("names of an nn.Sequential and { shape, data } are the same parameters", async () => {
  const { parameters0: p, records } = await result(small);
  const sequential = { '0.weight': p.W1, '0.bias': p.b1, '2.weight': p.W2, '2.bias': { shape: [1], data: p.b2 } };
  assert.deepEqual((await result({ ...small, parameters: sequential })).records, records);
});

test('the command line overrides the configuration', async () => {
  const { options, records } = await result({ ...small, dtype: 'float32' }, '--steps', '5', '--record', '5,2,5', '--dtype', 'float64', '--seed', '7', '--set', 'optimizer=adam', '--set', 'betas=[0.8,0.9]');
  assert.deepEqual(records.map(({ step }) => step), [2, 5]);
  assert.deepEqual([options.dtype, options.seed, options.optimizer, options.betas], ['float64', 7, 'adam', [0.8, 0.9]]);
});

test('a gradient is the one before the step and before it is clipped, a parameter the one after', async () => {
  const [first, second] = (await result({ ...small, dtype: 'float64', batch_size: 100_000, clip_norm: 0.01, lr: 1 }, '--record', '1,2')).records;
  const flat = (tensors) => Object.values(tensors).flat(2);
  const gradient = flat(first.gradients), before = flat((await result({ ...small, dtype: 'float64' })).parameters0), after = flat(first.parameters);
  const norm = Math.hypot(...gradient);
  assert.ok(norm > 0.02);
  gradient.forEach((g, i) => assert.ok(Math.abs(before[i] - (g * 0.01) / (norm + 1e-6) - after[i]) < 1e-12));
  assert.notDeepEqual(second.gradients, first.gradients);
});

test('numbers of float32 are as short as they can be', async () => {
  for (const number of (await result(small)).records.flatMap(({ parameters }) => Object.values(parameters).flat(2)))
    assert.ok(String(number).replace(/^-?0?\.0*|e.*|[-.]/g, '').length <= 9 && Math.fround(number) !== 0, String(number));
});

test('the table shows the steps, and the tensors where they are asked for', async () => {
  const { stdout } = await train(small, '--grad', '--params');
  assert.match(stdout, /^step +lr +loss +train loss +test loss +train accuracy +test accuracy\n1 +0\.1 +\d\.\d+ [^]*\n20 +0\.1 /);
  assert.match(stdout, /^step 20, gradients before it\n {2}W1\.grad = \[\[[^]*^step 20, parameters after it\n {2}W1 = \[\[/m);
});

test('--jsonl prints the records of --json, one a line', async () => {
  const lines = (await train(small, '--jsonl')).stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(lines, (await result(small)).records);
});

test('a run that stops says so and names the records that it did not reach', async () => {
  const wild = { ...small, lr: 1000, activation: 'relu', output_activation: 'identity', record: [1, 19, 20] };
  const { stopped, records, not_reached: missing, train: score } = await result(wild);
  assert.match(stopped, /^\[step \d+\] .*; training stops with the last finite weights/);
  assert.deepEqual([records.map(({ step }) => step), missing], [[1], [19, 20]]);
  assert.equal(score.loss, 'inf');
  assert.match((await train(wild)).stdout, /training stops with the last finite weights.*; not reached: step 19, 20\n$/);
  const patient = { ...small, lr: 0, patience: 2, steps: 1000, record: [1, 1000] };
  assert.match((await result(patient)).stopped, /^\[patience\] the loss on the test set has not become better/);
});

test('a table in a file beside the configuration is read, and what ships is there by name', async () => {
  writeFileSync(join(folder, 'table.csv'), 'a;b;kind\n1;2;1\n2;;0\n3;1;1\n4;4;0\n');
  const base = { layers: [2, 3, 2], loss: 'cross_entropy', output_activation: 'identity', train_fraction: 1, steps: 2, batch_size: 100 };
  const csv = { csv: 'table.csv', target: 'kind', integers_are_classes: true, delimiter: ';', missing: 'mean' };
  writeFileSync(join(folder, 'run.json'), JSON.stringify({ ...base, data: csv }));
  const { status, stdout } = spawn([join(folder, 'run.json'), '--json']);
  assert.equal(status, 0);
  const { records, train: score, test: none, table } = JSON.parse(stdout);
  assert.deepEqual([table.rows_kept, table.cells_filled, table.cells.listed], [4, 1, [{ line: 3, column: 'b', what: 'is missing; it gets the mean, 2.33333' }]]);
  assert.equal(spawn([join(folder, 'run.json'), '--set', `data=${JSON.stringify({ ...csv, missing: 'drop' })}`]).stderr,
    "1 cell is missing: 3 rows are used, 1 left out, and 0 cells filled\n  line 3, 'b' is missing; its row is left out\n");
  assert.equal(spawn([join(folder, 'run.json'), '--set', `data=${JSON.stringify({ ...csv, missing: 'refuse' })}`]).stderr,
    "[table.csv, line 3] 'b' is missing; a table without gaps would be right, or the choice to drop or fill them\n");
  assert.equal(records[0].output.length, 4);
  assert.equal(score.confusion.flat().reduce((sum, n) => sum + n), 4);
  assert.deepEqual(none, { loss: 'nan', accuracy: 'nan', confusion: [] });
  const iris = { ...base, layers: [4, 5, 3], standardize: true, train_fraction: 0.5 };
  assert.deepEqual((await result({ ...iris, data: 'iris' })).test.confusion.flat().reduce((sum, n) => sum + n), 75);
  assert.deepEqual(await result({ ...iris, data: { set: 'iris' } }), await result({ ...iris, data: 'iris' }));
  assert.equal((await result({ ...base, layers: [784, 2, 10], data: { set: 'mnist', rows: 50 } })).records[0].output.length, 50);
  assert.match(await refusal({ data: { set: 'iris', rows: 5 } }), /^\[rows\] iris has few rows/);
  assert.match(await refusal({ data: { set: 'mnist', target: 'x' } }), /^\[data\] 'target' is not known here; /);
});

test('names, split and rows are with the numbers: they make the batch from the data again', async () => {
  const x = Array.from({ length: 9 }, (_, i) => [i, 10 * i]);
  const config = { layers: [2, 3, 3], loss: 'cross_entropy', batch_size: 4, record: [1, 2, 3], data: { x, y: x.map(([i]) => i % 3), classes: ['a', 'b', 'c'] }, dtype: 'float64', dropout: 0, lr: 0, activation: 'identity' };
  const { inputs, classes, split, warnings, options, records, parameters0: p } = await result(config);
  assert.deepEqual([inputs, classes, warnings, options.output_activation], [['x1', 'x2'], ['a', 'b', 'c'], [], 'identity']);
  assert.deepEqual([split.train.length, split.test.length, new Set([...split.train, ...split.test]).size], [7, 2, 9]);
  assert.deepEqual(new Set([...records[0].rows, ...records[1].rows]), new Set(split.train));
  const layer = (W, b, input) => W.map((row, i) => row.reduce((sum, w, j) => sum + w * input[j], b[i]));
  for (const { rows, output } of records)
    rows.forEach((row, i) => layer(p.W2, p.b2, layer(p.W1, p.b1, x[row])).forEach((z, j) => assert.ok(Math.abs(z - output[i][j]) < 1e-9)));
  assert.deepEqual((await result({ dataset: 'xor', layers: [3, 1], features: ['x', 'y', 'xy'] })).inputs, ['x', 'y', 'xy']);
});

test('what may not be as it was meant is a warning: in JSON an entry, else on standard error', async () => {
  const bent = { ...small, loss: 'bce_with_logits', output_activation: 'tanh' };
  const wanted = '[output_activation] bce_with_logits takes logits, and tanh bounds or bends them; identity, or leaving it out, would be right';
  assert.deepEqual((await result(bent)).warnings, [wanted]);
  assert.equal((await train(bent)).stderr, `${wanted}\n`);
  assert.equal((await train({ ...bent, output_activation: 'default' })).stderr, '');
  const rows = Array.from({ length: 20 }, (_, i) => `${i === 7 ? '7,o' : i},${i % 2 ? 'a' : 'b'}`.replace('7,o', '7o'));
  writeFileSync(join(folder, 'slip.csv'), ['mass,kind', ...rows, ',a', ',b', ',a', ',b', ',a', ',b', ',a'].join('\n'));
  writeFileSync(join(folder, 'slip.json'), JSON.stringify({ layers: [20, 2], loss: 'cross_entropy', steps: 1, data: { csv: 'slip.csv', target: 'kind' } }));
  assert.equal(spawn([join(folder, 'slip.json')]).stderr, [
    '7 cells are missing: 20 rows are used, 7 left out, and 0 cells filled',
    ...[22, 23, 24, 25, 26].map((line) => `  line ${line}, 'mass' is missing; its row is left out`),
    '  and 2 more; --json lists them',
    "column 'mass' has numbers in 19 cells and texts in 1, the first '7o' in line 9; it is read as one of texts, not of numbers: a number there, or nothing, would be right\n",
  ].join('\n'));
});

test('the table is followed by who was taken for whom, where there are few classes', async () => {
  const x = [[0, 1], [1, 0], [1, 1]];
  const config = { layers: [2, 2], loss: 'cross_entropy', train_fraction: 1, shuffle: false, lr: 0, steps: 1, data: { x, y: [0, 1, 1], classes: ['no', 'yes'] }, parameters: { W1: [[0, 1], [1, 0]], b1: [0.5, 0] } };
  assert.match((await train(config)).stdout, /\n\ntrain: is \\ named {2}no {2}yes\nno +1 {3}0\nyes +1 {3}1\n$/);
  assert.doesNotMatch((await train({ ...config, data: { x, y: [0, 1, 1] }, loss: 'mse' })).stdout, /named/);
  assert.doesNotMatch((await train({ layers: [784, 13], loss: 'mse', steps: 1, data: { x: [Array(784).fill(1)], y: [1], classes: Array.from({ length: 13 }, (_, i) => `${i}`) } })).stdout, /named/);
});
