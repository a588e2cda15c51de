// The valley: steps against the slope, what the slope predicts for a nudge, and the lowest place that is drawn.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { readFigure } from '../../web/src/figures/kind.js';
import { valley } from '../../web/src/figures/valley.js';

const core = await load();
const answer = (/** @type {Record<string, string>} */ attributes = {}, /** @type {object} */ patch = {}) => {
  const { spec } = readFigure(valley, { alt: 'A valley.', loss: '(w - 3)**2 / 2', start: '0', ...attributes });
  return /** @type {import('../../web/src/figures/valley.js').ValleyAnswer} */ (valley.answer(core, spec, { ...valley.begin(spec), ...patch }));
};
const close = (/** @type {number} */ a, /** @type {number} */ b) => assert.ok(Math.abs(a - b) < 1e-12, `${a} is not ${b}`);

test('each step shrinks the distance by one minus the learning rate', () => {
  const { path, next } = answer({ rate: '0.4' }, { steps: 3 });
  path.forEach(({ w }, step) => close(3 - w, 3 * 0.6 ** step));
  close(3 - next.w, 3 * 0.6 ** 4);
});

test('a nudge: slope times Δw is predicted, and the rest is the bend of the curve', () => {
  const { nudged } = answer({ nudge: '0.5' });
  close(nudged.predicted, -3 * 0.5);
  close(nudged.change, -3 * 0.5 + 0.5 ** 2 / 2);
  close(nudged.tangent, 4.5 - 1.5);
});

test('without a nudge the next step is one, and minus the rate times the square of the slope is predicted', () => {
  const { nudged, next } = answer({ rate: '0.2' });
  close(nudged.w, next.w);
  close(nudged.predicted, -0.2 * 9);
});

test('the lowest place of a bumpy valley is known, though the ball rests elsewhere', () => {
  const { path, lowest } = answer({ loss: '(w - 3)**2 / 10 + sin(2*w) + 2', start: '-1.6', rate: '0.15' }, { steps: 60 });
  assert.ok(Math.abs(path[60].gradient) < 1e-3);
  assert.ok(path[60].loss - lowest.loss > 1);
});

test('what diverges ends where the loss is no finite number', () => {
  const { path } = answer({ rate: '90' }, { steps: 2000 });
  assert.ok(path.length < 2000);
});
