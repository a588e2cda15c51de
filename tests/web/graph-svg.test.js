// A graph as a picture: the numbers of the core stand in it, and nothing of the text can leave its place.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { graphStateOf } from '../../web/src/export/graph-state.js';
import { graphToSvg } from '../../web/src/export/graph-svg.js';

const core = await load();

/** The texts of a picture. @param {string} source */
const textsOf = (source) => [...graphToSvg(graphStateOf(core, source)).matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text.replace(/<[^>]*>/g, '').trim());

test('nodes have values and gradients, edges their local derivatives, but for constants', () => {
  const texts = textsOf('x = 2; y = x**2 + 3*x + 1');
  for (const text of ['∂y/∂x = 7', '∂y/∂y = 1', '4', '3', 'x', 'y add', 'constant']) assert.ok(texts.includes(text), text);
  assert.ok(!texts.includes('2.7726'), 'what the exponent would pass');
});

test('of several numbers few are written out, of many the shape', () => {
  const texts = textsOf('x = [1, -2]; W = [[1, 2], [3, 4], [5, 6]]; y = sum((W @ x)**2)');
  assert.ok(texts.includes('[1, −2]') && texts.includes('3×2'), texts.join('|'));
});

test('the picture stands within its frame, and what a text has for XML is escaped', () => {
  const svg = graphToSvg(graphStateOf(core, 'x = 2; y = where(x < 3, x, -x) # "<script>" & more'));
  assert.match(svg, /<title>x = 2; y = where\(x &lt; 3, x, -x\) # &quot;&lt;script&gt;&quot; &amp; more<\/title>/);
  const [, left, top, width, height] = /viewBox="(\S+) (\S+) (\S+) (\S+)"/.exec(svg)?.map(Number) ?? [];
  const boxes = [...svg.matchAll(/<rect x="(\S+)" y="(\S+)" width="(\S+)" height="(\S+)"/g)].map((match) => match.slice(1).map(Number));
  assert.ok(boxes.length > 4);
  for (const [x, y, w, h] of boxes) assert.ok(x >= left && y >= top && x + w <= left + width && y + h <= top + height);
});

test('a sign of the text that XML does not have stands as a replacement, others as they are', () => {
  const svg = graphToSvg(graphStateOf(core, 'x = 2; y = x # \b \u{1D465} é'));
  assert.match(svg, /<title>x = 2; y = x # \uFFFD \u{1D465} é<\/title>/u);
});
