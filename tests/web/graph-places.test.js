// Places: what a text is as an address, which node a character belongs to, and what stays selected while the text changes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { GraphSession } from '../../web/src/engine/graph-session.js';
import { fromGraphHash, toGraphHash } from '../../web/src/graph/graph-address.js';
import { follow, moved, nodeAt } from '../../web/src/graph/selection.js';
import * as edits from '../../web/src/graph/text-edits.js';
import { lengthMistake, lineStarts, placeAt, placeOf, stretches } from '../../web/src/graph/text-places.js';
import { picturedEdit, startPast, undo } from '../../web/src/graph/text-past.js';
import { programOf } from './program-of.js';

const lesson = '# x is used twice\nx = 2\ny = x**2 + 3*x + 1\n';
const read = async (/** @type {string} */ source) => new GraphSession(await load()).read(source);

test('every text comes back from its address, which no browser rewrites', () => {
  for (const text of [lesson, '', 'a_b = 1 ~ 2 %5F \u0000 _', 'σ = [[1, 2], [3, 4]]\r\n😀#"<>`^|\\{}', '\t\n\n ~_', 'x'.repeat(9000)]) {
    const hash = toGraphHash(text);
    assert.equal(fromGraphHash(hash).text, text);
    assert.equal(new URL(`http://a/${hash}`).hash, hash);
  }
  assert.equal(toGraphHash('x = 2\ny = x**2 + 3*x'), '#graph=x_=_2~y_=_x**2_+_3*x');
});

test('a broken address says where, one without a text says nothing, and a text too long for an address is left out', () => {
  assert.match(fromGraphHash('#graph=x%ZZ').mistake ?? '', /`%ZZ` after #graph=/);
  assert.match(fromGraphHash('#graph=%FF').mistake ?? '', /% signs give no characters/);
  assert.deepEqual(fromGraphHash('#graph'), {});
  assert.equal(toGraphHash('x'.repeat(40000)), '#graph');
  assert.equal(fromGraphHash(toGraphHash('half \uD83D')).text, 'half \uFFFD');
});

test('a character belongs to the name it is in, or to the smallest operation around it; a comment to none', async () => {
  const frame = await read(lesson);
  const named = (/** @type {string} */ piece, by = 0) => nodeAt(frame, frame.source.indexOf(piece) + by);
  assert.equal(named('x = 2'), 0);
  assert.equal(named('y = '), frame.output);
  assert.equal(frame.nodes[named('3*x', 1) ?? -1].op, 'mul');
  assert.equal(frame.nodes[named(' + 1', 1) ?? -1].op, 'add');
  assert.equal(named('3*x', 2), 0);
  assert.equal(named('is used'), undefined);
  const again = await read('x = 2\nx = x*3\ny = x + 1');
  assert.equal(again.nodes[nodeAt(again, 6) ?? -1].op, 'mul', 'the target of the second line');
});

test('what is selected stays selected, whatever stands before it, and a new node takes its place', async () => {
  const before = await read(lesson);
  const b = before.nodes.findIndex(({ op }) => op === 'mul');
  const typed = await read(lesson.replace('x = 2', 'w = 5\nx = 2'));
  assert.equal(typed.nodes[follow(before, typed, b) ?? -1].op, 'mul');
  const renamed = edits.rename(programOf(lesson), 0, 'input_value');
  assert.ok('source' in renamed);
  const after = await read(renamed.source);
  assert.equal(after.nodes[follow(before, after, b, renamed) ?? -1].op, 'mul');
  assert.equal(follow(before, after, 0, renamed), 0);
  const added = edits.addOperation(programOf(lesson), 'exp', [b]);
  assert.ok('source' in added);
  const more = await read(added.source);
  assert.equal(more.nodes[follow(before, more, 0, added) ?? -1].op, 'exp');
  const deleted = edits.deleteNode(programOf(lesson), b);
  assert.ok('source' in deleted);
  assert.equal(follow(before, await read(deleted.source), b, deleted), undefined);
  assert.deepEqual(moved('a + b', 'a + (b)', { begin: 4, end: 5 }), { begin: 4, end: 7 });
  assert.equal(moved('a + b*c', 'a - d', { begin: 4, end: 5 }), undefined);
});

test('lines and columns count characters as the core does, and a piece of several lines is one stretch a line', () => {
  const text = 'σ😀 = 1\nab = (2 +\n  3)';
  const starts = lineStarts(text);
  assert.deepEqual(placeAt(text, starts, 3), { line: 1, column: 3 });
  assert.deepEqual(placeOf(text, starts, { line: 1, column: 2, length: 1 }), { begin: 1, end: 3 });
  assert.deepEqual(stretches(text, starts, { begin: 13, end: 22 }), [{ line: 1, before: 'ab = ', text: '(2 +' }, { line: 2, before: '', text: '  3)' }]);
  const [{ line, column }] = programOf('x = 2 # σ😀\ny = x + )').errors;
  assert.deepEqual([line, column], [2, 9]);
  assert.match(lengthMistake('\n'.repeat(30000)), /30001 lines/);
});

test('edits of one stroke are one step of undo, until a pause or another edit', () => {
  let past = startPast('x = 2');
  const set = (/** @type {string} */ source, /** @type {number} */ at, stroke = 'set 0') => (past = picturedEdit(past, { source, selection: { begin: 0, end: 0 }, stroke }, at));
  set('x = 3', 0);
  set('x = 4', 300);
  set('x = 5', 900);
  assert.equal(undo(past).now.source, 'x = 2');
  set('x = 6', 5000);
  assert.equal(undo(past).now.source, 'x = 5');
  set('x = 7', 5100, 'set 1');
  assert.equal(undo(past).now.source, 'x = 6');
});
