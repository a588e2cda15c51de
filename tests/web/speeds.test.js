// How fast play goes: the way from one speed to the next. What a link says of it is tested with links.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextSpeed, speedName, SPEEDS } from '../../web/src/speeds.js';

test('from speed to speed one comes round all of them', () => {
  assert.deepEqual(SPEEDS.map(nextSpeed), [10, 1, Infinity]);
  assert.deepEqual(SPEEDS.map(speedName), ['full speed', '10 steps/s', '1 step/s']);
});
