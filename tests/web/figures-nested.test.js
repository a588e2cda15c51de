// A network as layers within layers: the chain of its derivatives against one worked out by hand, one backward pass, and differences.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { factorsOf } from '../../web/src/elements/figures/nested-chain.js';
import { readFigure } from '../../web/src/figures/kind.js';
import { nested } from '../../web/src/figures/nested.js';

/** @import { NestedAnswer, NestedState } from '../../web/src/figures/nested.js' */

const core = await load();
/** @param {Record<string, string>} attributes @param {(state: NestedState) => Partial<NestedState>} [change] @returns {NestedAnswer} */
function nestedOf(attributes, change = () => ({})) {
  const { spec } = readFigure(nested, { alt: 'A.', ...attributes });
  const state = /** @type {NestedState} */ (nested.begin(spec));
  return /** @type {NestedAnswer} */ (nested.answer(core, spec, { ...state, ...change(state) }));
}
/** @param {number} found @param {number} due @param {number} [error] */
const near = (found, due, error = 1e-12) => assert.ok(Math.abs(found - due) < error, `${found} instead of ${due}`);

test('two layers of one unit by hand', () => {
  const { layers, loss } = nestedOf({ sizes: '1,1,1', weights: '0.5, 0.1, -0.8, 0.2', input: '2', target: '1' });
  const inner = Math.tanh(0.5 * 2 + 0.1);
  const outer = Math.tanh(-0.8 * inner + 0.2);
  near(layers[0].a[0], inner);
  near(loss, (outer - 1) ** 2);
  near(layers[1].arriving[0][0], 2 * (outer - 1));
  near(layers[1].jacobian[0][0], (1 - outer ** 2) * -0.8);
  near(layers[0].own[0][0], (1 - inner ** 2) * 2);
  near(layers[0].product, 2 * (outer - 1) * (1 - outer ** 2) * -0.8 * (1 - inner ** 2) * 2);
});

for (const sizes of ['1,1', '1,1,1,1', '2,2,2,1', '2,1,2,2,2']) {
  for (const activation of ['tanh', 'sigmoid', 'relu']) {
    test(`the product of the factors is what backward gives, for ${sizes} with ${activation}, and what a nudge says`, () => {
      const { layers, gradients } = nestedOf({ sizes, activation });
      layers.forEach(({ product }, at) => {
        near(product, gradients[at]);
        const nudged = (/** @type {number} */ far) => nestedOf({ sizes, activation }, ({ w }) => ({ w: w.map((each, which) => (which === at ? each + far : each)) })).loss;
        near((nudged(1e-5) - nudged(-1e-5)) / 2e-5, product, 1e-8);
      });
    });
  }
}

test('the chain grows by one factor with each layer that is unfolded, and ends at its weight', () => {
  const symbols = (/** @type {number} */ to, /** @type {number} */ open) => factorsOf(3, to, open).map(({ above, below }) => `${above || 'Loss'}/${below || 'W'}`);
  assert.deepEqual(symbols(1, 0), ['Loss/f₃']);
  assert.deepEqual(symbols(1, 2), ['Loss/f₃', 'f₃/f₂', 'f₂/f₁']);
  assert.deepEqual(symbols(1, 3), ['Loss/f₃', 'f₃/f₂', 'f₂/f₁', 'f₁/W']);
  assert.deepEqual(symbols(3, 3), ['Loss/f₃', 'f₃/W']);
});

test('sizes that cannot be drawn are named with what would be right', () => {
  assert.throws(() => nestedOf({ sizes: '3' }), /sizes="3"; numbers, separated by commas, from 1 to 2/);
  assert.throws(() => nestedOf({ sizes: '1' }), /sizes="1"; 2 to 5 whole numbers/);
  assert.throws(() => nestedOf({ sizes: '1,1', by: '2' }), /by="2"; a layer from 1 to 1/);
  assert.throws(() => nestedOf({ sizes: '2,1', input: '1' }), /input="1"; 2 numbers/);
});
