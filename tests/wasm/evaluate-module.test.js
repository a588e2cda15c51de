// The smallest module: of what it answers, the numbers of the large one to the bit; of all else, an error without words, and never a wrong number.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { parse } from 'parse5';
import { loadEvaluate } from '../../wasm/evaluate.js';
import { load } from '../../wasm/index.js';
import { readFigure } from '../../web/src/figures/kind.js';
import { kinds } from '../../web/src/figures/kinds.js';
import { attributesOf, elementsIn } from '../../web/lint/finding.js';

const large = await load();
const smallest = await loadEvaluate();

const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url));
const golden = (name) => JSON.parse(read(`golden/${name}.json`)).cases;
const number = (value) => (typeof value === 'string' ? Number(value.replace('inf', 'Infinity')) : value);

/** What a module answers: numbers, or that something is wrong. */
function answerOf(core, source, options) {
  try {
    const { errors, ...numbers } = core.evaluate(source, options);
    return errors.length > 0 ? 'wrong' : JSON.stringify(numbers, (_, value) => (ArrayBuffer.isView(value) ? Array.from(value, String) : Object.is(value, -0) ? '-0' : value));
  } catch {
    return 'wrong';
  }
}

/** @returns {boolean} whether it answered */
function answersAlike(what, source, options) {
  const [expected, found] = [large, smallest].map((core) => answerOf(core, source, options));
  if (found !== 'wrong') assert.equal(found, expected, what);
  return found !== 'wrong';
}

test('it is small', () => {
  const zipped = gzipSync(read('../build/wasm-evaluate/backprop-evaluate.wasm'), { level: 9 }).length;
  assert.ok(zipped <= 49_000, `${zipped} bytes`);
});

test('golden texts have the numbers of the large module, to the bit', () => {
  const cases = ['scalar_cases', 'edge_cases'].flatMap(golden);
  const answered = cases.filter(({ id, expr, vars }) => answersAlike(id, expr, { values: Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, number(value)])) }));
  assert.ok(answered.length > cases.length / 2, `${answered.length} of ${cases.length}`);
});

test('tensors, cotangents and a text that runs twice have the numbers of the large module', () => {
  const texts = [
    ['y = sum(W @ x + b)', { W: [[1, 2], [3, 4]], x: [0.5, -1], b: [0.1, 0.2] }],
    ['mean((tanh(X @ W) - t)**2)', { X: [[1, 2], [3, 4]], W: [[0.1], [-0.2]], t: [[1], [0]] }],
    ['h = relu(x); y = where(h > 1, h, -h); y.sum().backward()', { x: [-2, 0.5, 3] }],
    ['mse(sigmoid(w*x), t)', { w: 2, x: [1, 2], t: [0, 1] }],
    ['x = 2\ny = x**2 + 3*x + 1\ny.backward()\ny.backward()', {}],
  ];
  for (const [text, values] of texts) assert.ok(answersAlike(text, text, { values }), text);
  assert.ok(answersAlike('cotangent', 'x**2', { values: { x: [1, 2, 3] }, cotangent: [1, 10, 100] }));
});

test('a wrong text is wrong here too, of a word of Python, a shape, a value and an option', () => {
  const cases = golden('bad_inputs').filter(({ surface }) => surface === 'expr');
  for (const { id, input, input_parts: parts } of cases) answersAlike(id, input ?? parts.map(([piece, times]) => piece.repeat(times)).join(''));
  const wrong = [['lambda = 2'], ['x = 2; y = tahn(x)'], ['[1, 2] + [1, 2, 3]'], ['x', { values: { x: 'two' } }], ['x', { vales: {} }], ['x y'], ['(x', { values: { x: 1 } }]];
  for (const [text, options] of wrong) assert.deepEqual([answerOf(large, text, options), answerOf(smallest, text, options)], ['wrong', 'wrong'], text);
});

test('it answers all figures of the lessons that ask for no more, as the large module does', () => {
  const folder = fileURLToPath(new URL('../../web/lessons/', import.meta.url));
  let count = 0;
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.html'))) {
    for (const element of elementsIn(parse(readFileSync(join(folder, file), 'utf8')))) {
      const kind = kinds[element.tagName];
      if (!kind || kind.needs) continue;
      const { spec } = readFigure(kind, attributesOf(element));
      const plain = (core) => JSON.stringify({ ...kind.answer(core, spec, kind.begin(spec)), measured: undefined });
      assert.equal(plain(smallest), plain(large), `${file}: ${kind.tag}`);
      count++;
    }
  }
  assert.ok(count > 15, `${count}`);
});
