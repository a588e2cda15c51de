// Data of one's own without a page: drawn points and their text, the board's edits, the first rows and choices of a table.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { fromHash, toHash } from '../../web/src/address.js';
import { settingsFor } from '../../web/src/data-choice.js';
import { canTravel, drawnFrom, newBoard, travelled, used, withoutNearest, withPoints } from '../../web/src/data/board.js';
import { firstRows } from '../../web/src/data/first-rows.js';
import { dataOf, ownData } from '../../web/src/data/own-data.js';
import { decodePoints, encodePoints, faultOf, GRID, pointsAsData } from '../../web/src/data/points.js';
import { TableDraft } from '../../web/src/data/table-draft.js';
import { readTable, reportTable } from '../../web/src/engine/tables.js';
import { defaultSettings } from '../../web/src/settings.js';

/** @import { Board } from '../../web/src/data/board.js' */

const core = await load();
const tables = core.tables();
const usual = defaultSettings(tables);
const golden = JSON.parse(readFileSync(new URL('../golden/bad_inputs.json', import.meta.url), 'utf8'));

const corners = [[-GRID, -GRID, 0], [GRID, GRID, 1], [0, -1, 2], [1, 0, 3], [-777, 1234, 1]].map(([x, y, label]) => ({ x, y, label }));

/** As many points as wanted, in two classes. @param {number} count */
const many = (count) => ({ extent: 6, points: Array.from({ length: count }, (_, i) => ({ x: i, y: 3 - i, label: i % 2 })) });

test('points go into a text of five letters each and come back as they were', () => {
  for (const extent of [6, 0.5, 244.20000000000002, 1e-7]) {
    const text = encodePoints({ extent, points: corners });
    assert.deepEqual(decodePoints(text), { extent, points: corners });
    assert.equal(text, decodeURIComponent(new URLSearchParams(`data=${text}`).get('data') ?? ''), 'an address holds it');
  }
  assert.equal(encodePoints(many(100)).length, 'points~6~'.length + 500);
});

test('a text that was cut short or made up holds no points', () => {
  const text = encodePoints({ extent: 6, points: corners });
  for (const wrong of ['', 'points~', 'points~6', text.slice(0, -1), `${text}A`, text.replace('~6~', '~0~'), text.replace('~6~', '~x~'), 'points~6~E____', 'points~6~A____', `points~6~${'A'.repeat(5 * 5001)}`, 'points~6~A€€€€']) {
    assert.equal(decodePoints(wrong), undefined, wrong.slice(0, 40));
  }
});

test('what cannot be learnt is said with what would be right', () => {
  const of = (/** @type {number[]} */ ...labels) => faultOf({ extent: 6, points: labels.map((label, x) => ({ x, y: 0, label })) });
  assert.equal(of(), 'There are no points; 4 or more, of two classes, would be right.');
  assert.equal(of(1, 1, 1, 1, 1), 'All points are ●; points of a second class would be right.');
  assert.equal(of(0, 1, 1), '3 points are too few to train and test with; 4 or more would be right.');
  assert.equal(of(0, 1, 1, 0), '');
});

test('the board draws, erases what is near or nearest, and a drag is one step back', () => {
  let board = newBoard();
  board = withPoints(board, used(board, 0, 0));
  board = withPoints(board, used(board, 500, 0), true);
  board = { ...board, tool: 1 };
  board = withPoints(board, used(board, 0, 100));
  assert.deepEqual(board.drawn.points.map(({ label }) => label), [0, 0, 1]);
  assert.equal(withoutNearest(board, 10, 80).length, 2);
  assert.deepEqual(withoutNearest(board, 10, 80), board.drawn.points.slice(0, 2));
  /** @type {Board} */
  const eraser = { ...board, tool: 'eraser' };
  assert.deepEqual(used(eraser, 0, 50), [{ x: 500, y: 0, label: 0 }]);
  assert.equal(withPoints(eraser, used(eraser, -900, -900)), eraser, 'nothing there, nothing done');
  const back = travelled(board, 'undo');
  assert.equal(back.drawn.points.length, 2);
  assert.equal(travelled(back, 'undo').drawn.points.length, 0, 'both of the drag');
  assert.deepEqual(travelled(back, 'redo').drawn, board.drawn);
  assert.deepEqual(canTravel(newBoard()), { undo: false, redo: false });
  assert.equal(withoutNearest(newBoard(), 0, 0).length, 0);
});

test('a board begins with the points of a run, each within half a step of the grid', () => {
  const points = core.dataset({ dataset: 'moons' });
  const { x, y } = pointsAsData(drawnFrom([points], 6));
  assert.deepEqual(y, Array.from(points.y));
  x.flat().forEach((value, at) => assert.ok(Math.abs(value - points.x[at]) <= 3 / GRID + 1e-9));
});

test('drawn points are a run of the core: two classes with one output, more with one each', () => {
  for (const [labels, layers] of /** @type {[number[], number[]][]} */ ([[[0, 1], [2, 6, 6, 1]], [[0, 1, 2], [2, 6, 6, 3]], [[1, 3], [2, 6, 6, 4]]])) {
    const name = ownData.addPoints({ extent: 6, points: Array.from({ length: 12 }, (_, i) => ({ x: 100 * i, y: -i, label: labels[i % labels.length] })) });
    const { data, ...options } = { ...usual, ...settingsFor(name, usual, tables) };
    const trainer = core.createTrainer(options, /** @type {any} */ (dataOf(data, ownData.get(data))));
    assert.deepEqual(trainer.options().layers, layers);
    assert.equal(trainer.data().classes.length, Math.max(...labels) + 1);
    trainer.delete();
  }
});

test('the address holds up to a hundred points, and the way back to the core’s own sets restores all the rest', () => {
  const name = ownData.addPoints(many(100));
  const settings = { ...usual, ...settingsFor(name, usual, tables), lr: 0.3 };
  const hash = toHash(settings, tables);
  assert.ok(hash.length < 560, hash);
  assert.deepEqual(fromHash(hash, tables), settings);
  assert.deepEqual({ ...settings, ...settingsFor('spiral', settings, tables) }, { ...usual, lr: 0.3, data: undefined });
});

test('what an address names and nobody has is said, in the core’s manner', () => {
  for (const name of ['kept~nowhere', 'points~6~AAA']) {
    assert.equal(fromHash(`#data=${name}`, tables).data, name);
    assert.throws(() => dataOf(name, ownData.get(name)), /^Error: (these data|the points) .* would be right$/);
  }
});

test('the first rows are the cells as they stand in the text', () => {
  assert.deepEqual(firstRows('\uFEFFa;b\r\n"x;""y""";2\r3\n\n 4 ; "5" \n', ';', 9), [['a', 'b'], ['x;"y"', '2'], ['3'], ['4', '5']]);
  assert.deepEqual(firstRows('a\tb\n1\t2\n3\t4\n', '\t', 2), [['a', 'b'], ['1', '2']]);
  assert.deepEqual(firstRows('a|b\n"two\nlines"|', '|', 9), [['a', 'b'], ['two\nlines']]);
  assert.deepEqual(firstRows('"open\n', ',', 9), [['"open']]);
  assert.deepEqual(firstRows('', ',', 9), []);
});

/** A draft whose engine is a core of this process. */
const draft = () => new TableDraft(() => ({ readTable: (csv, options) => readTable(core, csv, options), reportTable: (csv, choice) => reportTable(core, csv, choice) }), () => {});

test('a table is read, its last column is what is learnt, and each choice is asked of the core', async () => {
  const table = draft();
  await table.open(new Blob(['h,note,w,kind\n1,a b,2,flat\n3,c,,tall\n4,d,2,tall\n']), 'birds.csv');
  assert.deepEqual(table.choices.roles, ['input', 'input', 'input', 'target']);
  assert.deepEqual(table.report?.shape, { inputs: 4, outputs: 1, classes: ['flat', 'tall'] });
  await table.choose({ roles: ['input', 'unused', 'input', 'target'], missing: 'mean' });
  assert.deepEqual([table.report?.shape.inputs, table.report?.cellsFilled], [2, 1]);
  assert.deepEqual(table.table?.choice, { target: ['kind'], inputs: ['h', 'w'], missing: 'mean', integersAreClasses: false });
  await table.choose({ missing: 'refuse' });
  assert.deepEqual([table.fault?.place, table.table], ['missing', undefined]);
  assert.match(table.fault?.text ?? '', /^line 3: 'w' is missing/);
  await table.choose({ missing: 'drop', roles: ['input', 'input', 'input', 'input'] });
  assert.deepEqual(table.fault?.place, 'columns');
  await table.choose({ delimiter: ';' });
  assert.equal(table.read?.columns.length, 1);
  const again = draft();
  await again.reopen({ csv: new Blob(['a,b,c\n1,2,3\n3,4,4\n']), title: '', choice: { target: ['a'], inputs: ['c'], missing: 'mean', integersAreClasses: true }, shape: { inputs: 1, outputs: 1, classes: [] } });
  assert.deepEqual(again.choices.roles, ['target', 'unused', 'input']);
  assert.deepEqual(again.report?.shape.classes, ['1', '3']);
});

test('of two answers the one to the last question counts', async () => {
  /** @type {((value: any) => void)[]} */
  const answers = [];
  const table = new TableDraft(() => ({ readTable: () => new Promise((resolve) => answers.push(resolve)), reportTable: () => Promise.reject(new Error('[target] no')) }), () => {});
  const first = table.open(new Blob(['1']), 'first');
  const second = table.open(new Blob(['2']), 'second');
  answers[1]({ columns: [{ name: 'b', kind: 'number', categories: [], missing: 0 }] });
  answers[0]({ columns: [{ name: 'a', kind: 'number', categories: [], missing: 0 }] });
  await Promise.all([first, second]);
  assert.equal(table.read?.columns[0].name, 'b');
  assert.deepEqual(table.fault, { place: 'columns', text: 'target: no' });
});

test('a reading that comes late asks nothing, so that the one which is wanted is still taken', async () => {
  /** @type {((read: any) => void)[]} */
  const answers = [];
  let reports = 0;
  const engine = { readTable: () => new Promise((resolve) => answers.push(resolve)), reportTable: async () => { reports++; return /** @type {any} */ ({}); } };
  const table = new TableDraft(() => engine, () => {});
  const columns = (/** @type {string} */ name) => ({ columns: [{ name, kind: 'number', categories: [], missing: 0 }] });
  const opened = table.open(new Blob(['1']), 'one');
  answers[0](columns('a'));
  await opened;
  const choices = [table.choose({ header: false }), table.choose({ delimiter: ';' })];
  answers[1](columns('late'));
  await choices[0];
  answers[2](columns('wanted'));
  await choices[1];
  assert.deepEqual([table.read?.columns[0].name, reports], ['wanted', 2]);
});

test('every csv case of bad_inputs.json gets an answer in words or a table', async () => {
  /** @type {any[]} */
  const cases = golden.cases.filter((/** @type {any} */ { surface, id }) => surface === 'csv' && id !== 'csv-063');
  for (const { id, input_base64: text, outcome } of cases) {
    const table = draft();
    await table.open(new Blob([Buffer.from(text, 'base64')]), id);
    assert.equal(table.read === undefined, outcome === 'error', id);
    assert.ok(table.read || table.fault?.text, id);
  }
});
