// Numbers as text: what people read, and how wide it may get.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NUMBER_WIDTH, formatCount, formatFloat32, formatNumber, formatRate, formatSigned, formatSteps, formatTick, formatTiny, signOf } from '../../web/src/draw/format.js';

/** @type {[number, string][]} */
const NUMBERS = [
  [0, '0'],
  [-0, '0'],
  [-0.3099, '−0.3099'],
  [0.78994, '0.7899'],
  [0.0452, '0.0452'],
  [0.00452, '0.00452'],
  [-0.000421, '−4.21e−4'],
  [4.2149e-6, '4.21e−6'],
  [-4.2149e-12, '−4.2e−12'],
  [1, '1.0000'],
  [-12.3456, '−12.346'],
  [12345.6, '12346'],
  [-123456, '−1.23e5'],
  [NaN, 'NaN'],
  [Infinity, '∞'],
  [-Infinity, '−∞'],
];

for (const [x, text] of NUMBERS) test(`${x} reads ${text}`, () => assert.equal(formatNumber(x), text));

test('with three decimals a number has three', () => {
  assert.equal(formatNumber(-0.3099, 3), '−0.310');
  assert.equal(formatNumber(0.00452, 3), '0.0045');
});

test('a sign is written before positive numbers only when asked for', () => {
  assert.equal(formatSigned(0.00452), '+0.00452');
  assert.equal(formatSigned(-0.00452), '−0.00452');
  assert.equal(formatSigned(0), '0');
});

test('no number is wider than its place, whatever its size', () => {
  for (let power = -40; power <= 38; power++) {
    for (const digits of [1, 1.2345678, 9.99999]) {
      for (const x of [digits * 10 ** power, -digits * 10 ** power]) {
        assert.ok(formatNumber(x).length <= NUMBER_WIDTH, `${x} reads ${formatNumber(x)}`);
      }
    }
  }
});

test('a float32 is written with the figures that it has, and reads back as itself', () => {
  assert.equal(formatFloat32(Math.fround(0.1)), '0.1');
  assert.equal(formatFloat32(Math.fround(-0.1626)), '−0.1626');
  for (let i = 1; i < 2000; i++) {
    const x = Math.fround(Math.sin(i) * 10 ** ((i % 20) - 10));
    assert.equal(Math.fround(Number(formatFloat32(x).replaceAll('−', '-'))), x);
  }
});

test('counts, rates, ticks and errors have their own forms', () => {
  assert.equal(formatCount(0), '0');
  assert.equal(formatCount(1234567), '1,234,567');
  assert.deepEqual([870, 1234, 56789, 123456, 1.25e6].map(formatRate), ['870', '1.23 k', '56.8 k', '123 k', '1.25 M']);
  assert.deepEqual([0, 0.001, 0.2, 1.5, -2, 0.0003].map(formatTick), ['0', '0.001', '0.2', '1.5', '−2', '3e−4']);
  assert.equal(formatTiny(7.1e-12), '7e−12');
  assert.equal(formatTiny(0), '0');
});

test('zero has no sign', () => {
  assert.deepEqual([-1, 0, -0, 2].map(signOf), ['negative', 'zero', 'zero', 'positive']);
});

test('steps on an axis are short', () => {
  assert.deepEqual([0, 50, 5000, 20_000, 500_000, 1.5e6].map(formatSteps), ['0', '50', '5,000', '20 k', '500 k', '1.5 M']);
});
