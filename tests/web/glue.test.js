// Formulas in prose: what stays on one line, and where a long one may break.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { glue, glueProse } from '../../web/src/draw/glue.js';

/** With · for a break that may be, _ for a space that holds. @param {string} text */
const seen = (text) => text.replaceAll(' ', '|').replaceAll('\u00a0', '_').replaceAll('\u2060', '~');

test('a short formula stays together, words around it do not', () => {
  assert.equal(seen(glue('In y = x² + 3x + 1 the same x')), 'In|y_=_x²_+_3x_+_1|the|same|x');
  assert.equal(seen(glue('w = 3, ∂loss/∂w = 4')), 'w_=_3,|∂loss/~∂w_=_4');
});

test('a long one breaks before a relation alone, and a very long one before a sum', () => {
  assert.equal(seen(glue('w = 2.6125 − 0.05 · 0.125 = 2.6062')), 'w|=_2.6125_−_0.05_·_0.125|=_2.6062');
  assert.equal(seen(glue('loss = 1.2345 · 2.3456 + 3.4567 · 4.5678 + 5.6789')), 'loss|=_1.2345_·_2.3456|+_3.4567_·_4.5678|+_5.6789');
});

test('in a page tags take no room, and attributes, code and formulas of their own stand as they are', () => {
  const page = '<p>In <i>y</i> = <i>x</i>² +\n  <data value="1 + 2">3</data><i>x</i>, <code>a + b</code>, <math><mo> + </mo></math> and ∂<i>f</i>/∂<i>x</i></p><backprop-graph-figure graph="y = x + 1">a dash - here</backprop-graph-figure>';
  assert.equal(glueProse(page), page.replace('<i>y</i> = <i>x</i>² +\n  <data', '<i>y</i>\u00a0=\u00a0<i>x</i>²\u00a0+\u00a0<data').replace('/∂<i>x', '/\u2060∂<i>x'));
});
