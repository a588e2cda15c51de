// The map of two weights: heights, gradients and steps against the formulas of a bowl; contour lines lie where the heights say; what is wrong in attributes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { contourOf } from '../../web/src/draw/contours.js';
import { readFigure } from '../../web/src/figures/kind.js';
import { landscape } from '../../web/src/figures/landscape.js';

const core = await load();
const answer = (/** @type {Record<string, string>} */ attributes = {}, /** @type {object} */ patch = {}) => {
  const { spec } = readFigure(landscape, { alt: 'A map.', ...attributes });
  return /** @type {import('../../web/src/figures/landscape.js').LandscapeAnswer} */ (landscape.answer(core, spec, { ...landscape.begin(spec), ...patch }));
};
const close = (/** @type {number} */ a, /** @type {number} */ b, near = 1e-12) => assert.ok(Math.abs(a - b) < near, `${a} is not ${b}`);
const bowl = (/** @type {number} */ a, /** @type {number} */ b) => (a * a) / 4 + 2 * b * b;

test('each height of the map is the loss there', () => {
  const { map } = answer();
  assert.equal(map.loss.length, map.w1.length * map.w2.length);
  map.w2.forEach((b, row) => map.w1.forEach((a, column) => close(map.loss[row * map.w1.length + column], bowl(a, b))));
});

test('gradient, step, and what the slope predicts for it', () => {
  const { path: [here], next, predicted, change } = answer({ start: '-3,1', rate: '0.1' });
  close(here.g1, -1.5);
  close(here.g2, 4);
  close(here.length, Math.hypot(1.5, 4));
  close(next.w1, -2.85);
  close(next.w2, 0.6);
  close(predicted, -0.1 * (1.5 ** 2 + 4 ** 2));
  close(change, bowl(-2.85, 0.6) - bowl(-3, 1));
});

test('the longest gradient of the map is at its corner', () => close(answer().steepest, Math.hypot(1.5, 8)));

test('steps go on until the loss is no finite number', () => {
  assert.equal(answer({ rate: '0.1' }, { steps: 5 }).path.length, 6);
  const { path } = answer({ rate: '50' }, { steps: 2000 });
  assert.ok(path.length < 2000 && !Number.isFinite(path[path.length - 1].loss));
});

test('a loss of one weight alone has a map too', () => assert.equal(answer({ loss: 'w1**2' }).path[0].g2, 0));

test('contour lines lie at their height', () => {
  const { map } = answer();
  const segments = contourOf({ x: map.w1, y: map.w2, heights: map.loss }, 2);
  assert.ok(segments.length > 50);
  for (const [ax, ay, bx, by] of segments) {
    close(bowl(ax, ay), 2, 0.02);
    close(bowl(bx, by), 2, 0.02);
  }
});

test('what is wrong is named', () => {
  assert.throws(() => answer({ start: '1' }), /start="1".*two numbers/);
  assert.throws(() => answer({ x: '2,1' }), /x="2,1".*smaller number first/);
  assert.throws(() => answer({ loss: 'w1 +' }), /column/);
});
