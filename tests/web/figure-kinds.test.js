// What all kinds of figures share: attributes are read, mistakes named, and every sentence is there in every language.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { readFigure } from '../../web/src/figures/kind.js';
import { kinds } from '../../web/src/figures/kinds.js';
import { formatShort, writer } from '../../web/src/figures/speak.js';

const core = await load();
const valley = kinds['backprop-valley'];

test('attributes become numbers, and what is left out its default', () => {
  const { spec, alt, hide, lock } = readFigure(valley, { alt: ' A valley. ', rate: '0.5', hide: 'play, start', lock: 'rate', id: 'a', 'data-b': 'c' });
  assert.equal(alt, 'A valley.');
  assert.deepEqual([hide, lock], [['play', 'start'], ['rate']]);
  assert.equal(spec.rate, 0.5);
  assert.equal(spec.loss, '(w - 3)**2 / 4 + 1');
});

test('an attribute that is unknown or no number is named, with what would be right', () => {
  assert.throws(() => readFigure(valley, { alt: 'A.', colour: 'red' }), /\[backprop-valley\] colour="red" is unknown; loss, from, to/);
  assert.throws(() => readFigure(valley, { alt: 'A.', rate: '' }), /rate=""; a number from 0 to 100/);
  assert.throws(() => readFigure(valley, { alt: 'A.', lock: 'speed' }), /there is no control speed/);
});

test('the same spec and state have the same answer', () => {
  for (const kind of Object.values(kinds)) {
    if (Object.values(kind.attributes).some((attribute) => attribute.default === undefined && attribute.type !== 'flag')) continue;
    const { spec } = readFigure(kind, { alt: 'A.' });
    const plain = (/** @type {object} */ answer) => JSON.stringify({ ...answer, measured: undefined });
    assert.equal(plain(kind.answer(core, spec, kind.begin(spec))), plain(kind.answer(core, spec, kind.begin(spec))), kind.tag);
  }
});

test('gradient descent in the valley is w − η · slope', () => {
  const { spec } = readFigure(valley, { alt: 'A.', loss: '(w - 3)**2 / 4 + 1', start: '-1', rate: '0.4' });
  const { path, next, curve } = /** @type {import('../../web/src/figures/valley.js').ValleyAnswer} */ (valley.answer(core, spec, { ...valley.begin(spec), steps: 2 }));
  assert.deepEqual(path[0], { w: -1, loss: 5, gradient: -2 });
  assert.ok(Math.abs(path[1].w - -0.2) < 1e-12 && Math.abs(path[2].w - 0.44) < 1e-12 && Math.abs(next.w - 0.952) < 1e-12);
  assert.deepEqual([curve[0].w, curve[0].loss, curve.at(-1)?.w], [-2, 7.25, 8]);
});

test('every sentence is there in English and German, with the same names in braces', async () => {
  const folder = new URL('../../web/src/figures/words/', import.meta.url);
  for (const file of readdirSync(folder)) {
    const { en, de } = (await import(new URL(file, folder).href)).default;
    const bones = (/** @type {Record<string, string>} */ words) => Object.fromEntries(Object.entries(words).map(([key, sentence]) => [key, [...sentence.matchAll(/\{\w+\}/g)].map(String).sort()]));
    assert.deepEqual(bones(de), bones(en), file);
  }
});

test('numbers of sentences are short, with a comma in German', () => {
  assert.deepEqual([0.6, -1, 12.3456, 0.00001234, 1e-6, -2.35e7].map(formatShort), ['0.6', '−1', '12.35', '1.23 · 10⁻⁵', '10⁻⁶', '−2.35 · 10⁷']);
  assert.equal(writer('de', formatShort)(-0.5), '−0,5');
});
