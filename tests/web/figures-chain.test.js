// The chain rule's figures: their slopes against derivatives taken by hand, and what is said of attributes that cannot be.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { formulaText, insideOf } from '../../web/src/draw/formula-text.js';
import { chain } from '../../web/src/figures/chain.js';
import { factors } from '../../web/src/figures/factors.js';
import { readFigure } from '../../web/src/figures/kind.js';
import { wheels } from '../../web/src/figures/wheels.js';

/** @import { ChainAnswer, ChainState } from '../../web/src/figures/chain.js' */

const core = await load();
/** @param {Record<string, string>} attributes @param {Partial<ChainState>} [state] @returns {ChainAnswer} */
function chainOf(attributes, state = {}) {
  const { spec } = readFigure(chain, { alt: 'A.', ...attributes });
  return /** @type {ChainAnswer} */ (chain.answer(core, spec, { ...chain.begin(spec), ...state }));
}
/** @param {number} found @param {number} due */
const near = (found, due) => assert.ok(Math.abs(found - due) < 1e-12, `${found} instead of ${due}`);

test('each slope is taken where its function is met, and their product is the slope of all in one', () => {
  const { steps, whole, joined, moved } = chainOf({ functions: 'x**2; sin(g)', start: '0.8' });
  near(steps[0].slope, 1.6);
  near(steps[1].at, 0.64);
  near(steps[1].slope, Math.cos(0.64));
  near(joined, 1.6 * Math.cos(0.64));
  near(whole.slope, joined);
  near(moved[1], 0.81 ** 2 - 0.64);
  near(moved[2], Math.sin(0.81 ** 2) - Math.sin(0.64));
});

test('as many functions as one likes, of names as one likes', () => {
  const { steps, joined } = chainOf({ functions: '2*t - 1; tanh(u); (v - 1)**2', names: 't, u, v, loss', start: '0.3', from: '-1', to: '1' });
  const v = Math.tanh(-0.4);
  assert.equal(steps.length, 3);
  near(joined, 2 * (1 - v * v) * 2 * (v - 1));
});

test('an outer slope that is taken at x is another one, but where g = x', () => {
  const { misplaced, whole } = chainOf({ functions: 'x**2; sin(g)', start: '1.5' }, { misplaced: true });
  near(misplaced?.product ?? NaN, 3 * Math.cos(1.5));
  near(whole.slope, 3 * Math.cos(2.25));
  assert.deepEqual([misplaced?.right, chainOf({ start: '1' }, { misplaced: true }).misplaced?.right], [false, true]);
});

test('functions that are added add their slopes: 4 + 3 = 7', () => {
  const { steps, joined, whole, moved } = chainOf({ functions: 'x**2; 3*x + 1', sum: '', start: '2', to: '4' });
  assert.deepEqual([...steps.map(({ slope }) => slope), joined, whole.slope, whole.value], [4, 3, 7, 7, 11]);
  assert.equal(moved.length, 4);
});

test('a function of no name, or of one that is not there, is named with what would be right', () => {
  assert.throws(() => chainOf({ functions: 'x**2; 3' }), /functions="x\*\*2; 3"; an expression of g instead of "3"/);
  assert.throws(() => chainOf({ functions: 'x**2; sin(q)' }), /functions="x\*\*2; sin\(q\)": "sin\(q\)" at column 5: `q` is not defined; an expression of g instead of "sin\(q\)" would be right/);
  assert.throws(() => chainOf({ functions: 'x**2; sin(g)', names: 'x, u, y' }), /names="x, u, y": .*; an expression of u instead of "sin\(g\)" would be right/);
  assert.throws(() => chainOf({ functions: '' }), /one to 6 expressions/);
  assert.throws(() => chainOf({ names: 'x, y' }), /names="x, y"; 3 names, such as x, g, y/);
  assert.throws(() => chainOf({ from: '2', to: '1' }), /from less than to/);
});

test('expressions are written as by hand, and put into each other', () => {
  assert.deepEqual(['x**2', '3*x + 2', 'sin(g)', '-x**10 / 2', 'a*b'].map(formulaText), ['x²', '3x + 2', 'sin g', '−x¹⁰ / 2', 'a · b']);
  assert.equal(formulaText(insideOf('sin(g)', 'g', 'x**2')), 'sin(x²)');
  assert.equal(formulaText(insideOf('g**2', 'g', '3*x + 2')), '(3x + 2)²');
  assert.equal(formulaText(insideOf('(h - 1)**2', 'h', insideOf('tanh(g)', 'g', '2*x'))), '(tanh(2x) − 1)²');
});

test('wheels multiply their speeds', () => {
  const { spec } = readFigure(wheels, { alt: 'A.', turn: '0.25', first: '3', second: '2' });
  assert.deepEqual(wheels.answer(core, spec, wheels.begin(spec)), { turns: [0.25, 0.75, 1.5], slopes: [3, 2], slope: 6 });
});

test('a gradient goes back through layers factor by factor: 0.5 · 0.8 · 0.6 · 0.4 = 0.096', () => {
  const { spec } = readFigure(factors, { alt: 'A.', output: '0.5', factors: '0.8, 0.6, 0.4' });
  const { arrived } = /** @type {import('../../web/src/figures/factors.js').FactorsAnswer} */ (factors.answer(core, spec, factors.begin(spec)));
  [0.5, 0.4, 0.24, 0.096].forEach((due, at) => near(arrived[at], due));
  assert.throws(() => factors.begin({ ...spec, factors: Array(7).fill(1) }), /at most 6 numbers/);
});
