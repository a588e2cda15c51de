// The command line as a program: what it prints, its exit codes, and one answer for each line.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from '../../wasm/index.js';
import { answer } from '../../wasm/cli/lines.js';

const program = fileURLToPath(new URL('../../web/cli.js', import.meta.url));

/** Runs the command line to its end. */
function run(args, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { input, encoding: 'utf8', maxBuffer: 1e8 });
  return { status, stdout, stderr };
}

test('named values and gradients stand aligned', () => {
  const { stdout, status } = run(['eval', 'x=2; y=x**2+3*x+1', '--grad']);
  assert.deepEqual([stdout, status], ['x      = 2\ny      = 11\nx.grad = 7\n', 0]);
});

test('standard input, settings, float32 and matrices', () => {
  assert.equal(run(['eval', '--set', 'x=[[1,2],[3,4]]', '--grad', '--cotangent', '[[1,0],[0,1]]'], 'y = x*x\n').stdout,
    'x      = [[1, 2],\n          [3, 4]]\ny      = [[1, 4],\n          [9, 16]]\nx.grad = [[2, 0],\n          [0, 8]]\n');
  assert.equal(run(['eval', '-', '--dtype', 'float32'], 'y = 0.1 + 0.2').stdout, 'y = 0.3\n');
  assert.equal(run(['eval', 'x', '--set', 'x=-inf']).stdout, 'x = -inf\n');
});

test('data as JSON keeps what JSON cannot say', () => {
  const { stdout } = run(['eval', 'x=0; y=log(x)', '--json']);
  assert.equal(stdout, '{"value":"-inf","values":{"x":0,"y":"-inf"},"gradients":{"x":"inf"}}\n');
});

test('the check and the PyTorch script', () => {
  assert.match(run(['eval', 'x=2; y=x^3', '--check']).stdout, /^x +12 +12\.?\d* +\S+ +agrees$/m);
  assert.match(run(['eval', 'x=2; y=x^3', '--pytorch']).stdout, /import torch[^]*backward\(\)/);
});

test('what would be ignored is refused: settings of names that are no leaf, and data beside a table', () => {
  assert.match(run(['eval', 'x=2; y=x*x', '--set', 'z=3']).stderr, /^--set: 'z' is no leaf of the text/);
  assert.match(run(['eval', 'x=2; y=x*x', '--set', 'y=3']).stderr, /^--set: 'y' is no leaf of the text/);
  assert.match(run(['eval', 'x=2; y=x*x', '--json', '--check']).stderr, /^--json and --check exclude each other/);
  assert.match(run(['eval', 'W=[[1,2],[3,4]]; sum(W*W)', '--check']).stdout, /^W\[1, 0\] +6 /m);
  assert.match(run(['eval', 'x=2; y=3*x', '--fault', 'overwrite']).stdout, /changes no gradient here/);
});

test('a fault stands beside the right gradient', () => {
  const { stdout } = run(['eval', 'x=2; y=x*x+3*x', '--fault', 'overwrite']);
  assert.match(stdout, /^leaf +right +overwrite\nx +7 +2$/m);
  assert.match(run(['eval', 'x=2; x^2', '--fault', 'ovrwrite']).stderr, /^--fault: 'ovrwrite' is no fault; one of none, overwrite, /);
});

test('a mistake in the text is pointed at, one in the command is explained', () => {
  const wrong = run(['eval', 'x = 2\ny = tahn(x)']);
  assert.equal(wrong.status, 1);
  assert.match(wrong.stderr, /^2:5: .*did you mean tanh\?.*\n {2}y = tahn\(x\)\n {6}\^/);
  for (const args of [[], ['evil'], ['eval', 'x', '--nonsense'], ['eval', 'x', '--set', 'x'], ['eval', 'x', '--dtype', 'half'], ['eval', '--file', 'nowhere.py']]) {
    const { status, stderr, stdout } = run(args);
    assert.deepEqual([status, stdout], [2, ''], args.join(' '));
    assert.match(stderr, /usage: backprop-playground eval/);
  }
  assert.equal(run(['--help']).status, 0);
});

test('every line is answered for itself and in order', () => {
  const lines = [
    '{"id": 1, "source": "x^2 + 3*x + 1", "values": {"x": 2}}', '', 'not JSON', '[]', '{"id": 2, "source": 5}', '{"id": "a", "source": "x +"}',
    '{"id": 3, "source": "x*2", "values": {"x": [[1, -0.0]]}, "cotangent": [[1, "inf"]]}', '{"id": 4, "source": "x*2", "values": {"x": [1, 2]}}',
    '{"id": 5, "source": "__proto__ + y", "values": {"__proto__": 1, "y": "nan"}}', 'x'.repeat(1e6), '{"id": 6, "source": "y = x\u2028z = y^2", "values": {"x": 3}, "dtype": "float32"}',
  ];
  const { stdout, stderr, status } = run(['eval', '--jsonl'], lines.join('\r\n'));
  assert.deepEqual([stderr, status], ['', 0]);
  const texts = stdout.trimEnd().split('\n');
  const answers = texts.map((text) => JSON.parse(text));
  assert.deepEqual(answers.map(({ id }) => id), [1, null, null, 2, 'a', 3, 4, 5, null, 6]);
  assert.equal(texts[0], '{"id":1,"value":11,"gradients":{"x":7}}');
  assert.deepEqual(answers.map(({ error }) => Boolean(error)), [false, true, true, true, true, false, true, false, true, false]);
  assert.deepEqual([answers[4].error.line, answers[4].error.column], [1, 4]);
  assert.equal(texts[5], '{"id":3,"value":[[2,-0.0]],"gradients":{"x":[[2,"inf"]]}}');
  assert.deepEqual(answers[6].value, [2, 4]);
  assert.match(answers[6].error.message, /cotangent/);
  assert.deepEqual([answers[7].value, Object.keys(answers[7].gradients)], ['nan', ['__proto__', 'y']]);
  assert.equal(answers[9].gradients.x, 6);
});

test('ten thousand lines leave the memory as it was', async () => {
  const backprop = await load();
  const line = (i) => (i % 3 ? JSON.stringify({ id: i, source: 'sum(tanh(x) @ w)', values: { x: [[1, i]], w: [[1], [2]] } }) : `{"id": ${i}, "source": "x +"}`);
  for (let i = 0; i < 100; ++i) answer(backprop, line(i));
  const before = backprop.memoryUsed();
  for (let i = 0; i < 10_000; ++i) assert.ok(answer(backprop, line(i)).startsWith(`{"id":${i},`));
  assert.equal(backprop.memoryUsed(), before);
});
