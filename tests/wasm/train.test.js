// `train` at the command line against PyTorch's trajectories, and what it says to configurations that are wrong.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Usage } from '../../wasm/cli/errors.js';
import { load } from '../../wasm/index.js';
import { readmeWithOptions } from '../../wasm/write-options.js';
import { run } from '../../wasm/cli/train.js';

const program = fileURLToPath(new URL('../../wasm/cli.js', import.meta.url));
const golden = (name) => JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'backprop-train-'));
after(() => rmSync(folder, { recursive: true }));

/** Runs the program itself. */
function spawn(args, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'train', ...args], { input, encoding: 'utf8', maxBuffer: 1e8 });
  return { status, stdout, stderr };
}

/** Runs `train` in this process on a configuration, given as an object or as text, on standard input: a program for each would take a minute. */
async function train(config, ...args) {
  const input = Buffer.from(typeof config === 'string' ? config : JSON.stringify(config));
  const printed = { stdout: '', stderr: '' };
  const into = (name) => ({ write: (text) => (printed[name] += text) });
  try {
    await run(['-', ...args], { stdin: Readable.from([input]), stdout: into('stdout'), stderr: into('stderr') });
    return { status: 0, ...printed };
  } catch (error) {
    assert.ok(!(error instanceof TypeError), error.stack);
    return { ...printed, status: error instanceof Usage ? 2 : 1, stderr: `${printed.stderr}${error.message}\n` };
  }
}

/** The object that a run prints. */
async function result(config, ...args) {
  const { status, stdout, stderr } = await train(config, '--json', ...args);
  assert.deepEqual([status, stderr], [0, '']);
  return JSON.parse(stdout);
}

/** What is said to a configuration that is wrong; nothing is printed beside it. */
async function refusal(config, ...args) {
  const { status, stdout, stderr } = await train(config, '--json', ...args);
  assert.deepEqual([status, stdout], [1, ''], stderr);
  assert.match(stderr, /^\[[^\]]+\] [^\n]+\n$/);
  return stderr.trimEnd();
}

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
  const { records, train: score, test: none } = JSON.parse(stdout);
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

const rows = (count) => ({ x: Array.from({ length: count }, (_, i) => [i, -i]), y: Array.from({ length: count }, (_, i) => [i % 2]) });
const classes = (y, last) => ({ layers: [2, 3, last], loss: 'cross_entropy', output_activation: 'identity', data: { x: y.map((_, i) => [i, 1]), y } });

/** The cases of bad_inputs.json whose surface is mlp, as configurations with what has to be said; null where the run goes on. */
const hostile = {
  'mlp-002': [{ layers: [2] }, /^\[layers\] the number of layers is 1; from 2 to \d+, input and output included, would be right$/],
  'mlp-004': [{ layers: [2, 0, 1] }, /^\[layers\] layer 2 of 3 has 0 units; /],
  'mlp-007': [{ layers: [2, '8', 1] }, /^\[layers\] layer 2 of 3 has '8' units; a whole number/],
  'mlp-011': [{ layers: [2, 'NaN', 1] }, /^\[layers\] layer 2 of 3 has 'NaN' units; a whole number/],
  'mlp-030': [{ ...classes([0, 0], 1) }, /^\[layers\] cross_entropy needs at least 2 classes, not 1/],
  'mlp-032': [{ ...classes([0, -1], 3) }, /^\[y\] row 2: class -1 is out of range; from 0 to 2 would be right$/],
  'mlp-033': [{ ...classes([0.5, 1], 2) }, /^\[y\] row 1 is 0\.5; the index of a class must be whole/],
  'mlp-035': [{ layers: [2, 1], loss: 'mse', data: { x: [[0, 0], [1, 1]], y: ['nan', 1] } }, /^\[y\] target row 1 is not finite: NaN; /],
  'mlp-038': [{ layers: [2, 1], batch_size: 1000, data: rows(8), train_fraction: 1, steps: 1 }, null],
  'mlp-039': [{ layers: [2, 1], batch_size: 3, data: rows(8), train_fraction: 1, shuffle: false, record: [3] }, null],
};

test('every mlp case of bad_inputs.json is answered: an error that names the place, or the documented choice', async () => {
  // mlp-013 is no configuration but five hundred runs one after the other: tests/wasm/trainer.test.js makes a thousand.
  const wanted = golden('bad_inputs').cases.filter(({ surface, id }) => surface === 'mlp' && id !== 'mlp-013');
  assert.deepEqual(wanted.map(({ id }) => id), Object.keys(hostile));
  for (const { id, outcome } of wanted) {
    const [config, message] = hostile[id];
    assert.equal(message !== null, outcome.startsWith('error'), id);
    if (message) assert.match(await refusal(config), message, id);
  }
  assert.equal((await result(hostile['mlp-038'][0])).records[0].output.length, 8);
  assert.equal((await result(hostile['mlp-039'][0])).records[0].output.length, 2);
});

test('what is wrong in a configuration is said in one sentence, with its place', async () => {
  const given = (await result(small)).parameters0;
  const without = ({ b1, ...rest }) => rest;
  const wrong = [
    [{ learning_rate: 1 }, /^\[options\] 'learning_rate' is not an option/],
    [{ optimiser: 'adam' }, /^\[options\] 'optimiser' is not an option.*optimizer/],
    ['{"__proto__": {"lr": 1}}', /^\[options\] '__proto__' is not an option/],
    ['{"constructor": 1}', /^\[options\] 'constructor' is not an option/],
    [{ lr: '0.1' }, /^\[lr\] '0\.1' is not a number; /],
    [{ lr: 'nan' }, /^\[lr\] 'nan' is not a number; /],
    ['{"lr": 1e999}', /^\[lr\] (Infinity|inf|∞).* is out of range; /],
    [{ layers: [2, 4096, 4096, 1] }, /^\[layers\] a network of this size needs \d+ MB of memory/],
    [{ layers: Array(1000).fill(2) }, /^\[layers\] a list of 1000 entries is too long/],
    [`{"layers": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`, /^\[layers\] /],
    [`{"data": {"x": ${'['.repeat(100_000)}${']'.repeat(100_000)}, "y": [1]}}`, /^\[\w+\] lists are nested more than three deep/],
    [{ data: 'penguin' }, /^\[data\] 'penguin' does not ship with the module; penguins, iris, digits, mnist, or/],
    [{ data: 5 }, /^\[data\] 5 is no data; /],
    [{ data: { x: [[1, 2]], z: 1 } }, /^\[data\] 'z' is not known here; x, y, classes would be right$/],
    [{ data: { x: [[1, 2]] } }, /^\[y\] is missing; /],
    [{ data: { x: [[1, 2], [3]], y: [1, 2] } }, /^\[\w+\] row 2 has 1 numbers; /],
    [{ data: { x: [[1, 2]], y: [1, 2] } }, /^\[data\] x has 1 rows and y 2; /],
    [{ data: { csv: 'nowhere.csv', target: 'y' } }, /^\[data\.csv\] cannot be read: .*nowhere\.csv/],
    [{ data: { csv: 5 } }, /^\[data\.csv\] 5 is no path; /],
    [{ ...small, parameters: without(given) }, /^\[parameters\] b1 is missing; all tensors of the network, or none, would be right$/],
    [{ ...small, parameters: { ...given, W3: [[1]] } }, /^\[parameters\] 'W3' is no tensor of this network; W1, b1, W2, b2 would be right$/],
    [{ ...small, parameters: { ...given, '0.weight': given.W1 } }, /^\[parameters\] 'W1' and '0\.weight' are the same tensor/],
    [{ ...small, parameters: { ...given, W1: given.W2 } }, /^\[parameters\.W1\] has 1 rows; 3×2 numbers would be right$/],
    [{ ...small, parameters: { ...given, W1: [[1, 2], [3], [4, 5]] } }, /^\[parameters\.W1\] row 2 has 1 numbers; 3×2 numbers would be right$/],
    [{ ...small, parameters: { ...given, W1: { shape: [2, 3], data: [1, 2, 3, 4, 5, 6] } } }, /^\[parameters\.W1\] has the shape \[2, 3\]; 3×2 numbers would be right$/],
    [{ ...small, parameters: { ...given, b2: ['nan'] } }, /^\[parameters\.b2\] number 1 is 'nan'; a finite number would be right$/],
    [{ ...small, parameters: { ...given, b2: 1e999 } }, /^\[parameters\.b2\] is null; 1 numbers would be right$/],
    [{ ...small, parameters: [1] }, /^\[parameters\] a list holds no tensors; /],
    [{ ...small, record: [0] }, /^\[record\] entry 1 is 0; a whole number from 1 to the last step, 20, would be right$/],
    [{ ...small, record: 'all' }, /^\[record\] 'all' is no list; /],
    [{ ...small, steps: 1.5 }, /^\[steps\] 1\.5 is no count of steps; /],
    ['[1]', /^\[standard input\] a list is no configuration; /],
    ['null', /^\[standard input\] null is no configuration; /],
  ];
  for (const [config, message] of wrong) assert.match(await refusal(config), message);
});

test('what is not JSON is pointed at by line and column', async () => {
  const wrong = [
    ['', "1:1] the text ends too early; a value would be right"],
    ['{"lr": 0.1', "1:11] the text ends too early; ',' or '}' would be right"],
    ['{\n  "lr": 0.1,\n}', "3:1] '}' does not belong here; a name in double quotes would be right"],
    ['{"lr": NaN}', '1:8] \'NaN\' does not belong here; "nan", "inf" and "-inf", in double quotes, would be right'],
    ["{'lr': 1}", "1:2] ''' does not belong here; double quotes would be right"],
    ['{"lr": .1}', "1:8] '.1' does not belong here; a number such as 0.5 or 1e-3 would be right"],
    ['{"bias": True}', "1:10] 'True' does not belong here; true, false or null would be right"],
    ['{"lr" 1}', "1:7] '1' does not belong here; ':' would be right"],
    ['{"lr": 1 "seed": 2}', "1:10] '\"' does not belong here; ',' or '}' would be right"],
    ['[1, 2}', "1:6] '}' does not belong here; ',' or ']' would be right"],
    ['{"lr": 1} 2', "1:11] '2' does not belong here; the end of the text would be right"],
    ['{"lr": 1} // fast', "1:11] '/' does not belong here; JSON takes no comments"],
    ['{"a": "b\nc"}', `1:7] '"' does not belong here; a text that ends in " on its line`],
  ];
  for (const [text, message] of wrong) assert.ok((await refusal(text)).startsWith(`[standard input:${message}`), text);
  writeFileSync(join(folder, 'broken.json'), '\uFEFF{"lr": 1,,}');
  const { status, stderr } = spawn([join(folder, 'broken.json')]);
  assert.deepEqual([status, stderr], [1, "[broken.json:1:10] ',' does not belong here; a name in double quotes would be right\n"]);
});

test('a mistake in the command is a mistake of another kind', async () => {
  for (const args of [[], ['a.json', 'b.json'], ['-', '--json', '--jsonl'], ['-', '--grad', '--json'], ['-', '--steps', 'ten'], ['-', '--set', 'lr'], ['-', '--set', 'lr=1,'], ['-', '--nonsense']]) {
    const { status, stdout, stderr } = spawn(args, '{}');
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.match(stderr, /^[^\n]+\n\nusage: backprop-playground train config\.json/);
  }
  const { status, stderr } = spawn(['nowhere.json']);
  assert.equal(status, 1);
  assert.match(stderr, /^\[nowhere\.json\] cannot be read: [^\n]+; the path of a JSON file, or - for standard input, would be right\n$/);
});
