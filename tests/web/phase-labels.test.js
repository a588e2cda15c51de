// The names above the phase slider: none runs into another, and the present one stays.

import assert from 'node:assert/strict';
import test from 'node:test';
import { placePhaseLabels } from '../../web/src/draw/phase-labels.js';

const groupsOf = (/** @type {number} */ layers) => [
  { phase: 'zero', count: 1 },
  { phase: 'forward', count: 2 * layers },
  { phase: 'loss', count: 1 },
  { phase: 'backward', count: layers },
  { phase: 'update', count: 1 },
];

test('where there is room every phase has its name', () => {
  assert.equal(placePhaseLabels(groupsOf(3), 328, 'backward').length, 5);
  assert.equal(placePhaseLabels(groupsOf(3), 700, 'zero').length, 5);
});

test('no two names meet, none leaves the slider, and that of the present phase stays', () => {
  for (const layers of [1, 3, 9, 15]) for (const width of [240, 330, 500]) for (const { phase } of groupsOf(layers)) for (const scale of [1, 1.3]) {
    const places = placePhaseLabels(groupsOf(layers), width, phase, scale);
    assert.ok(places.some((place) => place.phase === phase), `${phase} of ${layers} layers on ${width} px`);
    const sides = places.map(({ from, length }) => [from, from + length]).sort(([a], [b]) => a - b);
    assert.ok(sides[0][0] >= 0 && sides[sides.length - 1][1] <= width + 8);
    sides.slice(1).forEach(([from], at) => assert.ok(from - sides[at][1] >= 4, `${layers} layers, ${width} px, ${phase}`));
  }
});
