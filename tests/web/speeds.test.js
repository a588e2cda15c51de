// How fast play goes: what the address says of it, and the way from one speed to the next.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextSpeed, speedName, speedOf, SPEEDS, withSpeed } from '../../web/src/speeds.js';

test('the address keeps a speed beside the settings, and full speed goes without saying', () => {
  for (const hash of ['', '#data=iris&lr=0.1']) for (const speed of SPEEDS) assert.equal(speedOf(withSpeed(hash, speed)), speed);
  assert.deepEqual(SPEEDS.map((speed) => withSpeed('#lr=1', speed)), ['#lr=1', '#lr=1&speed=10', '#lr=1&speed=1']);
  assert.equal(withSpeed('', 1), '#speed=1');
  for (const hash of ['', '#speed=', '#speed=fast', '#speed=-1', '#speed=1e9', '#speed=Infinity']) assert.equal(speedOf(hash), Infinity, hash);
});

test('from speed to speed one comes round all of them', () => {
  assert.deepEqual(SPEEDS.map(nextSpeed), [10, 1, Infinity]);
  assert.deepEqual(SPEEDS.map(speedName), ['full speed', '10 steps/s', '1 step/s']);
});
