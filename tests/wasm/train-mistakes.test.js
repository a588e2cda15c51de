// What `train` says to configurations and commands that are wrong, and to the hostile ones of bad_inputs.json.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { golden, refusal, result, spawn } from './training.js';

const folder = mkdtempSync(join(tmpdir(), 'backprop-mistakes-'));
after(() => rmSync(folder, { recursive: true }));

const small = { dataset: 'xor', layers: [2, 3, 1], lr: 0.1, steps: 20, record: [1, 20] };
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
    [{ learning_rate: 1 }, /did you mean lr\?$/],
    [{ optimiser: 'adam' }, /^\[options\] 'optimiser' is not an option; did you mean optimizer\?$/],
    [{ LR: 1 }, /^\[options\] 'LR' is not an option; did you mean lr\?$/],
    [{ Step: 1 }, /; did you mean steps\?$/],
    [{ 'batch-size': 1 }, /; did you mean batch_size\?$/],
    [{ recrod: 1 }, /; did you mean record\?$/],
    [{ parameter: 1 }, /; did you mean parameters\?$/],
    [{ colour: 'red' }, /^\[options\] 'colour' is not an option; 'train --help' lists what is one$/],
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
    [`{"layers": [2, 3, 1], "parameters": ${JSON.stringify(given).replace(/"b2":[^}]*/, `"b2": {"shape": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`)}}`, /^\[parameters\.b2\] has the shape \[a list\]; 1 numbers would be right$/],
    [{ layers: [2, 1], record: Array.from({ length: 300_000 }, (_, i) => i) }, /^\[record\] entry 1 is 0; a whole number from 1 to the last step, 299999, would be right$/],
    [{ ...small, parameters: [1] }, /^\[parameters\] a list holds no tensors; /],
    [{ ...small, record: [0] }, /^\[record\] entry 1 is 0; a whole number from 1 to the last step, 20, would be right$/],
    [{ ...small, record: 'all' }, /^\[record\] 'all' is no list; /],
    [{ ...small, steps: 1.5 }, /^\[steps\] 1\.5 is no count of steps; /],
    ['[1]', /^\[standard input\] a list is no configuration; /],
    ['null', /^\[standard input\] null is no configuration; /],
  ];
  for (const [config, message] of wrong) assert.match(await refusal(config), message);
});

test('a table is refused in words of its own columns and of a configuration', async () => {
  writeFileSync(join(folder, 'table.csv'), 'island,mass,kind\nDream,1.5,0\nBiscoe,2.5,1\nDream,3.5,0\nBiscoe,4,1\n');
  const said = (config) => {
    writeFileSync(join(folder, 'run.json'), JSON.stringify({ train_fraction: 1, ...config }));
    return spawn([join(folder, 'run.json')]).stderr;
  };
  assert.equal(said({ layers: [2, 1], data: { csv: 'table.csv', target: 'kind' } }),
    '[layers] the input layer has 2 units; 3 would be right, one for each column of the data: island=Dream, island=Biscoe, mass\n');
  assert.match(said({ layers: [3, 2], loss: 'cross_entropy', data: { csv: 'table.csv', target: 'kind' } }), /, or integers_are_classes: true where they number classes\n$/);
  assert.match(said({ layers: [3, 2], loss: 'cross_entropy', data: { csv: 'table.csv', target: 'mass' } }), /or smooth_l1 would be right\n$/);
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
  const hint = (...args) => spawn(args, '{}').stderr.split('\n')[0];
  assert.equal(hint('-', '--lr', '0.1'), "'--lr' is no flag; --set lr=0.1 would be right");
  assert.equal(hint('-', '--batch-size=4'), "'--batch-size' is no flag; --set batch_size=4 would be right");
  assert.equal(hint('-', '--epochs', '4'), "'--epochs' is no flag; --steps would be right");
  assert.equal(hint('-', '--nonsense'), "'--nonsense' is no flag; 'train --help' lists what there is");
  const { status, stderr } = spawn(['nowhere.json']);
  assert.equal(status, 1);
  assert.match(stderr, /^\[nowhere\.json\] cannot be read: [^\n]+; the path of a JSON file, or - for standard input, would be right\n$/);
});
